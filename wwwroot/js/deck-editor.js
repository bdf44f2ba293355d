// @ts-check
/** Editing a deck: preview while one types, saving by itself, and nothing lost when the tab closes or the line does. */

const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-deck]"));
const text = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("Draft"));
const revision = /** @type {HTMLInputElement} */ (form.elements.namedItem("Revision"));
const preview = /** @type {HTMLElement} */ (document.querySelector("#preview"));
const note = /** @type {HTMLElement} */ (document.querySelector("#saved"));
const key = `deck-${form.dataset.deck}`;
const saved = text.value;
let waiting = 0;
let isSaving = false;
let last = new AbortController();

restore();
text.addEventListener("input", () => {
  localStorage.setItem(key, JSON.stringify({ text: text.value, revision: revision.value }));
  later(700);
});
form.querySelector("[name=Tongue]")?.addEventListener("change", () => void show());
document.querySelector("#load-saved")?.addEventListener("click", () => {
  localStorage.removeItem(key);
  text.value = saved;
  /** @type {HTMLElement} */ (document.querySelector("#unsaved")).hidden = true;
  void show();
});

/** A closed tab or a lost line left a newer text on this device. */
function restore() {
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  // Only the page that answers a sent form knows what became of it: the line may have broken on the way there.
  const { answer } = form.dataset;
  if (answer === "refused" && kept?.text === saved) return;
  if (!kept || answer === "taken" || kept.text === saved) return localStorage.removeItem(key);
  text.value = kept.text;
  revision.value = kept.revision;
  /** @type {HTMLElement} */ (document.querySelector("#unsaved")).hidden = false;
  void show();
}

/** @param {number} wait In milliseconds. */
function later(wait) {
  clearTimeout(waiting);
  waiting = setTimeout(() => void work(), wait);
}

async function work() {
  await show();
  await save();
}

async function show() {
  last.abort();
  last = new AbortController();
  try {
    const answer = await fetch(form.dataset.preview ?? "", {
      method: "POST",
      body: new FormData(form),
      signal: last.signal,
    });
    if (answer.ok) preview.innerHTML = await answer.text();
  } catch {
    // Cut off, or overtaken by the next key.
  }
}

/** One at a time: a second one on its way would speak of a revision that the first has just made old. */
async function save() {
  if (isSaving) return;
  isSaving = true;
  const sent = text.value;
  try {
    const answer = await fetch(`/decks/${form.dataset.deck}/draft`, { method: "POST", body: new FormData(form) });
    if (answer.status === 409) return form.requestSubmit(); // the page shows both texts
    if (!answer.ok) throw new Error(String(answer.status));
    const now = await answer.json();
    revision.value = String(now.revision);
    const publish = /** @type {HTMLButtonElement} */ (form.querySelector('[value="publish"]'));
    publish.disabled = now.problems > 0;
    // The server stamps translations; the caret stays where it is.
    if (text.value === sent && now.draft !== sent) replaceKeepingCaret(now.draft);
    if (text.value === sent || text.value === now.draft) localStorage.removeItem(key);
    else later(700);
    note.textContent = (note.dataset.saved ?? "").replace(
      "{0}",
      new Date().toLocaleTimeString(document.documentElement.lang),
    );
  } catch {
    note.textContent = note.dataset.notSaved ?? "";
    later(5000);
  } finally {
    isSaving = false;
  }
}

/** @param {string} next */
function replaceKeepingCaret(next) {
  const lines = text.value.slice(0, text.selectionStart).split("\n");
  const column = lines[lines.length - 1].length;
  text.value = next;
  const before =
    next
      .split("\n")
      .slice(0, lines.length - 1)
      .join("\n").length + (lines.length > 1 ? 1 : 0);
  text.setSelectionRange(before + column, before + column);
}
export {};
