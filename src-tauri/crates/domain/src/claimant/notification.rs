//! Whether and how the person was told of the incident (`intake.md` 3.1 D).

use serde::{Deserialize, Serialize};

use super::YesNo;
use crate::date::PartialDate;

/// Whether and how the person was told of the incident.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Notification {
    /// Whether a notice came.
    pub received: Option<YesNo>,
    /// How it came.
    pub channel: Option<Channel>,
    /// The email address, phone or postal address at which it came.
    pub received_at: String,
    /// When the person saw it.
    pub seen: Option<PartialDate>,
    /// Whether it is still in the mailbox.
    pub still_held: Option<YesNo>,
    /// Whether it lay in the spam folder.
    pub in_spam: Option<YesNo>,
    /// Whether the person knows of somebody else who was told.
    pub knows_other_recipient: Option<YesNo>,
    /// Whether an earlier, different notice came: for Labour 2021, the Blackbaud notice of 2020.
    pub earlier_notice: Option<YesNo>,
    /// Letters that followed, in the person's words.
    pub follow_up: String,
}

/// How a notice came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Email.
    Email,
    /// Letter.
    Letter,
    /// Text message.
    Sms,
    /// A website.
    Website,
    /// Told by another person, or shown that person's copy.
    ThirdPerson,
}
