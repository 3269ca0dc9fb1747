-- Keys of people's own words: two claimants who share one say all but the same (intake.md 3.2).
--
-- Derived from the records, like the other look-ups, and made anew when the matter is opened.
CREATE TABLE claimant_own_words (
  key BLOB NOT NULL CHECK (length(key) = 16),
  claimant INTEGER NOT NULL,
  PRIMARY KEY (key, claimant)
) STRICT, WITHOUT ROWID;
