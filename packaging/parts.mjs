#!/usr/bin/env node
// Names every part by other hands that the shipped programs contain: crates, npm packages and fonts.
//
//   node packaging/parts.mjs check            every licence is on the list of deny.toml
//   node packaging/parts.mjs notices          the parts and the texts of their licences, as Markdown
//   node packaging/parts.mjs sbom             a CycloneDX 1.6 bill of materials, as JSON
//
// Tools of the build and the tests are not shipped and not named.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const top = dirname(import.meta.dirname);
const programs = ["joinder-cli", "joinder-desktop"];
const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1);

function ask(program, ...words) {
  try {
    const stdio = ["ignore", "pipe", "inherit"];
    return execFileSync(program, words, { encoding: "utf8", cwd: top, maxBuffer: 1 << 28, stdio });
  } catch {
    console.error(`parts.mjs: \`${program} ${words.join(" ")}\` failed: mend what it says above, then run this again`);
    process.exit(1);
  }
}

function crates() {
  const host = ask("rustc", "-vV").match(/^host: (.+)$/m)[1];
  const metadata = JSON.parse(
    ask("cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", host),
  );
  const packages = new Map(metadata.packages.map((found) => [found.id, found]));
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const seen = new Set();
  const queue = metadata.packages.filter((found) => programs.includes(found.name)).map((found) => found.id);
  while (queue.length > 0) {
    const id = queue.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    for (const dependency of nodes.get(id).deps) {
      const kinds = dependency.dep_kinds.map(({ kind }) => kind);
      // A build dependency called "…-src" is the C source of a library that is compiled in: SQLCipher comes so.
      const compiledIn = kinds.includes("build") && packages.get(dependency.pkg).name.endsWith("-src");
      if (kinds.includes(null) || compiledIn) queue.push(dependency.pkg);
    }
  }
  return [...seen]
    .map((id) => packages.get(id))
    .filter((found) => found.source !== null)
    .map((found) => ({
      ecosystem: "cargo",
      name: found.name,
      version: found.version,
      licence: (found.license ?? "").replaceAll("/", " OR "),
      by: found.authors.join(", "),
      home: found.repository ?? found.homepage ?? "",
      folder: dirname(found.manifest_path),
    }))
    .sort(byName);
}

function npmPackages() {
  const lock = join(top, "ui/package-lock.json");
  if (!existsSync(lock)) return [];
  return Object.entries(JSON.parse(readFileSync(lock, "utf8")).packages)
    .filter(([path, entry]) => path !== "" && !entry.dev && !entry.optional)
    .map(([path, entry]) => ({
      ecosystem: "npm",
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version: entry.version,
      licence: entry.license ?? "",
      by: "",
      home: "",
      folder: join(top, "ui", path),
    }))
    .sort(byName);
}

function fonts() {
  const folder = join(top, "assets/fonts");
  const licences = { OFL: "OFL-1.1", "Apache-2.0": "Apache-2.0" };
  return readdirSync(folder)
    .map((name) => ({ name, words: name.match(/^([^-]+)-(.+)\.txt$/) }))
    .filter(({ words }) => words !== null)
    .sort(byName)
    .map(({ name, words: [, face, licence] }) => ({
      ecosystem: "font",
      name: face,
      version: "",
      licence: licences[licence] ?? "",
      by: "",
      home: "",
      texts: [readFileSync(join(folder, name), "utf8")],
    }));
}

// The SPDX expressions in use hold only names, AND, OR, WITH and brackets.
function allowed(expression, list) {
  const words = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const either = () => {
    let holds = both();
    while (words[at] === "OR") {
      at += 1;
      const other = both();
      holds = holds || other;
    }
    return holds;
  };
  const both = () => {
    let holds = one();
    while (words[at] === "AND") {
      at += 1;
      const other = one();
      holds = holds && other;
    }
    return holds;
  };
  const one = () => {
    if (words[at] === "(") {
      at += 1;
      const holds = either();
      at += 1;
      return holds;
    }
    let name = words[at++];
    if (words[at] === "WITH") {
      name = `${name} WITH ${words[at + 1]}`;
      at += 2;
    }
    return list.has(name);
  };
  return words.length > 0 && either() && at === words.length;
}

function texts(part) {
  if (part.texts) return part.texts;
  if (!existsSync(part.folder)) return [];
  return readdirSync(part.folder)
    .filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name))
    .sort()
    .map((name) => join(part.folder, name))
    .flatMap((path) => {
      try {
        return [readFileSync(path, "utf8")];
      } catch {
        return readdirSync(path).sort().map((name) => readFileSync(join(path, name), "utf8"));
      }
    });
}

function check(parts) {
  const deny = readFileSync(join(top, "deny.toml"), "utf8");
  const list = new Set([...deny.match(/^allow = \[([^\]]*)\]/m)[1].matchAll(/"([^"]+)"/g)].map((found) => found[1]));
  const refused = parts.filter((part) => !allowed(part.licence, list));
  for (const part of refused) {
    console.error(`${part.ecosystem} ${part.name} ${part.version}: licence "${part.licence}" is not on the list of deny.toml`);
  }
  if (refused.length > 0) {
    console.error("Use another part, or add the licence to deny.toml once somebody has read it.");
    process.exit(1);
  }
  const count = (ecosystem) => parts.filter((part) => part.ecosystem === ecosystem).length;
  if (["cargo", "npm", "font"].some((ecosystem) => count(ecosystem) === 0)) {
    console.error("parts.mjs: no parts of one kind were found at all, so the search itself is broken");
    process.exit(1);
  }
  console.log(
    `licences: ${count("cargo")} crates, ${count("npm")} npm packages and ${count("font")} fonts are all on the list`,
  );
}

function notices(parts) {
  const known = new Map();
  for (const part of parts) {
    for (const text of texts(part)) {
      const key = text.replace(/\s+/g, " ").trim();
      if (!known.has(key)) known.set(key, { text: text.trimEnd(), parts: [] });
      known.get(key).parts.push(part);
    }
  }
  const title = (part) => `${part.name} ${part.version}`.trim();
  console.log("# Parts by other hands\n\nJoinder contains these parts, each under its own licence.\n");
  console.log("| part | kind | licence | by |\n|---|---|---|---|");
  for (const part of parts) console.log(`| ${title(part)} | ${part.ecosystem} | ${part.licence} | ${part.by.replaceAll("|", "/")} |`);
  console.log("\n# Texts of the licences");
  for (const { text, parts: of } of known.values()) {
    console.log(`\n## ${of.map(title).join(", ")}\n\n\`\`\`\`\n${text}\n\`\`\`\``);
  }
}

function sbom(parts) {
  const version = readFileSync(join(top, "Cargo.toml"), "utf8").match(/^version = "([^"]+)"/m)[1];
  const components = parts.map((part) => {
    const purl =
      part.ecosystem === "font" ? undefined : `pkg:${part.ecosystem}/${part.name.replace("@", "%40")}@${part.version}`;
    return {
      type: part.ecosystem === "font" ? "file" : "library",
      "bom-ref": purl ?? `font:${part.name}`,
      name: part.name,
      version: part.version || undefined,
      licenses: [{ expression: part.licence }],
      purl,
      externalReferences: part.home ? [{ type: "vcs", url: part.home }] : undefined,
    };
  });
  const component = { type: "application", name: "joinder", version, licenses: [{ expression: "MIT OR Apache-2.0" }] };
  console.log(JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, metadata: { component }, components }, null, 2));
}

const verbs = { check, notices, sbom };
const verb = verbs[process.argv[2]];
if (!verb) {
  console.error(`parts.mjs: say one of: ${Object.keys(verbs).join(", ")}`);
  process.exit(2);
}
verb([...crates(), ...npmPackages(), ...fonts()]);
