// Claimants and their groups before anything is known: every answer blank.

import type {
  Address,
  Claimant,
  Consent,
  EmailAddress,
  Episode,
  IdentityCheck,
  Loss,
  Misuse,
  OtherName,
  Request,
  TimeSpent,
} from "../../backend/types";

export const blankName = (): OtherName => ({ kind: "alias", name: "", from: null, to: null });

export const blankEmail = (): EmailAddress => ({
  address: "",
  from: null,
  to: null,
  accessible: null,
  shared_with: "",
  kind: null,
  only_for_defendant: null,
});

export const blankAddress = (): Address => ({ use: "now", lines: [], postcode: "", country: "" });

export const blankEpisode = (): Episode => ({
  kind: "",
  start: null,
  end: null,
  ongoing: false,
  ending: null,
  suspended: null,
  suspension_lifted: null,
  payment: null,
  last_payment: null,
  arrears_reminder: null,
  membership_number: "",
  local_party: "",
  union: "",
  union_branch: "",
  levy: null,
  evidence_held: [],
  restricted_note: "",
});

export const blankLoss = (): Loss => ({
  head: "",
  when: null,
  payee: "",
  amount: "",
  recouped: null,
  no_document_reason: "",
});

export const blankTime = (): TimeSpent => ({ description: "", when: null, minutes: 0 });

export const blankMisuse = (): Misuse => ({ kind: "", when: null, description: "", reference: "" });

export const blankCheck = (): IdentityCheck => ({ document: "", on: "", by: "" });

export const blankConsent = (): Consent => ({
  kind: "",
  version: 0,
  text_sha256: "",
  given: true,
  at: "",
  how: "",
});

export const blankRequest = (): Request => ({
  kind: "query",
  sent: null,
  sent_to: "",
  reference: "",
  acknowledged: null,
  answered: null,
  answered_on: null,
  outcome: "",
});

export const blankClaimant = (): Claimant => ({
  external_reference: "",
  identity: {
    title: "",
    forenames: "",
    surname: "",
    preferred_name: "",
    other_names: [],
    no_other_names: false,
    date_of_birth: null,
    protect_former_names: false,
    national_insurance_number: "",
    capacity: null,
    acted_for_by: "",
    died: null,
    checks: [],
  },
  contact: {
    emails: [blankEmail()],
    no_email_given: null,
    mobile: "",
    landline: "",
    addresses: [blankAddress()],
    nation_at_incident: null,
    preferred: null,
    language: "",
    interpreter: null,
    accessibility: "",
    safety_rules: [],
    withhold_address: false,
    withhold_reason: "",
  },
  episodes: [blankEpisode()],
  status_now: null,
  roles: [],
  notification: {
    received: null,
    channel: null,
    received_at: "",
    seen: null,
    still_held: null,
    in_spam: null,
    knows_other_recipient: null,
    earlier_notice: null,
    follow_up: "",
  },
  consequence: {
    own_words: "",
    descriptors: [],
    no_distress: null,
    others_know: "",
    vulnerability: "",
    treatment: "",
    diagnosis: null,
    medication: "",
    fear: "",
    safety: "",
  },
  aftermath: { requests: [], erasure_asked_before: null },
  data_held: [],
  misuse: [],
  losses: [],
  time_spent: [],
  proceedings: {
    other_firm: null,
    firm: null,
    earlier_claim: null,
    insolvent: null,
    legal_expenses_cover: null,
    conflicts: "",
  },
  consents: [],
});

/** Groups that were opened and left empty are not answers. */
export function withoutEmptyGroups(claimant: Claimant): Claimant {
  const { contact, identity } = claimant;
  const filled = (text: string) => text.trim() !== "";
  return {
    ...claimant,
    identity: {
      ...identity,
      other_names: identity.other_names.filter(({ name }) => filled(name)),
      checks: identity.checks.filter(({ document, on }) => filled(document) || filled(on)),
    },
    consents: filledIn(claimant.consents, blankConsent()),
    contact: {
      ...contact,
      emails: contact.emails.filter(({ address }) => filled(address)),
      addresses: contact.addresses.filter(
        ({ lines, postcode, country }) => lines.some(filled) || filled(postcode) || filled(country),
      ),
    },
    episodes: filledIn(claimant.episodes, blankEpisode()),
    losses: filledIn(claimant.losses, blankLoss()),
    time_spent: filledIn(claimant.time_spent, blankTime()),
    misuse: filledIn(claimant.misuse, blankMisuse()),
  };
}

function filledIn<T>(groups: T[], blank: T): T[] {
  const empty = JSON.stringify(blank);
  return groups.filter((group) => JSON.stringify(group) !== empty);
}
