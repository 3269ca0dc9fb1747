// How a time limit stands, in words and a tone.

import type { LimitationClock } from "../../backend/types";
import type { Tone } from "../../component/Mark.svelte";
import { count } from "../../text/format";
import { t } from "../../text/text";

type Standing = Pick<LimitationClock, "standing" | "warnings" | "days_left">;

/** The nearest reminder that has come, in months; null while none has. */
export const reminder = ({ warnings }: Standing): number | null =>
  warnings
    .filter(({ due }) => due)
    .reduce<number | null>((least, { months }) => Math.min(least ?? months, months), null);

export function standingTone(clock: Standing): Tone {
  if (clock.standing === "passed") return "bad";
  if (clock.standing !== "running") return "plain";
  const months = reminder(clock);
  return months === null ? "good" : months <= 3 ? "warn" : "part";
}

export function standingWords(clock: Standing): string {
  if (clock.standing !== "running") return t(`standing-${clock.standing}`);
  const months = reminder(clock);
  return months === null ? t("standing-running") : t("standing-within", { months });
}

export function daysLeft({ days_left }: Standing): string {
  if (days_left === null) return "";
  const days = Math.abs(days_left);
  return t(days_left < 0 ? "limitation-days-ago" : "limitation-days-left", {
    count: days,
    days: count(days),
  });
}
