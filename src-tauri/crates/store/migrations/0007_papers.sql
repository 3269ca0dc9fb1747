-- Papers: the marks of exhibits, who approved which file, and what is blacked out in public versions.

-- The mark of an exhibit, given once and kept for the life of the matter, whatever becomes of the claimant's name.
CREATE TABLE exhibit_label (
  claimant INTEGER NOT NULL REFERENCES claimant (number),
  serial INTEGER NOT NULL CHECK (serial > 0),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  label TEXT NOT NULL CHECK (label <> ''),
  PRIMARY KEY (claimant, serial),
  UNIQUE (claimant, sha256),
  UNIQUE (claimant, label)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER exhibit_label_no_update BEFORE UPDATE ON exhibit_label
BEGIN SELECT raise(ABORT, 'marks of exhibits are never changed'); END;
CREATE TRIGGER exhibit_label_no_delete BEFORE DELETE ON exhibit_label
BEGIN SELECT raise(ABORT, 'marks of exhibits are never deleted'); END;

-- A file that was made to be approved: by its hash, with the plan that it was made from.
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
CREATE TRIGGER paper_no_update BEFORE UPDATE ON paper
BEGIN SELECT raise(ABORT, 'papers are never changed'); END;
CREATE TRIGGER paper_no_delete BEFORE DELETE ON paper
BEGIN SELECT raise(ABORT, 'papers are never deleted'); END;

-- Who stands behind a paper: the claimant, who approved it, and the authorised person, who signed it off.
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
CREATE TRIGGER paper_approval_no_delete BEFORE DELETE ON paper_approval
BEGIN SELECT raise(ABORT, 'approvals are never deleted'); END;
CREATE TRIGGER paper_approval_no_update
BEFORE UPDATE OF id, paper, role, name, day, how, at, person, person_name ON paper_approval
BEGIN SELECT raise(ABORT, 'approvals are never changed'); END;
CREATE TRIGGER paper_approval_ended_once BEFORE UPDATE OF ended_at, ended_by, ended_reason
ON paper_approval WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'an approval that was withdrawn is never changed'); END;

-- What a person said of an original in the public version: a box to black out on one of its pages, in ten-thousandths of
-- the page, or that there is nothing to black out.
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
