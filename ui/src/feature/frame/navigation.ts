// The pages that the navigation leads to, in their order.

import type { Page } from "../../page.svelte";
import { t } from "../../text/text";

interface Item {
  page: Page;
  label: string;
  /** Pages that one comes to from there. */
  also: Page["name"][];
  badge?: number;
}

interface Group {
  /** The words over it; the first group needs none. */
  title: string | null;
  items: Item[];
}

/** How many stand behind some of them. */
interface Counts {
  claimants: number;
  unassigned: number;
  waiting: number;
}

export function groupsOf({ claimants, unassigned, waiting }: Counts): Group[] {
  const to = (page: Page, label: string, also: Page["name"][] = [], badge?: number): Item => ({
    page,
    label: t(`nav-${label}`),
    also,
    badge,
  });
  return [
    {
      title: null,
      items: [
        to({ name: "today" }, "today"),
        to(
          { name: "claimants" },
          "claimants",
          ["claimant", "claimant-form", "preview", "redaction"],
          claimants,
        ),
        to({ name: "unassigned" }, "unassigned", ["intake", "mailbox"], unassigned),
        to({ name: "packets" }, "packets", ["packet", "packet-edit"]),
        to({ name: "match" }, "match", [], waiting),
        to({ name: "consensus" }, "consensus", ["diff"]),
        to({ name: "howto", claimant: null }, "howto"),
        to({ name: "import", path: null }, "import", ["imported"]),
        to({ name: "bundles", numbers: null }, "bundles"),
        to({ name: "letters", number: null }, "letters"),
        to({ name: "ready" }, "ready"),
        to({ name: "register" }, "register"),
      ],
    },
    {
      title: "nav-answers",
      items: [
        to({ name: "rules" }, "rules", ["run"]),
        to({ name: "whatif" }, "whatif"),
        to({ name: "limitation" }, "limitation"),
        to({ name: "insight" }, "insight"),
      ],
    },
    {
      title: "nav-matter",
      items: [
        to({ name: "conflict" }, "conflict"),
        to({ name: "people" }, "people"),
        to({ name: "audit" }, "audit"),
        to({ name: "backup" }, "backup"),
        to({ name: "right" }, "right"),
        to({ name: "settings" }, "settings"),
      ],
    },
  ];
}

/** Whether the item is the one that this page belongs to. */
export function leadsHere({ page, also }: Item, current: Page): boolean {
  // An evidence item is shown under whoever it belongs to.
  const under = (claimant: number | null) => (claimant === null ? "unassigned" : "claimants");
  const name = current.name === "evidence" ? under(current.claimant) : current.name;
  return name === page.name || also.includes(name);
}
