// What a claimant reads can be read at the age of eleven: Flesch–Kincaid grades of every text of a registration.

import assert from "node:assert/strict";
import { test } from "node:test";

import { grade, long, profile, texts, together } from "./reading.mjs";

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

test("consents and the statement of truth read at a grade below 5, none above 6", () => {
  const consents = profile("consents", "title", "text");
  assert.ok(consents.length > 20, `${consents.length} texts`);
  assert.ok(together(long(consents)) < 5, `grade ${together(long(consents)).toFixed(1)}`);
  assert.deepEqual(
    long(consents)
      .filter(([, text]) => grade(text) > 6)
      .map(([, text]) => text),
    [],
  );
});
