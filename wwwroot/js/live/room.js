// @ts-check
/** What every live page shares: its data, its texts, the line, and the truth about the line. */
import { find, h, maybe } from "./dom.js";
import { Line } from "./line.js";

/** @typedef {{ id: string, minutes: number, title: Record<string, string> }} AgendaItem */
/**
 * @type {{ meetingId: string, language: string, texts: Record<string, Record<string, string>>, agenda: AgendaItem[],
 *   sides: Record<string, Record<string, string>>, sideLanguages: Record<string, string>, start: string, minutes: number,
 *   zone: string, zoneName: Record<string, string> }}
 */
export const data = JSON.parse(find("#room-data").textContent ?? "{}");

/** The reader's language: for slides and for the page, changed without asking the network. */
export let language = localStorage.getItem(`language-${data.meetingId}`) ?? data.language;

export const line = new Line(data.meetingId);

/** Announces a new language to whoever shows texts. */
export const tongue = new EventTarget();

/** @param {string} key @param {...(string | number)} values */
export function t(key, ...values) {
  const text = data.texts[language]?.[key] ?? data.texts.en?.[key] ?? key;
  return text.replace(/\{(\d+)\}/g, (_, i) => String(values[Number(i)] ?? ""));
}

/** The text in the reader's language, else in any. @param {Record<string, string> | undefined} texts */
export const local = (texts) => texts?.[language] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? "";

/** @param {string} code */
export function speak(code) {
  language = code;
  localStorage.setItem(`language-${data.meetingId}`, code);
  document.cookie = `language=${code}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.lang = code;
  translatePage();
  tongue.dispatchEvent(new Event("change"));
  if (line.you && line.standing === "live") void line.ask("ChooseLanguage", [code]).catch(() => {});
}

/** Says what went wrong, once, where eyes and screen readers find it. @param {string} text */
export function say(text) {
  const note = h("p", { class: "toast", role: "status" }, text);
  find("#toasts").append(note);
  setTimeout(() => note.remove(), 7000);
}

/**
 * Asks the room, and says so when it refuses or cannot be reached. No button pretends to have worked.
 * @param {string} method @param {any[]} args @param {{ op?: string, until?: number }} [how]
 */
export async function act(method, args, how) {
  // What can wait for the line says until when; a press that cannot is refused at once, not a silent half-minute later.
  if (line.standing !== "live" && !how?.until) {
    say(t("live.not_sent"));
    return false;
  }
  try {
    const receipt = await line.ask(method, args, how);
    if (!receipt.ok) say(t(`refusal.${receipt.refusal?.code}`));
    return receipt.ok;
  } catch {
    say(t("live.not_sent"));
    return false;
  }
}

function translatePage() {
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = t(/** @type {HTMLElement} */ (element).dataset.t ?? "");
  }
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", t(/** @type {HTMLElement} */ (element).dataset.tLabel ?? ""));
  }
  for (const element of document.querySelectorAll("[data-t-texts]")) {
    element.textContent = local(JSON.parse(/** @type {HTMLElement} */ (element).dataset.tTexts ?? "{}"));
  }
  for (const button of document.querySelectorAll("[data-speak]")) {
    button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.speak === language));
  }
}

function showStanding() {
  const { standing } = line;
  document.body.dataset.standing = standing;
  document.body.dataset.seq = String(line.seq);
  const pill = maybe("#standing");
  if (pill) {
    const clock = new Date(line.confirmedAt).toLocaleTimeString(language, { timeStyle: "medium" });
    const text = standing === "lost" ? t("live.last_confirmed", clock) : t(`live.${standing}`);
    if (pill.textContent !== text) pill.textContent = text;
  }
  const cover = maybe("#cover");
  if (cover) {
    cover.hidden = standing !== "waiting" && standing !== "out";
    find("#cover-text").textContent =
      standing === "out" ? t(`refusal.${line.refusal}`) : standing === "waiting" ? t("live.lobby") : "";
  }
}

function showStatus() {
  const status = line.state?.status ?? "";
  document.body.dataset.status = status;
  document.body.dataset.seq = String(line.seq);
  const banner = maybe("#banner");
  if (!banner) return;
  banner.hidden = status !== "paused" && status !== "closed" && status !== "scheduled" && status !== "cancelled";
  const goesOn = line.state?.goesOn;
  if (status === "paused") banner.textContent = t(`live.paused.${line.state?.pausedFor}`);
  else if (status === "scheduled" && goesOn) banner.textContent = t("live.goes_on", agreed(goesOn), city(goesOn.zone));
  else banner.textContent = status ? t(`live.status.${status}`) : "";
}

/** The agreed local time in words. Read as UTC, so that no zone data of the browser's, maybe a year old, shifts it. @param {{ local: string }} time */
const agreed = ({ local: time }) =>
  new Intl.DateTimeFormat(language, {
    dateStyle: "full",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: "UTC",
  }).format(new Date(`${time}Z`));

/** @param {string} zone */
const city = (zone) => (zone === data.zone ? local(data.zoneName) : zone.slice(zone.lastIndexOf("/") + 1));

export function begin() {
  document.documentElement.lang = language;
  for (const button of document.querySelectorAll("[data-speak]")) {
    button.addEventListener("click", () => speak(/** @type {HTMLElement} */ (button).dataset.speak ?? language));
  }
  line.addEventListener("standing", showStanding);
  line.addEventListener("state", showStatus);
  tongue.addEventListener("change", () => (showStanding(), showStatus()));
  translatePage();
  showStanding();
  void line.start();
}
