// While one types into a field that offers texts, those on record that have what is typed.
"use strict";

{
  let timer, asked = 0;

  const ask = async (list, text) => {
    const turn = ++asked;
    try {
      const answer = await fetch(`${list.dataset.more}&${new URLSearchParams({ text })}`);
      const { offered } = await answer.json();
      if (turn !== asked || !offered.length) return;
      list.replaceChildren(...offered.map((each) => new Option("", each)));
    } catch {
      // What the page has stays.
    }
  };
  document.addEventListener("input", ({ target }) => {
    const list = target.list;
    if (!list?.dataset.more) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 200, list, target.value.trim());
  });
}
