// A date as it is typed: three fields, words, or "don't know".

import type { PartialDate } from "../../backend/types";

export type Mode = "fields" | "words" | "unknown";

export interface Typed {
  mode: Mode;
  day: string;
  month: string;
  year: string;
  words: string;
}

export const BLANK: Typed = { mode: "fields", day: "", month: "", year: "", words: "" };

/** How a stored date is shown for editing; the words as given are never rewritten unless somebody edits them. */
export function typed(date: PartialDate | null): Typed {
  if (!date) return { ...BLANK };
  if (date.precision === "unknown") return { ...BLANK, mode: "unknown" };
  const [year = "", month = "", day = ""] = (date.earliest ?? "").split("-");
  const plain = (part: string) => part.replace(/^0/, "");
  switch (date.precision) {
    case "day":
      return { ...BLANK, year, month: plain(month), day: plain(day) };
    case "month":
      return { ...BLANK, year, month: plain(month) };
    case "year":
      return { ...BLANK, year };
    default:
      return { ...BLANK, mode: "words", words: date.text };
  }
}

/** What to send to the core to be read; empty for a question left blank. */
export function written({ mode, day, month, year, words }: Typed): string {
  if (mode === "unknown") return "don't know";
  if (mode === "words") return words.trim();
  const [d, m, y] = [day.trim(), month.trim(), year.trim()];
  const numbers = [d, m].every((part) => /^\d{0,2}$/.test(part)) && /^\d{4}$/.test(y);
  if (numbers && m && (d || !day)) return [y, pad(m), d && pad(d)].filter(Boolean).join("-");
  return [d, m, y].filter(Boolean).join(" ");
}

const pad = (part: string) => part.padStart(2, "0");
