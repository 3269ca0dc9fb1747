// Claimants' numbers as people write them: "42", "C-000042", "1, 3-5".

export function read(text: string): number[] {
  const found = new Set<number>();
  for (const part of text.split(/[\s,;]+/)) {
    const [from, to] = part
      .replace(/c-?/gi, "")
      .split(/[-–]/)
      .map((digits) => (/^\d+$/.test(digits) ? Number(digits) : NaN));
    if (from === undefined || !(from > 0)) continue;
    const last = to !== undefined && to >= from ? Math.min(to, from + 9_999) : from;
    for (let number = from; number <= last; number += 1) found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}
