// Advice on a passphrase, in words. The core decides what it accepts.

import { t } from "../../text/text";

/** What to say of a passphrase; `names` are words that others can guess. */
export function advice(passphrase: string, names: string[]): string {
  if (!passphrase) return "";
  const lower = passphrase.toLowerCase();
  const guessable = names
    .flatMap((name) => name.toLowerCase().split(/\s+/))
    .filter((word) => word.length > 3);
  if (guessable.some((word) => lower.includes(word))) return t("passphrase-guessable");
  if (/^(.)\1*$/.test(passphrase) || new Set(lower).size < 6) return t("passphrase-repeats");
  const words = passphrase
    .trim()
    .split(/[\s\-_.]+/)
    .filter((word) => word.length > 2).length;
  if (passphrase.length < 12) return t("passphrase-short");
  if (passphrase.length >= 20 && words >= 4) return t("passphrase-strong");
  return passphrase.length >= 16 ? t("passphrase-good") : t("passphrase-fair");
}
