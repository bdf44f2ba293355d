// @ts-check
/** Questions from the floor: asked, supported, answered. What was typed survives a lost line and a closed tab. */
import { find, h, maybe, refill } from "./dom.js";
import { act, data, language, line, local, say, t, tongue } from "./room.js";

const unsent = `question-${data.meetingId}`;
/** @type {Set<string>} */
let voted = new Set();

export function beginAsking() {
  const form = /** @type {HTMLFormElement} */ (find("#ask"));
  const box = /** @type {HTMLTextAreaElement} */ (find("#ask textarea"));
  box.value = JSON.parse(localStorage.getItem(unsent) ?? "{}").text ?? "";
  box.addEventListener("input", () => keep(box.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form, box);
  });
  line.addEventListener("state", show);
  tongue.addEventListener("change", show);
}

/** The operation is kept beside the text: sent again after a lost answer, it is the same question. @param {string} text */
function keep(text) {
  const kept = JSON.parse(localStorage.getItem(unsent) ?? "{}");
  localStorage.setItem(unsent, JSON.stringify({ text, op: text === kept.text ? kept.op : crypto.randomUUID() }));
}

/** @param {HTMLFormElement} form @param {HTMLTextAreaElement} box */
async function send(form, box) {
  if (!box.value.trim()) return;
  keep(box.value);
  const { text, op } = JSON.parse(localStorage.getItem(unsent) ?? "{}");
  form.setAttribute("aria-busy", "true");
  if (line.standing !== "live") say(t("live.will_send"));
  const sent = await act("Ask", [language, text], { op, until: Date.now() + 600_000 });
  form.removeAttribute("aria-busy");
  if (!sent) return;
  if (box.value === text) box.value = "";
  localStorage.removeItem(unsent);
  say(t("live.asked"));
}

function show() {
  const { state, you } = line;
  if (!state) return;
  voted = new Set(you?.voted ?? []);
  const open = state.questions.filter((q) => !q.answered).sort((a, b) => b.votes - a.votes);
  const list = find("#questions");
  const items = [...open, ...state.questions.filter((q) => q.answered)].map(item);
  refill(list, items.length ? items : [h("li", { class: "muted" }, t("live.no_questions"))]);
  const count = maybe("#question-count");
  if (count) count.textContent = open.length ? String(open.length) : "";
}

/** @param {import("./state.js").Question} q */
function item(q) {
  const mine = voted.has(q.id);
  const canVote = line.you?.role !== "chamber" && line.state?.status !== "closed";
  return h(
    "li",
    { class: q.answered ? "question answered" : "question" },
    h("p", { lang: q.language }, q.text),
    h("p", { class: "muted small" }, local(data.sides[q.side]), q.answered && ` · ${t("live.answered")}`),
    q.note && h("p", { class: "answer" }, q.note),
    h(
      "div",
      { class: "inline tight" },
      canVote &&
        !q.answered &&
        h(
          "button",
          { class: "quiet vote", "aria-pressed": mine, "data-key": `v${q.id}`, onclick: () => vote(q.id, !mine) },
          `▲ ${q.votes}`,
          h("span", { class: "sr" }, ` ${t("live.upvote")}`),
        ),
      line.you?.steers && steering(q),
    ),
  );
}

/** @param {import("./state.js").Question} q */
function steering(q) {
  if (q.answered)
    return h(
      "button",
      { class: "quiet", "data-key": `r${q.id}`, onclick: () => act("ReopenQuestion", [q.id]) },
      t("live.reopen"),
    );
  return h(
    "form",
    {
      class: "inline tight",
      onsubmit: (/** @type {SubmitEvent} */ e) => {
        e.preventDefault();
        const note = new FormData(/** @type {HTMLFormElement} */ (e.target)).get("note");
        void act("MarkAnswered", [q.id, note || null, language]);
      },
    },
    h("input", {
      name: "note",
      maxlength: 2000,
      placeholder: t("live.answer_note"),
      "aria-label": t("live.answer_note"),
      "data-key": `n${q.id}`,
    }),
    h("button", { class: "quiet", "data-key": `a${q.id}` }, t("live.mark_answered")),
  );
}

/** @param {string} id @param {boolean} wanted */
async function vote(id, wanted) {
  if (!(await act("Upvote", [id, wanted])) || !line.you) return;
  line.you.voted = wanted ? [...line.you.voted, id] : line.you.voted.filter((v) => v !== id);
  show();
}
