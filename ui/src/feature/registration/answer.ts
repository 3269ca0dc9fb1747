// What was answered to a question, one line for each thing that was said.

import type { Claimant, PartialDate } from "../../backend/types";
import { session } from "../../session.svelte";
import { day } from "../../text/format";
import { t } from "../../text/text";

const said = (...lines: (string | null | undefined)[]) =>
  lines.filter((line): line is string => Boolean(line?.trim()));
const yes = (answer: string | null, label: string) => (answer ? `${t(label)} ${t(answer)}` : "");
const when = (date: PartialDate | null) => date?.text ?? "";

/** The days of the incident, for questions that name them. */
export const days = () => ({
  on: day(session.profile?.incident.on ?? null),
  notice: day(session.profile?.incident.notice_on ?? null),
});

export function answers(code: string, claimant: Claimant): string[] {
  const { identity, contact, notification, consequence, proceedings, episodes } = claimant;
  switch (code) {
    case "capacity":
      return said(identity.capacity && t(`reg-capacity-${identity.capacity}`));
    case "acting":
      return said(identity.acted_for_by);
    case "name":
      return said(`${identity.forenames} ${identity.surname}`);
    case "other-names":
      return identity.no_other_names ? [t("none")] : identity.other_names.map(({ name }) => name);
    case "birth":
      return said(identity.date_of_birth && day(identity.date_of_birth));
    case "emails":
      return said(...contact.emails.map(({ address }) => address));
    case "phone":
      return said(contact.mobile, contact.landline);
    case "address":
      return contact.addresses.map(({ lines, postcode, country }) =>
        said(...lines, postcode, country).join("\n"),
      );
    case "safety":
      return said(
        ...contact.safety_rules,
        contact.withhold_address ? t("reg-withhold") : "",
        contact.withhold_reason,
      );
    case "nation":
      return said(session.label("nations", contact.nation_at_incident));
    case "episodes":
      return episodes.map((one) =>
        said(
          session.label("categories", one.kind),
          when(one.start),
          one.ongoing ? t("episode-ongoing") : when(one.end),
          session.label("endings", one.ending),
        ).join("\n"),
      );
    case "now":
      return said(session.label("statuses", claimant.status_now));
    case "told":
      return said(yes(notification.received, "reg-told"));
    case "told-how":
      return said(
        session.label("channels", notification.channel),
        notification.received_at,
        when(notification.seen),
      );
    case "words":
      return said(consequence.own_words);
    case "descriptors":
      return consequence.descriptors.map(
        ({ kind, severity }) => `${session.label("descriptors", kind)}: ${t(`reg-felt-${severity}`)}`,
      );
    case "diagnosis":
      return said(yes(consequence.diagnosis, "reg-diagnosis"), consequence.treatment);
    default:
      return said(yes(proceedings.other_firm, "reg-other-firm"));
  }
}
