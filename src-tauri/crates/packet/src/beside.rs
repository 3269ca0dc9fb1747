//! What stands beside a record and travels with it between colleagues: notes, tasks, correspondence, papers that were made
//! of it with the claimant's approvals, and the marks of its exhibits.

use jiff::Timestamp;
use jiff::civil::Date;
use joinder_domain::audit::Digest;
use joinder_domain::id::PersonId;
use joinder_domain::journal::Entry;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A note, a task, or a letter, mail or call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beside {
    /// The entry's random number, the same in every copy.
    pub mark: Uuid,
    /// When it was written.
    pub made: Timestamp,
    /// By whom.
    pub person: PersonId,
    /// The full name at the time.
    pub who: String,
    /// What it says.
    pub entry: Entry,
    /// It was taken away there.
    pub removed: bool,
    /// Digests of what it has said before, the earliest first.
    pub states: Vec<Digest>,
}

/// A file that was made of the record, by its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentPaper {
    /// What it is, such as `claim-bundle`.
    pub kind: String,
    /// Whom it is for: `confidential` or `public`.
    pub audience: String,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// SHA-256 of the plan that it was made from.
    pub plan: Digest,
    /// Pages.
    pub pages: u32,
    /// When it was made.
    pub made: Timestamp,
    /// By whom.
    pub person: PersonId,
    /// The full name at the time.
    pub who: String,
    /// The claimant's approvals of it, the earliest first. What an authorised person signed off is signed off in each copy anew.
    pub approvals: Vec<SentApproval>,
}

/// A claimant's approval of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentApproval {
    /// Who approved it.
    pub name: String,
    /// On which day.
    pub day: Date,
    /// How it was given.
    pub how: String,
    /// When that was recorded.
    pub at: Timestamp,
    /// By whom.
    pub person: PersonId,
    /// The full name at the time.
    pub who: String,
    /// Why it was taken back; `None` while it stands.
    pub ended: Option<String>,
}

/// The mark that an exhibit was given, for life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentLabel {
    /// Its number among the claimant's exhibits, from 1.
    pub serial: u32,
    /// SHA-256 of the original.
    pub sha256: Digest,
    /// The mark as it is printed.
    pub label: String,
}
