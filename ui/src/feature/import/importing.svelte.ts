// A spreadsheet on its way in: what its columns mean, what was decided and corrected, what would happen, what happened.

import { Job } from "../../backend/job.svelte";
import type {
  DoubtAnswer,
  ImportCorrection,
  ImportKey,
  ImportPlan,
  ImportRowTaken,
} from "../../backend/types";

class Importing {
  readonly read = new Job("import.read");
  readonly check = new Job("import.check");
  readonly run = new Job("import.claimants");
  readonly faults = new Job("import.faults");
  path = $state("");
  sheet = $state("");
  /** What was said of headings, by heading. */
  columns: Record<string, string> = $state({});
  doubts: DoubtAnswer[] = $state([]);
  corrections: ImportCorrection[] = $state([]);
  rows: ImportRowTaken[] = $state([]);
  key: ImportKey = $state("none");
  /** Something was decided since the file was checked. */
  stale = $state(false);

  get plan(): ImportPlan {
    const { path, sheet, key } = this;
    const columns = Object.entries(this.columns).map(([heading, meaning]) => ({ heading, meaning }));
    const doubts = $state.snapshot(this.doubts);
    const corrections = $state.snapshot(this.corrections);
    const rows = $state.snapshot(this.rows);
    return { path, sheet, columns, doubts, corrections, rows, key };
  }

  /** Begins with a file; nothing that was decided of another one holds for it. */
  async look(path: string, sheet = "") {
    [this.path, this.sheet, this.columns] = [path, sheet, {}];
    [this.doubts, this.corrections, this.rows, this.key] = [[], [], [], "none"];
    this.run.clear();
    this.check.clear();
    this.faults.clear();
    const found = await this.read.run({ path, sheet, columns: [] });
    if (found) await this.again();
  }

  async again() {
    this.stale = false;
    await this.check.run(this.plan);
  }

  async start() {
    const { path } = this;
    await this.run.run({ ...this.plan, error_file: path.replace(/(\.\w+)?$/, ".errors.csv") });
  }

  /** What a heading is taken for. */
  meaning(heading: string, found: string): string {
    return this.columns[heading] ?? found;
  }

  mean(heading: string, meaning: string) {
    this.columns[heading] = meaning;
    this.stale = true;
  }

  decide(answer: DoubtAnswer) {
    const others = this.doubts.filter(({ column, kind }) => column !== answer.column || kind !== answer.kind);
    this.doubts = [...others, answer];
    this.stale = true;
  }

  /** What a person typed into a cell; null where nothing was. */
  corrected(row: number, column: string): string | null {
    return this.corrections.find((one) => one.row === row && one.column === column)?.value ?? null;
  }

  correct(row: number, column: string, value: string) {
    const others = this.corrections.filter((one) => one.row !== row || one.column !== column);
    this.corrections = [...others, { row, column, value }];
    this.stale = true;
  }

  taken(row: number): ImportRowTaken | undefined {
    return this.rows.find((one) => one.row === row);
  }

  take(row: number, taken: Omit<ImportRowTaken, "row"> | null) {
    const others = this.rows.filter((one) => one.row !== row);
    this.rows = taken ? [...others, { row, ...taken }] : others;
    this.stale = true;
  }

  /** Nothing of a locked matter stays in memory. */
  forget() {
    for (const job of [this.read, this.check, this.run, this.faults]) job.clear();
    [this.path, this.sheet, this.columns] = ["", "", {}];
    [this.doubts, this.corrections, this.rows, this.key, this.stale] = [[], [], [], "none", false];
  }
}

export const importing = new Importing();
