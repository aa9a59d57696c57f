// A record that is added on the way begins with what the form knows: country, kind, institution, name.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const { jQuery } = window.django;
  const KNOWN = ["country", "institution"];
  let sought = { field: null, text: "" };

  const rowOf = (field) => field.name.slice(0, field.name.lastIndexOf("-") + 1);
  const begin = (link) => {
    const field = document.getElementById(link.id.replace(/^add_/, ""));
    if (!field?.form) return;
    const address = new URL(link.href), row = rowOf(field);
    for (const name of KNOWN) {
      const there = field.form.elements[row + name] ?? field.form.elements[name];
      if (there && there !== field && there.value) address.searchParams.set(name, there.value);
    }
    if (field.form.id === "delegation_form") address.searchParams.set("delegation_kind", field.form.elements.kind.value);
    if (sought.field === field && sought.text) address.searchParams.set("name", sought.text);
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
