// The open matter, its profile and the program's settings.

import { call } from "./backend/call";
import { cancelJobs } from "./backend/job.svelte";
import { native } from "./backend/native";
import type { Choice, MatterStatus, ProfileView, Settings } from "./backend/types";
import { pages } from "./page.svelte";

const NONE: MatterStatus = {
  state: "none",
  folder: "",
  name: "",
  person: "",
  role: "",
  profile: "",
  claimants: 0,
  registration: false,
  idle_minutes: 0,
  version: "",
};

class Session {
  status: MatterStatus = $state.raw(NONE);
  profile: ProfileView | null = $state.raw(null);
  settings: Settings = $state.raw({
    theme: "system",
    density: "compact",
    zoom: 100,
    idle_minutes: 10,
  });
  /** Why the matter was locked, when the person did not ask for it. */
  lockedAfter: number | null = $state(null);
  /** Nothing of the matter is shown any more, and it is about to be locked. */
  locking = $state(false);

  get open(): boolean {
    return this.status.state === "open" && this.profile !== null;
  }

  /** Whether whoever unlocked the matter may do what cannot be taken back. */
  get canManage(): boolean {
    return ["coordinator", "authorised-person"].includes(this.status.role);
  }

  async load() {
    this.settings = await call("setting.get", {});
    this.#paint();
    await this.refresh();
  }

  async refresh() {
    const status = await call("matter.status", {});
    if (status.state === "open") this.profile ??= await call("profile.get", {});
    this.status = status;
  }

  /** Other rules are in force: they may know other statuses, flags and tags. */
  async rulesChanged() {
    this.profile = await call("profile.get", {});
  }

  /** The core has opened a matter. */
  async entered() {
    this.profile = null;
    this.lockedAfter = null;
    pages.reset();
    await this.refresh();
  }

  async lock(idle: number | null = null) {
    if (this.status.state !== "open" || this.locking) return;
    // To keep a draft waits for whoever writes: what is on the screen goes before that, and long work is told to stop.
    this.locking = true;
    try {
      cancelJobs();
      // Nothing keeps a matter from being locked, a full disk neither.
      await pages.leave().catch(() => {});
      await call("matter.lock", {});
      const { folder, registration } = this.status;
      this.profile = null;
      this.lockedAfter = idle;
      pages.reset();
      await this.refresh();
      this.status = { ...this.status, state: "locked", folder, registration };
    } finally {
      this.locking = false;
    }
  }

  async change(settings: Partial<Settings>) {
    this.settings = { ...this.settings, ...settings };
    this.#paint();
    await call("setting.put", this.settings);
    await this.refresh();
  }

  enlarge(factor: number | null) {
    const zoom = factor === null ? 100 : Math.round(this.settings.zoom * factor);
    void this.change({ zoom: Math.min(300, Math.max(50, zoom)) });
  }

  /** The label of a code of the profile; the code itself when the profile does not know it. */
  label(list: keyof ProfileView, code: string | null): string {
    const choices = this.profile?.[list];
    if (!code || !Array.isArray(choices)) return code ?? "";
    return (choices as Choice[]).find((choice) => choice.code === code)?.label ?? code;
  }

  #paint() {
    const { theme, density, zoom } = this.settings;
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
    dataset.density = density;
    void native.theme(theme === "system" ? null : theme === "light" ? "light" : "dark");
    void native.zoom(zoom / 100);
  }
}

export const session = new Session();
