-- Working on files: how far each has come and who works on it, views that people keep, and what records lack.

ALTER TABLE claimant ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
CREATE INDEX claimant_by_missing ON claimant (missing);

-- Prefixes of two and three letters have entries of their own: people search as they type.
DROP TABLE claimant_search;
CREATE VIRTUAL TABLE claimant_search USING fts5 (
  words, content = '', columnsize = 0, detail = none, tokenize = 'ascii', prefix = '2 3'
);

-- A file without a row is where every file begins, and nobody's. An empty state is the first one too.
CREATE TABLE work (
  claimant INTEGER PRIMARY KEY REFERENCES claimant (number),
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  since INTEGER NOT NULL,
  assignee BLOB CHECK (length(assignee) = 16),
  tags TEXT NOT NULL
) STRICT;
CREATE INDEX work_by_state ON work (state);
CREATE INDEX work_by_assignee ON work (assignee) WHERE assignee IS NOT NULL;

CREATE TABLE work_tag (
  tag TEXT NOT NULL,
  claimant INTEGER NOT NULL REFERENCES work (claimant),
  PRIMARY KEY (tag, claimant)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_tag_of_claimant ON work_tag (claimant);

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  person BLOB NOT NULL CHECK (length(person) = 16),
  name TEXT NOT NULL CHECK (name <> ''),
  view TEXT NOT NULL,
  UNIQUE (person, name)
) STRICT;
