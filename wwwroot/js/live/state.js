// @ts-check
/**
 * The room's public state as this client folds it from facts. It mirrors src/MeetingHub.Domain/Folds/LiveState.cs, and
 * `fingerprint` mirrors Fingerprint.cs: the server's heartbeat proves that both arrive at the same.
 *
 * @typedef {{ id: string, side: string, language: string, text: string, votes: number, answered: boolean, note?: string }} Question
 * @typedef {{ text: Record<string, string>, ownerSide: string, owner: Record<string, string>, due?: string, needsDeliberation: boolean }} Wording
 * @typedef {{ id: string, proposedBy: string, revision: number, wording: Wording, hash: string, status: string, host: boolean,
 *   partner: boolean, hostWouldDrop: boolean, partnerWouldDrop: boolean, doneNote?: string }} Item
 * @typedef {{ status: string, pausedFor?: string, pausedAt?: string, openedAt?: string,
 *   deck?: { deckId: string, version: string, title: Record<string, string>, withdrawn: boolean }, slideId?: string, step: number,
 *   slidesHeldBy?: string, fence: number, agendaItemId?: string, agendaItemOpenedAt?: string,
 *   goesOn?: { local: string, zone: string },
 *   questions: Question[], items: Item[] }} State
 * @typedef {{ epoch: string, seq: number, at: string, type?: string, fact?: any }} Told
 */

/**
 * The state after one more fact. A fact of a kind that this version does not know changes nothing.
 * @param {State} state
 * @param {Told} told
 * @returns {State}
 */
export function apply(state, { type, fact, at }) {
  switch (type) {
    case "meeting_opened":
      return { ...state, status: "open", openedAt: state.openedAt ?? at, goesOn: undefined };
    case "meeting_paused":
      return { ...state, status: "paused", pausedFor: fact.reason, pausedAt: at };
    case "meeting_resumed":
      return { ...state, status: "open", pausedFor: undefined, pausedAt: undefined };
    case "meeting_closed":
      return { ...state, status: "closed", pausedFor: undefined, pausedAt: undefined, slidesHeldBy: undefined };
    case "meeting_cancelled":
      return { ...state, status: "cancelled", goesOn: undefined };
    case "meeting_postponed":
      return postponed(state, fact);
    case "meeting_rescheduled":
      return state.goesOn ? { ...state, goesOn: time(fact.plan) } : state;
    case "agenda_item_opened":
      return { ...state, agendaItemId: fact.agendaItemId, agendaItemOpenedAt: at };
    case "deck_placed":
      return placed(state, fact);
    case "deck_withdrawn":
      return { ...state, deck: state.deck && { ...state.deck, withdrawn: true } };
    case "slides_taken":
      return { ...state, slidesHeldBy: fact.seatId, fence: fact.fence };
    case "slides_released":
      return { ...state, slidesHeldBy: undefined };
    case "slide_shown":
      return { ...state, slideId: fact.slideId, step: fact.step };
    default:
      return { ...state, questions: asked(state.questions, type, fact), items: agreed(state.items, type, fact) };
  }
}

/** @param {State} state @param {any} fact @returns {State} */
function postponed(state, fact) {
  return {
    ...state,
    status: "scheduled",
    goesOn: time(fact.plan),
    openedAt: undefined,
    pausedFor: undefined,
    pausedAt: undefined,
    slidesHeldBy: undefined,
  };
}

/** @param {{ local: string, zone: string }} plan */
const time = ({ local, zone }) => ({ local, zone });

/** @param {State} state @param {any} deck @returns {State} */
function placed(state, deck) {
  const same = state.deck?.deckId === deck.deckId && deck.slides.find((/** @type {any} */ s) => s.id === state.slideId);
  return {
    ...state,
    deck: { deckId: deck.deckId, version: deck.version, title: deck.title, withdrawn: false },
    slideId: same ? state.slideId : deck.slides[0].id,
    step: same && state.step <= same.steps ? state.step : 0,
  };
}

/** @param {Question[]} questions @param {string | undefined} type @param {any} fact @returns {Question[]} */
function asked(questions, type, fact) {
  const change = (/** @type {(q: Question) => Partial<Question>} */ how) =>
    questions.map((q) => (q.id === fact.questionId ? { ...q, ...how(q) } : q));
  switch (type) {
    case "question_asked": {
      const { questionId: id, side, language, text } = fact;
      return [...questions, { id, side, language, text, votes: 0, answered: false }];
    }
    case "question_upvoted":
      return change((q) => ({ votes: q.votes + 1 }));
    case "upvote_withdrawn":
      return change((q) => ({ votes: q.votes - 1 }));
    case "question_answered":
      return change(() => ({ answered: true, note: fact.note }));
    case "question_reopened":
      return change(() => ({ answered: false, note: undefined }));
    default:
      return questions;
  }
}

/** @param {Item[]} items @param {string | undefined} type @param {any} fact @returns {Item[]} */
function agreed(items, type, fact) {
  const change = (/** @type {Partial<Item>} */ to) => items.map((i) => (i.id === fact.itemId ? { ...i, ...to } : i));
  const side = (/** @type {boolean} */ yes) => change(fact.side === "host" ? { host: yes } : { partner: yes });
  const drop = (/** @type {boolean} */ yes) =>
    change(fact.side === "host" ? { hostWouldDrop: yes } : { partnerWouldDrop: yes });
  switch (type) {
    case "action_item_proposed":
      return [...items, fresh(fact.itemId, fact.by, 1, fact)];
    case "action_item_reworded":
      return items.map((i) => (i.id === fact.itemId ? fresh(i.id, i.proposedBy, fact.revision, fact) : i));
    case "action_item_confirmed":
      return side(true);
    case "confirmation_withdrawn":
      return side(false);
    case "action_item_agreed":
      return change({ status: "agreed" });
    case "action_item_started":
      return change({ status: "in_progress" });
    case "action_item_done":
      return change({ status: "done", doneNote: fact.note });
    case "drop_asked":
      return drop(true);
    case "drop_ask_withdrawn":
      return drop(false);
    case "action_item_dropped":
      return change({ status: "dropped" });
    default:
      return items;
  }
}

/** @param {string} id @param {string} by @param {number} revision @param {any} fact @returns {Item} */
function fresh(id, by, revision, fact) {
  return {
    id,
    proposedBy: by,
    revision,
    wording: fact.wording,
    hash: fact.hash,
    status: "proposed",
    host: false,
    partner: false,
    hostWouldDrop: false,
    partnerWouldDrop: false,
  };
}

/** @param {State} s */
export function fingerprint(s) {
  const flag = (/** @type {boolean} */ yes) => (yes ? "1" : "0");
  let line = `${s.status}|${s.pausedFor ?? "-"}|${s.deck?.version ?? "-"}${s.deck?.withdrawn ? "!" : ""}|${s.slideId ?? "-"}#${s.step}|`;
  line += `${s.slidesHeldBy ?? "-"}#${s.fence}|${s.agendaItemId ?? "-"}`;
  for (const q of s.questions) line += `|q${q.id}:${q.votes}:${flag(q.answered)}`;
  for (const i of s.items) {
    line += `|i${i.id}:${i.revision}:${i.hash}:${i.status}:${flag(i.host)}${flag(i.partner)}`;
    line += flag(i.hostWouldDrop) + flag(i.partnerWouldDrop);
  }
  return fnv1a(line);
}

/** FNV-1a, 32 bits. @param {string} text */
function fnv1a(text) {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) & 255), 16777619);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
