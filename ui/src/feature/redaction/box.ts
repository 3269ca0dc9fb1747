// Places on a page in ten-thousandths of it, as the core keeps them.

import type { RedactionBox } from "../../backend/types";

export const WHOLE = 10_000;

/** The place between two points of a picture, each in shares of its width and height. */
export function between(page: number, a: [number, number], b: [number, number]): RedactionBox {
  const part = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * WHOLE);
  const [left, right] = [part(Math.min(a[0], b[0])), part(Math.max(a[0], b[0]))];
  const [top, bottom] = [part(Math.min(a[1], b[1])), part(Math.max(a[1], b[1]))];
  return { page, x: left, y: top, width: right - left, height: bottom - top };
}

/** Four percentages as somebody types them; null where one of them is no number of the page. */
export function typed(page: number, parts: string[]): RedactionBox | null {
  const numbers = parts.map((part) => (part.trim() ? Number(part.trim().replace(",", ".")) : NaN));
  const [x, y, width, height] = numbers.map((number) => Math.round(number * 100));
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  const fits = (from: number, length: number) => from >= 0 && length > 0 && from + length <= WHOLE;
  return fits(x, width) && fits(y, height) ? { page, x, y, width, height } : null;
}

/** The same as CSS lengths. */
export function style(box: RedactionBox): string {
  const percent = (part: number) => `${part / 100}%`;
  return `left:${percent(box.x)};top:${percent(box.y)};width:${percent(box.width)};height:${percent(box.height)}`;
}
