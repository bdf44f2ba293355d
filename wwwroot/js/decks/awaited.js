// @ts-check
/** Looks every second how far the server's work is, and shows its own words for it. What else stands on the page is left alone. */

const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-awaited]"));
if (box?.id) void look(box);

/** @param {HTMLElement} shown */
async function look(shown) {
  while (shown.hasAttribute("data-awaited")) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.getElementById(shown.id);
      if (!next) return location.reload();
      if (next.innerHTML !== shown.innerHTML) shown.innerHTML = next.innerHTML;
      shown.toggleAttribute("data-awaited", next.hasAttribute("data-awaited"));
    } catch {
      // No line: the work goes on without us.
    }
  }
}
