// @ts-check
/** The presenter's console: slides, notes in their own language, time, people; and for secretaries the running of the room. */
import { find, h, maybe, refill } from "./dom.js";
import { beginAsking } from "./ask.js";
import { deckAtHand } from "./deck.js";
import { beginAgreeing } from "./items.js";
import { act, begin, data, language, line, local, t, tongue } from "./room.js";
import { Stage } from "./stage.js";

/**
 * @typedef {{ seatId: string, name: string, side: string, role: string, language: string, present: boolean, waiting: boolean,
 *   removed: boolean, mayPresent: boolean, answer: string }} PersonHere
 */

const current = new Stage(find("#stage"));
const following = new Stage(find("#next-stage"), { allSteps: true });
/** @type {Record<string, Record<string, string>>} */
let notes = {};
let notesOf = "";
/** @type {PersonHere[]} */
let people = [];
/** @type {{ slideId: string, step: number } | null} Where the last press leads, until the room has confirmed it. */
let ahead = null;
let sending = false;
let stood = line.standing;

line.addEventListener("state", () => void show());
line.addEventListener("people", () => void readPeople());
line.addEventListener("standing", () => {
  if (line.standing !== stood) void show();
  stood = line.standing;
  if (line.standing === "live" && people.length === 0) void readPeople();
});
tongue.addEventListener("change", () => (void show(), showPeople()));
find("#forward").addEventListener("click", () => void go(1));
find("#back").addEventListener("click", () => void go(-1));
find("#take").addEventListener("click", () => void act("TakeSlides", []));
find("#release").addEventListener("click", () => void act("ReleaseSlides", [line.state?.fence]));
for (const button of document.querySelectorAll("[data-do]")) {
  const [method, ...args] = JSON.parse(/** @type {HTMLElement} */ (button).dataset.do ?? "[]");
  button.addEventListener("click", () => void act(method, args));
}
find("#admit-all").addEventListener(
  "click",
  () => void act("Admit", [people.filter((p) => p.waiting).map((p) => p.seatId)]),
);
// Remote clickers are keyboards: they send PageUp and PageDown, some of them arrows, B or F5.
addEventListener("keydown", (event) => {
  if (/** @type {HTMLElement} */ (event.target).closest("input, textarea, select, [contenteditable]")) return;
  if (["ArrowRight", "ArrowDown", "PageDown", "Enter"].includes(event.key) || (event.key === " " && !onButton(event)))
    step(event, 1);
  else if (["ArrowLeft", "ArrowUp", "PageUp", "Backspace"].includes(event.key)) step(event, -1);
  else if (event.key === "Home") step(event, -Infinity);
});
setInterval(showTime, 1000);
beginAsking();
beginAgreeing();
begin();

/** @param {Event} event */
const onButton = (event) => /** @type {HTMLElement} */ (event.target).closest("button, a, summary") !== null;

/** @param {KeyboardEvent} event @param {number} by */
function step(event, by) {
  if (event.key === "Enter" && onButton(event)) return;
  event.preventDefault();
  void go(by);
}

const holds = () => line.you !== null && line.state?.slidesHeldBy === line.you.seatId;

/** Without the line no press reaches the room: then none is taken, and the slide that the room last confirmed is shown. */
const drives = () => holds() && line.standing === "live";

async function show() {
  const { state, you } = line;
  if (!state || !you) return;
  document.body.dataset.drives = String(drives());
  find("#forward").toggleAttribute("disabled", !drives());
  find("#back").toggleAttribute("disabled", !drives());
  find("#take").hidden = holds() || !you.mayPresent;
  find("#release").hidden = !holds();
  find("#release").toggleAttribute("disabled", !drives());
  for (const part of document.querySelectorAll("[data-steers]")) /** @type {HTMLElement} */ (part).hidden = !you.steers;
  for (const part of document.querySelectorAll("[data-when]")) {
    const when = /** @type {HTMLElement} */ (part).dataset.when ?? "";
    /** @type {HTMLElement} */ (part).hidden = !you.steers && !holds() ? true : !when.split(" ").includes(state.status);
  }
  showHolder();
  showTime();
  if (!state.deck || !state.slideId) return;
  const shown = (drives() && ahead) || { slideId: state.slideId, step: state.step };
  document.body.dataset.ahead = String(shown === ahead);
  await current.show(state.deck, shown.slideId, shown.step);
  const deck = await deckAtHand(state.deck);
  maybe("#choose-deck")?.toggleAttribute("hidden", !state.deck.withdrawn);
  if (!deck) return clear(state.deck.withdrawn);
  const at = deck.slides.findIndex((s) => s.id === shown.slideId);
  document.body.dataset.slide = shown.slideId;
  find("#place").textContent = t("live.place", at + 1, deck.slides.length);
  const next = deck.slides[at + 1];
  if (next) await following.show(state.deck, next.id, 0);
  else following.clear();
  await showNotes(shown.slideId);
  showSlideList(deck, shown.slideId);
}

/** Without the deck nothing beside it is true; what was said to be guarded is gone with it. @param {boolean} isWithdrawn */
function clear(isWithdrawn) {
  following.clear();
  find("#place").textContent = "";
  find("#notes").replaceChildren();
  find("#slide-list").replaceChildren();
  if (isWithdrawn) maybe("#shows-guarded")?.remove();
}

/** @param {import("./deck.js").Deck} deck @param {string} shown */
function showSlideList(deck, shown) {
  refill(
    find("#slide-list"),
    deck.slides.map((s, i) =>
      h(
        "li",
        {},
        h(
          "button",
          {
            class: "quiet",
            "data-key": s.id,
            "aria-current": s.id === shown && "true",
            disabled: !drives(),
            onclick: () => void send({ slideId: s.id, step: 0 }),
          },
          `${i + 1}. ${s.titles[language] ?? Object.values(s.titles)[0]}`,
        ),
      ),
    ),
  );
}

/** @param {string} slideId */
async function showNotes(slideId) {
  const version = line.state?.deck?.version ?? "";
  if (notesOf !== version) {
    const answer = await fetch(`/m/${data.meetingId}/notes`);
    if (answer.ok) {
      notes = await answer.json();
      notesOf = version;
    }
  }
  const said = notes[slideId] ?? {};
  const reading = said[language] ? language : Object.keys(said)[0];
  const place = find("#notes");
  place.lang = reading ?? language;
  if (reading) place.innerHTML = said[reading];
  else place.textContent = t("live.no_notes");
}

/** One slide on: first its steps, then the next slide. @param {number} by */
async function go(by) {
  const { state } = line;
  if (!drives() || !state?.deck || !state.slideId) return;
  const slides = (await deckAtHand(state.deck))?.slides;
  if (!slides) return;
  const from = ahead ?? { slideId: state.slideId, step: state.step };
  const at = slides.findIndex((s) => s.id === from.slideId);
  if (by === -Infinity) return send({ slideId: slides[0].id, step: 0 });
  const within = from.step + by;
  if (within >= 0 && within <= slides[at].steps) return send({ slideId: from.slideId, step: within });
  const to = slides[at + by];
  if (to) await send({ slideId: to.id, step: by > 0 ? 0 : to.steps });
}

/** Presses made while one is under way go out as one: the room is shown where they lead. @param {{ slideId: string, step: number }} to */
async function send(to) {
  ahead = to;
  void show();
  if (sending) return;
  sending = true;
  while (ahead && line.state) {
    const target = /** @type {{ slideId: string, step: number }} */ (ahead);
    const done = await act("ShowSlide", [line.state.fence, target.slideId, target.step]);
    if (!done || ahead === target) ahead = null;
  }
  sending = false;
  void show();
}

function showHolder() {
  const holder = line.state?.slidesHeldBy;
  const name = people.find((p) => p.seatId === holder)?.name;
  find("#holder").textContent = holds()
    ? t("live.you_drive")
    : holder
      ? t("live.drives", name ?? "…")
      : t("live.nobody_drives");
}

async function readPeople() {
  try {
    people = await line.fetch("People");
  } catch {
    return; // the line says what is wrong with it; it is read again when somebody comes or goes
  }
  showPeople();
  showHolder();
}

function showPeople() {
  const waiting = people.filter((p) => p.waiting && !p.removed);
  find("#lobby").hidden = waiting.length === 0 || !line.you?.steers;
  refill(
    find("#waiting"),
    waiting.map((p) =>
      h(
        "li",
        { class: "row" },
        h("span", {}, p.name),
        h("button", { "data-key": `w${p.seatId}`, onclick: () => act("Admit", [[p.seatId]]) }, t("live.admit")),
      ),
    ),
  );
  const here = people.filter((p) => p.present && !p.removed);
  find("#here-count").textContent = String(here.length);
  refill(find("#here"), here.slice(0, 300).map(person));
}

/** @param {PersonHere} p */
function person(p) {
  const me = p.seatId === line.you?.seatId;
  return h(
    "li",
    { class: "row" },
    h("span", {}, p.name, h("span", { class: "muted small" }, ` · ${local(data.sides[p.side])} · ${p.language}`)),
    h(
      "span",
      { class: "inline tight" },
      !me &&
        drives() &&
        p.mayPresent &&
        h(
          "button",
          { class: "quiet", "data-key": `h${p.seatId}`, onclick: () => act("HandOver", [line.state?.fence, p.seatId]) },
          t("live.hand_over"),
        ),
      !me &&
        line.you?.steers &&
        h("button", { class: "quiet danger", "data-key": `x${p.seatId}`, onclick: () => remove(p) }, t("live.remove")),
    ),
  );
}

/** @param {PersonHere} p */
function remove(p) {
  if (confirm(t("live.remove_sure", p.name))) void act("Remove", [p.seatId]);
}

function showTime() {
  const { state } = line;
  const now = line.now();
  const elapsed = state?.openedAt ? now - Date.parse(state.openedAt) : 0;
  find("#elapsed").textContent = `${clock(elapsed)} / ${clock(data.minutes * 60_000)}`;
  const list = maybe("#agenda");
  if (!list) return;
  for (const line_ of list.querySelectorAll("[data-agenda]")) {
    const id = /** @type {HTMLElement} */ (line_).dataset.agenda;
    const isCurrent = id === state?.agendaItemId;
    line_.setAttribute("aria-current", String(isCurrent));
    const minutes = Number(/** @type {HTMLElement} */ (line_).dataset.minutes);
    const since = isCurrent && state?.agendaItemOpenedAt ? now - Date.parse(state.agendaItemOpenedAt) : 0;
    const place = find(".agenda-time", line_);
    place.textContent = isCurrent ? `${clock(since)} / ${clock(minutes * 60_000)}` : t("live.minutes", minutes);
    place.classList.toggle("over", since > minutes * 60_000);
  }
}

/** @param {number} ms */
function clock(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:` : ""}${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}
