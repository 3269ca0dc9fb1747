-- Imports as one change each: what they changed, and that they were taken back.

ALTER TABLE import_batch ADD COLUMN updated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN undone INTEGER;
CREATE INDEX import_row_by_batch ON import_row (batch, claimant);

-- A claimant as it was before an import changed it; `version` is the one that the import made.
CREATE TABLE import_update (
  batch INTEGER NOT NULL REFERENCES import_batch (id),
  claimant INTEGER NOT NULL,
  version INTEGER NOT NULL,
  before TEXT NOT NULL,
  PRIMARY KEY (batch, claimant)
) STRICT, WITHOUT ROWID;

-- What is left of a claimant who was added by mistake and taken out again: the number, which is never given again.
CREATE TABLE claimant_removal (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  removed INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE TRIGGER claimant_removal_no_update BEFORE UPDATE ON claimant_removal
BEGIN SELECT raise(ABORT, 'removals are never changed'); END;
CREATE TRIGGER claimant_removal_no_delete BEFORE DELETE ON claimant_removal
BEGIN SELECT raise(ABORT, 'removals are never deleted'); END;
CREATE TRIGGER claimant_number_once BEFORE INSERT ON claimant
WHEN EXISTS (SELECT 1 FROM claimant_removal WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'numbers of claimants are never given twice'); END;

-- What a merge carried over of the work on the other file: tags, and whether its person too.
ALTER TABLE claimant_merge ADD COLUMN work TEXT NOT NULL DEFAULT '{"assignee":false,"tags":[]}';
-- A merge that was undone goes with a claimant who is taken out again.
DROP TRIGGER claimant_merge_no_delete;
CREATE TRIGGER claimant_merge_no_delete BEFORE DELETE ON claimant_merge
WHEN OLD.undone_at IS NULL OR NOT EXISTS (SELECT 1 FROM claimant_removal WHERE number IN (OLD.kept, OLD.lost))
BEGIN SELECT raise(ABORT, 'merges are never deleted'); END;

-- Answers go only together with the claimant whom they are about.
DROP TRIGGER answer_no_delete;
CREATE TRIGGER answer_no_delete BEFORE DELETE ON answer
WHEN NOT EXISTS (SELECT 1 FROM claimant_removal WHERE number = OLD.claimant)
BEGIN SELECT raise(ABORT, 'answers are never deleted'); END;
