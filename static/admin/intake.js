// Cells that are pasted into one cell of a table fill those beside and below it, as in a spreadsheet.
"use strict";

{
  const cellsOf = (body) => [...body.querySelectorAll("td > input[type=text]")];

  document.addEventListener("paste", (event) => {
    const cell = event.target.closest(".intake-grid td > input[type=text]");
    const text = event.clipboardData.getData("text").replace(/\r/g, "").trimEnd();
    if (!cell || !/[\t\n]/.test(text)) return;
    const rows = text.split("\n").map((line) => line.split("\t"));
    const bodies = [...document.querySelectorAll(".intake-grid tbody")];
    const first = bodies.indexOf(cell.closest("tbody")), column = cellsOf(bodies[first]).indexOf(cell);
    const whole = document.getElementById("id_text");
    if (rows.length > bodies.length - first) {
      // Nothing that does not fit may be lost.
      if (!whole) return;
      event.preventDefault();
      whole.value = text;
      whole.focus();
      return;
    }
    event.preventDefault();
    rows.forEach((texts, row) => texts.forEach((each, place) => {
      const input = cellsOf(bodies[first + row])[column + place];
      if (input) input.value = each.trim();
    }));
  });
}
