// While a name is typed, what is on record already with a name like it: the form asks anyway.
"use strict";

for (const input of document.querySelectorAll("input[name^=name_]")) {
  const list = document.createElement("ul");
  const key = location.pathname.match(/(\d+)\/change\/$/)?.[1] ?? "";
  const address = location.pathname.replace(/(add|\d+\/change)\/$/, "alike/");
  let timer, asked = 0;
  list.className = "alike";
  list.setAttribute("aria-live", "polite");
  input.after(list);

  const show = (rows) => list.replaceChildren(...rows.map(({ label, about, url }) => {
    const row = document.createElement("li"), link = document.createElement("a");
    link.href = url;
    link.target = "_blank";
    link.textContent = label;
    row.append(link, about ? ` ${about}` : "");
    return row;
  }));
  const ask = async () => {
    const turn = ++asked, name = input.value.trim();
    if (name.length < 3) return show([]);
    try {
      const answer = await fetch(`${address}?${new URLSearchParams({ name, but: key })}`);
      const { alike } = await answer.json();
      if (turn === asked) show(alike);
    } catch {
      show([]);
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
}
