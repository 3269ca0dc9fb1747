// The tone of what became of a file.

import type { ItemState } from "../../backend/types";
import type { Tone } from "../../component/Mark.svelte";

export const RESULT_TONES: Record<ItemState, Tone> = {
  assigned: "good",
  unassigned: "warn",
  "already-there": "plain",
  failed: "bad",
};
