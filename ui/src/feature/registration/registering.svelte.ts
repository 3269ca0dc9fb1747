// Where one is in a registration, and how it stands.

import { asError, call } from "../../backend/call";
import { native } from "../../backend/native";
import type { AppError, Claimant, PacketSealed, Registration } from "../../backend/types";
import { pages } from "../../page.svelte";
import { session } from "../../session.svelte";
import { after, asked, before } from "./question";

export type Place =
  | { name: "tasks" }
  | { name: "question"; code: string }
  | { name: "proof" }
  | { name: "consents" }
  | { name: "request" }
  | { name: "check" }
  | { name: "sign" }
  | { name: "sent"; sealed: PacketSealed };

class Registering {
  view: Registration | null = $state.raw(null);
  place: Place = $state.raw({ name: "tasks" });
  failure: AppError | null = $state.raw(null);

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

  /** The first page of a task. */
  begin(task: string) {
    if (task === "consents") return void this.go({ name: "consents" });
    const first = this.view && asked(task, this.view.claimant)[0];
    if (first) void this.go({ name: "question", code: first.code });
  }

  /** The page after a question; after the last of a task, the list of tasks. */
  next(code: string, claimant: Claimant) {
    const following = after(code, claimant);
    void this.go(following ? { name: "question", code: following } : { name: "tasks" });
  }

  back(code: string, claimant: Claimant) {
    const earlier = before(code, claimant);
    void this.go(earlier ? { name: "question", code: earlier } : { name: "tasks" });
  }

  /** Keeps what is typed, locks the folder and closes the window. */
  async leave() {
    await session.lock();
    await native.close();
  }

  forget() {
    this.view = null;
    this.place = { name: "tasks" };
    this.failure = null;
  }
}

export const registering = new Registering();
