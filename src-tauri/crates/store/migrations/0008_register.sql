-- The register: who stands on it under which number, and what was filed.

-- A place on the register. A number is given once; whoever leaves keeps it, with an end date.
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
CREATE INDEX register_place_by_form ON register_place (claim_form);
CREATE UNIQUE INDEX register_place_by_cipher ON register_place (cipher) WHERE cipher <> '';
CREATE TRIGGER register_place_no_delete BEFORE DELETE ON register_place
BEGIN SELECT raise(ABORT, 'places on the register are never deleted'); END;
CREATE TRIGGER register_place_no_update BEFORE UPDATE OF number, claimant, claim_form, entered ON register_place
BEGIN SELECT raise(ABORT, 'a number on the register is never given again'); END;

-- What the court has said of a claim form.
CREATE TABLE claim_form (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  claim_number TEXT NOT NULL,
  issued TEXT NOT NULL
) STRICT;
CREATE TRIGGER claim_form_no_delete BEFORE DELETE ON claim_form
BEGIN SELECT raise(ABORT, 'claim forms are never deleted'); END;

-- A register as it was sealed. `sha256` is over every line of it.
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
CREATE TRIGGER register_version_no_update BEFORE UPDATE ON register_version
BEGIN SELECT raise(ABORT, 'a sealed register is never changed'); END;
CREATE TRIGGER register_version_no_delete BEFORE DELETE ON register_version
BEGIN SELECT raise(ABORT, 'a sealed register is never deleted'); END;

-- A line of a sealed register. One that says the same in the next version is not written again: the line of a version
-- is the latest one up to it. Lines are written before their version, so that none comes to a version afterwards.
CREATE TABLE register_line (
  number INTEGER NOT NULL REFERENCES register_place (number),
  version INTEGER NOT NULL REFERENCES register_version (id) DEFERRABLE INITIALLY DEFERRED,
  document TEXT NOT NULL,
  PRIMARY KEY (number, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER register_line_no_insert BEFORE INSERT ON register_line
WHEN EXISTS (SELECT 1 FROM register_version WHERE id >= NEW.version)
BEGIN SELECT raise(ABORT, 'a sealed register is never changed'); END;
CREATE TRIGGER register_line_no_update BEFORE UPDATE ON register_line
BEGIN SELECT raise(ABORT, 'a sealed register is never changed'); END;
CREATE TRIGGER register_line_no_delete BEFORE DELETE ON register_line
BEGIN SELECT raise(ABORT, 'a sealed register is never deleted'); END;
