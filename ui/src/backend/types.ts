// The types of the command table.

export type Noun =
  "claimant" | "evidence" | "classification" | "matter" | "person" | "draft" | "import" | "audit" | "setting";
export type Change = { noun: Noun; number: number | null };
export type Progress = { done: number; total: number; label: string };
export type ProblemView = {
  field: string;
  code: string;
  severity: "error" | "warning";
  message: string;
  fix: string;
};
export type AppError = { code: string; message: string; fix: string; problems: ProblemView[] };

export type MatterStatus = {
  state: "none" | "locked" | "open";
  folder: string;
  name: string;
  person: string;
  role: string;
  profile: string;
  claimants: number;
  idle_minutes: number;
  version: string;
};
export type RecentMatter = { folder: string; name_hint: string; exists: boolean };
export type Role = "paralegal" | "coordinator" | "authorised-person" | "auditor";
export type PersonRow = {
  sign_in: string;
  full_name: string;
  role: Role;
  added: string;
  removed: string | null;
};
export type Choice = { code: string; label: string; hint: string };
export type ProfileView = {
  id: string;
  version: number;
  title: string;
  incident: { title: string; on: string; notice_on: string; known: string[]; unknown: string[] };
  categories: Choice[];
  endings: Choice[];
  payments: Choice[];
  unions: Choice[];
  roles: Choice[];
  statuses: Choice[];
  flags: Choice[];
  tags: Choice[];
  notices: Choice[];
  cohorts: Choice[];
  outcomes: Choice[];
  channels: Choice[];
  nations: Choice[];
};

export type Precision =
  "day" | "month" | "season" | "year" | "about" | "range" | "before" | "after" | "unknown";
export type PartialDate = {
  earliest: string | null;
  latest: string | null;
  precision: Precision;
  text: string;
};

export type YesNo = "yes" | "no" | "dont-know";
export type OtherName = {
  kind: "maiden" | "deed-poll" | "alias";
  name: string;
  from: PartialDate | null;
  to: PartialDate | null;
};
export type Identity = {
  title: string;
  forenames: string;
  surname: string;
  preferred_name: string;
  other_names: OtherName[];
  no_other_names: boolean;
  date_of_birth: string | null;
  protect_former_names: boolean;
  capacity: "own" | "litigation-friend" | "personal-representative" | "attorney" | null;
  acted_for_by: string;
  [rest: string]: unknown;
};
export type EmailAddress = {
  address: string;
  from: PartialDate | null;
  to: PartialDate | null;
  accessible: YesNo | null;
  shared_with: string;
  kind: "personal" | "work" | "university" | null;
  only_for_defendant: YesNo | null;
};
export type Address = { use: "now" | "with-defendant"; lines: string[]; postcode: string; country: string };
export type Contact = {
  emails: EmailAddress[];
  no_email_given: YesNo | null;
  mobile: string;
  landline: string;
  addresses: Address[];
  nation_at_incident: string | null;
  preferred: "email" | "phone" | "post" | null;
  language: string;
  interpreter: YesNo | null;
  accessibility: string;
  safety_rules: string[];
  withhold_address: boolean;
  withhold_reason: string;
};
export type Episode = {
  kind: string;
  start: PartialDate | null;
  end: PartialDate | null;
  ongoing: boolean;
  ending: string | null;
  suspended: PartialDate | null;
  suspension_lifted: PartialDate | null;
  payment: string | null;
  last_payment: PartialDate | null;
  arrears_reminder: YesNo | null;
  membership_number: string;
  local_party: string;
  union: string;
  union_branch: string;
  levy: "opted-in" | "never-opted-in" | "opted-out" | "dont-know" | null;
  evidence_held: string[];
  restricted_note: string;
};
export type Notification = {
  received: YesNo | null;
  channel: string | null;
  received_at: string;
  seen: PartialDate | null;
  still_held: YesNo | null;
  in_spam: YesNo | null;
  knows_other_recipient: YesNo | null;
  earlier_notice: YesNo | null;
  follow_up: string;
};
export type Claimant = {
  external_reference: string;
  identity: Identity;
  contact: Contact;
  episodes: Episode[];
  status_now: string | null;
  roles: string[];
  notification: Notification;
  consequence: { own_words: string; [rest: string]: unknown };
  [rest: string]: unknown;
};

export type Sort = "name" | "number" | "status" | "notice" | "outcome" | "updated";
export type ClaimantQuery = {
  text: string;
  status: string | null;
  notice: string | null;
  outcome: string | null;
  cohort: string | null;
  flag: string | null;
  sort: Sort;
  descending: boolean;
};
export type ClaimantRow = {
  number: number;
  reference: string;
  name: string;
  born: string;
  status: string[];
  settled: boolean;
  notice: string;
  notice_code: string;
  outcome: string;
  outcome_code: string;
  cohort: string;
  flags: number;
  evidence: number;
  updated: string;
};
export type Count = {
  axis: "status" | "notice" | "outcome" | "cohort";
  code: string;
  label: string;
  count: number;
};

export type RuleRef = { rule_set: string; version: number; rule: string; citation: string };
export type FactRef = { field: string; words: string };
export type Finding = {
  code: string;
  severity: "info" | "note" | "warning" | "blocking";
  text: string;
  rule: RuleRef;
  facts: FactRef[];
  evidence: string[];
};
export type StatusAnswer = {
  possible: string[];
  settled: boolean;
  secondary: string[];
  because: { status: string; rule: RuleRef; text: string; facts: FactRef[] }[];
};
export type Classification = {
  rule_set: { id: string; version: number; sha256: string };
  incident_date: string;
  as_of: string;
  status: StatusAnswer;
  status_now: StatusAnswer;
  later: { until: string; on: string; possible: string[]; certain: boolean; text: string }[];
  notice: string;
  tier: number;
  cohort: string;
  outcome: string;
  review: boolean;
  outcome_reasons: { rule: RuleRef; text: string }[];
  flags: string[];
  tags: { code: string; rule: RuleRef }[];
  findings: Finding[];
  settle: { text: string; field: string }[];
};

export type DateRange = { earliest: string | null; latest: string | null };
export type BarEnd = { ended: DateRange } | "open";
export type Bar = {
  label: string;
  words: string;
  start: DateRange;
  end: BarEnd;
  tone: "strong" | "medium" | "pale";
};
export type Mark = { label: string; date: DateRange; style: "incident" | "notice" | "other" };
export type TimelinePicture = { from: string; to: string; bars: Bar[]; marks: Mark[] };

export type EvidenceRow = {
  id: string;
  name: string;
  shape: string;
  size: number;
  sha256: string;
  received_at: string;
  subject: string;
  from: string;
  to: string[];
  dated: string;
  state: string;
  claimant: number | null;
  tier: number | null;
  reasons: string[];
  damage: { message: string; fix: string }[];
  suggestions: { number: number; name: string; why: string }[];
};
export type EvidenceView = {
  row: EvidenceRow;
  headers: { name: string; value: string }[];
  body: string;
  attachments: { name: string; kind: string; size: number }[];
  path: { by: string; from: string; at_raw: string; at_uk: string; skew_seconds: number | null }[];
  structure: string[];
  facts: unknown;
};
export type EvidenceReport = {
  added: number;
  already_there: number;
  assigned: number;
  unassigned: number;
  failed: number;
  items: {
    name: string;
    state: "assigned" | "unassigned" | "already-there" | "failed";
    claimant: number | null;
    claimant_name: string;
    message: string;
    fix: string;
    evidence: string;
  }[];
};

export type ClaimantRecord = {
  number: number;
  reference: string;
  name: string;
  version: number;
  claimant: Claimant;
  warnings: ProblemView[];
  classification: Classification | null;
  explanation: string[];
  evidence: EvidenceRow[];
  timeline: TimelinePicture;
  created: string;
  updated: string;
};
export type HistoryEntry = {
  seq: number;
  at: string;
  who: string;
  what: string;
  fields: { field: string; before: string; after: string }[];
};

export type ImportReport = {
  rows: number;
  good: number;
  bad: number;
  already_there: number;
  warnings: number;
  columns: { header: string; meaning: string }[];
  unknown_columns: string[];
  problems: { row: number; column: string; value_found: string; message: string; fix: string }[];
  error_file: string | null;
};

export type BundleReport = {
  made: number;
  pages: number;
  folder: string;
  files: { number: number; name: string; file: string; pages: number; sha256: string }[];
  failed: { number: number; name: string; message: string; fix: string }[];
  placeholders: { number: number; label: string; reason: string }[];
  cancelled: boolean;
};
export type Preview = { preview: string; pages: number; titles: { title: string; page: number }[] };

export type AuditReport = {
  verdict: "intact" | "tampered" | "nothing-to-check";
  entries: number;
  head: string;
  problems: string[];
};
export type AuditRow = { seq: number; at: string; who: string; what: string; subject: string };
export type Theme = "system" | "light" | "dark";
export type Settings = { theme: Theme; idle_minutes: number };

type Nothing = Record<string, never>;

export interface Commands {
  "matter.status": { input: Nothing; output: MatterStatus };
  "matter.recent": { input: Nothing; output: RecentMatter[] };
  "matter.keyholders": { input: { folder: string }; output: { sign_in: string }[] };
  "matter.create": {
    input: {
      folder: string;
      name: string;
      profile: string;
      sign_in: string;
      full_name: string;
      passphrase: string;
    };
    output: { recovery_key: string };
  };
  "matter.unlock": { input: { folder: string; sign_in: string; passphrase: string }; output: MatterStatus };
  "matter.recover": { input: { folder: string; recovery_key: string }; output: MatterStatus };
  "matter.lock": { input: Nothing; output: Nothing };
  "person.list": { input: Nothing; output: PersonRow[] };
  "person.add": {
    input: { sign_in: string; full_name: string; role: Role; passphrase: string };
    output: Nothing;
  };
  "person.remove": { input: { sign_in: string }; output: Nothing };
  "person.passphrase": { input: { old: string; new: string }; output: Nothing };
  "profile.get": { input: Nothing; output: ProfileView };
  "date.parse": { input: { text: string }; output: { date: PartialDate; words: string } };
  "claimant.ids": { input: ClaimantQuery; output: number[] };
  "claimant.rows": { input: { numbers: number[] }; output: ClaimantRow[] };
  "claimant.counts": { input: Nothing; output: Count[] };
  "claimant.get": { input: { number: number }; output: ClaimantRecord };
  "claimant.check": { input: { claimant: Claimant }; output: ProblemView[] };
  "claimant.add": { input: { claimant: Claimant }; output: { number: number } };
  "claimant.edit": {
    input: { number: number; version: number; claimant: Claimant };
    output: { version: number };
  };
  "claimant.history": { input: { number: number }; output: HistoryEntry[] };
  "draft.save": { input: { key: string; value: unknown }; output: Nothing };
  "draft.get": { input: { key: string }; output: { value: unknown; saved: string | null } };
  "draft.discard": { input: { key: string }; output: Nothing };
  "import.check": { input: { path: string }; output: ImportReport };
  "import.claimants": { input: { path: string; error_file: string }; output: ImportReport };
  "evidence.add": { input: { paths: string[]; claimant: number | null }; output: EvidenceReport };
  "evidence.unassigned": { input: Nothing; output: EvidenceRow[] };
  "evidence.get": { input: { id: string }; output: EvidenceView };
  "evidence.assign": { input: { id: string; claimant: number | null }; output: Nothing };
  "evidence.set_aside": { input: { id: string; reason: string }; output: Nothing };
  "classification.run": { input: Nothing; output: { classified: number; changed: number } };
  "bundle.make": { input: { numbers: number[] | null; out: string }; output: BundleReport };
  "bundle.preview": { input: { number: number }; output: Preview };
  "bundle.page": { input: { preview: string; page: number; width: number }; output: { png: string } };
  "audit.verify": { input: Nothing; output: AuditReport };
  "audit.list": { input: { before: number | null; limit: number }; output: AuditRow[] };
  "setting.get": { input: Nothing; output: Settings };
  "setting.put": { input: Settings; output: Nothing };
}
