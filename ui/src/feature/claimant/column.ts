// The columns of the list: which there are, how wide, and by which one can sort.

import type { ListColumn, Sort, ViewColumn } from "../../backend/types";

interface Column {
  /** Width in rem; 0 takes what is left. */
  width: number;
  sort?: Sort;
  number?: boolean;
}

export const COLUMNS: Record<ListColumn, Column> = {
  reference: { width: 7.5, sort: "number" },
  name: { width: 0, sort: "name" },
  born: { width: 7, sort: "born" },
  status: { width: 0, sort: "status" },
  notice: { width: 10.5, sort: "notice" },
  outcome: { width: 12.5, sort: "outcome" },
  cohort: { width: 10 },
  state: { width: 9.5 },
  assignee: { width: 9 },
  tags: { width: 10 },
  missing: { width: 16 },
  flags: { width: 3.75, number: true },
  evidence: { width: 5.5, number: true },
  updated: { width: 7, sort: "updated" },
};

export const ALL = Object.keys(COLUMNS) as ListColumn[];

/** Columns that every list begins with. */
export const USUAL: ViewColumn[] = (
  [
    "reference",
    "name",
    "born",
    "status",
    "notice",
    "outcome",
    "state",
    "flags",
    "evidence",
    "updated",
  ] as const
).map((key) => ({ key, width: 0 }));

/** The room that the usual columns take beside name and status, in rem. */
const USUAL_ROOM = USUAL.reduce((sum, { key }) => sum + COLUMNS[key].width, 0);
/** What name and status keep when more columns are shown; the list is then scrolled sideways. */
const LEAST = 11;

/** How wide a column is among those shown, in CSS; a person's own width is in sixteenths of the text size. */
export function width(column: ViewColumn, shown: ViewColumn[]): string | undefined {
  const own = ({ key, width }: ViewColumn) => (width > 0 ? width / 16 : COLUMNS[key].width);
  const crowded = shown.reduce((sum, other) => sum + own(other), 0) > USUAL_ROOM;
  const rem = own(column) || (crowded ? LEAST : 0);
  return rem > 0 ? `${rem}rem` : undefined;
}
