// What happens before the window closes: the page keeps its draft, and the matter is copied where that is wanted.

import { asError, call } from "../../backend/call";
import type { AppError } from "../../backend/types";
import { pages } from "../../page.svelte";

class Closing {
  busy = $state(false);
  /** Why no copy was made. The next attempt closes without one. */
  error: AppError | null = $state.raw(null);

  /** Refuses, once, when the copy that is wanted could not be made. */
  async prepare() {
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
