-- Sealed bundles: each version with the plan that makes it again and the pages that it fixed.

CREATE TABLE bundle_version (
  claimant INTEGER NOT NULL REFERENCES claimant (number),
  audience TEXT NOT NULL CHECK (audience IN ('confidential', 'public')),
  version INTEGER NOT NULL CHECK (version > 0),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  plan TEXT NOT NULL,
  fixed TEXT NOT NULL,
  sealed_at INTEGER NOT NULL,
  sealed_by BLOB NOT NULL CHECK (length(sealed_by) = 16),
  sealed_by_name TEXT NOT NULL,
  PRIMARY KEY (claimant, audience, version),
  UNIQUE (claimant, audience, sha256)
) STRICT;
CREATE TRIGGER bundle_version_no_update BEFORE UPDATE ON bundle_version
BEGIN SELECT raise(ABORT, 'sealed bundles are never changed'); END;
CREATE TRIGGER bundle_version_no_delete BEFORE DELETE ON bundle_version
BEGIN SELECT raise(ABORT, 'sealed bundles are never deleted'); END;
