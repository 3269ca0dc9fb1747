// Days, moments and sizes in British words.

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const SHORT_DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "Europe/London",
});
const MOMENT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/London",
});
const COUNT = new Intl.NumberFormat("en-GB");

/** A civil day such as 2021-10-29, as "29 October 2021". */
export function day(text: string | null): string {
  return written(text, DAY);
}

/** A moment, as its day in the United Kingdom: "23 Nov 2026". */
export function shortDay(text: string | null): string {
  return written(text, SHORT_DAY);
}

/** A moment, as "23 November 2026 at 14:02" in the United Kingdom. */
export function moment(text: string | null): string {
  return written(text, MOMENT);
}

export function count(number: number): string {
  return COUNT.format(number);
}

/** A number of bytes, as "12 KB". */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [divisor, unit] = bytes < 1_000_000 ? [1000, "KB"] : [1_000_000, "MB"];
  const value = bytes / divisor;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

/** A length of time in seconds, as "3 seconds", "12 minutes", "2 hours" or "4 days". */
export function duration(seconds: number): string {
  const units: [number, string][] = [
    [86_400, "day"],
    [3_600, "hour"],
    [60, "minute"],
    [1, "second"],
  ];
  const [length, unit] = units.find(([length]) => seconds >= 2 * length) ?? [1, "second"];
  const format = new Intl.NumberFormat("en-GB", { style: "unit", unit, unitDisplay: "long" });
  return format.format(Math.floor(seconds / length));
}

/** A share from 0 to 1, as "97 %", rounded down as on paper: what is not whole is never shown as 100 %. */
export function share(part: number): string {
  return `${Math.floor(part * 100)} %`;
}

const numbered = (letter: string, number: number) => `${letter}-${String(number).padStart(6, "0")}`;

/** A claimant's number as people see it. */
export function reference(number: number): string {
  return numbered("C", number);
}

/** The same of a packet. */
export function packetReference(number: number): string {
  return numbered("P", number);
}

/** The last part of a path, of Windows or not. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
}

function written(text: string | null, format: Intl.DateTimeFormat): string {
  if (!text) return "";
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : format.format(date);
}
