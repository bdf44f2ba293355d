// @ts-check
/** The participant's page: follows the slides in their language, browses on their own, asks, and sees what is agreed. */
import { find, maybe } from "./dom.js";
import { beginAsking } from "./ask.js";
import { deckAtHand } from "./deck.js";
import { beginAgreeing } from "./items.js";
import { begin, line, t, tongue } from "./room.js";
import { Stage } from "./stage.js";

const stage = new Stage(find("#stage"));
/** @type {string | null} The slide that the reader looks at by themselves; null while they follow. */
let own = null;

line.addEventListener("state", () => void follow());
tongue.addEventListener("change", () => void follow());
find("#back-to-live").addEventListener("click", () => browse(null));
find("#previous").addEventListener("click", () => void turn(-1));
find("#next").addEventListener("click", () => void turn(1));
addEventListener("keydown", (event) => {
  if (/** @type {HTMLElement} */ (event.target).closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "ArrowLeft") void turn(-1);
  else if (event.key === "ArrowRight") void turn(1);
  else if (event.key === "Escape") browse(null);
});
swipes(find("#stage"));
beginAsking();
beginAgreeing();
begin();

async function follow() {
  const { state } = line;
  if (!state?.deck || !state.slideId) {
    // Until the line is up, the slide that came with the page stays.
    if (state) stage.clear();
    return;
  }
  maybe("#no-deck")?.setAttribute("hidden", "");
  const shown = own ?? state.slideId;
  await stage.show(state.deck, shown, own && own !== state.slideId ? Infinity : state.step);
  document.body.dataset.slide = shown;
  document.body.dataset.browsing = String(own !== null);
  find("#back-to-live").hidden = own === null;
  const slides = (await deckAtHand(state.deck))?.slides ?? [];
  const at = slides.findIndex((s) => s.id === shown);
  find("#place").textContent = at < 0 ? "" : t("live.place", at + 1, slides.length);
  /** @type {HTMLButtonElement} */ (find("#previous")).disabled = at <= 0;
  /** @type {HTMLButtonElement} */ (find("#next")).disabled = at >= slides.length - 1;
}

/** @param {string | null} slideId */
function browse(slideId) {
  own = slideId;
  void follow();
}

/** @param {number} by */
async function turn(by) {
  const { state } = line;
  if (!state?.deck) return;
  const slides = (await deckAtHand(state.deck))?.slides ?? [];
  const at = slides.findIndex((s) => s.id === (own ?? state.slideId));
  const to = slides[at + by];
  if (to) browse(to.id);
}

/** @param {HTMLElement} element */
function swipes(element) {
  let from = { x: 0, y: 0 };
  element.addEventListener("touchstart", ({ touches: [touch] }) => (from = { x: touch.clientX, y: touch.clientY }), {
    passive: true,
  });
  element.addEventListener("touchend", ({ changedTouches: [touch] }) => {
    const x = touch.clientX - from.x;
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(touch.clientY - from.y)) void turn(x < 0 ? 1 : -1);
  });
}
