// The frame that shows a message may use one style and nothing else.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const policy = JSON.parse(read("../../tauri.conf.json")).app.security.csp;
const frame = read("../src/feature/evidence/MailFrame.svelte");

test("the window's policy admits the frame's own style by its hash, and no other", () => {
  const hash = createHash("sha256").update(read("../src/feature/evidence/mail.css")).digest("base64");
  assert.equal(policy["style-src"], `'self' 'sha256-${hash}'`);
});

test("no script runs in the frame, and nothing is loaded from anywhere", () => {
  assert.match(frame, /<iframe sandbox="" /);
  assert.match(frame, /default-src 'none'; img-src data:;/);
  assert.equal(policy["default-src"], "'none'");
  assert.equal(policy["script-src"], "'self'");
  assert.equal(policy["img-src"], "'self' data:");
  assert.equal(policy["frame-src"], undefined);
});
