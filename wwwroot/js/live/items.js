// @ts-check
/** Action items: worded by secretaries, confirmed by each side's representative over the same version, then agreed. */
import { find, h, maybe, refill } from "./dom.js";
import { act, data, language, line, local, t, tongue } from "./room.js";

/** @typedef {import("./state.js").Item} Item */

const unsent = `item-${data.meetingId}`;
/** @type {{ item: Item | null, op: string } | null} */
let editing = null;

export function beginAgreeing() {
  const form = /** @type {HTMLFormElement | null} */ (maybe("#item-form"));
  if (form) {
    find("#new-item").addEventListener("click", () => edit(form, null));
    find("#item-cancel").addEventListener("click", () => close(form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void save(form);
    });
    form.addEventListener("input", () => localStorage.setItem(unsent, JSON.stringify([...new FormData(form)])));
  }
  line.addEventListener("state", show);
  tongue.addEventListener("change", show);
}

function show() {
  const { state, you } = line;
  if (!state) return;
  const add = maybe("#new-item");
  if (add) add.hidden = !you?.steers;
  const items = state.items.map(item);
  refill(find("#items"), items.length ? items : [h("li", { class: "muted" }, t("live.no_items"))]);
  const count = maybe("#item-count");
  if (count) count.textContent = state.items.length ? String(state.items.length) : "";
  warnIfChanged();
}

/** @param {Item} i */
function item(i) {
  const { wording } = i;
  return h(
    "li",
    { class: `item ${i.status}`, "data-item": i.id },
    h("p", { class: "item-text" }, local(wording.text)),
    h("p", { class: "item-other muted", lang: otherLanguage() }, wording.text[otherLanguage()] ?? ""),
    h(
      "p",
      { class: "small" },
      `${local(data.sides[wording.ownerSide])}: ${local(wording.owner)}`,
      wording.due ? ` · ${t("live.due")} ${day(wording.due)}` : "",
    ),
    h(
      "p",
      { class: "inline tight" },
      h("span", { class: `tag ${i.status}` }, t(`action_status.${i.status}`)),
      wording.needsDeliberation && h("span", { class: "tag warn" }, t("live.needs_deliberation")),
      sideMark(i, "host"),
      sideMark(i, "partner"),
      h("span", { class: "muted small hash", title: t("live.version") }, `#${i.hash.slice(0, 6)}`),
    ),
    i.doneNote && h("p", { class: "answer" }, i.doneNote),
    h("div", { class: "inline tight" }, ...buttons(i)),
  );
}

/** @param {Item} i @param {"host" | "partner"} side */
function sideMark(i, side) {
  const yes = i[side];
  const drops = side === "host" ? i.hostWouldDrop : i.partnerWouldDrop;
  const text = drops ? t("live.would_drop") : yes ? t("live.confirmed") : t("live.unconfirmed");
  return h("span", { class: `tag ${drops ? "warn" : yes ? "good" : ""}` }, `${local(data.sides[side])}: ${text}`);
}

/** @param {Item} i */
function buttons(i) {
  const { you } = line;
  if (!you || i.status === "done" || i.status === "dropped") return [];
  const all = [];
  const side = you.side === "host" ? "host" : "partner";
  const button = (/** @type {string} */ key, /** @type {() => unknown} */ onclick, look = "quiet") =>
    h("button", { class: look, "data-key": `${key}${i.id}`, onclick }, t(`live.${key}`));
  if (you.represents && i.status === "proposed") {
    if (i[side]) all.push(button("withdraw", () => act("WithdrawConfirmation", [i.id])));
    else if (complete(i)) all.push(button("confirm", () => act("ConfirmItem", [i.id, i.hash]), ""));
    else all.push(h("span", { class: "muted small" }, t("live.incomplete")));
  }
  if (you.steers) {
    const form = /** @type {HTMLFormElement | null} */ (maybe("#item-form"));
    if (form) all.push(button("edit_item", () => edit(form, i)));
    if (i.status === "agreed") all.push(button("start", () => act("StartItem", [i.id])));
    const drops = side === "host" ? i.hostWouldDrop : i.partnerWouldDrop;
    all.push(drops ? button("keep", () => act("KeepItem", [i.id])) : button("drop", () => act("DropItem", [i.id])));
    if (i.status !== "proposed") all.push(finish(i));
  }
  return all;
}

/** @param {Item} i */
function finish(i) {
  return h(
    "form",
    {
      class: "inline tight",
      onsubmit: (/** @type {SubmitEvent} */ e) => {
        e.preventDefault();
        const note = new FormData(/** @type {HTMLFormElement} */ (e.target)).get("note");
        void act("FinishItem", [i.id, note]);
      },
    },
    h("input", {
      name: "note",
      required: true,
      maxlength: 2000,
      placeholder: t("live.done_note"),
      "aria-label": t("live.done_note"),
      "data-key": `f${i.id}`,
    }),
    h("button", { class: "quiet", "data-key": `done${i.id}` }, t("live.finish")),
  );
}

/** @param {Item} i */
const complete = (i) => Object.values(data.sideLanguages).every((l) => i.wording.text[l] && i.wording.owner[l]);

const otherLanguage = () => Object.values(data.sideLanguages).find((l) => l !== language) ?? "en";

/** A date has no zone: it is the same day everywhere. @param {string} iso */
const day = (iso) =>
  new Date(`${iso}T00:00:00Z`).toLocaleDateString(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

/** @param {HTMLFormElement} form @param {Item | null} i */
function edit(form, i) {
  editing = { item: i, op: crypto.randomUUID() };
  form.reset();
  form.hidden = false;
  find("#item-changed").hidden = true;
  if (i) fill(form, i);
  else for (const [name, value] of JSON.parse(localStorage.getItem(unsent) ?? "[]")) set(form, name, value);
  /** @type {HTMLElement} */ (form.querySelector("textarea"))?.focus();
}

/** @param {HTMLFormElement} form @param {Item} i */
function fill(form, i) {
  for (const l of Object.values(data.sideLanguages)) {
    set(form, `text.${l}`, i.wording.text[l] ?? "");
    set(form, `owner.${l}`, i.wording.owner[l] ?? "");
  }
  set(form, "side", i.wording.ownerSide);
  set(form, "due", i.wording.due ?? "");
  set(form, "deliberation", i.wording.needsDeliberation ? "on" : "");
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function set(form, name, value) {
  const field = /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name));
  if (field?.type === "checkbox") field.checked = value === "on";
  else if (field) field.value = value;
}

/** @param {HTMLFormElement} form */
async function save(form) {
  if (!editing) return;
  const read = new FormData(form);
  const texts = (/** @type {string} */ part) =>
    Object.fromEntries(Object.values(data.sideLanguages).map((l) => [l, String(read.get(`${part}.${l}`) ?? "")]));
  const wording = {
    text: texts("text"),
    owner: texts("owner"),
    ownerSide: read.get("side"),
    due: read.get("due") || null,
    needsDeliberation: read.get("deliberation") === "on",
  };
  const { item: was, op } = editing;
  const saved = was
    ? await act("RewordItem", [was.id, was.revision, wording], { op })
    : await act("ProposeItem", [wording], { op });
  if (!saved) return warnIfChanged();
  localStorage.removeItem(unsent);
  close(form);
}

/** @param {HTMLFormElement} form */
function close(form) {
  editing = null;
  form.hidden = true;
}

/** The other side reworded it meanwhile: shows theirs beside the form, and saves over it only knowingly. */
function warnIfChanged() {
  if (!editing?.item) return;
  const now = line.state?.items.find((i) => i.id === editing?.item?.id);
  if (!now || now.revision === editing.item.revision) return;
  const note = find("#item-changed");
  note.hidden = false;
  note.replaceChildren(
    h("strong", {}, t("live.changed_meanwhile")),
    ...Object.entries(now.wording.text).map(([l, text]) => h("p", { lang: l }, text)),
  );
  editing = { item: now, op: crypto.randomUUID() };
}
