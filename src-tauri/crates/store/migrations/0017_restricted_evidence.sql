-- Which of the details that only some roles see an item holds, as the profile calls them; empty for none of them.
ALTER TABLE evidence ADD COLUMN restricted TEXT NOT NULL DEFAULT '';
