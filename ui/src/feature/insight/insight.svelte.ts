// What the whole group shows, as it was counted last. It outlives the page, and is counted again when something changed.

import { asError, call } from "../../backend/call";
import { revision } from "../../backend/change.svelte";
import { Job } from "../../backend/job.svelte";
import type { AppError, Insight, InsightBasis, InsightList } from "../../backend/types";

class Study {
  basis: InsightBasis = $state("said");
  shown: Insight | null = $state.raw(null);
  found: InsightList | null = $state.raw(null);
  error: AppError | null = $state.raw(null);
  loading = $state(false);
  readonly exporting = new Job("insight.export");
  folder = $state("");
  threshold = $state("5");
  withClaimants = $state(true);
  /** Where the page was scrolled to. */
  top = 0;
  #asked = 0;

  constructor() {
    revision.hear((changes) => {
      const mine = ["claimant", "classification", "evidence", "import", "matter"];
      if (changes.some(({ noun }) => mine.includes(noun))) this.forget();
    });
  }

  async load() {
    const asked = ++this.#asked;
    this.loading = true;
    this.error = null;
    try {
      const basis = this.basis;
      const shown = await call("insight.get", { basis });
      if (asked !== this.#asked) return;
      this.shown = shown;
      const found = await call("insight.which_list", { basis });
      if (asked === this.#asked) this.found = found;
    } catch (error) {
      if (asked === this.#asked) this.error = asError(error);
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }

  /** Nothing of a locked matter stays in memory. */
  forget() {
    this.#asked++;
    this.shown = null;
    this.found = null;
    this.loading = false;
    this.top = 0;
  }
}

export const study = new Study();
