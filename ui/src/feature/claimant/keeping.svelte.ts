// What is typed, kept in the matter's own draft store until it is saved.

import { call } from "../../backend/call";

const KEEP_AFTER = 600;

export class Keeping<T> {
  state: "no" | "soon" | "yes" = $state("no");
  /** How often something was typed: what was saved at an earlier count is not all of it. */
  typed = 0;
  #key: string;
  #value: () => T;
  #failed: (error: unknown) => void;
  #flushing: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(key: string, value: () => T, failed: (error: unknown) => void) {
    [this.#key, this.#value, this.#failed] = [key, value, failed];
  }

  /** Something was typed. */
  change() {
    this.typed += 1;
    this.state = "soon";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), KEEP_AFTER);
  }

  /** Keeps what is typed now, without waiting. */
  async flush() {
    clearTimeout(this.#timer);
    if (this.state !== "soon") return;
    const typed = this.typed;
    try {
      this.#flushing = call("draft.save", { key: this.#key, value: this.#value() });
      await this.#flushing;
      // What was typed while this was on its way is kept by the next one.
      if (typed === this.typed) this.state = "yes";
    } catch (error) {
      this.#failed(error);
    }
  }

  /** What was kept before and not saved, and when. */
  async restore(): Promise<{ value: T | null; saved: string | null }> {
    const { value, saved } = await call("draft.get", { key: this.#key });
    return { value: value as T | null, saved };
  }

  /** Waits for what is on its way, so that it does not come after what is saved now. */
  async settle() {
    clearTimeout(this.#timer);
    await this.#flushing.catch(() => {});
  }

  /** What was typed is saved, and was dropped with that. */
  end() {
    clearTimeout(this.#timer);
    this.state = "no";
  }

  /** Drops what was kept. */
  async discard() {
    this.end();
    await call("draft.discard", { key: this.#key });
  }
}
