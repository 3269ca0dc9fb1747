//! One copy of the notice, as it was found in an item.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::notice::NoticeShape;

/// One copy of the notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copy {
    /// How the caller knows it.
    pub id: String,
    /// The form in which it came.
    pub form: NoticeShape,
    /// How strong it would be as the proof of whoever owns its recipient's address, 0 to 5.
    pub tier: u8,
    /// Whose it is: the claimant's number, when that is known.
    pub person: Option<u32>,
    /// Addresses that received it, any letter case.
    pub recipients: Vec<String>,
    /// Names of its recipient, which the text may hold.
    pub names: Vec<String>,
    /// Domain of the sender's address, lower case; empty when there is none.
    pub sender_domain: String,
    /// Subject without the prefixes of replies and forwards.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// When it was sent, in UK time; `None` when it does not say.
    pub sent: Option<DateTime>,
    /// Message-ID without angle brackets; empty when there is none.
    pub message_id: String,
    /// Its DKIM signatures.
    pub signatures: Vec<CopySignature>,
    /// The provider of the mailbox that it was delivered to: a name such as `Gmail`, else a domain; may be empty.
    pub provider: String,
}

/// A signature on a copy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CopySignature {
    /// The signing domain, `d=`.
    pub domain: String,
    /// The selector, `s=`.
    pub selector: String,
    /// The signature itself, `b=`, without blanks.
    pub value: String,
    /// The body is the one that was signed.
    pub body_matches: bool,
    /// A key at hand made it.
    pub key_matches: bool,
}

impl Copy {
    /// Whether it is the mail itself, with headers of its own.
    pub fn is_native(&self) -> bool {
        matches!(
            self.form,
            NoticeShape::NativeMail | NoticeShape::OutlookMessage | NoticeShape::ForwardedAsAttachment
        )
    }

    /// Whether the canonical notice may be built from it (`evidence.md` 5.2).
    pub fn is_strong(&self) -> bool {
        self.is_native() && self.tier >= STRONG
    }
}

/// The lowest tier of a copy from which the canonical notice is built.
const STRONG: u8 = 4;
