// One language of all texts at a time, and beside each field in which languages it is written.
"use strict";

{
  const root = document.documentElement;
  const TEXT = ":is(input, textarea)[lang]";
  // Before anything is drawn, so that nothing moves: that of the page, which stands first.
  root.dataset.writing = root.lang;

  const begin = () => {
    const list = document.querySelector(".writing");
    if (!list) return delete root.dataset.writing;
    const tabs = [...list.children];
    const rows = () => [...document.querySelectorAll(".form-multiline")].filter((row) => row.querySelector(TEXT));
    const textOf = (row, language) => row.querySelector(`${TEXT}[lang="${language}"]`);

    const count = () => {
      for (const tab of tabs) {
        const texts = [...document.querySelectorAll(`${TEXT}[lang="${tab.dataset.language}"]`)];
        tab.querySelector(".count").textContent = texts.filter((text) => text.value.trim()).length || "";
      }
    };
    const show = () => {
      for (const tab of tabs) {
        const isChosen = tab.dataset.language === root.dataset.writing;
        tab.setAttribute("aria-selected", isChosen);
        tab.tabIndex = isChosen ? 0 : -1;
      }
      count();
      rows().forEach(mark);
    };
    const mark = (row) => {
      for (const button of marksOf(row).children) {
        const { language } = button.dataset;
        const isFilled = Boolean(textOf(row, language)?.value.trim());
        button.classList.toggle("is-filled", isFilled);
        button.ariaLabel = `${button.title}: ${isFilled ? list.dataset.filled : list.dataset.empty}`;
        if (language === root.dataset.writing) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
      }
    };
    const marksOf = (row) => {
      const there = row.querySelector(":scope > .written");
      if (there) return there;
      const marks = document.createElement("div");
      marks.className = "written";
      marks.append(...tabs.filter((tab) => textOf(row, tab.dataset.language)).map((tab) => {
        const button = document.createElement("button");
        button.type = "button";
        // With the keyboard one chooses for the whole form, and is not held up at each field.
        button.tabIndex = -1;
        button.textContent = button.dataset.language = tab.dataset.language;
        button.title = tab.firstChild.textContent.trim();
        return button;
      }));
      row.append(marks);
      return marks;
    };
    const choose = (language) => {
      root.dataset.writing = language;
      show();
    };

    list.addEventListener("click", ({ target }) => {
      const tab = target.closest("[role=tab]");
      if (tab) choose(tab.dataset.language);
    });
    list.addEventListener("keydown", (event) => {
      const at = tabs.indexOf(document.activeElement);
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const tab = tabs.at(next % tabs.length);
      tab.focus();
      choose(tab.dataset.language);
    });
    document.addEventListener("click", ({ target }) => {
      const button = target.closest(".written button");
      if (!button) return;
      choose(button.dataset.language);
      textOf(button.closest(".form-multiline"), button.dataset.language)?.focus();
    });
    document.addEventListener("input", ({ target }) => {
      if (!target.matches(TEXT)) return;
      count();
      mark(target.closest(".form-multiline"));
    });
    // A script has filled in a text.
    document.addEventListener("change", ({ target }) => {
      if (target.matches(TEXT)) show();
    });
    document.addEventListener("formset:added", show);

    if (!rows().length) return;
    list.hidden = false;
    show();
  };
  document.addEventListener("DOMContentLoaded", begin);
}
