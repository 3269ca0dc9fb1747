// A claimant's answers as rows to read.

import type { Claimant, Episode, PartialDate, YesNo } from "../../backend/types";
import { session } from "../../session.svelte";
import { day } from "../../text/format";
import { t } from "../../text/text";

export interface Group {
  title: string;
  rows: [string, string][];
}

/** A date in the words as given; a whole date in full. */
export function dateWords(date: PartialDate | null): string {
  if (!date) return "";
  if (date.precision === "unknown") return t("dont-know");
  return date.precision === "day" ? day(date.earliest) : date.text;
}

const answer = (value: YesNo | null) => (value ? t(value) : "");

export function details(claimant: Claimant): Group[] {
  return [identity(claimant), contact(claimant), ...claimant.episodes.map(episode), notification(claimant)];
}

function identity({ identity: person, external_reference }: Claimant): Group {
  const rows: Group["rows"] = [
    [t("forenames"), person.forenames],
    [t("surname"), person.surname],
    [t("date-of-birth"), day(person.date_of_birth)],
  ];
  for (const other of person.other_names) rows.push([t(`name-kind-${other.kind}`), other.name]);
  if (person.no_other_names) rows.push([t("other-names"), t("none")]);
  if (person.preferred_name) rows.push([t("preferred-name.short"), person.preferred_name]);
  if (external_reference) rows.push([t("external-reference.short"), external_reference]);
  return { title: t("section-identity"), rows };
}

function contact({ contact: how }: Claimant): Group {
  const rows: Group["rows"] = how.emails.map((email) => [
    t("email"),
    [email.address, email.only_for_defendant === "yes" && t("email-only-defendant.short")]
      .filter(Boolean)
      .join("\n"),
  ]);
  if (how.emails.length === 0) {
    rows.push([t("email"), how.no_email_given === "yes" ? t("email-never-given") : ""]);
  }
  if (how.mobile) rows.push([t("mobile"), how.mobile]);
  if (how.landline) rows.push([t("landline"), how.landline]);
  for (const address of how.addresses) {
    const lines = [...address.lines, address.postcode, address.country].filter(Boolean);
    rows.push([t(`address-use-${address.use}`), lines.join("\n")]);
  }
  rows.push([t("nation"), session.label("nations", how.nation_at_incident)]);
  if (how.withhold_address) rows.push([t("address"), t("withhold-address")]);
  return { title: t("section-contact"), rows };
}

function episode(spell: Episode, index: number): Group {
  const rows: Group["rows"] = [
    [t("episode-kind"), session.label("categories", spell.kind)],
    [t("episode-start"), dateWords(spell.start)],
    [t("episode-end"), spell.ongoing ? t("episode-ongoing") : dateWords(spell.end)],
  ];
  if (spell.ending) rows.push([t("episode-ending"), session.label("endings", spell.ending)]);
  if (spell.payment) rows.push([t("episode-payment"), session.label("payments", spell.payment)]);
  if (spell.last_payment) rows.push([t("episode-last-payment"), dateWords(spell.last_payment)]);
  if (spell.membership_number) rows.push([t("membership-number"), spell.membership_number]);
  if (spell.local_party) rows.push([t("local-party"), spell.local_party]);
  if (spell.union) rows.push([t("union"), session.label("unions", spell.union)]);
  if (spell.levy) rows.push([t("levy"), t(`levy-${spell.levy}`)]);
  return { title: t("episode-nth", { number: index + 1 }), rows };
}

function notification({ notification: told }: Claimant): Group {
  const rows: Group["rows"] = [[t("notice-received.short"), answer(told.received)]];
  if (told.channel) rows.push([t("notice-channel"), session.label("channels", told.channel)]);
  if (told.received_at) rows.push([t("notice-received-at.short"), told.received_at]);
  if (told.seen) rows.push([t("notice-seen"), dateWords(told.seen)]);
  if (told.still_held) rows.push([t("notice-still-held.short"), answer(told.still_held)]);
  if (told.in_spam) rows.push([t("notice-in-spam.short"), answer(told.in_spam)]);
  if (told.earlier_notice) rows.push([t("notice-earlier.short"), answer(told.earlier_notice)]);
  return { title: t("section-notification"), rows };
}
