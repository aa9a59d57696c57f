// Where a form begins, and asking before a changed one is left. Nothing here is needed to save it.
"use strict";

addEventListener("load", () => {
  const form = document.querySelector("#content-main > form[method=post]");
  if (!form) return;
  const ASIDE = ["csrfmiddlewaretoken", "once", "sent_by"];
  const said = () => [...new FormData(form)]
    .filter(([name]) => !ASIDE.includes(name) && !name.endsWith("based_on"))
    .map(([name, value]) => `${name}=${value.name ?? value}`).join("\n");
  const opened = said();
  let isSent = false;

  form.addEventListener("submit", () => { isSent = true; });
  addEventListener("pageshow", () => { isSent = false; });
  addEventListener("beforeunload", (leaving) => {
    const isChanged = form.querySelector("[data-unsaved]") || said() !== opened;
    if (isChanged && !isSent) leaving.preventDefault();
  });

  // An autocomplete stands in for its hidden select.
  const target = (field) => field.nextElementSibling?.querySelector?.(".select2-selection") ?? field;
  const refusal = form.querySelector("[data-unsaved]");
  refusal?.addEventListener("click", (event) => {
    const field = event.target.hash && document.getElementById(event.target.hash.slice(1));
    if (!field?.matches("input, select, textarea")) return;
    event.preventDefault();
    // A text in a language that is not shown.
    if (!field.offsetParent) form.querySelector(`[role=tab][data-language="${field.lang}"]`)?.click();
    target(field).focus();
    target(field).scrollIntoView({ block: "center" });
  });

  const isFirst = (field) => field.matches("fieldset :is(input, select, textarea)")
    && field.type !== "hidden" && !field.disabled && target(field).offsetParent;
  const first = [...form.elements].find(isFirst);
  if (refusal) refusal.focus();
  else if (first && !location.hash) target(first).focus();
});
