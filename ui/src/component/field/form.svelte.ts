// What the fields of a form share: what is wrong where, and which fields the person has been to.

import type { FluentVariable } from "@fluent/bundle";
import { getContext, setContext } from "svelte";
import { SvelteSet } from "svelte/reactivity";

import type { AppError, ProblemView } from "../../backend/types";
import { find, t } from "../../text/text";
import type { Typed } from "./date";

const KEY = Symbol("form");
const OWN = Symbol("own");

export class Form {
  /** What the core found, on the last look. */
  found: ProblemView[] = $state.raw([]);
  /** What a field could not read, by its path: it never reaches the core. */
  unread: Record<string, ProblemView> = $state({});
  /** Dates as typed that are not read yet; a draft keeps them beside the record. */
  typed: Record<string, Typed> = {};
  submitted = $state(false);
  /** The form is filled in by the person whom it is about: its labels say "you" where the catalogue has words for it. */
  own = false;
  #visited = new SvelteSet<string>();
  #changed: () => void;
  #reading = new Set<Promise<void>>();

  constructor(changed: () => void = () => {}) {
    this.#changed = changed;
  }

  get problems(): ProblemView[] {
    const all = [...Object.values(this.unread), ...this.found];
    return this.own ? all.map((problem) => ownWords(problem)) : all;
  }

  get errors(): ProblemView[] {
    return this.problems.filter((problem) => problem.severity === "error");
  }

  /** The problem to show at a field: nothing nags about a field that nobody has been to. */
  at(path: string): ProblemView | undefined {
    if (!this.submitted && !this.#visited.has(path)) return undefined;
    const here = this.problems.filter((problem) => problem.field === path);
    return here.find((problem) => problem.severity === "error") ?? here[0];
  }

  /** A label of the form; one that is no key of the catalogue stands as it is. */
  say(label: string, values: Record<string, FluentVariable> = {}): string {
    return (this.own && find(`reg-f-${label}`, values)) || t(label, values);
  }

  /** The hint that goes with a label. */
  hint(label: string): string {
    const own = this.own && find(`reg-f-${label}`) ? `reg-f-${label}` : label;
    return find(`${own}.hint`) ?? "";
  }

  visit(path: string) {
    this.#visited.add(path);
  }

  /** The focus went: whether it left a field. Going on within one answer, from day to month, is not leaving it. */
  left(event: FocusEvent): boolean {
    const field = (event.target as HTMLElement).closest<HTMLElement>("[data-path]");
    if (!field || field.contains(event.relatedTarget as Node | null)) return false;
    this.visit(field.dataset.path ?? "");
    return true;
  }

  refuse(path: string, problem: Omit<ProblemView, "field" | "severity">) {
    this.unread[path] = { field: path, severity: "error", ...problem };
  }

  accept(path: string) {
    delete this.unread[path];
    delete this.typed[path];
  }

  /** After a group was removed, what was said about the groups no longer fits. */
  forget(path: string) {
    for (const field of Object.keys(this.unread)) if (field.startsWith(path)) delete this.unread[field];
    for (const field of Object.keys(this.typed)) if (field.startsWith(path)) delete this.typed[field];
    this.found = this.found.filter((problem) => !problem.field.startsWith(path));
  }

  changed() {
    this.#changed();
  }

  /** A field is being read by the core: saving waits for it. */
  reads(reading: Promise<void>) {
    this.#reading.add(reading);
    void reading.finally(() => this.#reading.delete(reading));
  }

  /** Leaves the field that has the focus, and waits until everything typed is read. */
  async settle() {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await this.read();
  }

  /** Waits until every field that was left is read. */
  async read() {
    await Promise.all(this.#reading);
  }
}

/** What is wrong, said to the person whom it is about, where the catalogue has words for it. */
export function ownWords<T extends ProblemView | AppError>(problem: T): T {
  const message = find(`reg-err-${problem.code}`);
  return message ? { ...problem, message, fix: find(`reg-err-${problem.code}.fix`) ?? "" } : problem;
}

/** Everything on a page of a registration is said to the person whom it is about. */
export const provideOwn = () => setContext(OWN, true);
export const isOwn = (): boolean =>
  getContext<boolean | undefined>(OWN) ?? getContext<Form | undefined>(KEY)?.own ?? false;
export const provideForm = (form: Form) => setContext(KEY, form);
export const useForm = (): Form => getContext<Form | undefined>(KEY) ?? new Form();

/** The element of a field: `contact.emails[0].address` is `f-contact-emails-0-address`. */
export const idOf = (path: string) => `f-${path.replace(/[^a-zA-Z0-9]+/g, "-")}`;

/** Moves the focus to a field, or to the nearest thing around it. */
export function focusField(path: string) {
  let id = idOf(path);
  while (id.length > 2) {
    const element = document.getElementById(id);
    if (element) {
      element.scrollIntoView({ block: "center" });
      element.focus();
      return;
    }
    id = id.replace(/-[^-]*-?$/, "");
  }
}
