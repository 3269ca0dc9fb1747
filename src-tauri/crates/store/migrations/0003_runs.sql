-- Rule sets that were adopted, and what people say beside an answer.

-- One run of everybody under a rule set from then on in force. What was written up to audit entry `seq` and after that
-- of the run before is its answers. `rules` is the file as it was adopted; the first run stands for the rules that the
-- matter was made with, whose text lies in the profile.
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
CREATE TRIGGER rule_run_no_update BEFORE UPDATE ON rule_run
BEGIN SELECT raise(ABORT, 'runs are never changed'); END;
CREATE TRIGGER rule_run_no_delete BEFORE DELETE ON rule_run
BEGIN SELECT raise(ABORT, 'runs are never deleted'); END;

-- What a person says on one axis of an answer. `answer` and `computed` tell what stood there when it was said.
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
CREATE UNIQUE INDEX override_present ON override (claimant, axis) WHERE ended_at IS NULL;
CREATE INDEX override_of_claimant ON override (claimant);
CREATE TRIGGER override_no_delete BEFORE DELETE ON override
BEGIN SELECT raise(ABORT, 'overrides are never deleted'); END;
CREATE TRIGGER override_no_update
BEFORE UPDATE OF id, claimant, axis, code, reason, answer, computed, set_at, set_by, set_by_name ON override
BEGIN SELECT raise(ABORT, 'what was said is never changed'); END;
CREATE TRIGGER override_confirmed_once BEFORE UPDATE OF confirmed_at, confirmed_by, confirmed_by_name, confirmed_reason
ON override WHEN OLD.confirmed_at IS NOT NULL OR OLD.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a confirmation is never changed'); END;
CREATE TRIGGER override_ended_once BEFORE UPDATE OF ended_at, ended_by, ended_by_name, ended_reason
ON override WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'an ended override is never changed'); END;
