//! Sealed files as they came in: what they are, how they stand, their bytes.

mod add;
mod bytes;
mod get;
mod request;
mod seen;
mod signal;
mod state;

pub use add::{NewPacket, Opened, add};
pub use bytes::{SealedBytes, open_bytes, put_bytes};
pub use get::{
    Query, accepted_from, counts, find_by_id, find_by_sha256, get, list, numbers, of_series, sent_of,
    sent_waiting,
};
pub use request::{KeptRequest, add_request, requests};
pub use seen::{PaperSeen, see_paper};
pub use signal::{Signal, add_signals, sealed_between, sharing};
pub use state::{Decision, decide};

pub(crate) use bytes::altered;
pub(crate) use get::content;
pub(crate) use request::contents as request_contents;

use jiff::Timestamp;
use joinder_domain::audit::Digest;
use joinder_domain::id::{ClaimantNumber, PacketNumber, PersonId};
use serde_json::Value;
use uuid::Uuid;

/// How a packet stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It could not be opened; its file stays where it lay.
    Refused,
    /// It came in and nobody has looked at it.
    Received,
    /// Somebody is looking at it.
    InReview,
    /// Something was asked back.
    HasIssues,
    /// Its content is in the matter.
    Accepted,
    /// It was turned away, with a reason.
    Rejected,
}

impl State {
    /// Every state, in the order of a packet's life.
    pub const ALL: [Self; 6] =
        [Self::Received, Self::InReview, Self::HasIssues, Self::Accepted, Self::Rejected, Self::Refused];

    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Received => "received",
            Self::InReview => "in-review",
            Self::HasIssues => "has-issues",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    /// The state with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether nothing more is to be decided.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Refused | Self::Accepted | Self::Rejected)
    }
}

/// A sealed file as it came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Packet {
    /// Its number here.
    pub number: PacketNumber,
    /// SHA-256 of the sealed bytes.
    pub sha256: Digest,
    /// How many bytes there are.
    pub size: u64,
    /// The file's name, without its folder.
    pub file_name: String,
    /// When it came in.
    pub received: Timestamp,
    /// Who opened it.
    pub person: PersonId,
    /// Why it could not be opened, a code; empty when it could.
    pub problem: String,
    /// What was in it; `None` when it could not be opened.
    pub opened: Option<Opened>,
    /// How it stands.
    pub state: State,
    /// The claimant whose it became, or will become by what is known.
    pub claimant: Option<ClaimantNumber>,
    /// Why it stands so, in words; may be empty.
    pub reason: String,
    /// When it was decided.
    pub decided: Option<Timestamp>,
    /// By whom.
    pub decided_by: Option<PersonId>,
    /// Who saw the paper on which it was signed.
    pub paper: Option<PaperSeen>,
}

impl Packet {
    /// The manifest; `null` when the packet could not be opened.
    pub fn manifest(&self) -> &Value {
        self.opened.as_ref().map_or(&Value::Null, |opened| &opened.manifest)
    }

    /// The packet's own id.
    pub fn id(&self) -> Option<Uuid> {
        self.opened.as_ref().map(|opened| opened.id)
    }
}
