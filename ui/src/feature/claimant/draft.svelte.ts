// A claimant's form as it is typed: kept until it is saved.

import { asError, call } from "../../backend/call";
import type { AppError, Claimant } from "../../backend/types";
import { Form } from "../../component/field/form.svelte";
import type { Typed } from "../../component/field/date";
import { blankClaimant, withoutEmptyGroups } from "./blank";
import { Keeping } from "./keeping.svelte";
import { bring, type FormRecord } from "./record";

interface Kept {
  claimant: Claimant;
  typed: Record<string, Typed>;
  version: number | null;
}

/** A form for a part of the record. */
interface Part {
  /** The fields of the record that it asks for. */
  fields: string[];
  /** The record as it was just read; `kept` says that something was typed here and not saved. */
  begun?: { claimant: Claimant; version: number; kept: boolean } | null;
  /** What is added to a record before it is shown. */
  prepare?: (claimant: Claimant) => void;
}

const CHECK_AFTER = 200;

export class Draft {
  readonly form: Form;
  claimant: Claimant = $state(blankClaimant());
  name = $state("");
  ready = $state(false);
  /** When the draft that was brought back had been kept. */
  restored: string | null = $state(null);
  busy = $state(false);
  /** Counts how often the record was read: a field that keeps what is typed begins again. */
  loaded = $state(0);
  /** Why the record is changed: stands in the history beside every change that is saved from here on. */
  why = $state("");
  /** What was typed so far is in the record. */
  saved = $state(false);
  failure: AppError | null = $state.raw(null);
  #record: FormRecord;
  #part: Part | null;
  #version: number | null = null;
  #keeping: Keeping<Kept>;
  #putting: Promise<void> = Promise.resolve();
  #checking: ReturnType<typeof setTimeout> | undefined;

  constructor(record: FormRecord, part: Part | null = null) {
    [this.#record, this.#part] = [record, part];
    this.form = new Form(() => this.#changed());
    const failed = (error: unknown) => (this.failure = asError(error));
    this.#keeping = new Keeping(record.key, () => this.#typed(), failed);
  }

  /** Whether what is typed is kept: not asked for, soon, or done. */
  get kept() {
    return this.#keeping.state;
  }

  async load() {
    try {
      const begun = this.#part?.begun;
      if (begun) [this.claimant, this.#version] = [structuredClone(begun.claimant), begun.version];
      else {
        const read = await this.#record.read();
        [this.claimant, this.name, this.#version] = [read.claimant, read.name, read.version];
      }
      if (!begun || begun.kept) await this.#restore();
      this.#part?.prepare?.(this.claimant);
      this.ready = true;
      this.loaded += 1;
    } catch (error) {
      this.failure = asError(error);
    }
  }

  /** Brings back what was typed and not saved. */
  async #restore() {
    const { value: kept, saved } = await this.#keeping.restore();
    if (!kept) return;
    // Other parts may have been changed since this one was left.
    if (this.#part) for (const path of this.#part.fields) bring(path, kept.claimant, this.claimant);
    else [this.claimant, this.#version] = [kept.claimant, kept.version];
    this.form.typed = kept.typed;
    this.restored = saved;
  }

  /** The record is another one now, by an undo for example: it is shown, unless something here is not saved yet. */
  async renew(version: number) {
    await this.#putting;
    if (!this.ready || this.kept !== "no" || this.restored || version <= (this.#version ?? 0)) return;
    await this.load();
  }

  /** An earlier draft was brought back, and nobody has said yet that it is to be kept. */
  get untouched(): boolean {
    return this.restored !== null && this.kept === "no";
  }

  /** Keeps what is typed now, without waiting. */
  async flush() {
    clearTimeout(this.#checking);
    await this.#keeping.flush();
  }

  /** Leaves the form: what is right is saved, anything else is kept as it was typed. */
  async leave() {
    if (this.kept === "no" && !this.restored) return;
    await this.form.settle();
    await this.put();
  }

  /** Saves what is typed so far and goes on; what is wrong stays a draft, and the form says what it is. */
  put(): Promise<void> {
    this.#putting = this.#putting.then(() => this.#put());
    return this.#putting;
  }

  async #put() {
    await this.form.read();
    if (this.kept === "no" && !this.restored) return;
    this.failure = null;
    await this.flush();
    await this.#look();
    if (this.failure || this.form.errors.length > 0) return;
    try {
      const typed = this.#keeping.typed;
      await this.#store();
      // Something was typed meanwhile: it stays a draft, and is saved when that field is left.
      if (typed === this.#keeping.typed) await this.discard();
      this.restored = null;
      this.saved = this.kept === "no";
    } catch (error) {
      this.failure = asError(error);
    }
  }

  discard(): Promise<void> {
    return this.#keeping.discard();
  }

  /** Looks at the form soon: on leaving a field. */
  check() {
    clearTimeout(this.#checking);
    this.#checking = setTimeout(() => void this.#look(), CHECK_AFTER);
  }

  /** Saves the record, and gives its number; null when something has to be corrected first. */
  save(): Promise<number | null> {
    return this.#attempt(async () => {
      await this.#look();
      if (this.form.errors.length > 0) return null;
      const number = await this.#store();
      // The record is saved: a draft that stays behind is no reason to save it twice.
      await this.discard().catch(() => undefined);
      return number;
    });
  }

  /** Saves by one call that checks too, and drops what was kept; null when something has to be corrected first. */
  saveBy<T>(store: (claimant: Claimant, version: number) => Promise<T>): Promise<T | null> {
    return this.#attempt(async () => {
      if (Object.keys(this.form.unread).length > 0) {
        await this.#look();
        return null;
      }
      await this.#keeping.settle();
      const done = await store(this.#answers(), this.#version ?? 0);
      this.#keeping.end();
      this.restored = null;
      return done;
    });
  }

  /** Tries to save what is typed; null when something has to be corrected first. */
  async #attempt<T>(work: () => Promise<T | null>): Promise<T | null> {
    this.busy = true;
    this.failure = null;
    this.form.submitted = true;
    try {
      await this.form.settle();
      // Leaving the last field asks for a look, and saving is one.
      clearTimeout(this.#checking);
      return await work();
    } catch (error) {
      const failure = asError(error);
      if (failure.problems.length > 0) this.form.found = failure.problems;
      else this.failure = failure;
      return null;
    } finally {
      this.busy = false;
    }
  }

  async #store(): Promise<number> {
    const { number, version } = await this.#record.save(this.#answers(), this.#version, this.why);
    this.#version = version;
    return number;
  }

  #typed(): Kept {
    const claimant = $state.snapshot(this.claimant) as Claimant;
    return { claimant, typed: this.form.typed, version: this.#version };
  }

  #answers(): Claimant {
    return withoutEmptyGroups($state.snapshot(this.claimant) as Claimant);
  }

  async #look() {
    try {
      this.form.found = await call("claimant.check", { claimant: this.#answers() });
    } catch (error) {
      this.failure = asError(error);
    }
  }

  #changed() {
    this.saved = false;
    this.#keeping.change();
  }
}
