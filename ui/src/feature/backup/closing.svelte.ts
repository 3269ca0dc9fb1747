// What happens before the window closes: somebody is told of work that still runs, the page keeps its draft, and the matter
// is copied where that is wanted.

import { asError, call } from "../../backend/call";
import { jobs, stopJobs } from "../../backend/job.svelte";
import type { AppError } from "../../backend/types";
import { pages } from "../../page.svelte";

class Closing {
  busy = $state(false);
  /** Why no copy was made. The next attempt closes without one. */
  error: AppError | null = $state.raw(null);
  #told = $state(false);

  /** Work runs that closing would stop, and somebody was told so. The next attempt stops it. */
  get stops(): boolean {
    return this.#told && jobs.all.length > 0;
  }

  /** Refuses, once, while work runs; and once when the copy that is wanted could not be made. */
  async prepare() {
    if (jobs.all.length > 0 && !this.#told) {
      this.#told = true;
      throw new Error("work is running");
    }
    this.#told = false;
    await stopJobs();
    await pages.leave();
    if (this.error) return;
    this.busy = true;
    try {
      await call("backup.on_close", {});
    } catch (error) {
      this.error = asError(error);
      throw error;
    } finally {
      this.busy = false;
    }
  }
}

export const closing = new Closing();
