// Where the rows of a table of any length stand. Lengths are pixels.

/** Rows that are laid out beyond those in sight. */
const OVERSCAN = 8;
/** Browsers lay out nothing that is higher: beyond it the bar moves faster than the rows. */
const HIGHEST = 30_000_000;

interface Table {
  count: number;
  rowHeight: number;
  /** Of the window onto the table. */
  height: number;
  /** How far it is scrolled. */
  top: number;
}

/** The rows to lay out, from `first` up to `last`, the room before and behind them, and by how much rows move faster than the bar. */
export function rowsInSight({ count, rowHeight, height, top }: Table) {
  const full = count * rowHeight;
  const laid = Math.min(full, HIGHEST);
  const scale = full > laid ? (full + rowHeight - height) / (laid + rowHeight - height) : 1;
  // What would be above the window if everything were laid out.
  const above = top * scale;
  const first = Math.max(0, Math.floor(above / rowHeight) - OVERSCAN);
  const last = Math.min(count, Math.ceil((above + height) / rowHeight) + OVERSCAN);
  const before = Math.max(0, first * rowHeight - (above - top));
  const behind = Math.max(0, laid - before - (last - first) * rowHeight);
  return { first, last, before, behind, scale };
}

/** How far down everything has to be for the row at `index` to be seen under the header; null where it is seen already. */
export function topToShow(
  index: number,
  { rowHeight, height, seen }: { rowHeight: number; height: number; seen: number },
): number | null {
  const place = index * rowHeight;
  if (place < seen) return place;
  return place + rowHeight > seen + height - rowHeight ? place + 2 * rowHeight - height : null;
}
