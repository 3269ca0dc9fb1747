// A mailbox that is looked through: what was found in it, and what is ticked. It outlives the page.

import { SvelteSet } from "svelte/reactivity";

import { Job } from "../../backend/job.svelte";
import type { MailboxCandidate } from "../../backend/types";
import { go } from "../../page.svelte";
import { adding } from "./adding.svelte";

class Mailbox {
  readonly scan = new Job("evidence.scan");
  readonly take = new Job("evidence.take");
  path = $state("");
  domains = $state("");
  /** Messages to take, by their place in the mailbox. */
  ticked = new SvelteSet<number>();
  active = $state(0);
  top = $state(0);

  begin(path: string) {
    if (this.scan.busy || this.take.busy) return;
    this.path = path;
    this.scan.clear();
    this.take.clear();
    this.ticked.clear();
  }

  async look() {
    const domains = this.domains.split(/[\s,;]+/).filter(Boolean);
    [this.active, this.top] = [0, 0];
    this.ticked.clear();
    const found = await this.scan.run({ path: this.path.trim(), domains });
    found?.candidates.forEach((candidate, index) => {
      if (candidate.proposed) this.ticked.add(index);
    });
  }

  tick(index: number, candidate: MailboxCandidate | undefined) {
    if (!candidate || candidate.already_there || candidate.too_large) return;
    if (!this.ticked.delete(index)) this.ticked.add(index);
  }

  /** Takes what is ticked, and shows what becomes of it. */
  async takeTicked(claimant: number | null) {
    const scanned = this.scan.result;
    if (!scanned) return;
    const messages = scanned.candidates
      .filter((_, index) => this.ticked.has(index))
      .map(({ path, offset, position, sha256 }) => ({ path, offset, position, sha256 }));
    const report = await this.take.run({ scan: scanned.scan, path: this.path.trim(), messages, claimant });
    if (!report) return;
    adding.show(report);
    this.begin("");
    go({ name: "intake" });
  }

  /** Nothing of a locked matter stays in memory. */
  forget() {
    this.begin("");
    this.domains = "";
  }
}

export const mailbox = new Mailbox();
