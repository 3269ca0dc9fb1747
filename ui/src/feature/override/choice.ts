// What can be said on each axis.

import type { Choice, OverrideAxis } from "../../backend/types";
import { session } from "../../session.svelte";
import { t } from "../../text/text";

export const AXES: OverrideAxis[] = ["outcome", "status", "notice", "cohort"];

export function choicesOf(axis: OverrideAxis): Choice[] {
  const profile = session.profile;
  if (!profile) return [];
  const lists = {
    status: profile.statuses,
    notice: profile.notices,
    cohort: profile.cohorts,
    // The rules suggest; a person decides.
    outcome: profile.outcomes.map((choice) => ({ ...choice, label: t(`decided-${choice.code}`) })),
  };
  return lists[axis];
}
