//! For whom a message was, against the addresses that a claimant declared.

use joinder_domain::notice::{AddressMatch, compare};
use joinder_evidence::Message;
use serde::Serialize;

use super::Lens;

/// One address that a header names as a recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedRecipient {
    /// The header: `To`, `Cc`, `Delivered-To`, `X-Original-To`, `Envelope-To`, `Received` (its `for`), and the like.
    pub header: String,
    /// The address as written.
    pub address: String,
    /// `exact`, `gmail-dots`, `plus-tag` or `other`; `null` when there was nothing to compare with.
    pub comparison: Option<AddressMatch>,
    /// The declared address that it comes closest to; empty when there is none.
    pub with: String,
    /// The comparison in words; empty when there was none.
    pub words: String,
}

pub(super) fn recipients(message: &Message, lens: &Lens<'_>) -> Vec<InspectedRecipient> {
    let one = |header: String, address: String| {
        let compared = (!lens.own.is_empty()).then(|| compare(&address, &lens.own));
        InspectedRecipient {
            header,
            comparison: compared.map(|compared| compared.how),
            with: compared.and_then(|compared| compared.with).unwrap_or_default().to_owned(),
            words: compared.map(|compared| words(compared.how)).unwrap_or_default().to_owned(),
            address,
        }
    };
    message.recipients().into_iter().map(|recipient| one(recipient.header, recipient.address)).collect()
}

fn words(how: AddressMatch) -> &'static str {
    match how {
        AddressMatch::Exact => "an address that was declared",
        AddressMatch::GmailDots => {
            "the same Gmail mailbox in another spelling; ask whether this spelling is the claimant’s too"
        }
        AddressMatch::PlusTag => {
            "a declared address with another tag after a plus sign; ask whether it is the claimant’s too"
        }
        AddressMatch::Other => "not an address that was declared",
    }
}
