// What the menu and the shortcuts do. Each id is that of an item of the native menu.

import { native } from "../../backend/native";
import { go, pages, type Page } from "../../page.svelte";
import { session } from "../../session.svelte";
import { closing } from "../backup/closing.svelte";
import { adding } from "../evidence/adding.svelte";
import { start } from "../matter/start.svelte";
import { undo } from "../undo/undo.svelte";
import { frame } from "./frame.svelte";

const PAGES: Record<string, Page> = {
  "claimant-new": { name: "claimant-form", number: null },
  import: { name: "import", path: null },
  "bundle-all": { name: "bundles", numbers: null },
  "view-today": { name: "today" },
  "view-claimants": { name: "claimants" },
  "view-unassigned": { name: "unassigned" },
  "view-packets": { name: "packets" },
  "view-match": { name: "match" },
  "view-conflict": { name: "conflict" },
  "view-letters": { name: "letters", number: null },
  "view-ready": { name: "ready" },
  "view-consensus": { name: "consensus" },
  "view-howto": { name: "howto", claimant: null },
  mailbox: { name: "mailbox", path: null, claimant: null },
  "view-insight": { name: "insight" },
  "view-people": { name: "people" },
  "view-audit": { name: "audit" },
  "view-rules": { name: "rules" },
  "view-whatif": { name: "whatif" },
  "view-limitation": { name: "limitation" },
  "view-register": { name: "register" },
  "matter-backup": { name: "backup" },
  "matter-right": { name: "right" },
  settings: { name: "settings" },
};

/** Does what the menu item `id` says; an item that needs an open matter does nothing without one. */
export function perform(id: string) {
  if (id === "quit") return void closing.prepare().then(native.close, () => {});
  if (id === "zoom-in") return session.enlarge(1.1);
  if (id === "zoom-out") return session.enlarge(1 / 1.1);
  if (id === "zoom-reset") return session.enlarge(null);
  if (id.startsWith("theme-")) return void session.change({ theme: id.slice(6) as "system" });
  if (id === "print") return window.print();
  if (id === "shortcuts") return void (frame.shortcuts = true);
  if (id === "matter-new" || id === "matter-open") return void elsewhere(id);
  if (!session.open) return;
  // A registration has pages of its own.
  if (session.status.registration && id !== "matter-lock") return;
  if (id === "undo") return void undo.run();
  if (id === "matter-lock") return void session.lock();
  if (id === "evidence-add") return void adding.ask(claimantOnPage());
  if (id === "bundle-one") return one();
  const page = PAGES[id];
  if (page) go(page);
}

async function elsewhere(id: string) {
  await session.lock();
  start.step = { name: id === "matter-new" ? "create" : "choose" };
}

/** The claimant whose record is open, if any. */
export function claimantOnPage(): number | null {
  const page = pages.current;
  if (page.name === "evidence") return page.claimant;
  return page.name === "claimant" || page.name === "preview" ? page.number : null;
}

function one() {
  const number = claimantOnPage();
  go({ name: "bundles", numbers: number === null ? null : [number] });
}
