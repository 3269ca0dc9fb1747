// The register: what stands on it, which version is shown, and the work on it. It outlives the page.

import { asError, call } from "../../backend/call";
import { Job } from "../../backend/job.svelte";
import { Rows } from "../../backend/rows.svelte";
import type { AppError, RegisterRow, RegisterView } from "../../backend/types";

class Register {
  view: RegisterView | null = $state.raw(null);
  error: AppError | null = $state.raw(null);
  tab = $state("list");
  /** The sealed version that is shown; null is the register as it stands. */
  version: number | null = $state(null);
  active = $state(-1);
  top = $state(0);
  readonly entering = new Job("register.enter");
  readonly sealing = new Job("register.seal");
  readonly checking = new Job("register.check");
  readonly validating = new Job("register.validate");
  readonly comparing = new Job("register.changes");
  readonly exporting = new Job("register.export");
  #asked = 0;
  #rows = new Rows<number, RegisterRow>(
    (numbers) => call("register.rows", { version: this.version, numbers }),
    (row) => row.number,
  );

  get numbers(): number[] {
    return this.#rows.keys;
  }

  row(index: number): RegisterRow | undefined {
    return this.#rows.at(index);
  }

  see(first: number, last: number) {
    this.#rows.see(first, last);
  }

  async load() {
    const asked = ++this.#asked;
    try {
      const [view, numbers] = await Promise.all([
        call("register.get", {}),
        call("register.ids", { version: this.version }),
      ]);
      if (asked !== this.#asked) return;
      this.#rows.forget(null);
      this.#rows.keys = numbers;
      [this.view, this.error] = [view, null];
    } catch (error) {
      if (asked === this.#asked) this.error = asError(error);
    }
  }

  async show(version: number | null) {
    this.version = version;
    [this.active, this.top] = [-1, 0];
    await this.load();
  }

  /** Nothing of a locked matter stays in memory. */
  forget() {
    this.#asked++;
    this.#rows.forget(null);
    this.#rows.keys = [];
    for (const job of this.#jobs) job.clear();
    [this.view, this.error, this.version, this.tab] = [null, null, null, "list"];
    [this.active, this.top] = [-1, 0];
  }

  get #jobs() {
    return [this.entering, this.sealing, this.checking, this.validating, this.comparing, this.exporting];
  }
}

export const register = new Register();
