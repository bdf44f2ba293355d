// @ts-check
/** Puts a slide on the screen, in a language, up to a step. */
import { deckOf, Withdrawn } from "./deck.js";
import { language, t, tongue } from "./room.js";

export class Stage {
  /** @type {HTMLElement} */ #element;
  #shown = "";
  #again = 0;
  /** @type {{ version: string, slideId: string, step: number } | null} */ #wanted = null;
  #all;

  /** @param {HTMLElement} element @param {{ allSteps?: boolean }} [how] */
  constructor(element, { allSteps = false } = {}) {
    this.#element = element;
    this.#all = allSteps;
    tongue.addEventListener("change", () => {
      const note = /** @type {HTMLElement | null} */ (element.querySelector(".stage-note"));
      if (note) note.textContent = t("live.deck_withdrawn");
      else void this.#draw();
    });
  }

  /** @param {{ version: string, withdrawn: boolean }} deck @param {string | undefined} slideId @param {number} step */
  async show({ version, withdrawn }, slideId, step) {
    if (!slideId) return;
    this.#wanted = { version, slideId, step };
    // Also where the file is at hand still: it was taken back to be seen by nobody.
    if (withdrawn) this.#tellWithdrawn();
    else await this.#draw();
  }

  clear() {
    this.#wanted = null;
    this.#shown = "";
    this.#element.replaceChildren();
  }

  async #draw() {
    if (!this.#wanted) return;
    const { version, slideId, step } = this.#wanted;
    try {
      const deck = await deckOf(version);
      const slide = deck.slides.find((s) => s.id === slideId);
      if (!slide || this.#wanted?.slideId !== slideId) return;
      const reading = slide.html["*"] ? "*" : deck.languages.includes(language) ? language : deck.languages[0];
      const key = `${version} ${slideId} ${reading} ${language}`;
      if (key !== this.#shown) this.#fill(slide, reading);
      this.#shown = key;
      this.#step(step);
    } catch (fault) {
      // The line says what is wrong with it; the last slide that came stays. What was taken back may be published again.
      const isWithdrawn = fault instanceof Withdrawn;
      if (isWithdrawn && this.#wanted?.version === version) this.#tellWithdrawn();
      clearTimeout(this.#again);
      this.#again = setTimeout(() => this.#draw(), isWithdrawn ? 20_000 : 2000);
    }
  }

  #tellWithdrawn() {
    this.#shown = "";
    const note = document.createElement("p");
    note.className = "stage-note";
    note.textContent = t("live.deck_withdrawn");
    this.#element.replaceChildren(note);
  }

  /** @param {import("./deck.js").Slide} slide @param {string} reading */
  #fill(slide, reading) {
    const article = document.createElement("article");
    article.className = `slide layout-${slide.layout}`;
    article.dataset.slide = slide.id;
    article.lang = reading === "*" ? language : reading;
    // Sanitized by the server when it was published, and addressed by its hash since.
    article.innerHTML = slide.html[reading];
    const mark = reading === "*" ? undefined : reading === language ? slide.marks?.[reading] : "missing";
    if (mark) {
      const note = document.createElement("p");
      note.className = "slide-mark";
      note.textContent = t(`live.mark.${mark}`);
      article.append(note);
    }
    this.#element.replaceChildren(article);
    if (article.querySelector("canvas[data-pdf]")) void this.#drawPages(article);
  }

  /** What a page says can be read instead of the page: on a phone its letters are small. @param {HTMLElement} article */
  async #drawPages(article) {
    if (!this.#all && !document.body.querySelector(".chamber")) article.append(textSwitch(article));
    const { drawPages } = await import("./pages.js");
    drawPages(article);
  }

  /** @param {number} step */
  #step(step) {
    for (const part of this.#element.querySelectorAll("[data-step]")) {
      const hidden = !this.#all && Number(/** @type {HTMLElement} */ (part).dataset.step) > step;
      part.classList.toggle("is-hidden", hidden);
      part.setAttribute("aria-hidden", String(hidden));
    }
  }
}

let readsText = false;

/** @param {HTMLElement} article */
function textSwitch(article) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet page-switch";
  const show = () => {
    article.classList.toggle("as-text", readsText);
    button.textContent = t(readsText ? "live.page_picture" : "live.page_text");
  };
  button.addEventListener("click", () => {
    readsText = !readsText;
    show();
  });
  show();
  return button;
}
