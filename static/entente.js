// Only what makes a page handier: every page works without it.
"use strict";

// Suggestions under the search box, as a combobox (WAI-ARIA 1.2).
for (const input of document.querySelectorAll("[data-suggestions]")) {
  const list = document.createElement("ul");
  let chosen = -1, timer, asked = 0;
  list.className = "suggestions";
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  input.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-controls", list.id], ["aria-expanded", "false"], ["aria-autocomplete", "list"]]) {
    input.setAttribute(name, value);
  }

  const choose = (place) => {
    const options = [...list.children];
    chosen = options.length ? (place + options.length) % options.length : -1;
    options.forEach((option, n) => option.setAttribute("aria-selected", String(n === chosen)));
    if (chosen >= 0) input.setAttribute("aria-activedescendant", options[chosen].id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map(({ label, kind, url }, n) => {
      const option = document.createElement("li");
      const small = document.createElement("small");
      option.id = `suggestion-${n}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.url = url;
      small.textContent = kind;
      option.append(label, small);
      return option;
    }));
    list.hidden = !suggestions.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    clearTimeout(timer);
    asked++;
    show([]);
  };
  const ask = async () => {
    const words = input.value.trim(), turn = ++asked;
    if (words.length < 2) return show([]);
    try {
      const answer = await fetch(`${input.dataset.suggestions}?q=${encodeURIComponent(words)}`);
      const { suggestions } = await answer.json();
      if (turn === asked) show(suggestions);
    } catch {
      show([]);
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.url);
    else return;
    event.preventDefault();
  });
  // The box keeps the focus while an option is clicked.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
  input.addEventListener("blur", close);
}

// The reader's own time zone among those that a programme can be read in.
for (const select of document.querySelectorAll("[data-own]")) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = [...select.options].find((option) => option.value === own);
  if (known) known.textContent = `${select.dataset.own}: ${known.textContent}`;
  else if (own) select.append(new Option(`${select.dataset.own}: ${own}`, own));
}

// What is typed above a programme narrows the items that are shown at once; the button asks for
// those of all days. An item stays while one of its parts does.
for (const form of document.querySelectorAll("[data-programme]")) {
  const items = [...document.querySelectorAll(".day .session")].reverse();
  const text = (item) => item.textContent.toLocaleLowerCase();
  const fits = (item, { q = "", kind = "", room = "" }) =>
    text(item).includes(q.trim().toLocaleLowerCase()) &&
    (!kind || item.classList.contains(`session-${kind}`)) &&
    (!room || item.dataset.room === room);
  const narrow = () => {
    const wanted = Object.fromEntries(new FormData(form));
    for (const item of items) {
      const parts = [...item.querySelectorAll(".session")];
      item.hidden = !fits(item, wanted) && parts.every((part) => part.hidden);
    }
    for (const day of document.querySelectorAll(".day")) {
      day.hidden = !day.querySelector(".session:not([hidden])");
    }
  };
  form.addEventListener("input", (event) => {
    if (event.target.name !== "zone") narrow();
  });
}
