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
  /** Something on the page could be kept nowhere, and the page said so. */
  #unkept = false;

  /** Work runs that closing would stop, and somebody was told so. The next attempt stops it. */
  get stops(): boolean {
    return this.#told && jobs.all.length > 0;
  }

  /** Refuses, once each, while work runs, when something typed could be kept nowhere, and when no copy could be made. */
  async prepare() {
    if (jobs.all.length > 0 && !this.#told) {
      this.#told = true;
      throw new Error("work is running");
    }
    this.#told = false;
    await stopJobs();
    await pages.leave().catch((error: unknown) => {
      if (this.#unkept) return;
      this.#unkept = true;
      throw error;
    });
    this.#unkept = false;
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
