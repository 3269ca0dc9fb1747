//! What a packet says of itself: the answers, who signed them, the files.

use jiff::Timestamp;
use joinder_domain::audit::Digest;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::transfer::Transfer;

/// The first part of a packet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Which packet.
    pub packet: Uuid,
    /// The invitation that it answers; none when a colleague sends it.
    pub invitation: Option<Uuid>,
    /// The matter that it is for.
    pub matter: Uuid,
    /// Counts the packets of one registration, from 1; a clock may be wrong, this is not.
    pub sequence: u32,
    /// The packet in whose place this one comes.
    pub replaces: Option<Uuid>,
    /// When it was sealed, by the claimant's clock.
    pub sealed: Timestamp,
    /// The program that sealed it.
    pub program: String,
    /// The sender's own key, `age1…`: a claimant's is the same in every packet of one registration.
    pub recipient: String,
    /// A random number of the device's copy of Joinder: many registrations from one device are worth a look.
    pub device: Option<Uuid>,
    /// The answers, as `docs/claimant-json.md` describes them; consents are among them.
    pub claimant: Value,
    /// Who signed, and how; none when a colleague sends it.
    pub signature: Option<Signature>,
    /// Who went through the questions with the claimant.
    pub assisted_by: Option<Assisted>,
    /// The request that this packet answers.
    pub request: Option<Uuid>,
    /// What was answered to the request's questions.
    pub answers: Vec<Answer>,
    /// What a colleague says who sends a claimant from another copy of the matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
    /// The files that follow, in this order.
    pub files: Vec<FileEntry>,
}

impl Manifest {
    /// Whether it is what a claimant sends: signed, for an invitation.
    pub(crate) fn is_a_claimants(&self) -> bool {
        self.invitation.is_some() && self.signature.is_some() && self.transfer.is_none()
    }
}

/// A statement of truth, signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The name as it was signed.
    pub name: String,
    /// In what capacity: a code of `docs/claimant-json.md`.
    pub capacity: String,
    /// The code of the wording.
    pub kind: String,
    /// The version of the wording.
    pub version: u32,
    /// The wording itself, as it was shown.
    pub wording: String,
    /// When, by the claimant's clock.
    pub at: Timestamp,
    /// How.
    pub how: How,
}

/// How something was signed; each is as good as the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The name was typed.
    Typed,
    /// A signature was drawn; its picture is among the files.
    Drawn,
    /// A paper was signed; its picture is among the files.
    Paper,
    /// Spoken to somebody who wrote it down.
    Spoken,
}

/// Somebody who helped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assisted {
    /// Who.
    pub name: String,
    /// How: on the telephone, at a meeting.
    pub how: String,
}

/// An answer to a question of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The question's code in the request.
    pub question: String,
    /// What was answered, in the claimant's words.
    pub text: String,
}

/// A file that travels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Its name, without a folder.
    pub name: String,
    /// Its bytes.
    pub size: u64,
    /// Their fingerprint.
    pub sha256: Digest,
    /// When it was last changed, by its own account.
    pub modified: Option<Timestamp>,
}

const NAME_MOST: usize = 255;

impl FileEntry {
    /// Whether the name is one that a file can have anywhere: short, in one line, and no path.
    pub(crate) fn has_a_plain_name(&self) -> bool {
        let name = &self.name;
        !name.is_empty()
            && name.len() <= NAME_MOST
            && name != "."
            && name != ".."
            && !name.chars().any(|c| c.is_control() || matches!(c, '/' | '\\'))
    }
}
