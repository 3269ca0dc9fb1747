// Every text that the window asks for is in the catalogue, and every text in it is asked for.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const sources = readdirSync(new URL("src", root), { recursive: true })
  .filter((path) => /\.(svelte|ts)$/.test(path))
  .map((path) => read(`src/${path}`))
  .join("\n");
// What is read in the window and printed by the core alike.
const core = readdirSync(new URL("../src-tauri/crates/app/src/registration", root))
  .map((path) => read(`../src-tauri/crates/app/src/registration/${path}`))
  .join("\n");
const shell = readdirSync(new URL("../src-tauri/src", root))
  .map((path) => read(`../src-tauri/src/${path}`))
  .join("\n");

function keys(catalogue) {
  const found = [];
  let message = "";
  for (const line of read(`../assets/locale/en-GB/${catalogue}.ftl`).split("\n")) {
    const name = /^([a-z][\w-]*) =/.exec(line)?.[1];
    const attribute = /^ {4}\.(\w+) =/.exec(line)?.[1];
    if (name) found.push((message = name));
    else if (attribute) found.push(`${message}.${attribute}`);
  }
  return found;
}

const known = new Set(["ui", "core", "registration"].flatMap(keys));

test("no text of the window is written twice", () => {
  const all = ["core", "casework", "registration", "ui"].flatMap(keys);
  assert.deepEqual(
    all.filter((key, at) => all.indexOf(key) !== at),
    [],
  );
});

test("every text asked for is in the catalogue", () => {
  const asked = [
    ...sources.matchAll(/\bt\(\s*"([^"]+)"/g),
    ...sources.matchAll(/\b(?:label|legend|add)="([^"{]+)"/g),
  ];
  const missing = asked.map(([, key]) => key).filter((key) => !known.has(key));
  assert.deepEqual([...new Set(missing)], []);
});

test("every text in the catalogue is asked for", () => {
  const begun = [
    ...sources.matchAll(/\b(?:t|find|say)\(`([\w-]+)\$\{/g),
    ...core.matchAll(/(?:format!\(|coded\()"(reg-[\w-]+)/g),
  ].map(([, start]) => start);
  const asked = (key) =>
    sources.includes(`"${key}"`) ||
    (key.startsWith("reg-") && core.includes(`"${key}"`)) ||
    begun.some((start) => key.startsWith(start)) ||
    (key.startsWith("menu-") && (shell.includes(`"${key.slice(5)}"`) || shell.includes(`"${key}"`))) ||
    // A hint goes with its label.
    (key.endsWith(".hint") && sources.includes(`"${key.slice(0, -5)}"`));
  assert.deepEqual(
    ["ui", "registration"].flatMap(keys).filter((key) => !asked(key)),
    [],
  );
});
