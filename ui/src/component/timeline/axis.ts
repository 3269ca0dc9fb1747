// Where days lie on a drawn axis of a given width.

import type { Bar, TimelinePicture } from "../../backend/types";

/** From one place on the axis to another. */
export type Stretch = [from: number, to: number];

const YEAR_ROOM = 56;
const time = (date: string) => Date.parse(date);

export class Axis {
  readonly #from: number;
  readonly #span: number;
  readonly #width: number;

  constructor(picture: TimelinePicture, width: number) {
    this.#from = time(picture.from);
    this.#span = Math.max(1, time(picture.to) - this.#from);
    this.#width = width;
  }

  /** The place of a day; `otherwise` when nothing is known. */
  at(date: string | null, otherwise: number): number {
    if (!date) return otherwise;
    const place = ((time(date) - this.#from) / this.#span) * this.#width;
    return Math.min(this.#width, Math.max(0, place));
  }

  /** What of a bar is certain, and what is only possible before and after that. */
  pieces({ start, end }: Bar): { certain: Stretch | null; possible: Stretch[] } {
    const first = this.at(start.earliest, 0);
    const surely = this.at(start.latest, this.#width);
    const until = end === "open" ? this.#width : this.at(end.ended.earliest, 0);
    const last = end === "open" ? this.#width : this.at(end.ended.latest, this.#width);
    const drawn = (stretches: Stretch[]) => stretches.filter(([from, to]) => to > from);
    // When the dates are so vague that no day is certain, the whole bar is only possible.
    if (surely >= until) return { certain: null, possible: drawn([[first, last]]) };
    return {
      certain: [surely, until],
      possible: drawn([
        [first, surely],
        [until, last],
      ]),
    };
  }

  /** First days of years, as many as there is room for. */
  years(): { year: number; x: number }[] {
    const first = new Date(this.#from).getUTCFullYear() + 1;
    const last = new Date(this.#from + this.#span).getUTCFullYear();
    const step = Math.max(1, Math.ceil(((last - first + 1) * YEAR_ROOM) / this.#width));
    const years = [];
    for (let year = first; year <= last; year += step) years.push({ year, x: this.at(`${year}-01-01`, 0) });
    return years;
  }
}
