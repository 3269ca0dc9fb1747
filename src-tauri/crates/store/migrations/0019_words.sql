-- The words by which a claimant is found, to look at whoever comes along in a list: asking the search index about one
-- claimant costs as much as asking it about all. They are derived anew when a matter is opened.
CREATE TABLE claimant_words (
  claimant INTEGER PRIMARY KEY REFERENCES claimant (number),
  -- Folded, each with a space before it.
  words TEXT NOT NULL
) STRICT;
