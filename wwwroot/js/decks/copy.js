// @ts-check
/** Copies the text of a figure. Where the browser lets no page at its clipboard the button stays away: the text can be selected. */

const said = document.querySelector("#copied");
if (navigator.clipboard)
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-copy]"))) {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }

/** @param {HTMLButtonElement} button */
async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy ?? "");
  if (!(said instanceof HTMLElement)) return;
  // Said anew each time: a live region that is given the same words again stays silent.
  said.textContent = "";
  setTimeout(() => (said.textContent = said.dataset.copied ?? ""));
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), 1500);
}
export {};
