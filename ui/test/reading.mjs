// How hard texts are to read: Flesch–Kincaid grades, the school year in which they are understood; the age is five more.

import { readFileSync } from "node:fs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

/** The texts of a catalogue by key, with attributes; values in braces count as one short word. */
export function texts(catalogue, starts = "") {
  const found = [];
  let key = "";
  for (const line of read(`../../assets/locale/en-GB/${catalogue}.ftl`).split("\n")) {
    const message = /^([a-z][\w-]*) = (.*)$/.exec(line);
    const attribute = /^ {4}\.(\w+) = (.*)$/.exec(line);
    const variant = /^ +\*?\[(\w+)\] (.*)$/.exec(line);
    if (message) key = message[1];
    const text = message?.[2] ?? attribute?.[2] ?? variant?.[2];
    const part = attribute?.[1] ?? variant?.[1];
    if (text && key.startsWith(starts) && !text.includes("->")) {
      found.push([part ? `${key}.${part}` : key, text.replace(/\{[^}]*\}/g, "this")]);
    }
  }
  return found;
}

/** What a profile says to claimants in this file: texts, titles, labels and hints. */
export function profile(file, ...keys) {
  const lines = read(`../../assets/profiles/labour-2021/${file}.toml`).split("\n");
  const found = [];
  for (const line of lines) {
    const [, key, text] = /^(\w+) = "(.*)"$/.exec(line) ?? [];
    if (key && keys.includes(key) && text) found.push([`${file}.${key}`, text]);
  }
  return found;
}

/** Groups of vowels, without a silent e at the end: near enough for English, and the same every time. */
function syllables(word) {
  const bare = word.toLowerCase().replace(/[^a-z]/g, "");
  const spoken = bare.replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, "x");
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}

export function grade(text) {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => /[a-z]/i.test(part));
  const words = text.split(/\s+/).filter((word) => /[a-z]/i.test(word));
  const beats = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (beats / words.length) - 15.59;
}

/** The grade of all texts read one after the other. */
export const together = (all) =>
  grade(all.map(([, text]) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(" "));

/** Texts of a sentence or more: a label of two words has no grade worth the name. */
export const long = (all) => all.filter(([, text]) => text.split(/\s+/).length >= 8);

/** Refusals and problems that a claimant can meet, by code: of files, of the folder, of a page. */
export const MET = [
  ..."not-an-invitation invitation-altered invitation-ended not-sealed sealed-for-other-key sealed-other-kind".split(
    " ",
  ),
  ..."sealed-newer sealed-altered sealed-truncated sealed-too-large sealed-malformed sealed-file-differs".split(
    " ",
  ),
  ..."sealed-io request-not-signed request-not-ours request-older no-document drawing-missing".split(" "),
  ..."signature-missing helper-how registration-unsaved no-such-folder folder-not-empty".split(" "),
  ..."out-not-writable disk-full setting-not-saved no-report unreadable-file file-empty file-too-large".split(
    " ",
  ),
  ..."too-many-files no-files not-a-matter open-elsewhere wrong-passphrase weak-passphrase".split(" "),
  ..."wrong-recovery-key damaged newer-matter read-only conflict not-valid store part-locked".split(" "),
  ..."part-undrawable internal room-left folder-gone".split(" "),
];

/** Problems of fields that no page of a registration has, or that are shown as the name of their page only. */
const ELSEWHERE = /^(nino-|blank-|code-unknown$|date-day-number$)/;

/** What is said of problems that have no words of their own for claimants: mostly dates, which name what was typed. */
export function shared() {
  const own = new Set(texts("registration", "reg-err-").map(([key]) => key.split(".")[0]));
  return texts("check").filter(([key]) => {
    const [, code] = /^(?:err|fix)-([a-z-]+)$/.exec(key) ?? [];
    return code && !ELSEWHERE.test(code) && !own.has(`reg-err-${code}`);
  });
}
