// A claimant's form as it is typed: kept in the matter's own draft store until it is saved.

import { asError, call } from "../../backend/call";
import type { AppError, Claimant, Registration, RegistrationAnswering } from "../../backend/types";
import { Form } from "../../component/field/form.svelte";
import type { Typed } from "../../component/field/date";
import { blankClaimant, withoutEmptyGroups } from "./blank";

interface Kept {
  claimant: Claimant;
  typed: Record<string, Typed>;
  version: number | null;
}

/** A form for one question of many. */
interface Page {
  code: string;
  /** The parts of the record that it asks for. */
  fields: string[];
  /** The record as it was just read; `kept` says that something was typed here and not saved. */
  begun?: { claimant: Claimant; version: number; kept: boolean } | null;
  /** What is added to a record before it is shown. */
  prepare?: (claimant: Claimant) => void;
}

const SAVE_AFTER = 600;
const CHECK_AFTER = 200;

export class Draft {
  readonly form: Form;
  claimant: Claimant = $state(blankClaimant());
  name = $state("");
  ready = $state(false);
  /** When the draft that was brought back had been kept. */
  restored: string | null = $state(null);
  kept: "no" | "soon" | "yes" = $state("no");
  busy = $state(false);
  /** Counts how often the record was read: a field that keeps what is typed begins again. */
  loaded = $state(0);
  /** Why the record is changed: stands in the history beside every change that is saved from here on. */
  why = $state("");
  /** What was typed so far is in the record. */
  saved = $state(false);
  failure: AppError | null = $state.raw(null);
  #number: number | null;
  #page: Page | null;
  /** The packet whose answers are edited before they are taken, and the claimant whom a person takes them to be of. */
  #packet: { number: number; into: number | null } | null;
  #version: number | null = null;
  /** How often something was typed. */
  #typed = 0;
  #putting: Promise<void> = Promise.resolve();
  #flushing: Promise<unknown> = Promise.resolve();
  #saving: ReturnType<typeof setTimeout> | undefined;
  #checking: ReturnType<typeof setTimeout> | undefined;

  constructor(
    number: number | null,
    page: Page | null = null,
    packet: { number: number; into: number | null } | null = null,
  ) {
    this.#number = number;
    this.#page = page;
    this.#packet = packet;
    this.form = new Form(() => this.#changed());
  }

  get #key(): string {
    if (this.#packet) return `packet:${this.#packet.number}:${this.#packet.into ?? "new"}`;
    return `claimant:${this.#number ?? "new"}${this.#page ? `:${this.#page.code}` : ""}`;
  }

  async load() {
    try {
      const begun = this.#page?.begun;
      if (begun) {
        [this.claimant, this.#version] = [structuredClone(begun.claimant), begun.version];
      } else if (this.#packet) {
        const view = await call("packet.get", this.#packet);
        [this.claimant, this.name] = [view.record, view.packet.name];
        this.#version = view.known?.version ?? null;
      } else if (this.#number !== null) {
        const record = await call("claimant.get", { number: this.#number });
        this.claimant = record.claimant;
        this.name = record.name;
        this.#version = record.version;
      }
      if (!begun || begun.kept) await this.#restore();
      this.#page?.prepare?.(this.claimant);
      this.ready = true;
      this.loaded += 1;
    } catch (error) {
      this.failure = asError(error);
    }
  }

  /** Brings back what was typed and not saved. */
  async #restore() {
    const { value, saved } = await call("draft.get", { key: this.#key });
    const kept = value as Kept | null;
    if (!kept) return;
    // Other questions may have been answered since this one was left.
    if (this.#page) for (const path of this.#page.fields) bring(path, kept.claimant, this.claimant);
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
    clearTimeout(this.#saving);
    clearTimeout(this.#checking);
    if (this.kept !== "soon") return;
    const typed = this.#typed;
    try {
      const value: Kept = {
        claimant: $state.snapshot(this.claimant) as Claimant,
        typed: this.form.typed,
        version: this.#version,
      };
      this.#flushing = call("draft.save", { key: this.#key, value });
      await this.#flushing;
      // What was typed while this was on its way is kept by the next one.
      if (typed === this.#typed) this.kept = "yes";
    } catch (error) {
      this.failure = asError(error);
    }
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
      const typed = this.#typed;
      await this.#store(this.#answers());
      // Something was typed meanwhile: it stays a draft, and is saved when that field is left.
      if (typed === this.#typed) await this.discard();
      this.restored = null;
      this.saved = this.kept === "no";
    } catch (error) {
      this.failure = asError(error);
    }
  }

  async discard() {
    clearTimeout(this.#saving);
    this.kept = "no";
    await call("draft.discard", { key: this.#key });
  }

  /** Looks at the form soon: on leaving a field. */
  check() {
    clearTimeout(this.#checking);
    this.#checking = setTimeout(() => void this.#look(), CHECK_AFTER);
  }

  /** Saves the claimant, and gives its number; null when something has to be corrected first. */
  save(): Promise<number | null> {
    return this.#attempt(async () => {
      await this.#look();
      if (this.form.errors.length > 0) return null;
      const key = this.#key;
      const number = await this.#store(this.#answers());
      clearTimeout(this.#saving);
      this.kept = "no";
      // The record is saved: a draft that stays behind is no reason to save it twice.
      await call("draft.discard", { key }).catch(() => undefined);
      return number;
    });
  }

  /** Saves a page of a registration, and gives how everything stands then; null when something has to be corrected first. */
  savePage(answer: RegistrationAnswering | null): Promise<Registration | null> {
    return this.#attempt(async () => {
      if (Object.keys(this.form.unread).length > 0) {
        await this.#look();
        return null;
      }
      clearTimeout(this.#saving);
      // What is kept as typed must not come after what is saved.
      await this.#flushing.catch(() => {});
      const [code, version] = [this.#page?.code ?? "", this.#version ?? 0];
      const view = await call("registration.save", { code, version, claimant: this.#answers(), answer });
      [this.kept, this.restored] = ["no", null];
      return view;
    });
  }

  /** Tries to save what is typed; null when something has to be corrected first. */
  async #attempt<T>(work: () => Promise<T | null>): Promise<T | null> {
    this.busy = true;
    this.failure = null;
    this.form.submitted = true;
    try {
      await this.form.settle();
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

  async #store(claimant: Claimant): Promise<number> {
    if (this.#packet) {
      return (await call("packet.accept", { ...this.#packet, version: this.#version, claimant })).claimant;
    }
    if (this.#number === null) return (await call("claimant.add", { claimant })).number;
    const edit = { number: this.#number, version: this.#version ?? 0, claimant, why: this.why };
    this.#version = (await call("claimant.edit", edit)).version;
    return this.#number;
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
    this.#typed += 1;
    this.kept = "soon";
    this.saved = false;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => void this.flush(), SAVE_AFTER);
  }
}

/** Brings one field of a record into another record of the same form. */
function bring(path: string, from: Claimant, into: Claimant) {
  const parts = path.split(".");
  const last = parts.pop() ?? "";
  const within = (record: Claimant) =>
    parts.reduce<Record<string, unknown>>(
      (group, part) => group[part] as Record<string, unknown>,
      record as unknown as Record<string, unknown>,
    );
  within(into)[last] = within(from)[last];
}
