// A claimant's answers as rows to read.

import type { Claimant, Episode, PartialDate, YesNo } from "../../backend/types";
import { session } from "../../session.svelte";
import { day } from "../../text/format";
import { t } from "../../text/text";

/** A part of a record that is changed in one place. */
export type Part = "identity" | "contact" | "episodes" | "notification" | "words" | "losses" | "duties";

export interface Group {
  title: string;
  part: Part;
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
  const spells = claimant.episodes.map(episode);
  const none: Group = { title: t("section-episodes"), part: "episodes", rows: [[t("episode-kind"), ""]] };
  return [
    identity(claimant),
    contact(claimant),
    ...(spells.length > 0 ? spells : [none]),
    notification(claimant),
    losses(claimant),
    duties(claimant),
  ];
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
  return { title: t("section-identity"), part: "identity", rows };
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
  return { title: t("section-contact"), part: "contact", rows };
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
  return { title: t("episode-nth", { number: index + 1 }), part: "episodes", rows };
}

function notification({ notification: told }: Claimant): Group {
  const rows: Group["rows"] = [[t("notice-received.short"), answer(told.received)]];
  if (told.channel) rows.push([t("notice-channel"), session.label("channels", told.channel)]);
  if (told.received_at) rows.push([t("notice-received-at.short"), told.received_at]);
  if (told.seen) rows.push([t("notice-seen"), dateWords(told.seen)]);
  if (told.still_held) rows.push([t("notice-still-held.short"), answer(told.still_held)]);
  if (told.in_spam) rows.push([t("notice-in-spam.short"), answer(told.in_spam)]);
  if (told.earlier_notice) rows.push([t("notice-earlier.short"), answer(told.earlier_notice)]);
  return { title: t("section-notification"), part: "notification", rows };
}

function losses({ losses: all }: Claimant): Group {
  const rows: Group["rows"] = all.map((loss) => [
    session.label("heads", loss.head),
    [loss.amount && `£${loss.amount}`, loss.payee, dateWords(loss.when)].filter(Boolean).join(", "),
  ]);
  if (rows.length === 0) rows.push([t("section-losses"), ""]);
  return { title: t("section-losses"), part: "losses", rows };
}

function duties({ identity: { checks }, consents }: Claimant): Group {
  const rows: Group["rows"] = checks.map((check) => [
    check.document,
    [day(check.on), check.by].filter(Boolean).join(", "),
  ]);
  if (checks.length === 0) rows.push([t("identity-checks"), ""]);
  for (const { kind, given, at, how } of consents) {
    const answer = t(given ? "consent-yes" : "consent-no");
    rows.push([
      session.label("consents", kind),
      [answer, day(at.slice(0, 10)), how].filter(Boolean).join(", "),
    ]);
  }
  if (consents.length === 0) rows.push([t("consents"), ""]);
  return { title: t("section-duties"), part: "duties", rows };
}
