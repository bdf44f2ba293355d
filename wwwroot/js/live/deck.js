// @ts-check
/** The deck of the meeting: one immutable file with every slide in every language, fetched once and kept. */

/**
 * @typedef {{ id: string, layout: string, steps: number, html: Record<string, string>, titles: Record<string, string>,
 *   marks?: Record<string, string> }} Slide
 * @typedef {{ title: Record<string, string>, languages: string[], slides: Slide[] }} Deck
 */

/** A deck that nobody can fetch any more: its community has taken it back. */
export class Withdrawn extends Error {}

/** @type {Map<string, Promise<Deck>>} */
const decks = new Map();

/** @param {string} version @returns {Promise<Deck>} */
export function deckOf(version) {
  const known = decks.get(version);
  if (known) return known;
  const loading = fetch(`/files/${version}`).then(async (answer) => {
    if (answer.status === 404) throw new Withdrawn();
    if (!answer.ok) throw new Error(`Deck ${answer.status}`);
    const deck = /** @type {Deck} */ (await answer.json());
    preloadPictures(deck);
    return deck;
  });
  // A deck that did not come is asked for again, not remembered as missing.
  loading.catch(() => decks.delete(version));
  decks.set(version, loading);
  return loading;
}

/** The deck, or nothing while it cannot be had: the stage says why. @param {{ version: string, withdrawn: boolean }} deck */
export const deckAtHand = async ({ version, withdrawn }) =>
  withdrawn ? undefined : deckOf(version).catch(() => undefined);

/** Pictures and documents of the slides to come are there before the presenter is: each in the width that this screen shows. @param {Deck} deck */
function preloadPictures(deck) {
  const seen = new Set();
  for (const slide of deck.slides) {
    for (const html of Object.values(slide.html)) {
      // A template's pictures ask for nothing by themselves.
      const template = document.createElement("template");
      template.innerHTML = html;
      for (const { src, srcset, sizes } of template.content.querySelectorAll("img")) {
        if (seen.has(src)) continue;
        seen.add(src);
        const image = new Image();
        image.sizes = sizes;
        image.srcset = srcset;
        image.src = src;
      }
      for (const canvas of template.content.querySelectorAll("canvas")) seen.add(`pdf ${canvas.dataset.pdf}`);
    }
  }
  const pdfs = [...seen].filter((s) => s.startsWith("pdf ")).map((s) => s.slice(4));
  if (pdfs.length > 0) void import("./pages.js").then((pages) => pdfs.forEach(pages.fetchDocument));
}
