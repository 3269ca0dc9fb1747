-- Custody: where an item lay before it was taken in, which mailboxes were looked through, and the one way out.

-- A mailbox that was looked through. Of the messages that were not taken, nothing is kept but their number.
CREATE TABLE mailbox_scan (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  started INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  seen INTEGER NOT NULL,
  notices INTEGER NOT NULL,
  related INTEGER NOT NULL,
  unreadable INTEGER NOT NULL,
  taken INTEGER NOT NULL,
  already_there INTEGER NOT NULL
) STRICT;
CREATE INDEX mailbox_scan_by_sha256 ON mailbox_scan (sha256);
CREATE TRIGGER mailbox_scan_no_update
BEFORE UPDATE OF id, name, sha256, size, started, finished, person, seen, notices, related, unreadable ON mailbox_scan
BEGIN SELECT raise(ABORT, 'what was seen in a mailbox is never changed'); END;
CREATE TRIGGER mailbox_scan_no_delete BEFORE DELETE ON mailbox_scan
BEGIN SELECT raise(ABORT, 'scans of mailboxes are never deleted'); END;

-- The folder, archive or mailbox in which an item lay. A folder has no digest; only mailboxes have places in them.
CREATE TABLE evidence_origin (
  evidence INTEGER PRIMARY KEY REFERENCES evidence (row),
  kind TEXT NOT NULL CHECK (kind IN ('folder', 'archive', 'mailbox')),
  name TEXT NOT NULL,
  sha256 BLOB CHECK (length(sha256) = 32),
  path TEXT NOT NULL,
  offset INTEGER,
  position INTEGER,
  scan INTEGER REFERENCES mailbox_scan (id)
) STRICT;
CREATE TRIGGER evidence_origin_no_update BEFORE UPDATE ON evidence_origin
BEGIN SELECT raise(ABORT, 'what came with an original is never changed'); END;

-- What is left of an item that was removed: enough to recognise it, nothing of what it said.
CREATE TABLE evidence_removal (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  received INTEGER NOT NULL,
  received_by BLOB NOT NULL CHECK (length(received_by) = 16),
  removed INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX evidence_removal_by_sha256 ON evidence_removal (sha256);
CREATE TRIGGER evidence_removal_only_set_aside BEFORE INSERT ON evidence_removal
WHEN NOT EXISTS (
  SELECT 1 FROM evidence
  WHERE row = NEW.number AND id = NEW.id AND sha256 = NEW.sha256 AND size = NEW.size AND state = 'set-aside'
)
BEGIN SELECT raise(ABORT, 'evidence that is in use is never removed'); END;
CREATE TRIGGER evidence_removal_no_update BEFORE UPDATE ON evidence_removal
BEGIN SELECT raise(ABORT, 'removals are never changed'); END;
CREATE TRIGGER evidence_removal_no_delete BEFORE DELETE ON evidence_removal
BEGIN SELECT raise(ABORT, 'removals are never deleted'); END;
CREATE TRIGGER evidence_number_once AFTER INSERT ON evidence
WHEN EXISTS (SELECT 1 FROM evidence_removal WHERE number = NEW.row)
BEGIN SELECT raise(ABORT, 'numbers of evidence are never given twice'); END;

-- An original goes only together with a removal that names it.
DROP TRIGGER evidence_blob_no_delete;
CREATE TRIGGER evidence_blob_no_delete BEFORE DELETE ON evidence_blob
WHEN NOT EXISTS (SELECT 1 FROM evidence_removal WHERE number = OLD.evidence)
BEGIN SELECT raise(ABORT, 'originals are never deleted'); END;
DROP TRIGGER evidence_no_delete;
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence
WHEN NOT EXISTS (SELECT 1 FROM evidence_removal WHERE number = OLD.row AND id = OLD.id)
BEGIN SELECT raise(ABORT, 'evidence is never deleted'); END;
CREATE TRIGGER evidence_origin_no_delete BEFORE DELETE ON evidence_origin
WHEN NOT EXISTS (SELECT 1 FROM evidence_removal WHERE number = OLD.evidence)
BEGIN SELECT raise(ABORT, 'what came with an original is never deleted'); END;
