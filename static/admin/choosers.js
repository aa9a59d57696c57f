// An autocomplete is called what its field is called, closed and open, for whoever hears the page.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const { jQuery } = window.django;
  const call = (field) => {
    const [label] = field.labels, chooser = field.nextElementSibling?.querySelector(".select2-selection");
    if (!label || !chooser) return;
    label.id ||= `${field.id}_label`;
    const chosen = chooser.querySelector("[role=textbox]");
    chooser.setAttribute("aria-labelledby", chosen ? `${label.id} ${chosen.id}` : label.id);
    // What is chosen in one, and what is typed in one of many.
    for (const part of chooser.querySelectorAll("[role=textbox], [role=searchbox]")) {
      part.setAttribute("aria-labelledby", label.id);
    }
  };
  const callAll = (part) => part.querySelectorAll("select.admin-autocomplete").forEach(call);

  // After the admin's own scripts have made the choosers, of the page and of a new row.
  jQuery(() => callAll(document));
  document.addEventListener("formset:added", ({ target }) => setTimeout(callAll, 0, target));
  jQuery(document).on("select2:open", ({ target }) => {
    const open = document.querySelectorAll(".select2-dropdown :is([role=searchbox], [role=listbox])");
    for (const part of open) part.setAttribute("aria-labelledby", target.labels[0]?.id);
    const chooser = target.nextElementSibling.querySelector("[role=combobox]");
    chooser?.setAttribute("aria-controls", chooser.getAttribute("aria-owns"));
  });
});
