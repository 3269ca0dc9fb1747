// From what to what, in words.

import type { MoveView } from "../../backend/types";
import { t } from "../../text/text";

const place = (labels: string[]) => labels.join(t("or")) || t("whatif-nothing");

export const from = (way: MoveView) => place(way.from);
export const to = (way: MoveView) => place(way.to);

/** "Status at the incident: from Member to Former member (resigned)". */
export const inWords = (way: MoveView) =>
  t("whatif-way", { axis: way.axis_label, from: from(way), to: to(way) });

export const rules = (way: MoveView) => way.because.map(({ rule }) => rule).join(", ") || t("whatif-no-rule");
