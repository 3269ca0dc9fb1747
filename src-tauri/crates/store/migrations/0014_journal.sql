-- What is written beside records: notes, tasks, correspondence. `due` is the day by which something is still to happen,
-- empty for none; what was taken away stays, and is shown no more.
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
CREATE INDEX journal_entry_of_claimant ON journal_entry (claimant);
CREATE INDEX journal_entry_by_due ON journal_entry (kind, due) WHERE open = 1 AND removed IS NULL;
CREATE TRIGGER journal_entry_no_update BEFORE UPDATE OF id, claimant, kind, made, person, person_name, salt ON journal_entry
BEGIN SELECT raise(ABORT, 'who wrote an entry, and when, is never changed'); END;
CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry
WHEN NOT EXISTS (SELECT 1 FROM claimant_removal WHERE number = OLD.claimant)
BEGIN SELECT raise(ABORT, 'entries are taken away and stay'); END;

-- What an import made of a claimant, as a digest: later changes that were undone themselves do not stand in the way.
ALTER TABLE import_update ADD COLUMN after BLOB CHECK (length(after) = 32);

-- The list by day of birth, page by page.
CREATE INDEX claimant_by_birth ON claimant (date_of_birth, sort_key);
