// What a form of the journal holds, and the entry that it makes.

import type { Direction, JournalEntry, JournalView, Means, ReplyClock } from "../../backend/types";
import { t } from "../../text/text";

export type Kind = JournalEntry["kind"];
export const KINDS: Kind[] = ["note", "task", "correspondence"];

export interface Writing {
  text: string;
  personal: boolean;
  due: string | null;
  assignee: string | null;
  done: boolean;
  direction: string | null;
  by: string | null;
  with: string;
  on: string | null;
  letter: string;
  reply: string | null;
  answered: string | null;
}

export const DIRECTIONS = () =>
  (["out", "in"] as Direction[]).map((code) => ({ code, label: t(`journal-${code}`) }));
export const MEANS = () =>
  (["letter", "email", "phone", "meeting"] as Means[]).map((code) => ({
    code,
    label: t(`journal-by-${code}`),
  }));

const BLANK: Writing = {
  text: "",
  personal: false,
  due: null,
  assignee: null,
  done: false,
  direction: "out",
  by: "letter",
  with: "",
  on: null,
  letter: "",
  reply: "none",
  answered: null,
};

/** A new entry, or what an entry says now. */
export function begun(kind: Kind, from: JournalView | null): Writing {
  if (!from) return { ...BLANK, by: kind === "correspondence" ? "letter" : null };
  return { ...BLANK, ...from.entry };
}

export function written(kind: Kind, typed: Writing): JournalEntry {
  const { text } = typed;
  if (kind === "note") return { kind, text, personal: typed.personal };
  if (kind === "task") {
    return { kind, text, due: typed.due, assignee: typed.assignee || null, done: typed.done };
  }
  return {
    kind,
    text,
    direction: typed.direction as Direction,
    by: (typed.by ?? "letter") as Means,
    with: typed.with,
    on: typed.on ?? "",
    letter: typed.letter,
    reply: (typed.reply ?? "none") as ReplyClock,
    answered: typed.answered,
  };
}
