// @ts-check
/** The one script of a deck that is read without a line: the reader's language, and the arrow keys. Put inside the file as it is. */
(() => {
  const root = document.documentElement;
  const slides = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main > section")]);
  const switches = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-speak]"));

  /** @param {string} language */
  function speak(language) {
    const at = current();
    root.dataset.speaks = root.lang = language;
    root.classList.add("one-language");
    for (const button of switches) button.setAttribute("aria-pressed", String(button.dataset.speak === language));
    if (window.scrollY > 0) slides[at]?.scrollIntoView();
  }

  /** The slide that the keys came to, while it is seen; else the one at the top. */
  function current() {
    const held = slides.findIndex((slide) => slide === document.activeElement);
    const box = slides[held]?.getBoundingClientRect();
    if (box && box.bottom > 0 && box.top < window.innerHeight) return held;
    return slides.filter((slide) => slide.getBoundingClientRect().top < 60).length - 1;
  }

  for (const button of switches) button.addEventListener("click", () => speak(button.dataset.speak ?? root.lang));
  /** @type {HTMLElement | null} */ (document.querySelector(".languages"))?.removeAttribute("hidden");
  const wanted = navigator.languages
    .map((l) => l.slice(0, 2))
    .find((l) => [...switches].some((button) => button.dataset.speak === l));
  speak(wanted ?? root.dataset.speaks ?? root.lang);

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = slides[Math.min(slides.length - 1, Math.max(0, current() + step))];
    next?.scrollIntoView();
    next?.focus({ preventScroll: true });
  });
})();
