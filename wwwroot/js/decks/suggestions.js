// @ts-check
/** Shows how far a machine's suggestions are, and loads the page anew when they are there. Without it one reloads by hand. */

for (const place of document.querySelectorAll("[data-suggesting]")) void watch(/** @type {HTMLElement} */ (place));

/** @param {HTMLElement} place */
async function watch(place) {
  const progress = place.querySelector("progress");
  const words = /** @type {HTMLElement | null} */ (place.querySelector("[data-words]"));
  for (;;) {
    await new Promise((done) => setTimeout(done, 1000));
    try {
      const answer = await fetch(place.dataset.suggesting ?? "", { headers: { Accept: "application/json" } });
      if (!answer.ok) break;
      const now = await answer.json();
      if (now.isOver) break;
      if (progress) progress.value = now.done;
      if (words) words.textContent = (words.dataset.words ?? "").replace("{0}", now.done).replace("{1}", now.all);
    } catch {
      // The line is away; the work goes on without us.
    }
  }
  location.reload();
}
export {};
