// Rows of a long list: keys first, rows for what is in sight.

import { asError } from "./call";
import type { AppError } from "./types";

const CHUNK = 100;
const KEPT = 5_000;

export class Rows<K, R> {
  keys: K[] = $state.raw([]);
  error: AppError | null = $state.raw(null);
  #rows = new Map<K, R>();
  #seen = $state(0);
  #fetching = false;
  #wanted: [number, number] | null = null;
  #fetchRows: (keys: K[]) => Promise<R[]>;
  #keyOf: (row: R) => K;

  constructor(fetchRows: (keys: K[]) => Promise<R[]>, keyOf: (row: R) => K) {
    this.#fetchRows = fetchRows;
    this.#keyOf = keyOf;
  }

  /** The row at a place in the list; undefined until it has come. */
  at(index: number): R | undefined {
    void this.#seen;
    const key = this.keys[index];
    return key === undefined ? undefined : this.#rows.get(key);
  }

  /** Fetches the rows in sight. While one fetch runs only the latest wish is remembered. */
  see(first: number, last: number) {
    this.#wanted = [first, last];
    if (!this.#fetching) void this.#fetch();
  }

  /** Forgets one row, or all: they are fetched again when they are seen. */
  forget(key: K | null) {
    if (key === null) this.#rows.clear();
    else this.#rows.delete(key);
    this.#seen++;
  }

  async #fetch() {
    this.#fetching = true;
    try {
      for (let wanted = this.#take(); wanted; wanted = this.#take()) {
        if (this.#rows.size > KEPT) this.#rows.clear();
        const rows = await this.#fetchRows(wanted);
        for (const row of rows) this.#rows.set(this.#keyOf(row), row);
        this.#seen++;
        // A key whose row is gone would be asked for again and again.
        if (rows.length < wanted.length) break;
      }
    } catch (error) {
      this.error = asError(error);
    } finally {
      this.#fetching = false;
    }
  }

  #take(): K[] | null {
    if (!this.#wanted) return null;
    const [first, last] = this.#wanted;
    const missing = this.keys.slice(first, last).filter((key) => !this.#rows.has(key));
    if (missing.length === 0) {
      this.#wanted = null;
      return null;
    }
    return missing.slice(0, CHUNK);
  }
}
