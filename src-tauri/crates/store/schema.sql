CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  claimant INTEGER NOT NULL REFERENCES claimant (number),
  seq INTEGER NOT NULL,
  previous INTEGER,
  basis INTEGER,
  pattern INTEGER NOT NULL,
  days TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE TRIGGER answer_no_delete BEFORE DELETE ON answer
WHEN NOT EXISTS (SELECT 1 FROM claimant_removal WHERE number = OLD.claimant)
BEGIN SELECT raise(ABORT, 'answers are never deleted'); END;

CREATE TRIGGER answer_no_update BEFORE UPDATE ON answer
BEGIN SELECT raise(ABORT, 'answers are never changed'); END;

CREATE TABLE answer_basis (
  id INTEGER PRIMARY KEY,
  rule_set TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  incident_date TEXT NOT NULL,
  UNIQUE (rule_set, version, sha256, incident_date)
) STRICT;

CREATE TABLE answer_pattern (
  id INTEGER PRIMARY KEY,
  sha256 BLOB UNIQUE CHECK (length(sha256) = 32),
  status TEXT NOT NULL,
  settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
  notice TEXT NOT NULL,
  cohort TEXT NOT NULL,
  outcome TEXT NOT NULL,
  tier INTEGER NOT NULL,
  review INTEGER NOT NULL CHECK (review IN (0, 1)),
  flags INTEGER NOT NULL
) STRICT;

CREATE TABLE answer_pattern_code (
  axis_code INTEGER NOT NULL,
  pattern INTEGER NOT NULL,
  PRIMARY KEY (axis_code, pattern)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_pattern_document (
  pattern INTEGER PRIMARY KEY REFERENCES answer_pattern (id),
  document TEXT NOT NULL
) STRICT;

CREATE TABLE audit_change (
  seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  change TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_change_no_delete BEFORE DELETE ON audit_change
WHEN NOT EXISTS (SELECT 1 FROM audit_entry e JOIN claimant_removal r ON r.number = e.claimant WHERE e.seq = OLD.seq)
BEGIN SELECT raise(ABORT, 'audit changes are never deleted'); END;

CREATE TRIGGER audit_change_no_update BEFORE UPDATE ON audit_change
BEGIN SELECT raise(ABORT, 'audit changes are never changed'); END;

CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor BLOB NOT NULL CHECK (length(actor) = 16),
  actor_name TEXT NOT NULL,
  op TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  claimant INTEGER,
  detail TEXT NOT NULL,
  change_digest BLOB CHECK (length(change_digest) = 32),
  content_digest BLOB CHECK (length(content_digest) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX audit_entry_of_claimant ON audit_entry (claimant) WHERE claimant IS NOT NULL;

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT raise(ABORT, 'audit entries are never deleted'); END;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT raise(ABORT, 'audit entries are never changed'); END;

CREATE TABLE axis_code (
  id INTEGER PRIMARY KEY,
  axis TEXT NOT NULL,
  code TEXT NOT NULL,
  UNIQUE (axis, code)
) STRICT;

CREATE TABLE backup_copy (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  person_name TEXT NOT NULL,
  folder TEXT NOT NULL,
  seq INTEGER NOT NULL,
  head BLOB NOT NULL CHECK (length(head) = 32)
) STRICT;

CREATE TRIGGER backup_copy_no_delete BEFORE DELETE ON backup_copy
BEGIN SELECT raise(ABORT, 'the list of copies is never cut'); END;

CREATE TRIGGER backup_copy_no_update BEFORE UPDATE ON backup_copy
BEGIN SELECT raise(ABORT, 'what was copied is never changed'); END;

CREATE TABLE bundle_version (
  claimant INTEGER NOT NULL REFERENCES claimant (number),
  audience TEXT NOT NULL CHECK (audience IN ('confidential', 'public')),
  version INTEGER NOT NULL CHECK (version > 0),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  plan TEXT NOT NULL,
  fixed TEXT NOT NULL,
  sealed_at INTEGER NOT NULL,
  sealed_by BLOB NOT NULL CHECK (length(sealed_by) = 16),
  sealed_by_name TEXT NOT NULL,
  PRIMARY KEY (claimant, audience, version),
  UNIQUE (claimant, audience, sha256)
) STRICT;

CREATE TRIGGER bundle_version_no_delete BEFORE DELETE ON bundle_version
BEGIN SELECT raise(ABORT, 'sealed bundles are never deleted'); END;

CREATE TRIGGER bundle_version_no_update BEFORE UPDATE ON bundle_version
BEGIN SELECT raise(ABORT, 'sealed bundles are never changed'); END;

CREATE TABLE claim_form (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  claim_number TEXT NOT NULL,
  issued TEXT NOT NULL
) STRICT;

CREATE TRIGGER claim_form_no_delete BEFORE DELETE ON claim_form
BEGIN SELECT raise(ABORT, 'claim forms are never deleted'); END;

CREATE TABLE claimant (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  version INTEGER NOT NULL CHECK (version > 0),
  sort_key TEXT NOT NULL,
  name TEXT NOT NULL,
  external_reference TEXT NOT NULL,
  date_of_birth TEXT NOT NULL,
  nation TEXT NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL
, missing INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX claimant_by_birth ON claimant (date_of_birth, sort_key);

CREATE INDEX claimant_by_missing ON claimant (missing);

CREATE INDEX claimant_by_name ON claimant (sort_key);

CREATE UNIQUE INDEX claimant_by_reference ON claimant (external_reference) WHERE external_reference <> '';

CREATE INDEX claimant_by_update ON claimant (updated);

CREATE TRIGGER claimant_number_once BEFORE INSERT ON claimant
WHEN EXISTS (SELECT 1 FROM claimant_removal WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'numbers of claimants are never given twice'); END;

CREATE TRIGGER erased_number_once BEFORE INSERT ON claimant
WHEN EXISTS (SELECT 1 FROM erasure WHERE claimant = NEW.number)
BEGIN SELECT raise(ABORT, 'numbers of claimants are never given twice'); END;

CREATE TABLE claimant_email (
  key TEXT NOT NULL,
  claimant INTEGER NOT NULL,
  exact INTEGER NOT NULL CHECK (exact IN (0, 1)),
  PRIMARY KEY (key, claimant)
) STRICT, WITHOUT ROWID;

CREATE TABLE claimant_merge (
  id INTEGER PRIMARY KEY,
  kept INTEGER NOT NULL REFERENCES claimant (number),
  lost INTEGER NOT NULL REFERENCES claimant (number),
  merged_at INTEGER NOT NULL,
  merged_by_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  evidence TEXT NOT NULL,
  undone_at INTEGER,
  undone_by_name TEXT NOT NULL DEFAULT '',
  undone_reason TEXT NOT NULL DEFAULT '', work TEXT NOT NULL DEFAULT '{"assignee":false,"tags":[]}',
  CHECK (kept <> lost)
) STRICT;

CREATE INDEX claimant_merge_of_kept ON claimant_merge (kept);

CREATE UNIQUE INDEX claimant_merge_present ON claimant_merge (lost) WHERE undone_at IS NULL;

CREATE TRIGGER claimant_merge_no_delete BEFORE DELETE ON claimant_merge
WHEN OLD.undone_at IS NULL OR NOT EXISTS (SELECT 1 FROM claimant_removal WHERE number IN (OLD.kept, OLD.lost))
BEGIN SELECT raise(ABORT, 'merges are never deleted'); END;

CREATE TRIGGER claimant_merge_no_update
BEFORE UPDATE OF id, kept, lost, merged_at, merged_by_name, reason, evidence ON claimant_merge
BEGIN SELECT raise(ABORT, 'what was merged is never changed'); END;

CREATE TRIGGER claimant_merge_undone_once BEFORE UPDATE ON claimant_merge WHEN OLD.undone_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a merge is undone once'); END;

CREATE TABLE claimant_own_words (
  key BLOB NOT NULL CHECK (length(key) = 16),
  claimant INTEGER NOT NULL,
  PRIMARY KEY (key, claimant)
) STRICT, WITHOUT ROWID;

CREATE TABLE claimant_record (
  claimant INTEGER PRIMARY KEY REFERENCES claimant (number),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  record TEXT NOT NULL
) STRICT;

CREATE TABLE claimant_removal (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  removed INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE TRIGGER claimant_removal_no_delete BEFORE DELETE ON claimant_removal
BEGIN SELECT raise(ABORT, 'removals are never deleted'); END;

CREATE TRIGGER claimant_removal_no_update BEFORE UPDATE ON claimant_removal
BEGIN SELECT raise(ABORT, 'removals are never changed'); END;

CREATE VIRTUAL TABLE claimant_search USING fts5 (
  words, content = '', columnsize = 0, detail = none, tokenize = 'ascii', prefix = '2 3'
);

CREATE TABLE claimant_words (
  claimant INTEGER PRIMARY KEY REFERENCES claimant (number),
  -- Folded, each with a space before it.
  words TEXT NOT NULL
) STRICT;

CREATE TABLE classification (
  claimant INTEGER PRIMARY KEY REFERENCES claimant (number),
  answer INTEGER NOT NULL,
  pattern INTEGER NOT NULL
) STRICT;

CREATE INDEX classification_by_pattern ON classification (pattern);

CREATE TABLE conflict_search (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  person_name TEXT NOT NULL,
  asked TEXT NOT NULL,
  found TEXT NOT NULL
) STRICT;

CREATE TRIGGER conflict_search_no_delete BEFORE DELETE ON conflict_search
BEGIN SELECT raise(ABORT, 'searches for conflicts are never deleted'); END;

CREATE TRIGGER conflict_search_no_update BEFORE UPDATE ON conflict_search
BEGIN SELECT raise(ABORT, 'searches for conflicts are never changed'); END;

CREATE TABLE draft (
  person BLOB NOT NULL CHECK (length(person) = 16),
  key TEXT NOT NULL,
  saved INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (person, key)
) STRICT;

CREATE TABLE erasure (
  claimant INTEGER PRIMARY KEY CHECK (claimant > 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  at INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  person_name TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
BEGIN SELECT raise(ABORT, 'erasures are never deleted'); END;

CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure
BEGIN SELECT raise(ABORT, 'erasures are never changed'); END;

CREATE TABLE evidence (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  name TEXT NOT NULL,
  modified INTEGER,
  source TEXT NOT NULL,
  received INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  state TEXT NOT NULL CHECK (state IN ('unassigned', 'assigned', 'set-aside')),
  claimant INTEGER REFERENCES claimant (number),
  reason TEXT NOT NULL,
  shape TEXT NOT NULL,
  subject TEXT NOT NULL,
  sender TEXT NOT NULL,
  recipients TEXT NOT NULL,
  dated TEXT NOT NULL,
  tier INTEGER, restricted TEXT NOT NULL DEFAULT '',
  CHECK ((state = 'assigned') = (claimant IS NOT NULL))
) STRICT;

CREATE INDEX evidence_by_state ON evidence (state);

CREATE INDEX evidence_of_claimant ON evidence (claimant) WHERE claimant IS NOT NULL;

CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence
WHEN NOT EXISTS (SELECT 1 FROM evidence_removal WHERE number = OLD.row AND id = OLD.id)
BEGIN SELECT raise(ABORT, 'evidence is never deleted'); END;

CREATE TRIGGER evidence_no_update
BEFORE UPDATE OF row, id, sha256, size, name, modified, source, received, person ON evidence
BEGIN SELECT raise(ABORT, 'what came with an original is never changed'); END;

CREATE TRIGGER evidence_number_once AFTER INSERT ON evidence
WHEN EXISTS (SELECT 1 FROM evidence_removal WHERE number = NEW.row)
BEGIN SELECT raise(ABORT, 'numbers of evidence are never given twice'); END;

CREATE TABLE evidence_blob (
  evidence INTEGER PRIMARY KEY REFERENCES evidence (row),
  bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER evidence_blob_no_delete BEFORE DELETE ON evidence_blob
WHEN NOT EXISTS (SELECT 1 FROM evidence_removal WHERE number = OLD.evidence)
BEGIN SELECT raise(ABORT, 'originals are never deleted'); END;

CREATE TRIGGER evidence_blob_no_update BEFORE UPDATE ON evidence_blob
BEGIN SELECT raise(ABORT, 'originals are never changed'); END;

CREATE TABLE evidence_facts (
  evidence INTEGER PRIMARY KEY REFERENCES evidence (row),
  facts TEXT NOT NULL,
  grade TEXT
) STRICT;

CREATE TABLE evidence_origin (
  evidence INTEGER PRIMARY KEY REFERENCES evidence (row),
  kind TEXT NOT NULL CHECK (kind IN ('folder', 'archive', 'mailbox')),
  name TEXT NOT NULL,
  sha256 BLOB CHECK (length(sha256) = 32),
  path TEXT NOT NULL,
  offset INTEGER,
  position INTEGER,
  scan INTEGER REFERENCES mailbox_scan (id)
) STRICT;

CREATE TRIGGER evidence_origin_no_delete BEFORE DELETE ON evidence_origin
WHEN NOT EXISTS (SELECT 1 FROM evidence_removal WHERE number = OLD.evidence)
BEGIN SELECT raise(ABORT, 'what came with an original is never deleted'); END;

CREATE TRIGGER evidence_origin_no_update BEFORE UPDATE ON evidence_origin
BEGIN SELECT raise(ABORT, 'what came with an original is never changed'); END;

CREATE TABLE evidence_removal (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  received INTEGER NOT NULL,
  received_by BLOB NOT NULL CHECK (length(received_by) = 16),
  removed INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE INDEX evidence_removal_by_sha256 ON evidence_removal (sha256);

CREATE TRIGGER evidence_removal_no_delete BEFORE DELETE ON evidence_removal
BEGIN SELECT raise(ABORT, 'removals are never deleted'); END;

CREATE TRIGGER evidence_removal_no_update BEFORE UPDATE ON evidence_removal
BEGIN SELECT raise(ABORT, 'removals are never changed'); END;

CREATE TRIGGER evidence_removal_only_set_aside BEFORE INSERT ON evidence_removal
WHEN NOT EXISTS (
  SELECT 1 FROM evidence
  WHERE row = NEW.number AND id = NEW.id AND sha256 = NEW.sha256 AND size = NEW.size AND state = 'set-aside'
)
BEGIN SELECT raise(ABORT, 'evidence that is in use is never removed'); END;

CREATE TABLE exchange_key (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  made INTEGER NOT NULL,
  private TEXT NOT NULL,
  recipient TEXT NOT NULL
) STRICT;

CREATE TRIGGER exchange_key_no_delete BEFORE DELETE ON exchange_key
BEGIN SELECT raise(ABORT, 'keys are never deleted: what was sealed for them could not be opened'); END;

CREATE TRIGGER exchange_key_no_update BEFORE UPDATE ON exchange_key
BEGIN SELECT raise(ABORT, 'keys are never changed: what was sealed for them could not be opened'); END;

CREATE TABLE exhibit_label (
  claimant INTEGER NOT NULL REFERENCES claimant (number),
  serial INTEGER NOT NULL CHECK (serial > 0),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  label TEXT NOT NULL CHECK (label <> ''),
  PRIMARY KEY (claimant, serial),
  UNIQUE (claimant, sha256),
  UNIQUE (claimant, label)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER exhibit_label_no_delete BEFORE DELETE ON exhibit_label
BEGIN SELECT raise(ABORT, 'marks of exhibits are never deleted'); END;

CREATE TRIGGER exhibit_label_no_update BEFORE UPDATE ON exhibit_label
BEGIN SELECT raise(ABORT, 'marks of exhibits are never changed'); END;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  file_sha256 BLOB NOT NULL CHECK (length(file_sha256) = 32),
  file_name TEXT NOT NULL,
  started INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  added INTEGER NOT NULL DEFAULT 0,
  already_there INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  finished INTEGER
, updated INTEGER NOT NULL DEFAULT 0, undone INTEGER) STRICT;

CREATE INDEX import_batch_by_file ON import_batch (file_sha256);

CREATE TABLE import_row (
  digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 16),
  claimant INTEGER NOT NULL,
  batch INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX import_row_by_batch ON import_row (batch, claimant);

CREATE TABLE import_update (
  batch INTEGER NOT NULL REFERENCES import_batch (id),
  claimant INTEGER NOT NULL,
  version INTEGER NOT NULL,
  before TEXT NOT NULL, after BLOB CHECK (length(after) = 32),
  PRIMARY KEY (batch, claimant)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  made INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  expires INTEGER NOT NULL,
  firm TEXT NOT NULL,
  contact TEXT NOT NULL
) STRICT;

CREATE TRIGGER invitation_no_delete BEFORE DELETE ON invitation
BEGIN SELECT raise(ABORT, 'invitations are never deleted'); END;

CREATE TRIGGER invitation_no_update BEFORE UPDATE ON invitation
BEGIN SELECT raise(ABORT, 'invitations are never changed'); END;

CREATE TABLE journal_entry (
  id INTEGER PRIMARY KEY,
  claimant INTEGER NOT NULL REFERENCES claimant (number),
  kind TEXT NOT NULL CHECK (kind IN ('note', 'task', 'correspondence')),
  personal INTEGER NOT NULL CHECK (personal IN (0, 1)),
  made INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  person_name TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  due TEXT NOT NULL,
  assignee BLOB CHECK (length(assignee) = 16),
  entry TEXT NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  removed INTEGER
) STRICT;

CREATE INDEX journal_entry_by_due ON journal_entry (kind, due) WHERE open = 1 AND removed IS NULL;

CREATE INDEX journal_entry_of_claimant ON journal_entry (claimant);

CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry
WHEN NOT EXISTS (SELECT 1 FROM claimant_removal WHERE number = OLD.claimant)
BEGIN SELECT raise(ABORT, 'entries are taken away and stay'); END;

CREATE TRIGGER journal_entry_no_update BEFORE UPDATE OF id, claimant, kind, made, person, person_name, salt ON journal_entry
BEGIN SELECT raise(ABORT, 'who wrote an entry, and when, is never changed'); END;

CREATE TABLE legal_hold (
  id INTEGER PRIMARY KEY,
  claimant INTEGER REFERENCES claimant (number),
  reason TEXT NOT NULL CHECK (reason <> ''),
  review TEXT NOT NULL CHECK (review <> ''),
  set_at INTEGER NOT NULL,
  set_by BLOB NOT NULL CHECK (length(set_by) = 16),
  set_by_name TEXT NOT NULL,
  ended_at INTEGER,
  ended_by_name TEXT NOT NULL DEFAULT '',
  ended_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX legal_hold_of_claimant ON legal_hold (claimant) WHERE ended_at IS NULL;

CREATE TRIGGER legal_hold_ended_once BEFORE UPDATE ON legal_hold WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a hold ends once'); END;

CREATE TRIGGER legal_hold_no_delete BEFORE DELETE ON legal_hold
BEGIN SELECT raise(ABORT, 'holds are never deleted'); END;

CREATE TRIGGER legal_hold_no_update
BEFORE UPDATE OF id, claimant, reason, review, set_at, set_by, set_by_name ON legal_hold
BEGIN SELECT raise(ABORT, 'a hold is never changed'); END;

CREATE TABLE mailbox_scan (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  started INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  seen INTEGER NOT NULL,
  notices INTEGER NOT NULL,
  related INTEGER NOT NULL,
  unreadable INTEGER NOT NULL,
  taken INTEGER NOT NULL,
  already_there INTEGER NOT NULL
) STRICT;

CREATE INDEX mailbox_scan_by_sha256 ON mailbox_scan (sha256);

CREATE TRIGGER mailbox_scan_no_delete BEFORE DELETE ON mailbox_scan
BEGIN SELECT raise(ABORT, 'scans of mailboxes are never deleted'); END;

CREATE TRIGGER mailbox_scan_no_update
BEFORE UPDATE OF id, name, sha256, size, started, finished, person, seen, notices, related, unreadable ON mailbox_scan
BEGIN SELECT raise(ABORT, 'what was seen in a mailbox is never changed'); END;

CREATE TABLE match_key (
  key INTEGER NOT NULL,
  claimant INTEGER NOT NULL,
  PRIMARY KEY (key, claimant)
) STRICT, WITHOUT ROWID;

CREATE TABLE match_pair (
  a INTEGER NOT NULL REFERENCES claimant (number),
  b INTEGER NOT NULL REFERENCES claimant (number),
  score REAL NOT NULL,
  household REAL NOT NULL,
  bits REAL NOT NULL,
  reasons TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'not-same', 'merged')),
  decided_at INTEGER,
  decided_by_name TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (a, b),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;

CREATE INDEX match_pair_by_state ON match_pair (state, score);

CREATE INDEX match_pair_of_b ON match_pair (b);

CREATE TABLE matter (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  created INTEGER NOT NULL,
  profile BLOB NOT NULL REFERENCES profile (sha256),
  next_number INTEGER NOT NULL CHECK (next_number > 0),
  lookup_version INTEGER NOT NULL
) STRICT;

CREATE TABLE migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  applied INTEGER NOT NULL
) STRICT;

CREATE TABLE override (
  id INTEGER PRIMARY KEY,
  claimant INTEGER NOT NULL REFERENCES claimant (number),
  axis TEXT NOT NULL CHECK (axis IN ('status', 'notice', 'cohort', 'outcome')),
  code TEXT NOT NULL CHECK (code <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  answer INTEGER NOT NULL,
  computed TEXT NOT NULL,
  set_at INTEGER NOT NULL,
  set_by BLOB NOT NULL CHECK (length(set_by) = 16),
  set_by_name TEXT NOT NULL,
  confirmed_at INTEGER,
  confirmed_by BLOB CHECK (length(confirmed_by) = 16),
  confirmed_by_name TEXT,
  confirmed_reason TEXT,
  ended_at INTEGER,
  ended_by BLOB CHECK (length(ended_by) = 16),
  ended_by_name TEXT,
  ended_reason TEXT,
  CHECK (confirmed_by IS NULL OR confirmed_by <> set_by),
  CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;

CREATE INDEX override_of_claimant ON override (claimant);

CREATE UNIQUE INDEX override_present ON override (claimant, axis) WHERE ended_at IS NULL;

CREATE TRIGGER override_confirmed_once BEFORE UPDATE OF confirmed_at, confirmed_by, confirmed_by_name, confirmed_reason
ON override WHEN OLD.confirmed_at IS NOT NULL OR OLD.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a confirmation is never changed'); END;

CREATE TRIGGER override_ended_once BEFORE UPDATE OF ended_at, ended_by, ended_by_name, ended_reason
ON override WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'an ended override is never changed'); END;

CREATE TRIGGER override_no_delete BEFORE DELETE ON override
BEGIN SELECT raise(ABORT, 'overrides are never deleted'); END;

CREATE TRIGGER override_no_update
BEFORE UPDATE OF id, claimant, axis, code, reason, answer, computed, set_at, set_by, set_by_name ON override
BEGIN SELECT raise(ABORT, 'what was said is never changed'); END;

CREATE TABLE packet (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  received INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  problem TEXT NOT NULL,
  id BLOB CHECK (length(id) = 16),
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  replaces BLOB CHECK (length(replaces) = 16),
  sealed INTEGER,
  name TEXT NOT NULL,
  manifest TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('refused', 'received', 'in-review', 'has-issues', 'accepted', 'rejected')),
  claimant INTEGER REFERENCES claimant (number),
  reason TEXT NOT NULL,
  decided INTEGER,
  decided_by BLOB CHECK (length(decided_by) = 16),
  CHECK ((problem = '') = (id IS NOT NULL)),
  CHECK ((problem <> '') = (state = 'refused')),
  CHECK ((state = 'accepted') <= (claimant IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX packet_by_id ON packet (id) WHERE id IS NOT NULL;

CREATE INDEX packet_by_sealing ON packet (sealed) WHERE sealed IS NOT NULL;

CREATE INDEX packet_by_series ON packet (series, sequence) WHERE id IS NOT NULL;

CREATE INDEX packet_by_state ON packet (state, number);

CREATE TRIGGER packet_decided_once BEFORE UPDATE OF state ON packet WHEN OLD.state IN ('refused', 'accepted', 'rejected')
BEGIN SELECT raise(ABORT, 'a packet is decided once'); END;

CREATE TRIGGER packet_no_delete BEFORE DELETE ON packet
BEGIN SELECT raise(ABORT, 'packets are never deleted'); END;

CREATE TRIGGER packet_no_update
BEFORE UPDATE OF number, sha256, size, file_name, received, person, problem, id, series, sequence, replaces, sealed, name,
  manifest ON packet
BEGIN SELECT raise(ABORT, 'what came in is never changed'); END;

CREATE TABLE packet_blob (
  packet INTEGER PRIMARY KEY REFERENCES packet (number),
  bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER packet_blob_no_delete BEFORE DELETE ON packet_blob
BEGIN SELECT raise(ABORT, 'sealed bytes are never deleted'); END;

CREATE TRIGGER packet_blob_no_update BEFORE UPDATE ON packet_blob
BEGIN SELECT raise(ABORT, 'sealed bytes are never changed'); END;

CREATE TABLE packet_paper (
  packet INTEGER PRIMARY KEY REFERENCES packet (number),
  at INTEGER NOT NULL,
  seen_by TEXT NOT NULL CHECK (seen_by <> '')
) STRICT;

CREATE TRIGGER packet_paper_no_delete BEFORE DELETE ON packet_paper
BEGIN SELECT raise(ABORT, 'who saw a paper is never deleted'); END;

CREATE TRIGGER packet_paper_no_update BEFORE UPDATE ON packet_paper
BEGIN SELECT raise(ABORT, 'who saw a paper is never changed'); END;

CREATE TABLE packet_request (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  packet INTEGER NOT NULL REFERENCES packet (number),
  made INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  request TEXT NOT NULL
) STRICT;

CREATE INDEX packet_request_by_packet ON packet_request (packet);

CREATE TRIGGER packet_request_no_delete BEFORE DELETE ON packet_request
BEGIN SELECT raise(ABORT, 'requests are never deleted'); END;

CREATE TRIGGER packet_request_no_update BEFORE UPDATE ON packet_request
BEGIN SELECT raise(ABORT, 'requests are never changed'); END;

CREATE TABLE packet_signal (
  kind TEXT NOT NULL,
  value BLOB NOT NULL CHECK (length(value) = 8),
  packet INTEGER NOT NULL REFERENCES packet (number),
  PRIMARY KEY (kind, value, packet)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper (
  id INTEGER PRIMARY KEY,
  claimant INTEGER NOT NULL REFERENCES claimant (number),
  kind TEXT NOT NULL CHECK (kind <> ''),
  audience TEXT NOT NULL CHECK (audience IN ('confidential', 'public')),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  plan BLOB NOT NULL CHECK (length(plan) = 32),
  change_seq INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  made_by BLOB NOT NULL CHECK (length(made_by) = 16),
  made_by_name TEXT NOT NULL,
  UNIQUE (claimant, sha256)
) STRICT;

CREATE TRIGGER paper_no_delete BEFORE DELETE ON paper
BEGIN SELECT raise(ABORT, 'papers are never deleted'); END;

CREATE TRIGGER paper_no_update BEFORE UPDATE ON paper
BEGIN SELECT raise(ABORT, 'papers are never changed'); END;

CREATE TABLE paper_approval (
  id INTEGER PRIMARY KEY,
  paper INTEGER NOT NULL REFERENCES paper (id),
  role TEXT NOT NULL CHECK (role IN ('claimant', 'authorised-person')),
  name TEXT NOT NULL CHECK (name <> ''),
  day TEXT NOT NULL,
  how TEXT NOT NULL,
  at INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  person_name TEXT NOT NULL,
  ended_at INTEGER,
  ended_by BLOB CHECK (length(ended_by) = 16),
  ended_reason TEXT,
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;

CREATE UNIQUE INDEX paper_approval_present ON paper_approval (paper, role) WHERE ended_at IS NULL;

CREATE TRIGGER paper_approval_ended_once BEFORE UPDATE OF ended_at, ended_by, ended_reason
ON paper_approval WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'an approval that was withdrawn is never changed'); END;

CREATE TRIGGER paper_approval_no_delete BEFORE DELETE ON paper_approval
BEGIN SELECT raise(ABORT, 'approvals are never deleted'); END;

CREATE TRIGGER paper_approval_no_update
BEFORE UPDATE OF id, paper, role, name, day, how, at, person, person_name ON paper_approval
BEGIN SELECT raise(ABORT, 'approvals are never changed'); END;

CREATE TABLE person (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  sign_in TEXT NOT NULL,
  full_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('paralegal', 'coordinator', 'authorised-person', 'auditor')),
  added INTEGER NOT NULL,
  removed INTEGER
) STRICT;

CREATE UNIQUE INDEX person_present ON person (sign_in) WHERE removed IS NULL;

CREATE TABLE profile (
  sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  adopted INTEGER NOT NULL,
  texts TEXT NOT NULL
) STRICT;

CREATE TABLE redaction (
  id INTEGER PRIMARY KEY,
  claimant INTEGER NOT NULL REFERENCES claimant (number),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  kind TEXT NOT NULL CHECK (kind IN ('box', 'clear')),
  page INTEGER NOT NULL CHECK (page > 0),
  x INTEGER NOT NULL CHECK (x BETWEEN 0 AND 10000),
  y INTEGER NOT NULL CHECK (y BETWEEN 0 AND 10000),
  width INTEGER NOT NULL CHECK (width BETWEEN 0 AND 10000),
  height INTEGER NOT NULL CHECK (height BETWEEN 0 AND 10000),
  reason TEXT NOT NULL CHECK (reason <> ''),
  at INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  person_name TEXT NOT NULL,
  ended_at INTEGER,
  ended_by BLOB CHECK (length(ended_by) = 16),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;

CREATE INDEX redaction_of_original ON redaction (claimant, sha256);

CREATE TRIGGER redaction_no_delete BEFORE DELETE ON redaction
BEGIN SELECT raise(ABORT, 'redactions are never deleted'); END;

CREATE TRIGGER redaction_no_update
BEFORE UPDATE OF id, claimant, sha256, kind, page, x, y, width, height, reason, at, person, person_name ON redaction
BEGIN SELECT raise(ABORT, 'redactions are never changed'); END;

CREATE TABLE register_line (
  number INTEGER NOT NULL REFERENCES register_place (number),
  version INTEGER NOT NULL REFERENCES register_version (id) DEFERRABLE INITIALLY DEFERRED,
  document TEXT NOT NULL,
  PRIMARY KEY (number, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER register_line_no_delete BEFORE DELETE ON register_line
BEGIN SELECT raise(ABORT, 'a sealed register is never deleted'); END;

CREATE TRIGGER register_line_no_insert BEFORE INSERT ON register_line
WHEN EXISTS (SELECT 1 FROM register_version WHERE id >= NEW.version)
BEGIN SELECT raise(ABORT, 'a sealed register is never changed'); END;

CREATE TRIGGER register_line_no_update BEFORE UPDATE ON register_line
BEGIN SELECT raise(ABORT, 'a sealed register is never changed'); END;

CREATE TABLE register_place (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  claimant INTEGER NOT NULL UNIQUE REFERENCES claimant (number),
  claim_form INTEGER NOT NULL CHECK (claim_form > 0),
  entered TEXT NOT NULL CHECK (entered <> ''),
  ended TEXT NOT NULL,
  end_reason TEXT NOT NULL,
  cipher TEXT NOT NULL,
  issues TEXT NOT NULL,
  value_band TEXT NOT NULL,
  special_features TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX register_place_by_cipher ON register_place (cipher) WHERE cipher <> '';

CREATE INDEX register_place_by_form ON register_place (claim_form);

CREATE TRIGGER register_place_no_delete BEFORE DELETE ON register_place
BEGIN SELECT raise(ABORT, 'places on the register are never deleted'); END;

CREATE TRIGGER register_place_no_update BEFORE UPDATE OF number, claimant, claim_form, entered ON register_place
BEGIN SELECT raise(ABORT, 'a number on the register is never given again'); END;

CREATE TABLE register_version (
  id INTEGER PRIMARY KEY CHECK (id > 0),
  at INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  person_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  entries INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

CREATE TRIGGER register_version_no_delete BEFORE DELETE ON register_version
BEGIN SELECT raise(ABORT, 'a sealed register is never deleted'); END;

CREATE TRIGGER register_version_no_update BEFORE UPDATE ON register_version
BEGIN SELECT raise(ABORT, 'a sealed register is never changed'); END;

CREATE TABLE rule_run (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  person_name TEXT NOT NULL,
  rule_set TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  title TEXT NOT NULL,
  incident_date TEXT NOT NULL,
  rules TEXT NOT NULL,
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL,
  claimants INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  counts TEXT NOT NULL
) STRICT;

CREATE INDEX rule_run_by_seq ON rule_run (seq);

CREATE TRIGGER rule_run_no_delete BEFORE DELETE ON rule_run
BEGIN SELECT raise(ABORT, 'runs are never deleted'); END;

CREATE TRIGGER rule_run_no_update BEFORE UPDATE ON rule_run
BEGIN SELECT raise(ABORT, 'runs are never changed'); END;

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  person BLOB NOT NULL CHECK (length(person) = 16),
  name TEXT NOT NULL CHECK (name <> ''),
  view TEXT NOT NULL,
  UNIQUE (person, name)
) STRICT;

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE text_layer (
  id INTEGER PRIMARY KEY,
  evidence INTEGER NOT NULL REFERENCES evidence (row),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  words INTEGER NOT NULL CHECK (words >= 0),
  pages_left INTEGER NOT NULL CHECK (pages_left >= 0),
  layer TEXT NOT NULL
) STRICT;

CREATE INDEX text_layer_by_sha256 ON text_layer (sha256);

CREATE INDEX text_layer_of_evidence ON text_layer (evidence);

CREATE TRIGGER text_layer_no_delete BEFORE DELETE ON text_layer
WHEN NOT EXISTS (SELECT 1 FROM evidence_removal WHERE number = OLD.evidence)
BEGIN SELECT raise(ABORT, 'what was read stays as long as its original'); END;

CREATE TRIGGER text_layer_no_update BEFORE UPDATE ON text_layer
BEGIN SELECT raise(ABORT, 'what was read is never changed'); END;

CREATE TABLE work (
  claimant INTEGER PRIMARY KEY REFERENCES claimant (number),
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  since INTEGER NOT NULL,
  assignee BLOB CHECK (length(assignee) = 16),
  tags TEXT NOT NULL
) STRICT;

CREATE INDEX work_by_assignee ON work (assignee) WHERE assignee IS NOT NULL;

CREATE INDEX work_by_state ON work (state);

CREATE TABLE work_tag (
  tag TEXT NOT NULL,
  claimant INTEGER NOT NULL REFERENCES work (claimant),
  PRIMARY KEY (tag, claimant)
) STRICT, WITHOUT ROWID;

CREATE INDEX work_tag_of_claimant ON work_tag (claimant);
