// Taking files in as evidence: from a drop, the dialog or a typed path.

import { Job } from "../../backend/job.svelte";
import type { EvidenceReport } from "../../backend/types";
import { go } from "../../page.svelte";
import { fileName } from "../../text/format";

class Adding {
  readonly job = new Job("evidence.add");
  /** The dialog is open, and for whom the files are; undefined when it is closed. */
  for: number | null | undefined = $state(undefined);
  /** What became of what was taken in last. */
  report: EvidenceReport | null = $state.raw(null);
  /** Where one was in the report. */
  shown = $state("all");
  active = $state(0);
  top = $state(0);

  #paths: string[] = [];
  #waiting: { paths: string[]; claimant: number | null }[] = [];

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
    this.#waiting.push({ paths, claimant });
    if (!this.job.busy) void this.#work();
    go({ name: "intake" });
  }

  /** What was dropped while files were taken in follows them. */
  async #work() {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      this.#paths = next.paths;
      this.show(null);
      this.show(await this.job.run({ ...next, readmit: false }));
    }
  }

  /** The path that was given for a file of this name; null when it lay in a folder. */
  pathOf(name: string): string | null {
    return this.#paths.find((path) => fileName(path) === name) ?? null;
  }

  show(report: EvidenceReport | null) {
    this.report = report;
    [this.shown, this.active, this.top] = ["all", 0, 0];
  }

  /** Nothing of a locked matter stays in memory. */
  forget() {
    this.close();
    this.#waiting = [];
    this.show(null);
    if (!this.job.busy) this.job.clear();
  }
}

export const adding = new Adding();
