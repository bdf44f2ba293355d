// @ts-check
/** The picture of hours is one stop for the Tab key; arrows, Home and End move within it. Without this every hour is a link. */

for (const table of document.querySelectorAll("[data-hours]")) moveWithin(/** @type {HTMLTableElement} */ (table));

/** @param {HTMLTableElement} table */
function moveWithin(table) {
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) =>
    [...row.querySelectorAll("td")].map((cell) => /** @type {HTMLElement | null} */ (cell.firstElementChild)),
  );
  for (const cell of rows.flat()) cell?.setAttribute("tabindex", "-1");
  const start = rows.flat().find((cell) => cell?.tagName === "A") ?? rows.flat().find(Boolean);
  start?.setAttribute("tabindex", "0");

  table.addEventListener("keydown", (event) => {
    const here = /** @type {HTMLElement} */ (event.target);
    const y = rows.findIndex((row) => row.includes(here));
    if (y < 0) return;
    const x = rows[y].indexOf(here);
    const next = target(event, rows, x, y);
    if (!next) return;
    event.preventDefault();
    here.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {(HTMLElement | null)[][]} rows
 * @param {number} x
 * @param {number} y
 */
function target(event, rows, x, y) {
  switch (event.key) {
    case "ArrowRight":
      return rows[y].slice(x + 1).find(Boolean);
    case "ArrowLeft":
      return rows[y].slice(0, x).reverse().find(Boolean);
    case "ArrowDown":
      return rows.slice(y + 1).find((row) => row[x])?.[x];
    case "ArrowUp":
      return rows
        .slice(0, y)
        .reverse()
        .find((row) => row[x])?.[x];
    case "Home":
      return rows[y].find(Boolean);
    case "End":
      return [...rows[y]].reverse().find(Boolean);
    default:
      return null;
  }
}
export {};
