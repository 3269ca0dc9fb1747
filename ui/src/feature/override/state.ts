// Whether what a person said counts, in words and a tone.

import type { OverrideView } from "../../backend/types";
import type { Tone } from "../../component/Mark.svelte";

type Said = Pick<OverrideView, "state" | "fresh_look">;

export function stateTone({ state, fresh_look }: Said): Tone {
  if (state === "ended") return "plain";
  return state === "needs-second-person" || fresh_look ? "warn" : "good";
}

/** The keys of the words for it; what needs a second person may need a fresh look as well. */
export function stateWords({ state, fresh_look }: Said): string[] {
  if (state === "ended") return ["override-ended"];
  const words = state === "needs-second-person" ? ["override-needs-second-person"] : [];
  if (fresh_look) words.push("override-needs-fresh-look");
  return words.length > 0 ? words : ["override-stands"];
}
