// The questions of a registration, one thing on each page, in their order.

import type { Claimant } from "../../backend/types";

export interface Question {
  code: string;
  /** The task that it belongs to. */
  task: string;
  /** Parts of the record that it asks for, to say what was answered. */
  when?: (claimant: Claimant) => boolean;
}

const actsForAnother = ({ identity }: Claimant) => identity.capacity !== null && identity.capacity !== "own";

export const questions: Question[] = [
  // A record without a name is not saved, so that nothing else can come first.
  { code: "name", task: "you" },
  { code: "capacity", task: "you" },
  { code: "acting", task: "you", when: actsForAnother },
  { code: "other-names", task: "you" },
  { code: "birth", task: "you" },
  { code: "emails", task: "reach" },
  { code: "phone", task: "reach" },
  { code: "address", task: "reach" },
  { code: "safety", task: "reach" },
  { code: "nation", task: "reach" },
  { code: "episodes", task: "relationship" },
  { code: "now", task: "relationship" },
  { code: "told", task: "notice" },
  { code: "told-how", task: "notice", when: ({ notification }) => notification.received === "yes" },
  { code: "words", task: "effect" },
  { code: "descriptors", task: "effect", when: ({ consequence }) => consequence.own_words.trim() !== "" },
  { code: "diagnosis", task: "effect" },
  { code: "other-firm", task: "other" },
];

/** The questions of a task that this person is asked. */
export const asked = (task: string, claimant: Claimant) =>
  questions.filter((question) => question.task === task && (question.when?.(claimant) ?? true));

/** The question after this one in the same task. */
export function after(code: string, claimant: Claimant): string | null {
  const task = questions.find((question) => question.code === code)?.task ?? "";
  const all = asked(task, claimant);
  return all[all.findIndex((question) => question.code === code) + 1]?.code ?? null;
}

/** The question before this one in the same task. */
export function before(code: string, claimant: Claimant): string | null {
  const task = questions.find((question) => question.code === code)?.task ?? "";
  const all = asked(task, claimant);
  return all[all.findIndex((question) => question.code === code) - 1]?.code ?? null;
}
