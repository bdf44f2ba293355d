// @ts-check
/** The button that prints appears where it works: without scripts the browser's own menu does it. */
const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-print]"));
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
export {};
