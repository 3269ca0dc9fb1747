-- Words that a program read in the pictures of an original. A layer that bundles were made with is never changed: what is
-- read again stands after it. `pages_left` counts pages that nobody has read yet.
CREATE TABLE text_layer (
  id INTEGER PRIMARY KEY,
  evidence INTEGER NOT NULL REFERENCES evidence (row),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  words INTEGER NOT NULL CHECK (words >= 0),
  pages_left INTEGER NOT NULL CHECK (pages_left >= 0),
  layer TEXT NOT NULL
) STRICT;
CREATE INDEX text_layer_of_evidence ON text_layer (evidence);
CREATE INDEX text_layer_by_sha256 ON text_layer (sha256);
CREATE TRIGGER text_layer_no_update BEFORE UPDATE ON text_layer
BEGIN SELECT raise(ABORT, 'what was read is never changed'); END;
CREATE TRIGGER text_layer_no_delete BEFORE DELETE ON text_layer
WHEN NOT EXISTS (SELECT 1 FROM evidence_removal WHERE number = OLD.evidence)
BEGIN SELECT raise(ABORT, 'what was read stays as long as its original'); END;
