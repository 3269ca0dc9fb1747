// Which rules are being read: it outlives the page, so that one comes back from a run to where one was.

import { asError, call } from "../../backend/call";
import type { AppError, RuleDifference, RulesChecked, RuleSentences } from "../../backend/types";

class Reading {
  tab = $state("sentences");
  path = $state("");
  checked: RulesChecked | null = $state.raw(null);
  /** The file in sentences, when nothing is wrong with it. */
  sentences: RuleSentences | null = $state.raw(null);
  differences: RuleDifference[] | null = $state.raw(null);
  error: AppError | null = $state.raw(null);
  busy = $state(false);

  /** Looks for mistakes in the file; without any, gives it as sentences. */
  async check() {
    await this.#do(async () => {
      [this.checked, this.sentences] = [null, null];
      const rules = await call("rules.read", { path: this.path.trim() });
      this.checked = await call("rules.check", { rules });
      if (this.checked.problems.length === 0) this.sentences = await call("rules.sentences", { rules });
    });
  }

  /** What would be different if the file were in force. */
  async compare() {
    await this.#do(async () => {
      this.differences = null;
      const after = await call("rules.read", { path: this.path.trim() });
      this.differences = await call("rules.diff", { before: null, after });
    });
  }

  /** Nothing of a locked matter stays in memory. */
  forget() {
    [this.checked, this.sentences, this.differences, this.error] = [null, null, null, null];
    [this.tab, this.path] = ["sentences", ""];
  }

  async #do(work: () => Promise<void>) {
    this.busy = true;
    this.error = null;
    try {
      await work();
    } catch (thrown) {
      this.error = asError(thrown);
    } finally {
      this.busy = false;
    }
  }
}

export const reading = new Reading();
