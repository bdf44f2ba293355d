// @ts-check
/** The deck of the meeting: one immutable file with every slide in every language, fetched once and kept. */

/**
 * @typedef {{ id: string, layout: string, steps: number, html: Record<string, string>, titles: Record<string, string>,
 *   marks?: Record<string, string> }} Slide
 * @typedef {{ title: Record<string, string>, languages: string[], slides: Slide[] }} Deck
 */

/** @type {Map<string, Promise<Deck>>} */
const decks = new Map();

/** @param {string} version @returns {Promise<Deck>} */
export function deckOf(version) {
  const known = decks.get(version);
  if (known) return known;
  const loading = fetch(`/files/${version}`).then(async (answer) => {
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

/** Pictures of the slides to come are there before the presenter is. @param {Deck} deck */
function preloadPictures(deck) {
  const seen = new Set();
  for (const slide of deck.slides) {
    for (const html of Object.values(slide.html)) {
      for (const [, src] of html.matchAll(/<img[^>]+src="(\/files\/[^"]+)"/g)) seen.add(src);
    }
  }
  for (const src of seen) new Image().src = src;
}
