// Which tone a state has. The word beside it says it; the tone only helps the eye.

import type { Tone } from "../../component/Mark.svelte";

const NOTICE: Record<string, Tone> = {
  PROVEN: "good",
  SUPPORTED: "part",
  CLAIMED: "warn",
  WRONG_NOTICE: "bad",
};

const OUTCOME: Record<string, Tone> = {
  ACCEPT: "good",
  HOLD_INFO: "part",
  HOLD_REVIEW: "warn",
  MERGE: "warn",
  DECLINE: "bad",
};

const SEVERITY: Record<string, Tone> = { note: "part", warning: "warn", blocking: "bad" };

export const noticeTone = (code: string): Tone => NOTICE[code] ?? "plain";
export const outcomeTone = (code: string): Tone => OUTCOME[code] ?? "plain";
export const severityTone = (code: string): Tone => SEVERITY[code] ?? "plain";
