// @ts-check
/** Helps with the poll form: both clocks beside each time while one types, and further times. The form works without it. */

const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-poll]"));
const times = /** @type {HTMLElement} */ (form.querySelector("[data-poll-times]"));
const more = /** @type {HTMLButtonElement} */ (form.querySelector("[data-poll-more]"));
const mostRows = 20;

/** @type {Map<Element, number>} */
const waiting = new Map();
/** @type {WeakMap<Element, AbortController>} */
const asking = new WeakMap();

more.type = "button";
more.addEventListener("click", addRow);
form.addEventListener("input", (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const row = field.closest("[data-poll-row]");
  if (row) later(row);
  else if (["Form.Zone", "Form.Minutes", "Form.Partner"].includes(field.name)) for (const each of rows()) later(each);
});

function rows() {
  return [...times.querySelectorAll("[data-poll-row]")];
}

/** @param {Element} row */
function later(row) {
  clearTimeout(waiting.get(row));
  waiting.set(
    row,
    setTimeout(() => read(row), 250),
  );
}

/** @param {Element} row */
async function read(row) {
  const at = rows().indexOf(row);
  const typed = new FormData(form);
  const query = new URLSearchParams({ row: String(at) });
  for (const name of ["Zone", "Minutes", "Partner"]) query.set(name.toLowerCase(), String(typed.get(`Form.${name}`)));
  for (const name of ["Date", "Time", "Hour"]) {
    const value = typed.get(`Form.Times[${at}].${name}`);
    if (value) query.set(name.toLowerCase(), String(value));
  }
  asking.get(row)?.abort();
  const abort = new AbortController();
  asking.set(row, abort);
  try {
    const answer = await fetch(`/polls/times?${query}`, { signal: abort.signal });
    const place = /** @type {HTMLElement} */ (row.querySelector("[data-poll-preview]"));
    if (answer.ok) place.innerHTML = await answer.text();
  } catch {
    // Cut off or overtaken by the next key: the clocks are renewed then.
  }
}

/** The next row begins a day after the last one, at the same time: that is what most people offer. */
function addRow() {
  const all = rows();
  const last = /** @type {HTMLElement} */ (all[all.length - 1]);
  const row = /** @type {HTMLElement} */ (last.cloneNode(true));
  for (const field of row.querySelectorAll("input")) field.name = field.name.replace(/\[\d+\]/, `[${all.length}]`);
  const date = /** @type {HTMLInputElement} */ (row.querySelector("input[type=date]"));
  const day = date.valueAsDate;
  if (day) {
    day.setUTCDate(day.getUTCDate() + 1);
    date.valueAsDate = day;
  }
  const number = row.querySelector(".sr");
  if (number) number.textContent = (number.textContent ?? "").replace(/\d+/, String(all.length + 1));
  last.after(row);
  date.focus();
  later(row);
  more.hidden = all.length + 1 >= mostRows;
}
export {};
