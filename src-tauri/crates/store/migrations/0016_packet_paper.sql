-- Who saw the paper on which a packet was signed: the packet itself cannot show it.

CREATE TABLE packet_paper (
  packet INTEGER PRIMARY KEY REFERENCES packet (number),
  at INTEGER NOT NULL,
  seen_by TEXT NOT NULL CHECK (seen_by <> '')
) STRICT;
CREATE TRIGGER packet_paper_no_update BEFORE UPDATE ON packet_paper
BEGIN SELECT raise(ABORT, 'who saw a paper is never changed'); END;
CREATE TRIGGER packet_paper_no_delete BEFORE DELETE ON packet_paper
BEGIN SELECT raise(ABORT, 'who saw a paper is never deleted'); END;
