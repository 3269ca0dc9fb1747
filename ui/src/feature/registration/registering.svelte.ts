// Where one is in a registration, and how it stands.

import { asError, call } from "../../backend/call";
import { native } from "../../backend/native";
import type {
  AppError,
  PacketSealed,
  Registration,
  RegistrationAnswered,
  RegistrationQuestion,
} from "../../backend/types";
import { pages } from "../../page.svelte";
import { session } from "../../session.svelte";
import { day } from "../../text/format";
import { start } from "../matter/start.svelte";

/** Where Continue leads after one question: on through its task, or back to where it was to be changed. */
type From = "task" | "check";

export type Place =
  | { name: "tasks" }
  | { name: "question"; code: string; from: From }
  | { name: "helper" }
  | { name: "proof" }
  | { name: "consents"; at: number | null }
  | { name: "request" }
  | { name: "asked"; at: number }
  | { name: "check" }
  | { name: "sign" }
  | { name: "sent"; sealed: PacketSealed };

class Registering {
  view: Registration | null = $state.raw(null);
  place: Place = $state.raw({ name: "tasks" });
  failure: AppError | null = $state.raw(null);
  /** The invitation and the folder of a meeting, for the person who comes next. */
  meeting: { invitation: string; out: string } | null = null;

  async load() {
    try {
      this.view = await call("registration.get", {});
    } catch (error) {
      this.failure = asError(error);
    }
  }

  async go(place: Place) {
    await pages.leave();
    await this.load();
    this.place = place;
  }

  question(code: string): RegistrationAnswered | undefined {
    return this.view?.questions.find((question) => question.code === code);
  }

  /** What the firm asks and has no answer that went out yet. */
  get asked(): RegistrationQuestion[] {
    const request = this.view?.request;
    return request && !request.sent ? request.questions : [];
  }

  /** The first page of a task. */
  begin(task: string) {
    if (task === "consents") return void this.go({ name: "consents", at: null });
    const first = this.view?.questions.find((question) => question.task === task);
    if (first) void this.go({ name: "question", code: first.code, from: "task" });
  }

  /** The first page that has something to do, or the check of all answers. */
  goOn() {
    const open = this.view?.questions.find(
      ({ lines, seen, open }) =>
        open.some(({ severity }) => severity === "error") || (!lines.length && !seen),
    );
    if (open) return void this.go({ name: "question", code: open.code, from: "task" });
    const given = this.view?.consents.every((consent) => consent.given !== null);
    void this.go(given ? { name: "check" } : { name: "consents", at: null });
  }

  /** The page after a question, or the one before; at the end of a task, the list of tasks. */
  async move(code: string, from: From, step: 1 | -1) {
    await pages.leave();
    await this.load();
    if (from === "check") return (this.place = { name: "check" });
    const task = this.question(code)?.task;
    const all = this.view?.questions.filter((question) => question.task === task) ?? [];
    const next = all[all.findIndex((question) => question.code === code) + step];
    this.place = next ? { name: "question", code: next.code, from } : { name: "tasks" };
  }

  /** The next thing that the firm asks; after the last, the check of all answers. */
  async moveAsked(at: number) {
    await pages.leave();
    await this.load();
    if (at < 0) this.place = { name: "tasks" };
    else this.place = at < this.asked.length ? { name: "asked", at } : { name: "check" };
  }

  /** Keeps what is typed, locks the folder and closes the window. */
  async leave() {
    if (this.view?.meeting) await this.#forget();
    else await session.lock();
    await native.close();
  }

  /** At a meeting: wipes what was typed, for the person who comes next. */
  async stop() {
    const meeting = this.meeting;
    await this.#forget();
    start.step = meeting ? { name: "meet", ...meeting, wiped: true } : { name: "choose" };
    await session.entered();
  }

  async #forget() {
    try {
      await call("registration.forget", {});
    } catch (error) {
      this.failure = asError(error);
    }
  }

  forget() {
    this.view = null;
    this.place = { name: "tasks" };
    this.failure = null;
  }
}

export const registering = new Registering();

/** What stands in the texts of questions: the days of the incident, and what the other side is called. */
export function facts() {
  const incident = session.profile?.incident;
  const party = incident?.party ?? "";
  return {
    on: day(incident?.on ?? null),
    notice: day(incident?.notice_on ?? null),
    party,
    Party: party.slice(0, 1).toUpperCase() + party.slice(1),
  };
}
