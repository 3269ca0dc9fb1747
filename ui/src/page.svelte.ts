// Which page is shown, and how one gets from page to page.

export type Page =
  | { name: "today" }
  | { name: "claimants" }
  | { name: "claimant"; number: number }
  | { name: "claimant-form"; number: number | null }
  | { name: "unassigned" }
  | { name: "intake" }
  | { name: "evidence"; id: string; claimant: number | null; part?: string }
  | { name: "mailbox"; path: string | null; claimant: number | null }
  | { name: "consensus" }
  | { name: "diff"; id: string; place: string }
  | { name: "howto"; claimant: number | null }
  | { name: "packets" }
  | { name: "packet"; number: number }
  | { name: "packet-edit"; number: number; into: number | null }
  | { name: "import"; path: string | null }
  | { name: "imported"; id: number }
  | { name: "bundles"; numbers: number[] | null }
  | { name: "preview"; number: number }
  | { name: "redaction"; number: number; id: string; sha256: string; file: string; drawn: boolean }
  | { name: "ready" }
  | { name: "letters"; number: number | null }
  | { name: "register" }
  | { name: "match" }
  | { name: "conflict" }
  | { name: "rules" }
  | { name: "run"; id: number }
  | { name: "whatif" }
  | { name: "limitation" }
  | { name: "insight" }
  | { name: "people" }
  | { name: "audit" }
  | { name: "backup" }
  | { name: "right" }
  | { name: "settings" };

class Pages {
  current: Page = $state.raw({ name: "today" });
  #before: Page[] = $state.raw([]);
  #leaving = new Set<() => Promise<void>>();

  get canGoBack(): boolean {
    return this.#before.length > 0;
  }

  /** The page that Back comes to. */
  get before(): Page["name"] | null {
    return this.#before.at(-1)?.name ?? null;
  }

  /** Runs before the page is left or the matter is locked: a form keeps its draft. */
  beforeLeaving(leave: () => Promise<void>): () => void {
    this.#leaving.add(leave);
    return () => this.#leaving.delete(leave);
  }

  /** Fails where something on the page can be kept nowhere: the page stays then. */
  async leave() {
    const leaving = [...this.#leaving];
    this.#leaving.clear();
    try {
      await Promise.all(leaving.map((leave) => leave()));
    } catch (error) {
      for (const leave of leaving) this.#leaving.add(leave);
      throw error;
    }
  }

  /** Waits until what is typed on the page is saved or kept. */
  async settle() {
    await Promise.all([...this.#leaving].map((leave) => leave()));
  }

  async go(page: Page) {
    await this.leave();
    this.#before = [...this.#before.slice(-50), this.current];
    this.current = page;
  }

  /** Shows a page in place of this one, which Back then does not come to. */
  async replace(page: Page) {
    await this.leave();
    this.current = page;
  }

  async back() {
    const page = this.#before.at(-1) ?? { name: "today" };
    await this.leave();
    this.#before = this.#before.slice(0, -1);
    this.current = page;
  }

  /** After unlocking one begins with what waits; nothing of another matter is remembered. */
  reset() {
    this.#before = [];
    this.#leaving.clear();
    this.current = { name: "today" };
  }
}

export const pages = new Pages();
export const go = (page: Page) => void pages.go(page);
export const back = () => void pages.back();
