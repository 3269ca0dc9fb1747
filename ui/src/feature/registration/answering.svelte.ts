// The words that answer a question of the firm, kept as they are typed.

import { asError, call } from "../../backend/call";
import type { Registration, RegistrationAnswering, RegistrationQuestion } from "../../backend/types";
import { Keeping } from "../claimant/keeping.svelte";
import { registering } from "./registering.svelte";

export class Answering {
  text = $state("");
  /** What was typed before and not saved is back. */
  ready = $state(false);
  #code: string;
  #saved: string;
  #keeping: Keeping<string>;

  constructor({ code, answer }: RegistrationQuestion) {
    [this.#code, this.#saved, this.text] = [code, answer, answer];
    const failed = (error: unknown) => (registering.failure = asError(error));
    this.#keeping = new Keeping(`registration:asked:${code}`, () => this.text, failed);
  }

  get given(): RegistrationAnswering {
    return { code: this.#code, text: this.text };
  }

  get kept(): boolean {
    return this.#keeping.state === "yes";
  }

  write(text: string) {
    this.text = text;
    this.#keeping.change();
  }

  /** Brings back what was typed and not saved. */
  async restore() {
    try {
      const { value } = await this.#keeping.restore();
      if (value !== null) this.write(value);
    } catch (error) {
      registering.failure = asError(error);
    }
    this.ready = true;
  }

  /** Saves it, and gives how everything stands then. */
  async save(approved = false): Promise<Registration> {
    await this.#keeping.settle();
    const text = approved ? "" : this.text;
    const saved = await call("registration.answer", { ...this.given, text, approved });
    await this.end();
    return saved;
  }

  /** Whoever leaves the page by another way has it saved too. */
  async leave() {
    if (this.text === this.#saved) return;
    try {
      registering.view = await this.save();
    } catch (error) {
      registering.failure = asError(error);
      throw error;
    }
  }

  /** It is saved: nothing of it is kept as a draft any more. */
  async end() {
    this.#saved = this.text;
    if (this.#keeping.state !== "no") await this.#keeping.discard().catch(() => {});
  }
}
