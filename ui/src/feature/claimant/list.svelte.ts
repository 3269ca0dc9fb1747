// The list of claimants: numbers first, rows for what is in sight. It outlives the page, so that one comes back
// to where one was, and knows who is before and after whom.

import { asError, call } from "../../backend/call";
import { revision } from "../../backend/change.svelte";
import { Rows } from "../../backend/rows.svelte";
import type {
  AppError,
  Change,
  ClaimantFilter,
  ClaimantQuery,
  ClaimantRow,
  Count,
  FilterOn,
  Sort,
  ViewColumn,
} from "../../backend/types";
import { USUAL } from "./column";

const FIRST_PAGE = 200;
const BLANK: ClaimantQuery = { text: "", filters: [], sort: "name", descending: false };
/** Conditions that stand above the list; the others are added as they are needed. */
export const USUAL_FILTERS: FilterOn[] = ["status", "notice", "cohort", "outcome", "flag", "overridden"];

class ClaimantList {
  query: ClaimantQuery = $state({ ...BLANK });
  counts: Count[] = $state.raw([]);
  #failure: AppError | null = $state.raw(null);
  loaded = $state(false);
  /** Whether `numbers` are of a search: what is typed now may not be answered yet. */
  filtered = $state(false);
  /** Claimants that a number elsewhere stands for, and what the number is; the query narrows them. */
  within: { numbers: Set<number>; words: string } | null = $state.raw(null);
  /** Claimants who are ticked, wherever they are in the list. */
  selected: ReadonlySet<number> = $state.raw(new Set<number>());
  columns: ViewColumn[] = $state.raw(USUAL);
  active = $state(-1);
  top = $state(0);
  #rows = new Rows<number, ClaimantRow>(
    (numbers) => call("claimant.rows", { numbers }),
    (row) => row.number,
  );
  #asked = 0;

  constructor() {
    revision.hear((changes) => this.#changed(changes));
  }

  get error(): AppError | null {
    return this.#failure ?? this.#rows.error;
  }

  get numbers(): number[] {
    return this.#rows.keys;
  }

  /** Asks for the numbers again; only the answer to the last question counts. */
  async load(begin = true) {
    const asked = ++this.#asked;
    const query = $state.snapshot(this.query);
    try {
      if (begin && !this.within) {
        // What is in sight comes first; where everybody else is follows.
        const first = await call("claimant.page", { query, after: null, limit: FIRST_PAGE });
        if (asked !== this.#asked) return;
        this.#rows.keys = first;
        this.loaded = true;
        [this.active, this.top] = [-1, 0];
      }
      const [found, counts] = await Promise.all([call("claimant.ids", query), call("claimant.counts", {})]);
      if (asked !== this.#asked) return;
      const within = this.within;
      const numbers = within ? found.filter((number) => within.numbers.has(number)) : found;
      this.#rows.keys = numbers;
      this.filtered = within !== null || query.text !== "" || query.filters.length > 0;
      this.counts = counts;
      this.#failure = null;
      this.loaded = true;
      this.active = Math.min(this.active, numbers.length - 1);
      if (this.selected.size > 0) {
        const there = new Set(numbers);
        this.selected = new Set([...this.selected].filter((number) => there.has(number)));
      }
    } catch (error) {
      if (asked === this.#asked) this.#failure = asError(error);
    }
  }

  set(change: Partial<ClaimantQuery>) {
    Object.assign(this.query, change);
    void this.load();
  }

  /** The values of a condition; empty when there is none. */
  values(on: FilterOn): string[] {
    return this.query.filters.find((filter) => filter.on === on)?.any ?? [];
  }

  /** Puts a condition in place of the one on the same thing; without values it goes. */
  filter(on: FilterOn, any: string[]) {
    const others = this.query.filters.filter((filter) => filter.on !== on);
    this.set({ filters: any.length > 0 ? [...others, { on, any }] : others });
  }

  /** Shows whoever fits these conditions, and nobody else. */
  show(filters: ClaimantFilter[], query: Partial<ClaimantQuery> = {}) {
    this.within = null;
    this.query = { ...BLANK, ...query, filters };
    this.loaded = false;
    void this.load();
  }

  /** Ticks a claimant, or takes the tick away. */
  tick(number: number) {
    const selected = new Set(this.selected);
    if (!selected.delete(number)) selected.add(number);
    this.selected = selected;
  }

  /** Ticks everybody whom the list shows, or nobody. */
  tickAll(all: boolean) {
    this.selected = new Set(all ? this.numbers : []);
  }

  /** The ticked claimants in the order of the list. */
  get ticked(): number[] {
    return this.numbers.filter((number) => this.selected.has(number));
  }

  /** Shows the claimants behind a number, and nobody else. */
  only(numbers: number[], words: string) {
    this.within = { numbers: new Set(numbers), words };
    this.query = { ...BLANK, sort: "number" };
    this.loaded = false;
    void this.load();
  }

  /** Shows everybody again whom the query finds. */
  widen() {
    this.within = null;
    void this.load();
  }

  sort(by: Sort) {
    this.set({ sort: by, descending: this.query.sort === by ? !this.query.descending : by === "updated" });
  }

  clear() {
    this.within = null;
    this.set({ ...BLANK, sort: this.query.sort, descending: this.query.descending });
  }

  /** The row at a place in the list; undefined until it has come. */
  row(index: number): ClaimantRow | undefined {
    return this.#rows.at(index);
  }

  /** Fetches the rows in sight. */
  see(first: number, last: number) {
    this.#rows.see(first, last);
  }

  /** The claimant `step` places from `number` in the list as it is sorted and filtered. */
  beside(number: number, step: 1 | -1): number | undefined {
    const index = this.numbers.indexOf(number);
    return index < 0 ? undefined : this.numbers[index + step];
  }

  place(number: number): number {
    return this.numbers.indexOf(number);
  }

  /** Nothing of a locked matter stays in memory. */
  forget() {
    this.#asked++;
    this.#rows.forget(null);
    this.#rows.keys = [];
    this.counts = [];
    this.loaded = false;
    this.filtered = false;
    this.within = null;
    this.query = { ...BLANK };
    this.selected = new Set();
    this.columns = USUAL;
    this.active = -1;
    this.top = 0;
  }

  #changed(changes: Change[]) {
    const mine = changes.filter(({ noun }) =>
      ["claimant", "classification", "evidence", "import", "override", "work"].includes(noun),
    );
    if (mine.length === 0) return;
    for (const { number } of mine) this.#rows.forget(number);
    if (this.loaded) void this.load(false);
  }
}

export const list = new ClaimantList();
