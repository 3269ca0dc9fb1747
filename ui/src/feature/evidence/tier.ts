// The tone of a tier, from 0 (nothing) to 5 (strong).

import type { Tone } from "../../component/Mark.svelte";

export function tierTone(tier: number): Tone {
  if (tier >= 4) return "good";
  if (tier >= 2) return "part";
  return tier === 1 ? "warn" : "plain";
}
