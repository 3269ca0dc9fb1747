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
import { t } from "../../text/text";

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

/** Invitation and folder of a meeting; each is no secret, and lives as long as the window. */
interface Meeting {
  invitation: string;
  out: string;
}

const MEETING = "meeting";

/** The meeting that the page went on from, once. */
export function takeMeeting(): Meeting | null {
  const kept = sessionStorage.getItem(MEETING);
  sessionStorage.removeItem(MEETING);
  return kept ? (JSON.parse(kept) as Meeting) : null;
}

class Registering {
  view: Registration | null = $state.raw(null);
  place: Place = $state.raw({ name: "tasks" });
  failure: AppError | null = $state.raw(null);
  /** The invitation and the folder of a meeting, for the person who comes next. */
  meeting: Meeting | null = null;

  async load() {
    try {
      this.view = await call("registration.get", {});
    } catch (error) {
      this.failure = asError(error);
    }
  }

  async go(place: Place) {
    if (await this.#left(null)) this.place = place;
  }

  /** Leaves the page; how everything stands then was said when it was saved, or is asked for. False where it has to stay. */
  async #left(saved: Registration | null): Promise<boolean> {
    this.failure = null;
    try {
      await pages.leave();
    } catch {
      // The page says what it is that cannot be kept.
      return false;
    }
    if (saved) this.view = saved;
    else await this.load();
    return true;
  }

  /** What the page of a question begins with. */
  begun(code: string) {
    const view = this.view;
    if (!view) return null;
    return { claimant: view.claimant, version: view.version, kept: view.unsaved.includes(code) };
  }

  question(code: string): RegistrationAnswered | undefined {
    return this.view?.questions.find((question) => question.code === code);
  }

  /** Which page of its task a question is, in words. */
  step(code: string): string {
    const all = this.#task(code);
    const task = this.view?.tasks.find((task) => task.code === all[0]?.task)?.title ?? "";
    return t("reg-step", { task, at: all.findIndex((one) => one.code === code) + 1, all: all.length });
  }

  /** The questions of the task that this one belongs to. */
  #task(code: string): RegistrationAnswered[] {
    const task = this.question(code)?.task;
    return this.view?.questions.filter((question) => question.task === task) ?? [];
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
  async move(code: string, from: From, step: 1 | -1, saved: Registration | null = null) {
    if (!(await this.#left(saved))) return;
    if (from === "check") return (this.place = { name: "check" });
    const all = this.#task(code);
    const next = all[all.findIndex((question) => question.code === code) + step];
    this.place = next ? { name: "question", code: next.code, from } : { name: "tasks" };
  }

  /** The next thing that the firm asks; after the last, the check of all answers. */
  async moveAsked(at: number, saved: Registration | null = null) {
    if (!(await this.#left(saved))) return;
    if (at < 0) this.place = { name: "tasks" };
    else this.place = at < this.asked.length ? { name: "asked", at } : { name: "check" };
  }

  /** Keeps what is typed, locks the folder and closes the window. */
  async leave() {
    // Whoever has to leave at once does, whatever fails.
    if (!this.view?.meeting) await session.lock().catch(() => {});
    else if (!(await this.#forget())) return;
    await native.close();
  }

  /** At a meeting: wipes what was typed, for the person who comes next. */
  async stop() {
    if (!(await this.#forget())) return;
    // Whatever the page knew goes with it: fields, what could be undone in them, what was shown before.
    if (this.meeting) sessionStorage.setItem(MEETING, JSON.stringify(this.meeting));
    location.reload();
  }

  async #forget(): Promise<boolean> {
    try {
      await call("registration.forget", {});
      return true;
    } catch (error) {
      this.failure = asError(error);
      return false;
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
