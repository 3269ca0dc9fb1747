//! The facts that decide how strong an item is, whoever established them.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// What is known of an item that may carry the notice; filled from a parsed mail or from a person's answers.
///
/// For a forwarded message, the facts are those of the inner message: the outer one is only the transfer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct NoticeFacts {
    /// The form in which the notice arrived.
    pub shape: NoticeShape,
    /// Subject as written.
    pub subject: String,
    /// Domain of the From address, lower case; empty when there is none.
    pub from_domain: String,
    /// The Date header's local day and time, as written.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub dated: Option<DateTime>,
    /// The Date header's offset from UTC, in minutes.
    pub offset_minutes: Option<i32>,
    /// The text of the body, tags removed; for an inline forward, of the quoted message.
    pub body: String,
    /// Every recipient address that a header names.
    pub recipients: Vec<HeaderAddress>,
    /// The Received chain.
    pub received: ReceivedChain,
    /// The recipient's own provider stamped `dkim=pass` when the mail arrived.
    pub dkim_pass_by_own_provider: bool,
    /// The recomputed DKIM body hash.
    pub body_hash: BodyHash,
    /// Whether the signature is that of a key at hand.
    pub signature: SignatureCheck,
    /// Recipient address that can be read in a picture, a print or a quoted header block; typed in by a person
    /// where no program can read it.
    pub visible_recipient: String,
    /// Date that can be read in a picture, a print or a quoted header block.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub visible_date: Option<Date>,
    /// The sender's address is of a provider of private mailboxes: whoever wrote it, it was no organisation's notice.
    pub private_sender: bool,
    /// The item differs from what most other claimants received, beyond personal details.
    pub differs_from_consensus: bool,
}

/// The form in which a notice arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum NoticeShape {
    /// A native mail from the recipient's mailbox (.eml).
    NativeMail,
    /// An Outlook message, whose body is rendered anew when it is saved (.msg).
    OutlookMessage,
    /// The original, attached whole to another mail (message/rfc822).
    ForwardedAsAttachment,
    /// The text of the original within another mail.
    InlineForward,
    /// A PDF or a print.
    Pdf,
    /// A screenshot or a photograph.
    Picture,
    /// A letter on paper, or a scan of it.
    Letter,
    /// A text message.
    TextMessage,
    /// No notice in it.
    #[default]
    None,
}

/// A recipient address and the header that names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct HeaderAddress {
    /// Which header.
    pub header: AddressHeader,
    /// The address as written.
    pub address: String,
}

/// A header that names a recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AddressHeader {
    /// To.
    To,
    /// Cc.
    Cc,
    /// Bcc.
    Bcc,
    /// Delivered-To.
    DeliveredTo,
    /// X-Original-To.
    OriginalTo,
    /// Envelope-To, X-Envelope-To and the like.
    EnvelopeTo,
    /// The `for` clause of a Received header.
    ReceivedFor,
}

/// What the Received headers show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReceivedChain {
    /// A chain in order of time, from the sender's system to the recipient's.
    Full,
    /// A chain with a gap, or with times out of order.
    Broken,
    /// None.
    #[default]
    Absent,
}

/// What recomputing the DKIM body hash shows; it needs no network, and a mismatch is never called forgery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BodyHash {
    /// The body is the body that was signed.
    Match,
    /// The body differs from what was signed: edited, or altered by a relay on its way.
    Mismatch,
    /// There is no signature, or it cannot be checked.
    #[default]
    NotCheckable,
}

/// What checking a signature with a key at hand shows; there seldom is one, which says nothing about the message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SignatureCheck {
    /// The key made it over these headers.
    Match,
    /// It is not this key's over these headers: another key was in use, or a relay changed a header.
    Mismatch,
    /// There is no key.
    #[default]
    KeyNotAvailable,
    /// There is no signature, or it cannot be checked.
    NotCheckable,
}
