// What a claimant reads can be read at the age of eleven: Flesch–Kincaid grades of every text of a registration.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

/** Texts that begin with `reg-`, with their attributes; values in braces count as one short word. */
function texts() {
  const found = [];
  let key = "";
  for (const line of read("../../assets/locale/en-GB/registration.ftl").split("\n")) {
    const message = /^([a-z][\w-]*) = (.*)$/.exec(line);
    const attribute = /^ {4}\.(\w+) = (.*)$/.exec(line);
    if (message) key = message[1];
    const text = message?.[2] ?? attribute?.[2];
    if (text && key.startsWith("reg-") && !text.includes("->")) {
      found.push([attribute ? `${key}.${attribute[1]}` : key, text.replace(/\{[^}]*\}/g, "this")]);
    }
  }
  return found;
}

/** Groups of vowels, without a silent e at the end: near enough for English, and the same every time. */
function syllables(word) {
  const bare = word.toLowerCase().replace(/[^a-z]/g, "");
  const spoken = bare.replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, "x");
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}

function grade(text) {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => /[a-z]/i.test(part));
  const words = text.split(/\s+/).filter((word) => /[a-z]/i.test(word));
  const beats = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (beats / words.length) - 15.59;
}

test("the texts of a registration together read at a grade below 5", () => {
  const all = texts()
    .map(([, text]) => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(" ");
  assert.ok(texts().length > 100);
  assert.ok(grade(all) < 5, `grade ${grade(all).toFixed(1)}`);
});

test("no text of a sentence or more reads above grade 6", () => {
  const hard = texts()
    .filter(([, text]) => text.split(/\s+/).length >= 8)
    .map(([key, text]) => [key, grade(text)])
    .filter(([, found]) => found > 6);
  assert.deepEqual(
    hard.map(([key, found]) => `${key}: ${found.toFixed(1)}`),
    [],
  );
});
