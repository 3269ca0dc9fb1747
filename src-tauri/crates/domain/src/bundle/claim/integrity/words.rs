//! Wording of the integrity page.

pub(super) const TITLE: &str = "Integrity of the evidence";
pub(super) const INTRODUCTION: &str = "Each original was hashed with SHA-256 before anything read it, and is kept \
    unaltered. Anyone who has a copy can work out its SHA-256 and compare: equal values mean equal files. Times in this \
    bundle are those of the United Kingdom, except in printed mail.";
pub(super) const NO_EXHIBITS: &str = "There are no exhibits in this bundle.";
pub(super) const MADE_FROM: &str = "What this bundle was made from";
pub(super) const LAST_CHANGE: &str = "The last change to this claimant’s record";
pub(super) const CHAIN: &str = "Every change is written to a record in which each entry holds the hash of the one \
    before it. The entry below is the last that changed this claimant. Exports do not count as changes, so that equal \
    facts give an equal file.";
