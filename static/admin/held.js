// Whoever is chosen comes in the office held on the day, unless one is typed already.
"use strict";

addEventListener("DOMContentLoaded", () => {
  const { jQuery } = window.django;
  const DAYS = ["signed_on", "day", "concluded_on", "happened_on"];
  const OCCASIONS = ["session", "delegation", "event"];
  // What was filled in here, by row: taken back when somebody else is chosen.
  const filled = new Map();

  const put = (field, value, label) => {
    if (field.matches("select")) {
      if (value && !field.querySelector(`option[value="${value}"]`)) field.append(new Option(label, value));
      field.value = value;
      jQuery(field).trigger("change");
    } else {
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  const takeBack = (row) => {
    for (const [field, value] of filled.get(row) ?? []) {
      if (field.value === value) put(field, "");
    }
    filled.delete(row);
  };
  const fill = async (official) => {
    const { form } = official, row = official.name.slice(0, -"official".length);
    const own = (name) => form.elements[row + name];
    const near = (name) => (own(name) ?? form.elements[name])?.value ?? "";
    takeBack(row);
    const isSaid = [...form.querySelectorAll(`[name^="${row}office_"]`)].some((office) => office.value.trim());
    if (!official.value || isSaid || own("appointment")?.value) return;
    const asked = new URLSearchParams({ official: official.value, institution: own("institution")?.value ?? "" });
    asked.set("on", DAYS.map(near).find(Boolean) ?? "");
    for (const name of OCCASIONS) asked.set(name, near(name));
    const chosen = official.value;
    const answer = await fetch(`${official.dataset.held}?${asked}`);
    const { held } = answer.ok ? await answer.json() : {};
    if (!held || official.value !== chosen) return;
    const done = [];
    for (const [name, given] of Object.entries(held)) {
      const field = own(name), [value, label] = [given].flat();
      if (!field || field.value || !value) continue;
      put(field, String(value), label);
      done.push([field, field.value]);
    }
    filled.set(row, done);
  };
  // Autocompletes tell of a choice through jQuery alone.
  jQuery(document).on("change", "select[data-held]", ({ target }) => fill(target));
});
