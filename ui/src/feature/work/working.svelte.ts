// An action on files: what it would do, then doing it.

import { asError, call } from "../../backend/call";
import { Job } from "../../backend/job.svelte";
import type { AppError, WorkAction, WorkOutcome } from "../../backend/types";

export type Kind = "assign" | "tag" | "untag" | "move";

export class Working {
  foreseen: WorkOutcome | null = $state.raw(null);
  job = new Job("work.apply");
  #refused: AppError | null = $state.raw(null);
  #numbers: number[];
  #asked = 0;

  constructor(numbers: number[]) {
    this.#numbers = numbers;
  }

  get error(): AppError | null {
    return this.job.error ?? this.#refused;
  }

  /** Asks what the action would do; only the answer to the last question counts. */
  async look(action: WorkAction | null) {
    const asked = ++this.#asked;
    this.#refused = null;
    if (!action) {
      this.foreseen = null;
      return;
    }
    try {
      const foreseen = await call("work.check", { numbers: this.#numbers, action });
      if (asked === this.#asked) this.foreseen = foreseen;
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.foreseen = null;
      this.#refused = asError(thrown);
    }
  }

  apply(action: WorkAction): Promise<WorkOutcome | null> {
    return this.job.run({ numbers: this.#numbers, action });
  }
}
