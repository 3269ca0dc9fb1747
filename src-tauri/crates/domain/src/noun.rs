//! What a write can change, so that whoever shows it knows what to load again.

use serde::Serialize;

/// A kind of thing that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Noun {
    /// The matter itself.
    Matter,
    /// People who work on it.
    Person,
    /// Claimants.
    Claimant,
    /// Evidence items.
    Evidence,
    /// Classifications.
    Classification,
    /// Rule sets that were adopted.
    Run,
    /// What people say beside an answer.
    Override,
    /// Papers: marks of exhibits, approvals, redactions.
    Paper,
    /// Drafts of forms.
    Draft,
    /// The register.
    Register,
    /// Imports.
    Import,
    /// Packets, and the invitations and requests that go with them.
    Packet,
    /// The audit.
    Audit,
    /// Possible duplicates, merges and searches for conflicts.
    Match,
    /// Settings of the matter and of the program.
    Setting,
    /// How far the work on a file has come.
    Work,
    /// Notes, tasks and correspondence beside records.
    Journal,
    /// Views that people keep.
    View,
    /// Copies of the matter.
    Backup,
    /// Holds, and people who were erased.
    Right,
}
