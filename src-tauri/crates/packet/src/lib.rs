//! What travels between a firm and a claimant: invitations, packets and requests, sealed and opened.
//!
//! An [`Invitation`] goes out signed and in clear: it holds nobody's data. A packet comes back encrypted to the firm's
//! key with `age`; a request goes out encrypted to the claimant's own key, which only a packet tells. Between two copies of a
//! matter claimants travel as packets too, signed by the colleague who sends them. Everything is read
//! and written in a stream, within bounds that are checked before memory is taken. `docs/packet.md` describes the files.

mod beside;
mod container;
mod copy_key;
mod digesting;
mod error;
mod fingerprint;
mod head;
mod invitation;
mod key;
mod manifest;
mod open;
mod receipt;
mod request;
mod seal;
mod signed_file;
mod transfer;
mod word;

pub use beside::{Beside, SentApproval, SentLabel, SentPaper};
pub use copy_key::{CopyKey, read_copy_key, write_copy_key};
pub use error::{Error, Result};
pub use fingerprint::Fingerprint;
pub use invitation::{Invitation, ProfileTexts, read_invitation, write_invitation};
pub use key::{ExchangeKey, PublicKeys, Recipient};
pub use manifest::{Answer, Assisted, FileEntry, How, Manifest, Signature};
pub use open::{Opened, Outside, outside};
pub use receipt::Receipt;
pub use request::{APPROVAL, OpenedRequest, Question, Request, approval, approved};
pub use seal::Sealed;
pub use transfer::{Event, Transfer};

/// Sealed bytes beyond this are not looked at.
pub const SEALED_MOST: u64 = 512 << 20;
/// Bytes of an invitation beyond this are not looked at.
pub const INVITATION_MOST: u64 = 4 << 20;
/// Files that may travel together.
pub const FILES_MOST: usize = 500;
