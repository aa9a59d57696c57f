// A record that is added on the way begins with what the form knows: country, kind, institution, name.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const { jQuery } = window.django;
  let sought = { field: null, text: "" };

  const known = (field) => {
    const row = field.name.slice(0, field.name.lastIndexOf("-") + 1), { elements, id } = field.form;
    const valueOf = (name) => [elements[row + name], elements[name]].find((each) => each?.value && each !== field)?.value;
    return {
      country: valueOf("country"),
      institution: valueOf("institution"),
      delegation_kind: id === "delegation_form" ? elements.kind?.value : "",
      name: sought.field === field ? sought.text : "",
    };
  };
  const begin = (link) => {
    const field = document.getElementById(link.id.replace(/^add_/, ""));
    if (!field?.form) return;
    const address = new URL(link.href);
    for (const [name, value] of Object.entries(known(field))) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    link.href = address.href;
  };
  // What was looked for in vain is the name of the one to add.
  jQuery(document).on("select2:open", ({ target }) => {
    sought = { field: target, text: "" };
  });
  document.addEventListener("input", ({ target }) => {
    if (target.matches(".select2-search__field")) sought.text = target.value.trim();
  });
  // Before the admin's own script opens the window.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest(".related-widget-wrapper-link.add-related");
    if (link) begin(link);
  }, true);
});
