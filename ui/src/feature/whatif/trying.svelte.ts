// The latest what-if: it outlives the page, so that one comes back from a record to where one was.

import { asError, call } from "../../backend/call";
import { Job } from "../../backend/job.svelte";
import { Rows } from "../../backend/rows.svelte";
import type { AppError, RuleFile, WhatIf, WhatIfRow } from "../../backend/types";

class Trying {
  readonly job = new Job("whatif.run");
  readonly exporting = new Job("whatif.export");
  rules = $state("");
  incident: string | null = $state(null);
  /** What was found; it stays until the next one is there. */
  found: WhatIf | null = $state.raw(null);
  /** What was tried to get there: the fields, and the file, may have been changed since. */
  tried: { rules: RuleFile | null; incident_date: string | null } = $state.raw({
    rules: null,
    incident_date: null,
  });
  cancelled = $state(false);
  tab = $state("counts");
  /** Only those who would move so; everybody who would move, without one. */
  way: number | null = $state(null);
  active = $state(-1);
  top = $state(0);
  #failure: AppError | null = $state.raw(null);
  #asked = 0;
  #rows = new Rows<number, WhatIfRow>(
    (numbers) => call("whatif.rows", { id: this.found?.id ?? "", numbers }),
    (row) => row.number,
  );

  get error(): AppError | null {
    const failed = this.cancelled ? null : this.job.error;
    return failed ?? this.#failure ?? this.#rows.error;
  }

  get numbers(): number[] {
    return this.#rows.keys;
  }

  async run() {
    this.cancelled = false;
    this.exporting.clear();
    this.#failure = null;
    const path = this.rules.trim();
    let rules: RuleFile | null = null;
    try {
      if (path) rules = await call("rules.read", { path });
    } catch (error) {
      this.#failure = asError(error);
      return;
    }
    const input = { rules, incident_date: this.incident };
    const found = await this.job.run(input);
    this.cancelled = this.job.error?.code === "cancelled";
    if (!found) return;
    this.found = found;
    this.tried = input;
    this.tab = "counts";
    await this.only(null);
  }

  /** Lists those who would move in one way, or everybody who would move. */
  async only(way: number | null) {
    const asked = ++this.#asked;
    this.way = way;
    this.#failure = null;
    try {
      const numbers = this.found ? await call("whatif.moves", { id: this.found.id, at: way }) : [];
      if (asked !== this.#asked) return;
      this.#rows.forget(null);
      this.#rows.keys = numbers;
      this.active = numbers.length > 0 ? 0 : -1;
      this.top = 0;
    } catch (error) {
      if (asked === this.#asked) this.#failure = asError(error);
    }
  }

  row(index: number): WhatIfRow | undefined {
    return this.#rows.at(index);
  }

  see(first: number, last: number) {
    this.#rows.see(first, last);
  }

  /** Nothing of a locked matter stays in memory; nor does what was found under rules that have changed. */
  forget() {
    this.#asked++;
    this.#rows.forget(null);
    this.#rows.keys = [];
    this.job.clear();
    this.exporting.clear();
    [this.found, this.incident, this.way, this.#failure] = [null, null, null, null];
    [this.rules, this.cancelled, this.active, this.top] = ["", false, -1, 0];
  }
}

export const trying = new Trying();
