// Calls to the core, by the command table.

import { announce } from "./change.svelte";
import { native } from "./native";
import type { AppError, Commands } from "./types";

export type Name = keyof Commands;
export type Input<N extends Name> = Commands[N]["input"];
export type Output<N extends Name> = Commands[N]["output"];

/** Runs one command. Rejects with an `AppError`; what it changed is announced to whoever shows it. */
export async function call<N extends Name>(
  name: N,
  input: Input<N>,
  job: number | null = null,
): Promise<Output<N>> {
  try {
    const { output, changes } = await native.call<Output<N>>(name, input, job);
    announce(changes);
    return output;
  } catch (error) {
    throw asError(error);
  }
}

/** Whatever was thrown, as an error that can be shown. */
export function asError(error: unknown): AppError {
  if (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    "message" in error &&
    "fix" in error
  ) {
    return error as AppError;
  }
  return { code: "shell", message: String(error), fix: "", problems: [] };
}
