//! To whom a message went, compared with the addresses of the claimant whose it is.

use joinder_domain::claimant::Claimant;
use joinder_evidence::Message;
use joinder_store::claimant::EmailKeys;
use serde::Serialize;

/// Recipients that are compared; a message to thousands is no personal notice.
const MOST: usize = 200;

/// An address that a message was written or delivered to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MailRecipient"))]
pub struct Recipient {
    /// The header that names it.
    pub header: String,
    /// The address as written.
    pub address: String,
    /// How it stands to the claimant's own.
    pub relation: Relation,
}

/// How an address stands to those that a claimant gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RecipientRelation"))]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// It is one of them.
    Own,
    /// A tag or dots apart from one of them: perhaps the same mailbox, as evidence another address (`intake.md` 3.2).
    Variant,
    /// It is somebody else's.
    Other,
    /// There is nobody to compare it with.
    Unknown,
}

pub(super) fn all(message: &Message) -> Vec<Recipient> {
    let found = message.recipients().into_iter().take(MOST);
    let one = |found: joinder_evidence::Delivered| Recipient {
        header: found.header,
        address: found.address,
        relation: Relation::Unknown,
    };
    found.map(one).collect()
}

pub(super) fn compare(recipients: &mut [Recipient], claimant: &Claimant) {
    let own: Vec<EmailKeys> =
        claimant.contact.emails.iter().filter_map(|email| EmailKeys::of(&email.address)).collect();
    if own.is_empty() {
        return;
    }
    for recipient in recipients {
        recipient.relation = match EmailKeys::of(&recipient.address) {
            Some(keys) if own.iter().any(|known| known.exact == keys.exact) => Relation::Own,
            Some(keys) if own.iter().any(|known| known.mailbox == keys.mailbox) => Relation::Variant,
            _ => Relation::Other,
        };
    }
}
