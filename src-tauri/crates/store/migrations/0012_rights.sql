-- Copies of the matter that were made on demand or on close, and the last audit entry in each.
CREATE TABLE backup_copy (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  person_name TEXT NOT NULL,
  folder TEXT NOT NULL,
  seq INTEGER NOT NULL,
  head BLOB NOT NULL CHECK (length(head) = 32)
) STRICT;

CREATE TRIGGER backup_copy_no_update BEFORE UPDATE ON backup_copy
BEGIN SELECT raise(ABORT, 'what was copied is never changed'); END;

CREATE TRIGGER backup_copy_no_delete BEFORE DELETE ON backup_copy
BEGIN SELECT raise(ABORT, 'the list of copies is never cut'); END;

-- What keeps a record although its time is over or its person asks for erasure. Without a claimant it is about everybody.
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

CREATE TRIGGER legal_hold_no_update
BEFORE UPDATE OF id, claimant, reason, review, set_at, set_by, set_by_name ON legal_hold
BEGIN SELECT raise(ABORT, 'a hold is never changed'); END;

CREATE TRIGGER legal_hold_ended_once BEFORE UPDATE ON legal_hold WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a hold ends once'); END;

CREATE TRIGGER legal_hold_no_delete BEFORE DELETE ON legal_hold
BEGIN SELECT raise(ABORT, 'holds are never deleted'); END;

-- What is left of people who were erased: a number that no other claimant gets, and why.
CREATE TABLE erasure (
  claimant INTEGER PRIMARY KEY CHECK (claimant > 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  at INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  person_name TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure
BEGIN SELECT raise(ABORT, 'erasures are never changed'); END;

CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
BEGIN SELECT raise(ABORT, 'erasures are never deleted'); END;

CREATE TRIGGER erased_number_once BEFORE INSERT ON claimant
WHEN EXISTS (SELECT 1 FROM erasure WHERE claimant = NEW.number)
BEGIN SELECT raise(ABORT, 'numbers of claimants are never given twice'); END;
