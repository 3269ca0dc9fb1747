-- Answers of the classification, kept for good: a later one is written beside the earlier one, never over it.
--
-- Most of an answer is the same for many claimants: which rules applied, and their texts. That is its pattern, kept
-- once; an answer holds the number of its pattern and what is the claimant's own: the days and the words.

-- A pattern, with what lists sort by. `sha256` is that of its document; NULL for whole answers of schema 1.
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

CREATE TABLE answer_pattern_document (
  pattern INTEGER PRIMARY KEY REFERENCES answer_pattern (id),
  document TEXT NOT NULL
) STRICT;

-- The codes of a pattern on every axis, for filters and counts.
CREATE TABLE answer_pattern_code (
  axis_code INTEGER NOT NULL,
  pattern INTEGER NOT NULL,
  PRIMARY KEY (axis_code, pattern)
) STRICT, WITHOUT ROWID;

-- By which rules and for which day of the incident answers were worked out.
CREATE TABLE answer_basis (
  id INTEGER PRIMARY KEY,
  rule_set TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  incident_date TEXT NOT NULL,
  UNIQUE (rule_set, version, sha256, incident_date)
) STRICT;

-- `seq` is the audit entry that was next when the answer was written, `previous` the claimant's answer before it.
-- `basis` is NULL for answers of schema 1, whose pattern is the whole answer.
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

INSERT INTO answer_pattern (id, sha256, status, settled, notice, cohort, outcome, tier, review, flags)
SELECT claimant, NULL, status, settled, notice, cohort, outcome, tier, review, flags FROM classification;
INSERT INTO answer_pattern_document (pattern, document)
SELECT claimant, document FROM classification_document;
INSERT INTO answer_pattern_code (axis_code, pattern) SELECT axis_code, claimant FROM classification_code;
INSERT INTO answer (id, claimant, seq, previous, basis, pattern, days, words)
SELECT claimant, claimant, (SELECT max(seq) FROM audit_entry), NULL, NULL, claimant, '', '' FROM classification;

DROP TABLE classification_code;
DROP TABLE classification_document;
DROP TABLE classification;

-- The answer in force for each claimant.
CREATE TABLE classification (
  claimant INTEGER PRIMARY KEY REFERENCES claimant (number),
  answer INTEGER NOT NULL,
  pattern INTEGER NOT NULL
) STRICT;
INSERT INTO classification (claimant, answer, pattern) SELECT claimant, id, pattern FROM answer;
CREATE INDEX classification_by_pattern ON classification (pattern);

CREATE TRIGGER answer_no_update BEFORE UPDATE ON answer
BEGIN SELECT raise(ABORT, 'answers are never changed'); END;
CREATE TRIGGER answer_no_delete BEFORE DELETE ON answer
BEGIN SELECT raise(ABORT, 'answers are never deleted'); END;
