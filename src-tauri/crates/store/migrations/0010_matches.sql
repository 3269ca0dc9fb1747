-- Keys under which records that may be of one person meet.
CREATE TABLE match_key (
  key INTEGER NOT NULL,
  claimant INTEGER NOT NULL,
  PRIMARY KEY (key, claimant)
) STRICT, WITHOUT ROWID;

-- Possible duplicates, and what people decided of them.
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

CREATE INDEX match_pair_of_b ON match_pair (b);

CREATE INDEX match_pair_by_state ON match_pair (state, score);

-- Records that became one. What both were before is kept, so that they can be two again at any time.
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
  undone_reason TEXT NOT NULL DEFAULT '',
  CHECK (kept <> lost)
) STRICT;

CREATE UNIQUE INDEX claimant_merge_present ON claimant_merge (lost) WHERE undone_at IS NULL;

CREATE INDEX claimant_merge_of_kept ON claimant_merge (kept);

CREATE TRIGGER claimant_merge_no_delete BEFORE DELETE ON claimant_merge
BEGIN SELECT raise(ABORT, 'merges are never deleted'); END;

CREATE TRIGGER claimant_merge_no_update
BEFORE UPDATE OF id, kept, lost, merged_at, merged_by_name, reason, evidence ON claimant_merge
BEGIN SELECT raise(ABORT, 'what was merged is never changed'); END;

CREATE TRIGGER claimant_merge_undone_once BEFORE UPDATE ON claimant_merge WHEN OLD.undone_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a merge is undone once'); END;

-- Searches for conflicts of interest, with what they found.
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
