// Taking files in as evidence: from a drop, the dialog or a typed path.

import { Job } from "../../backend/job.svelte";
import { go } from "../../page.svelte";

class Adding {
  readonly job = new Job("evidence.add");
  /** The dialog is open, and for whom the files are; undefined when it is closed. */
  for: number | null | undefined = $state(undefined);
  /** Where one was in the report. */
  shown = $state("all");
  active = $state(0);
  top = $state(0);

  ask(claimant: number | null) {
    this.for = claimant;
  }

  close() {
    this.for = undefined;
  }

  /** Takes the files in, and shows what becomes of them. */
  add(paths: string[], claimant: number | null) {
    if (paths.length === 0) return;
    this.close();
    if (!this.job.busy) {
      [this.shown, this.active, this.top] = ["all", 0, 0];
      void this.job.run({ paths, claimant });
    }
    go({ name: "intake" });
  }

  /** Nothing of a locked matter stays in memory. */
  forget() {
    this.close();
    if (!this.job.busy) this.job.clear();
  }
}

export const adding = new Adding();
