// Taking files in as evidence: from a drop, the dialog or a typed path.

import { Job } from "../../backend/job.svelte";

class Adding {
  readonly job = new Job("evidence.add");
  /** The dialog is open, and for whom the files are; undefined when it is closed. */
  for: number | null | undefined = $state(undefined);

  ask(claimant: number | null) {
    if (!this.job.busy) this.job.clear();
    this.for = claimant;
  }

  close() {
    this.for = undefined;
  }

  async add(paths: string[], claimant: number | null) {
    if (paths.length === 0) return;
    this.for = claimant;
    await this.job.run({ paths, claimant });
  }
}

export const adding = new Adding();
