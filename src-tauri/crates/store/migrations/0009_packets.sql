-- What travels: the keys of this folder, the invitations that went out, the packets that came in, the requests that went
-- back. The same tables serve a claimant's own folder, which holds keys and no packets.

CREATE TABLE exchange_key (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  made INTEGER NOT NULL,
  private TEXT NOT NULL,
  recipient TEXT NOT NULL
) STRICT;
CREATE TRIGGER exchange_key_no_update BEFORE UPDATE ON exchange_key
BEGIN SELECT raise(ABORT, 'keys are never changed: what was sealed for them could not be opened'); END;
CREATE TRIGGER exchange_key_no_delete BEFORE DELETE ON exchange_key
BEGIN SELECT raise(ABORT, 'keys are never deleted: what was sealed for them could not be opened'); END;

CREATE TABLE invitation (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  made INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  expires INTEGER NOT NULL,
  firm TEXT NOT NULL,
  contact TEXT NOT NULL
) STRICT;
CREATE TRIGGER invitation_no_update BEFORE UPDATE ON invitation
BEGIN SELECT raise(ABORT, 'invitations are never changed'); END;
CREATE TRIGGER invitation_no_delete BEFORE DELETE ON invitation
BEGIN SELECT raise(ABORT, 'invitations are never deleted'); END;

-- A sealed file as it came in. One that could not be opened has no id, no manifest and no bytes: its file stays where it
-- lay. `series` is the claimant's own public key, the same in every packet of one registration.
CREATE TABLE packet (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  size INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  received INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  problem TEXT NOT NULL,
  id BLOB CHECK (length(id) = 16),
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  replaces BLOB CHECK (length(replaces) = 16),
  sealed INTEGER,
  name TEXT NOT NULL,
  manifest TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('refused', 'received', 'in-review', 'has-issues', 'accepted', 'rejected')),
  claimant INTEGER REFERENCES claimant (number),
  reason TEXT NOT NULL,
  decided INTEGER,
  decided_by BLOB CHECK (length(decided_by) = 16),
  CHECK ((problem = '') = (id IS NOT NULL)),
  CHECK ((problem <> '') = (state = 'refused')),
  CHECK ((state = 'accepted') <= (claimant IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX packet_by_id ON packet (id) WHERE id IS NOT NULL;
CREATE INDEX packet_by_series ON packet (series, sequence) WHERE id IS NOT NULL;
CREATE INDEX packet_by_state ON packet (state, number);
CREATE TRIGGER packet_no_update
BEFORE UPDATE OF number, sha256, size, file_name, received, person, problem, id, series, sequence, replaces, sealed, name,
  manifest ON packet
BEGIN SELECT raise(ABORT, 'what came in is never changed'); END;
CREATE TRIGGER packet_no_delete BEFORE DELETE ON packet
BEGIN SELECT raise(ABORT, 'packets are never deleted'); END;
CREATE TRIGGER packet_decided_once BEFORE UPDATE OF state ON packet WHEN OLD.state IN ('refused', 'accepted', 'rejected')
BEGIN SELECT raise(ABORT, 'a packet is decided once'); END;

CREATE TABLE packet_blob (
  packet INTEGER PRIMARY KEY REFERENCES packet (number),
  bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER packet_blob_no_update BEFORE UPDATE ON packet_blob
BEGIN SELECT raise(ABORT, 'sealed bytes are never changed'); END;
CREATE TRIGGER packet_blob_no_delete BEFORE DELETE ON packet_blob
BEGIN SELECT raise(ABORT, 'sealed bytes are never deleted'); END;

-- A request that went back to a claimant: which packet, what was asked.
CREATE TABLE packet_request (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  packet INTEGER NOT NULL REFERENCES packet (number),
  made INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  request TEXT NOT NULL
) STRICT;
CREATE INDEX packet_request_by_packet ON packet_request (packet);
CREATE TRIGGER packet_request_no_update BEFORE UPDATE ON packet_request
BEGIN SELECT raise(ABORT, 'requests are never changed'); END;
CREATE TRIGGER packet_request_no_delete BEFORE DELETE ON packet_request
BEGIN SELECT raise(ABORT, 'requests are never deleted'); END;

-- What packets have in common: a device, a sentence, an address but for one letter. Values are digests.
CREATE TABLE packet_signal (
  kind TEXT NOT NULL,
  value BLOB NOT NULL CHECK (length(value) = 8),
  packet INTEGER NOT NULL REFERENCES packet (number),
  PRIMARY KEY (kind, value, packet)
) STRICT, WITHOUT ROWID;
CREATE INDEX packet_by_sealing ON packet (sealed) WHERE sealed IS NOT NULL;
