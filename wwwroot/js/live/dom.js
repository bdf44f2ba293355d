// @ts-check
/** Small hands for the page: elements from data, never from markup, so that no name or question can become a tag. */

/**
 * @param {string} tag
 * @param {Record<string, any>} [props] Attributes; `on…` are listeners, `class` and `data-…` as written, booleans as presence, in `aria-…` as words.
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.startsWith("aria-") && value != null) element.setAttribute(name, String(value));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(.../** @type {(Node | string)[]} */ (children.filter((c) => c != null && c !== false)));
  return element;
}

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement} */
export function find(selector, within = document) {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`No ${selector} on this page`);
  return /** @type {HTMLElement} */ (found);
}

/** Like find, for what not every page has. @param {string} selector @returns {HTMLElement | null} */
export const maybe = (selector) => document.querySelector(selector);

/**
 * Replaces a list's items and keeps the keyboard, and what was being typed, where they were: a question that gets a vote must
 * not take the words out of a secretary's hands.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} items
 */
export function refill(list, items) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const key = list.contains(focused) ? focused?.dataset.key : undefined;
  const typed = new Map(
    [.../** @type {NodeListOf<HTMLInputElement>} */ (list.querySelectorAll("input[data-key]"))].map((i) => [
      i.dataset.key,
      i.value,
    ]),
  );
  list.replaceChildren(...items);
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (list.querySelectorAll("input[data-key]"))) {
    input.value = typed.get(input.dataset.key) ?? input.value;
  }
  if (key) /** @type {HTMLElement | null} */ (list.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus();
}
