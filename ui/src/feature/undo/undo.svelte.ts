// What would be undone next, by its name.

import { asError, call } from "../../backend/call";
import { revision } from "../../backend/change.svelte";
import type { AppError, Undone } from "../../backend/types";
import { pages } from "../../page.svelte";
import { session } from "../../session.svelte";

class UndoState {
  name = $state("");
  undone: Undone | null = $state.raw(null);
  error: AppError | null = $state.raw(null);
  #busy = false;

  constructor() {
    // Whatever is written is in the audit; to ask changes nothing, and must not ask again.
    revision.hear((changes) => {
      if (session.status.registration) return;
      if (changes.some(({ noun }) => noun === "audit" || noun === "matter")) void this.load();
    });
  }

  async load() {
    try {
      this.name = (await call("undo.status", {})).name;
    } catch {
      // Without an open matter there is nothing to undo.
      this.name = "";
    }
  }

  async run() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      // A field that was just left may still be on its way: it is the latest change then.
      await pages.settle();
      await this.load();
      if (!this.name) return;
      this.undone = await call("undo.run", {});
      this.error = null;
    } catch (thrown) {
      this.error = asError(thrown);
    } finally {
      this.#busy = false;
      await this.load();
    }
  }

  forget() {
    this.name = "";
    this.undone = null;
    this.error = null;
  }
}

export const undo = new UndoState();
