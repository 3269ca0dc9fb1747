// Numbers to places along an axis. Charts come as thousandths of their unit.

import type { Amount, Groups } from "../../backend/types";

const COUNT = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 3 });
const TICKS = 6;

/** Round values from 0 up, few enough to read; whole units where `whole`. */
export function ticks(highest: number, whole: boolean): number[] {
  let step = whole ? 1000 : 1;
  const factors = [2, 2.5, 2];
  for (let at = 0; step * TICKS < highest; at++) step *= factors[at % 3] ?? 2;
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

export function highest(groups: Groups): number {
  const ends = groups.groups.flatMap(({ amounts }) =>
    amounts.map((amount) => (amount ? Math.max(amount.value, amount.interval?.[1] ?? 0) : 0)),
  );
  return Math.max(0, ...ends);
}

/** Thousandths as people write them: "12,000" or "12.5%". */
export function words(thousandths: number, unit: string): string {
  return COUNT.format(thousandths / 1000) + unit;
}

/** A number for the table beside a chart. */
export function said(amount: Amount | null, unit: string, withheld: string): string {
  if (!amount) return withheld;
  return amount.words || words(amount.value, unit);
}
