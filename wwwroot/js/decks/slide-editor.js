// @ts-check
/**
 * Working on one slide: saves while one types, keeps on the device what is not saved yet, and shows what a save changed. Each
 * text remembers the wording that it was based on, so that nobody's words are written over.
 */
import { drawPagesIn } from "./previews.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-slide]"));
const note = /** @type {HTMLElement} */ (document.querySelector("#saved"));
const unsaved = /** @type {HTMLElement} */ (document.querySelector("#unsaved"));
const key = `slide-${form.dataset.slide}`;
const texts = /** @type {HTMLTextAreaElement[]} */ ([...form.querySelectorAll("textarea[name^='part.']")]);

/** What stands on the server, as far as this page knows. @type {Map<string, string>} */
const standing = new Map(texts.map((text) => [text.name, text.value]));

let waiting = 0;
let isSaving = false;

restore();
drawPagesIn(form);
for (const text of texts) text.addEventListener("input", () => changed());
document.querySelector("#load-saved")?.addEventListener("click", () => {
  localStorage.removeItem(key);
  location.reload();
});
// A button sends the texts itself; whether they arrived, the page that answers will show.
form.addEventListener("submit", () => clearTimeout(waiting));
addEventListener("keydown", (event) => {
  if (event.altKey && event.key === "PageDown") follow("a[rel=next]", event);
  else if (event.altKey && event.key === "PageUp") follow("a[rel=prev]", event);
  else if (event.ctrlKey && event.key === "Enter") follow("[data-review]", event);
});

function changed() {
  keep();
  clearTimeout(waiting);
  waiting = setTimeout(() => void save(), 700);
}

/** Also in other languages than this page shows. @returns {Record<string, { text: string, base: string }>} */
function kept() {
  return JSON.parse(localStorage.getItem(key) ?? "{}");
}

/** @param {(text: HTMLTextAreaElement) => boolean} isMissing What the server does not have. */
function keep(isMissing = (text) => text.value !== standing.get(text.name)) {
  const now = kept();
  for (const text of texts) {
    if (isMissing(text)) now[text.name] = { text: text.value, base: baseOf(text).value };
    else delete now[text.name];
  }
  if (Object.keys(now).length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(now));
}

/** A closed tab or a lost line left newer texts on this device: with the wording that they were based on. */
function restore() {
  if (form.dataset.answer === "refused") return;
  const aside = [...document.querySelectorAll("[data-aside]")].map((text) => text.textContent.trim());
  const before = kept();
  for (const text of texts) {
    const found = before[text.name];
    if (!found || found.text.trim() === text.value.trim() || aside.includes(found.text.trim())) continue;
    text.value = found.text;
    baseOf(text).value = found.base;
    unsaved.hidden = false;
  }
  keep();
}

/** @param {HTMLTextAreaElement} text */
function baseOf(text) {
  const name = text.name.replace(/^part/, "base");
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

async function save() {
  if (isSaving) return;
  isSaving = true;
  const sent = new Map(texts.map((text) => [text.name, text.value]));
  try {
    const answer = await fetch(form.dataset.save ?? "", { method: "POST", body: new FormData(form) });
    if (answer.status === 409) {
      // Somebody else was faster. Both versions are kept; the page shows them. What was typed since is on this device alone.
      keep((text) => text.value !== sent.get(text.name));
      return location.reload();
    }
    if (answer.status === 422) note.textContent = await answer.text();
    else if (!answer.ok) throw new Error(String(answer.status));
    else take(await answer.text(), sent);
  } catch {
    note.textContent = note.dataset.notSaved ?? "";
    clearTimeout(waiting);
    waiting = setTimeout(() => void save(), 5000);
  } finally {
    isSaving = false;
  }
}

/** @param {string} html @param {Map<string, string>} sent */
function take(html, sent) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  for (const text of texts) settle(text, answer, sent.get(text.name) ?? "");
  answer.querySelector("#bases")?.remove();
  for (const part of answer.querySelectorAll("[data-live]")) {
    document.getElementById(part.id)?.replaceWith(part);
    drawPagesIn(part);
  }
  keep();
  note.textContent = (note.dataset.saved ?? "").replace(
    "{0}",
    new Date().toLocaleTimeString(document.documentElement.lang),
  );
  if (texts.some((text) => text.value !== standing.get(text.name))) changed();
}

/**
 * A text that was saved, or that nobody typed into, follows the server. One that was typed into meanwhile keeps its base: the
 * next save says then whether somebody else wrote there.
 * @param {HTMLTextAreaElement} text @param {Document} answer @param {string} sent
 */
function settle(text, answer, sent) {
  const base = baseOf(text);
  const now = /** @type {HTMLInputElement | null} */ (answer.querySelector(`[name="${base.name}"]`));
  if (!now || now.value === base.value) {
    if (now && sent.trim() === (now.dataset.text ?? "").trim()) standing.set(text.name, sent);
    return;
  }
  const stands = now.dataset.text ?? "";
  if (sent.trim() === stands.trim()) standing.set(text.name, sent);
  else if (text.value === standing.get(text.name)) {
    text.value = stands;
    standing.set(text.name, stands);
  } else return;
  base.value = now.value;
}

/** @param {string} selector @param {KeyboardEvent} event */
function follow(selector, event) {
  const target = document.querySelector(selector);
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  target.click();
}
