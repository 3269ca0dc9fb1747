// The one file that knows Tauri. Everything else talks to the core through `call.ts`.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWindow } from "@tauri-apps/api/window";
import { open, save } from "@tauri-apps/plugin-dialog";

import type { Change, Progress } from "./types";

export interface Applied<T> {
  output: T;
  changes: Change[];
}

export type Told = Progress & { job: number };

export type Drop = { kind: "over" | "leave" } | { kind: "drop"; paths: string[] };

export const native = {
  call: <T>(name: string, payload: unknown, job: number | null) =>
    invoke<Applied<T>>("call", { name, payload, job }),
  cancel: (job: number) => invoke<void>("cancel", { job }),
  arguments: () => invoke<{ matter: string | null; invitation: string | null }>("arguments"),

  onMenu: (heard: (id: string) => void) => listen<string>("menu", (event) => heard(event.payload)),
  onProgress: (heard: (told: Told) => void) => listen<Told>("progress", (event) => heard(event.payload)),
  onDrop: (heard: (drop: Drop) => void) =>
    getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === "drop") heard({ kind: "drop", paths: payload.paths });
      else heard({ kind: payload.type === "leave" ? "leave" : "over" });
    }),
  /** Runs `finish` before the window closes. */
  onClose: (finish: () => Promise<void>) => getCurrentWindow().onCloseRequested(finish),

  close: () => getCurrentWindow().destroy(),
  title: (title: string) => getCurrentWindow().setTitle(title),
  theme: (theme: "light" | "dark" | null) => getCurrentWindow().setTheme(theme),
  zoom: (factor: number) => getCurrentWebview().setZoom(factor),

  chooseFolder: (title: string) => open({ title, directory: true, recursive: true }),
  chooseFile: (title: string, name: string, extensions: string[]) =>
    open({ title, filters: [{ name, extensions }] }),
  chooseTarget: (title: string, name: string, extensions: string[], proposed: string) =>
    save({ title, filters: [{ name, extensions }], defaultPath: proposed }),
  chooseFiles: (title: string) => open({ title, multiple: true }),
};
