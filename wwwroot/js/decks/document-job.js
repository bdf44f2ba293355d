// @ts-check
/** Looks every second how far a document is, and shows the server's own words. */

const box = /** @type {HTMLElement | null} */ (document.querySelector("#document-job"));
if (box && !box.dataset.over) void look(box);

/** @param {HTMLElement} shown */
async function look(shown) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = /** @type {HTMLElement | null} */ (page.querySelector("#document-job"));
      if (!next) return location.reload();
      if (next.innerHTML !== shown.innerHTML) shown.innerHTML = next.innerHTML;
      if (next.dataset.over) return;
    } catch {
      // No line: the work goes on without us.
    }
  }
}
