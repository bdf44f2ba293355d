// @ts-check
/** Pages of documents in the previews of a deck, also when a preview comes anew. */

const preview = document.querySelector("#preview");
if (preview) {
  new MutationObserver(() => drawPagesIn(preview)).observe(preview, { childList: true });
  drawPagesIn(preview);
}

/** @param {Element} root */
export function drawPagesIn(root) {
  if (root.querySelector("canvas[data-pdf]")) void import("/js/live/pages.js").then(({ drawPages }) => drawPages(root));
}
