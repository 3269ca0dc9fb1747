// The record behind a form: where it is read, and where it is saved.

import { call } from "../../backend/call";
import type { Claimant } from "../../backend/types";
import { blankClaimant } from "./blank";

export interface FormRecord {
  /** Under which name what is typed is kept. */
  key: string;
  read: () => Promise<{ claimant: Claimant; name: string; version: number | null }>;
  /** Saves it in place of the version that was read. */
  save: (
    claimant: Claimant,
    version: number | null,
    why: string,
  ) => Promise<{ number: number; version: number | null }>;
}

export const newRecord: FormRecord = {
  key: "claimant:new",
  read: async () => ({ claimant: blankClaimant(), name: "", version: null }),
  save: async (claimant) => ({ number: (await call("claimant.add", { claimant })).number, version: null }),
};

/** A claimant's record, or one part of it. */
export const recordOf = (number: number, part: string | null = null): FormRecord => ({
  key: part === null ? `claimant:${number}` : `claimant:${number}:${part}`,
  read: () => call("claimant.get", { number }),
  save: async (claimant, version, why) => {
    const edited = await call("claimant.edit", { number, version: version ?? 0, claimant, why });
    return { number, version: edited.version };
  },
});

/** The answers of a packet, edited before they are taken; `into` is the claimant whom a person takes them to be of. */
export const recordOfPacket = (packet: { number: number; into: number | null }): FormRecord => ({
  key: `packet:${packet.number}:${packet.into ?? "new"}`,
  read: async () => {
    const view = await call("packet.get", packet);
    return { claimant: view.record, name: view.packet.name, version: view.known?.version ?? null };
  },
  save: async (claimant, version) => {
    const taken = await call("packet.accept", { ...packet, version, claimant });
    return { number: taken.claimant, version };
  },
});

/** Brings one field of a record into another record of the same form. */
export function bring(path: string, from: Claimant, into: Claimant) {
  const parts = path.split(".");
  const last = parts.pop() ?? "";
  const within = (record: Claimant) =>
    parts.reduce<Record<string, unknown>>(
      (group, part) => group[part] as Record<string, unknown>,
      record as unknown as Record<string, unknown>,
    );
  within(into)[last] = within(from)[last];
}
