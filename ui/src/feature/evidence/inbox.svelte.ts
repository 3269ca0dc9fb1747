// Evidence that belongs to nobody yet: ids first, rows for what is in sight. It outlives the page, so that one comes back to
// where one was, and an item opened from it knows who is before and after it.

import { asError, call } from "../../backend/call";
import { revision } from "../../backend/change.svelte";
import { Rows } from "../../backend/rows.svelte";
import type { AppError, Change, EvidenceRow } from "../../backend/types";
import { t } from "../../text/text";
import { undo } from "../undo/undo.svelte";

/** What was done last, and the name under which it is undone. */
export interface Done {
  words: string;
  id: string;
  undo: string;
}

class Inbox {
  /** Which list: what waits, or what was set aside. */
  state: "unassigned" | "set-aside" = $state("unassigned");
  active = $state(-1);
  top = $state(0);
  loaded = $state(false);
  done: Done | null = $state.raw(null);
  #rows = new Rows<string, EvidenceRow>(
    (ids) => call("evidence.rows", { ids }),
    (row) => row.id,
  );
  #failure: AppError | null = $state.raw(null);
  #asked = 0;

  constructor() {
    revision.hear((changes) => this.#changed(changes));
  }

  get ids(): string[] {
    return this.#rows.keys;
  }

  get error(): AppError | null {
    return this.#failure ?? this.#rows.error;
  }

  async load() {
    const asked = ++this.#asked;
    try {
      const ids =
        this.state === "unassigned"
          ? await call("evidence.unassigned", {})
          : await call("evidence.find", { text: "", claimant: null, state: this.state });
      if (asked !== this.#asked) return;
      this.#rows.keys = ids;
      this.#failure = null;
      this.loaded = true;
      this.active = Math.min(Math.max(this.active, 0), ids.length - 1);
    } catch (error) {
      if (asked === this.#asked) this.#failure = asError(error);
    }
  }

  /** Shows the other list. */
  choose(state: "unassigned" | "set-aside") {
    [this.state, this.active, this.top, this.done] = [state, 0, 0, null];
    void this.load();
  }

  row(index: number): EvidenceRow | undefined {
    return this.#rows.at(index);
  }

  see(first: number, last: number) {
    this.#rows.see(first, last);
  }

  /** The item `step` places from the item `id`. */
  beside(id: string, step: 1 | -1): string | undefined {
    const index = this.ids.indexOf(id);
    return index < 0 ? undefined : this.ids[index + step];
  }

  async assign(row: EvidenceRow, claimant: number, name: string) {
    await this.#do(async () => {
      await call("evidence.assign", { id: row.id, claimant });
      await this.#did(t("inbox-assigned", { file: row.name, name }), row.id);
    });
  }

  async setAside(row: EvidenceRow, reason: string) {
    await this.#do(async () => {
      await call("evidence.set_aside", { id: row.id, reason });
      await this.#did(t("inbox-set-aside", { file: row.name }), row.id);
    });
  }

  async putBack(row: EvidenceRow) {
    await this.#do(async () => {
      await call("evidence.assign", { id: row.id, claimant: null });
      this.done = null;
    });
  }

  async undo() {
    const { done } = this;
    if (!done) return;
    await this.#do(async () => {
      await undo.load();
      // One act, one undo: only what was done elsewhere meanwhile makes taking it back an act of its own.
      if (undo.name === done.undo) await undo.run();
      else await call("evidence.assign", { id: done.id, claimant: null });
      this.done = null;
    });
  }

  async #did(words: string, id: string) {
    await undo.load();
    this.done = { words, id, undo: undo.name };
  }

  /** Nothing of a locked matter stays in memory. */
  forget() {
    this.#asked++;
    this.#rows.forget(null);
    this.#rows.keys = [];
    this.loaded = false;
    this.state = "unassigned";
    this.done = null;
    this.active = -1;
    this.top = 0;
  }

  async #do(work: () => Promise<void>) {
    try {
      this.#failure = null;
      await work();
    } catch (error) {
      this.#failure = asError(error);
    }
  }

  #changed(changes: Change[]) {
    const nouns = changes.map(({ noun }) => noun);
    // Whose an item may be depends on the addresses of every claimant.
    if (!nouns.some((noun) => ["evidence", "claimant", "import"].includes(noun))) return;
    if (nouns.includes("claimant") || nouns.includes("import")) this.#rows.forget(null);
    if (this.loaded) void this.load();
  }
}

export const inbox = new Inbox();
