// One of the commands on overrides, and what came of it.

import { asError, call, type Input } from "../../backend/call";
import type { AppError } from "../../backend/types";

type Name = "override.set" | "override.confirm" | "override.withdraw";

export class Saying {
  busy = $state(false);
  error: AppError | null = $state.raw(null);

  /** Whether it was done; `error` says why not. */
  async run<N extends Name>(name: N, input: Input<N>): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      await call(name, input);
      return true;
    } catch (thrown) {
      this.error = asError(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
