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
    if (message) key = message[1];
    const text = message?.[2] ?? attribute?.[2];
    if (text && key.startsWith(starts) && !text.includes("->")) {
      found.push([attribute ? `${key}.${attribute[1]}` : key, text.replace(/\{[^}]*\}/g, "this")]);
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
