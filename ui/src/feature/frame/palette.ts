// Everything that the palette finds: what the menu does, kept views, and what can be undone.

import { session } from "../../session.svelte";
import { t } from "../../text/text";
import { undo } from "../undo/undo.svelte";
import { views } from "../view/views.svelte";
import { perform } from "./action";

export interface Entry {
  id: string;
  label: string;
  /** What it is, in a word or two. */
  kind: string;
  run: () => void;
}

const ACTIONS: [string, string][] = [
  ["view-today", "nav-today"],
  ["view-claimants", "nav-claimants"],
  ["view-unassigned", "nav-unassigned"],
  ["view-packets", "nav-packets"],
  ["view-match", "nav-match"],
  ["view-consensus", "nav-consensus"],
  ["view-howto", "nav-howto"],
  ["import", "nav-import"],
  ["bundle-all", "nav-bundles"],
  ["view-letters", "nav-letters"],
  ["view-ready", "nav-ready"],
  ["view-register", "nav-register"],
  ["view-conflict", "nav-conflict"],
  ["view-rules", "nav-rules"],
  ["view-whatif", "nav-whatif"],
  ["view-limitation", "nav-limitation"],
  ["view-insight", "nav-insight"],
  ["view-people", "nav-people"],
  ["view-audit", "nav-audit"],
  ["matter-backup", "nav-backup"],
  ["matter-right", "nav-right"],
  ["settings", "nav-settings"],
  ["claimant-new", "menu-claimant-new"],
  ["evidence-add", "menu-evidence-add"],
  ["mailbox", "menu-mailbox"],
  ["shortcuts", "keys-title"],
  ["theme-light", "menu-theme-light"],
  ["theme-dark", "menu-theme-dark"],
  ["matter-lock", "menu-matter-lock"],
];

/** Entries of which every typed word begins a word, in the order of the menu. */
export function entries(typed: string): Entry[] {
  const words = plain(typed).split(" ").filter(Boolean);
  const all: Entry[] = [
    ...(undo.name
      ? [
          {
            id: "undo",
            label: t("undo-named", { name: undo.name }),
            kind: t("palette-action"),
            run: () => void undo.run(),
          },
        ]
      : []),
    ...views.all.map((view) => ({
      id: `view-${view.id}`,
      label: view.name,
      kind: t("palette-view"),
      run: () => views.show(view),
    })),
    ...ACTIONS.map(([id, label]) => ({
      id,
      label: t(label),
      kind: t("palette-action"),
      run: () => perform(id),
    })),
  ];
  if (!session.open) return [];
  return all.filter(({ label }) => {
    const begins = plain(label).split(" ");
    return words.every((word) => begins.some((begin) => begin.startsWith(word)));
  });
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
