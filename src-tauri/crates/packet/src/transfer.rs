//! A claimant on the way from one copy of a matter to another: a packet that a colleague signed.

use std::io::Write;

use jiff::Timestamp;
use joinder_domain::audit::{Change, Digest};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::beside::{Beside, SentLabel, SentPaper};
use crate::error::{Error, Result};
use crate::fingerprint::Fingerprint;
use crate::head::Head;
use crate::key::{ExchangeKey, PublicKeys, Recipient, verifying};
use crate::manifest::Manifest;
use crate::seal::{Sealed, seal};

pub(crate) const TRANSFER: &str = "joinder-transfer";
const KIND: &str = "joinder-transfer 1";

/// What a packet from a colleague says beside the record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The claimant's id, the same in every copy of the matter.
    pub claimant: Uuid,
    /// The claimant's number in the copy that it comes from, such as `C-000012`.
    pub reference: String,
    /// The copy that it comes from: the same for everything that comes from there.
    pub copy: Uuid,
    /// Who sends it.
    pub person: String,
    /// The sender's Ed25519 key in base64: the packet is signed with it.
    pub verifying_key: String,
    /// Digests of every state that the record has had there, and of those that came in from other copies, the earliest first.
    pub states: Vec<Digest>,
    /// Entries in the audit there.
    pub entries: u64,
    /// Hash of the last of them.
    pub head: Digest,
    /// What the audit there says of the claimant, the earliest first.
    pub history: Vec<Event>,
    /// Notes, tasks and correspondence, the earliest first. What only its writer may see is not among them.
    pub beside: Vec<Beside>,
    /// Files that were made of the record, the earliest first.
    pub papers: Vec<SentPaper>,
    /// Marks of its exhibits, by serial number.
    pub labels: Vec<SentLabel>,
}

/// One entry of the audit of another copy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its number there.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub who: String,
    /// What was done: a noun, a dot, a verb.
    pub op: String,
    /// To what kind of thing.
    pub subject: String,
    /// Its hash there.
    pub hash: Digest,
    /// Fields before and after.
    pub fields: Change,
}

impl Transfer {
    /// What everything about this claimant from this copy has in common.
    pub fn series(&self) -> String {
        format!("transfer:{}:{}", self.copy, self.claimant)
    }

    /// Whether the audit that this comes from knows of the sending of `other`: then the other one is older, whatever the
    /// copy is called and wherever its folder lies by now.
    pub fn knows(&self, other: &Self) -> bool {
        let sent = other.history.last().map(|event| event.hash);
        sent.is_some_and(|sent| self.history.last().map(|event| event.hash) != Some(sent))
            && self.history.iter().any(|event| Some(event.hash) == sent)
    }
}

impl Manifest {
    /// The keys of the colleague who sent this packet, as words; `None` for a claimant's packet, or when they are no keys.
    pub fn sender(&self) -> Option<Fingerprint> {
        let verifying = verifying(&self.transfer.as_ref()?.verifying_key)?;
        Some(Fingerprint::of(&PublicKeys { recipient: self.recipient.parse().ok()?, verifying }))
    }

    /// Signs a packet that moves a claimant with the sender's key, and seals it for another copy of the matter.
    ///
    /// # Errors
    /// As for [`Self::seal`].
    pub fn seal_transfer<W: Write, E: From<Error>>(
        &self,
        target: W,
        key: &ExchangeKey,
        to: &Recipient,
        copy: impl FnMut(usize, &mut dyn Write) -> Result<(), E>,
    ) -> Result<Sealed, E> {
        let head = Head::signed(self, KIND, key, None)?;
        seal(target, to, TRANSFER, &head, &self.files, copy)
    }
}

/// The manifest in the head of a transfer, whose signature is that of the key that it names.
pub(crate) fn read(head: &[u8]) -> Result<Manifest> {
    let head = Head::read(head)?;
    if head.files.is_some() {
        return Err(Error::Malformed);
    }
    let manifest: Manifest = head.payload()?;
    let transfer = manifest.transfer.as_ref().ok_or(Error::Malformed)?;
    let key = verifying(&transfer.verifying_key).ok_or(Error::TransferNotSigned)?;
    if head.is_of(&key, KIND) { Ok(manifest) } else { Err(Error::TransferNotSigned) }
}
