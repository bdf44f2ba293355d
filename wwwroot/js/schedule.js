// @ts-check
/** Helps with the scheduling form: both clocks while one types, further rows, one sending. The form works without it. */

const fallback = ["FallbackDate", "FallbackTime", "FallbackHour"];
const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-once]"));

clocks();
for (const rows of form.querySelectorAll("[data-rows]")) moreRows(/** @type {HTMLElement} */ (rows));
onlyPartner();
onlyOnce();
keepTyped();

function clocks() {
  const place = /** @type {HTMLElement | null} */ (form.querySelector("[data-times-here]"));
  if (!place) return;
  let timer = 0;
  let last = new AbortController();
  const read = async () => {
    const typed = new FormData(form);
    const query = new URLSearchParams();
    for (const name of ["Date", "Time", "Zone", "Minutes", "Hour", "Partner", "Kind", ...fallback]) {
      const value = typed.get(`Form.${name}`);
      if (value) query.set(name, String(value));
    }
    for (const asked of form.querySelectorAll("[data-zone]:checked")) {
      if (!asked.closest("[hidden]")) query.append("zones", /** @type {HTMLElement} */ (asked).dataset.zone ?? "");
    }
    last.abort();
    last = new AbortController();
    try {
      const answer = await fetch(`/meetings/times?${query}`, { signal: last.signal });
      if (answer.ok) place.innerHTML = await answer.text();
    } catch {
      // Cut off or overtaken by the next key: the clocks that are shown are renewed then.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(read, 200);
  });
}

/** @param {HTMLElement} rows */
function moreRows(rows) {
  const add = /** @type {HTMLButtonElement} */ (rows.querySelector("[data-add-row]"));
  add.hidden = false;
  add.addEventListener("click", () => {
    const all = rows.querySelectorAll("[data-row]");
    const row = /** @type {HTMLElement} */ (all[all.length - 1].cloneNode(true));
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("input, select"))) {
      field.name = field.name.replace(/\[\d+\]/, `[${all.length}]`);
      if (field.type === "hidden") field.value = "00000000-0000-0000-0000-000000000000";
      else if (field.type !== "number" && field.tagName === "INPUT") field.value = "";
    }
    all[all.length - 1].after(row);
    /** @type {HTMLElement | null} */ (row.querySelector("input:not([type=hidden])"))?.focus();
  });
}

function onlyPartner() {
  const partner = /** @type {HTMLSelectElement | null} */ (form.querySelector("[data-partner]"));
  const show = () => {
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-community]"))) {
      group.hidden = group.dataset.own === undefined && group.dataset.community !== partner?.value;
    }
  };
  partner?.addEventListener("change", show);
  if (partner) show();
}

/** A second press while the first is under way sends nothing; the server would take it for the same anyway. */
function onlyOnce() {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
}

/** What was typed into a new meeting survives a closed tab. */
function keepTyped() {
  const key = form.dataset.keep;
  if (!key) return;
  const kept = JSON.parse(sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? "null");
  const texts = /** @type {NodeListOf<HTMLInputElement>} */ (
    form.querySelectorAll("input:not([type=hidden]):not([type=checkbox]):not([type=radio])")
  );
  if (kept) for (const field of texts) if (!field.defaultValue && kept[field.name]) field.value = kept[field.name];
  form.addEventListener("input", () => {
    const now = Object.fromEntries([...texts].map((f) => [f.name, f.value]));
    localStorage.setItem(key, JSON.stringify(now));
  });
  form.addEventListener("submit", () => localStorage.removeItem(key));
  if (kept) form.dispatchEvent(new Event("input"));
}
export {};
