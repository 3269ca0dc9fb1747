// What a claimant reads can be read at the age of eleven: Flesch–Kincaid grades of every text of a registration.

import assert from "node:assert/strict";
import { test } from "node:test";

import { grade, long, texts, together } from "./reading.mjs";

const all = texts("registration");

test("the texts of a registration together read at a grade below 5", () => {
  assert.ok(all.length > 300, `${all.length} texts`);
  assert.ok(together(all) < 5, `grade ${together(all).toFixed(1)}`);
});

test("no text of a sentence or more reads above grade 6", () => {
  const hard = long(all).filter(([, text]) => grade(text) > 6);
  assert.deepEqual(
    hard.map(([key, text]) => `${key}: ${grade(text).toFixed(1)}`),
    [],
  );
});
