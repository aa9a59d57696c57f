// While a name is typed, what is on record already with a name like it: the form asks anyway.
"use strict";

{
  const own = location.pathname.match(/(\d+)\/change\/$/)?.[1] ?? "";
  let timer, asked = 0;

  const listOf = (input) => {
    if (!input.nextElementSibling?.matches(".alike")) {
      const list = document.createElement("ul");
      list.className = "alike";
      list.setAttribute("aria-live", "polite");
      input.after(list);
    }
    return input.nextElementSibling;
  };
  const show = (input, rows) => listOf(input).replaceChildren(...rows.map(({ key, label, about, url }) => {
    const row = document.createElement("li"), link = document.createElement("a");
    link.href = url;
    link.target = "_blank";
    if (input.name !== "name_as_printed" && !input.name.includes("-")) link.dataset.key = key;
    link.textContent = label;
    row.append(link, about ? ` ${about}` : "");
    return row;
  }));
  const ask = async (input) => {
    const turn = ++asked, name = input.value.trim();
    if (name.length < 3) return show(input, []);
    // The record is like itself; a row of it has the name of another.
    const but = input.name.includes("-") || input.name === "name_as_printed" ? "" : own;
    try {
      const answer = await fetch(`${input.dataset.alike}?${new URLSearchParams({ name, but })}`);
      const { alike } = await answer.json();
      if (turn === asked) show(input, alike);
    } catch {
      show(input, []);
    }
  };
  // Opened from a chooser, the form hands over the one that is on record already.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key]");
    if (!link || !window.opener?.dismissAddRelatedObjectPopup) return;
    event.preventDefault();
    window.opener.dismissAddRelatedObjectPopup(window, link.dataset.key, link.textContent);
  });
  // Rows of a form come and go.
  document.addEventListener("input", ({ target }) => {
    if (!target.dataset.alike) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 250, target);
  });
}
