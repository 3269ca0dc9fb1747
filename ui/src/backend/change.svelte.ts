// What changed in the core. Reading `revision.of(noun)` in an effect loads again when such a thing changed.

import type { Change } from "./types";

type Noun = Change["noun"];

class Revision {
  #counts: Partial<Record<Noun, number>> = $state({});
  #listeners = new Set<(changes: Change[]) => void>();

  of(...nouns: Noun[]): number {
    return nouns.reduce((sum, noun) => sum + (this.#counts[noun] ?? 0), 0);
  }

  hear(listener: (changes: Change[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(changes: Change[]) {
    for (const noun of new Set(changes.map((change) => change.noun))) {
      this.#counts[noun] = (this.#counts[noun] ?? 0) + 1;
    }
    for (const listener of this.#listeners) listener(changes);
  }
}

export const revision = new Revision();
export const announce = (changes: Change[]) => revision.announce(changes);
