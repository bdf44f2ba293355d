// @ts-check
/** Pages of documents in the previews of a deck, also when a preview comes anew. */

const preview = document.querySelector("#preview");
if (preview) {
  new MutationObserver(draw).observe(preview, { childList: true });
  draw();
}

function draw() {
  if (preview?.querySelector("canvas[data-pdf]"))
    void import("/js/live/pages.js").then(({ drawPages }) => drawPages(/** @type {Element} */ (preview)));
}
export {};
