// Words of the window, from the Fluent catalogue in assets/locale.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

import casework from "../../../assets/locale/en-GB/casework.ftl?raw";
import core from "../../../assets/locale/en-GB/core.ftl?raw";
import registration from "../../../assets/locale/en-GB/registration.ftl?raw";
import ui from "../../../assets/locale/en-GB/ui.ftl?raw";

const bundle = new FluentBundle("en-GB", { useIsolating: false });
for (const source of [core, casework, registration, ui])
  bundle.addResource(new FluentResource(source), { allowOverrides: true });

/** The text for `key`, or for one of its attributes: `surname` or `surname.hint`. */
export function t(key: string, values: Record<string, FluentVariable> = {}): string {
  return find(key, values) ?? key;
}

/** The text for `key`, or undefined when the catalogue has none. */
export function find(key: string, values: Record<string, FluentVariable> = {}): string | undefined {
  const [name = "", attribute] = key.split(".");
  const message = bundle.getMessage(name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  if (!pattern) return undefined;
  // A value that is missing is reported; the page goes on with the rest of the words.
  const missing: Error[] = [];
  const words = bundle.formatPattern(pattern, values, missing);
  missing.forEach((error) => reportError(error));
  return words;
}
