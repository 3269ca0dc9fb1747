// Counts of copies as a chart.

import type { Chart, Groups } from "../../backend/types";
import { count } from "../../text/format";

export interface Bar {
  label: string;
  value: number;
}

function groups(name: string, bars: Bar[]): Groups {
  return {
    series: [name],
    groups: bars.map(({ label, value }) => ({
      label,
      amounts: [{ value: value * 1000, interval: null, words: count(value) }],
    })),
  };
}

/** Bars one under the other. */
export const bars = (caption: string, name: string, all: Bar[]): Chart => ({
  caption,
  measure: "",
  unit: "",
  kind: { bars: groups(name, all) },
});

/** Upright bars over steps of time. */
export const columns = (caption: string, name: string, all: Bar[]): Chart => ({
  caption,
  measure: "",
  unit: "",
  kind: { columns: groups(name, all) },
});
