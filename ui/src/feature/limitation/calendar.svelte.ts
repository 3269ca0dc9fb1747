// The matter's calendar of time limits. It outlives the page, so that one comes back to where one was.

import { Job } from "../../backend/job.svelte";
import type { LimitationEntry } from "../../backend/types";

export const PARTS = ["passed", "running", "unknown"] as const;
export type Part = (typeof PARTS)[number];

/** Which part of the calendar an entry stands in. */
export function partOf({ standing, on }: LimitationEntry): Part {
  if (standing === "passed") return "passed";
  return on === null ? "unknown" : "running";
}

class Calendar {
  readonly job = new Job("limitation.calendar");
  readonly exporting = new Job("limitation.export");
  /** Clocks that do not set the date of a claimant are shown too. */
  all = $state(false);
  /** The entry that is open, by its place. */
  open: number | null = $state(null);
  top = 0;

  get entries(): LimitationEntry[] {
    const entries = this.job.result?.entries ?? [];
    return this.all ? entries : entries.filter(({ pleaded }) => pleaded);
  }

  async load() {
    if (!this.job.busy) await this.job.run({});
  }

  /** Nothing of a locked matter stays in memory. */
  forget() {
    this.job.clear();
    this.exporting.clear();
    [this.open, this.top] = [null, 0];
  }
}

export const calendar = new Calendar();
