// What conditions there are, what can be chosen for each, and what they are called.

import type { Choice, ClaimantFilter, FilterOn } from "../../backend/types";
import { session } from "../../session.svelte";
import { count, day } from "../../text/format";
import { t } from "../../text/text";
import { list } from "./list.svelte";

type Named = Pick<Choice, "code" | "label">;

/** Conditions that are added as they are needed. */
export const MORE: FilterOn[] = [
  "state",
  "assignee",
  "tag",
  "missing",
  "issue",
  "nation",
  "evidence",
  "evidence-text",
  "due",
  "born",
  "updated",
  "added",
];
/** Conditions on a first and a last day. */
export const DAYS: FilterOn[] = ["born", "updated", "added"];

const OVERRIDDEN = ["any", "needs-second-person", "needs-fresh-look"];

/** What can be chosen; empty where words or days are typed. */
export function choices(on: FilterOn): Named[] {
  const profile = session.profile;
  if (!profile) return [];
  const counted = (axis: string) => list.counts.filter((one) => one.axis === axis && one.count > 0);
  switch (on) {
    case "status":
      return profile.statuses;
    case "notice":
      return profile.notices;
    case "cohort":
      return profile.cohorts;
    case "outcome":
      return profile.outcomes;
    case "flag":
      return profile.flags;
    case "issue":
      return profile.tags;
    case "state":
      return profile.states;
    case "nation":
      return profile.nations;
    case "assignee":
      return [
        { code: "@me", label: t("assignee-me") },
        { code: "", label: t("assignee-nobody") },
        ...counted("assignee"),
      ];
    case "tag":
    case "missing":
      return counted(on);
    case "evidence":
      return ["yes", "no"].map((code) => ({ code, label: t(`filter-evidence-${code}`) }));
    case "due":
      return ["my-tasks", "tasks", "replies"].map((code) => ({ code, label: t(`filter-due-${code}`) }));
    case "overridden":
      return OVERRIDDEN.map((code) => ({ code, label: t(`overridden-${code}`) }));
    default:
      return [];
  }
}

/** A choice with how many claimants it would show. */
export function counted(on: FilterOn, choice: Named): string {
  if (["flag", "overridden", "nation", "evidence", "assignee", "due"].includes(on)) return choice.label;
  const found = list.counts.find(({ axis, code }) => axis === on && code === choice.code);
  return `${choice.label} (${count(found?.count ?? 0)})`;
}

/** A condition in words. */
export function words({ on, any }: ClaimantFilter): string {
  if (DAYS.includes(on)) {
    const [from, to] = any;
    if (from && to) return t("filter-between", { from: day(from), to: day(to) });
    return from ? t("filter-from", { from: day(from) }) : t("filter-to", { to: day(to ?? "") });
  }
  const known = choices(on);
  return any.map((code) => known.find((choice) => choice.code === code)?.label ?? code).join(t("or"));
}
