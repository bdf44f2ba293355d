// @ts-check
/** The chamber's screen: the slides, as large as they go; nobody touches it, so it never asks for anything. */
import { find } from "./dom.js";
import { begin, line, tongue } from "./room.js";
import { Stage } from "./stage.js";

const stage = new Stage(find("#stage"));

line.addEventListener("state", () => void show());
tongue.addEventListener("change", () => void show());
begin();
// A projector must not fall asleep in mid-sentence. Refused or unknown: then the hall's own settings hold.
void navigator.wakeLock?.request("screen").catch(() => {});

async function show() {
  const { state } = line;
  if (!state) return;
  document.body.dataset.slide = state.slideId ?? "";
  if (state.deck) await stage.show(state.deck, state.slideId, state.step);
  else stage.clear();
}
