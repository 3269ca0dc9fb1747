/** A claimant's number, written as 12, 000012 or C-000012; 0, which nobody has, for anything else. */
export function numberOf(text: string): number {
  const digits = /^c?-?(\d{1,9})$/i.exec(text.trim())?.[1];
  return digits ? Number(digits) : 0;
}
