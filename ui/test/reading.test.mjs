// What a claimant reads can be read at the age of eleven: Flesch–Kincaid grades of every text of a registration.

import assert from "node:assert/strict";
import { test } from "node:test";

import { grade, long, MET, profile, shared, texts, together } from "./reading.mjs";

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

test("whatever is refused is said in words for claimants", () => {
  const own = new Set(all.map(([key]) => key));
  assert.deepEqual(
    MET.filter((code) => !own.has(`reg-err-${code}`)),
    [],
  );
});

test("what is said of a date and of a file that came in reads above grade 6 nowhere", () => {
  const said = [...shared(), ...texts("packet", "invitation-"), ...texts("packet", "registration-")];
  assert.ok(said.length > 20, `${said.length} texts`);
  assert.deepEqual(
    long(said)
      .filter(([, text]) => grade(text) > 6)
      .map(([key, text]) => `${key}: ${grade(text).toFixed(1)}`),
    [],
  );
});

test("the guides to saving an email read at a grade below 5; only names of programs are hard", () => {
  const guides = texts("howto");
  assert.ok(together(long(guides)) < 5, `grade ${together(long(guides)).toFixed(1)}`);
  const names = /[a-z]+\.com|Outlook|iPhone|iPad|Android|Thunderbird|Apple/g;
  assert.deepEqual(
    long(guides)
      .map(([key, text]) => [key, grade(text.replace(names, "this"))])
      .filter(([, found]) => found > 6)
      .map(([key, found]) => `${key}: ${found.toFixed(1)}`),
    [],
  );
});
