-- What was changed in a record goes with a claimant who is taken out again.
DROP TRIGGER audit_change_no_delete;
CREATE TRIGGER audit_change_no_delete BEFORE DELETE ON audit_change
WHEN NOT EXISTS (SELECT 1 FROM audit_entry e JOIN claimant_removal r ON r.number = e.claimant WHERE e.seq = OLD.seq)
BEGIN SELECT raise(ABORT, 'audit changes are never deleted'); END;
