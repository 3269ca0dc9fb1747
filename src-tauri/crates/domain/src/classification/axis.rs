//! The closed axes of a classification; the open ones (statuses, flags, tags) are data of the profile.

use serde::{Deserialize, Serialize};

/// How well it is proved that the person was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum NoticeAxis {
    /// Evidence of tier 4 or 5.
    Proven,
    /// Evidence of tier 2 or 3.
    Supported,
    /// The person says so (tier 1).
    Claimed,
    /// The person says that none came.
    NotReceived,
    /// What the person holds is about something else.
    WrongNotice,
    /// Not known.
    Unknown,
}

impl NoticeAxis {
    /// Every value, in order.
    pub const ALL: [Self; 6] =
        [Self::Proven, Self::Supported, Self::Claimed, Self::NotReceived, Self::WrongNotice, Self::Unknown];

    /// The code, as serialised.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proven => "PROVEN",
            Self::Supported => "SUPPORTED",
            Self::Claimed => "CLAIMED",
            Self::NotReceived => "NOT_RECEIVED",
            Self::WrongNotice => "WRONG_NOTICE",
            Self::Unknown => "UNKNOWN",
        }
    }
}

/// Confirmed by notice or not: a first-class field since Smith v TalkTalk [2022] EWHC 1311 (QB).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Cohort {
    /// The notice is proved or supported.
    Confirmed,
    /// It is not.
    Unconfirmed,
}

impl Cohort {
    /// Every value, in order.
    pub const ALL: [Self; 2] = [Self::Confirmed, Self::Unconfirmed];

    /// The code, as serialised.
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Unconfirmed => "UNCONFIRMED",
        }
    }
}

/// What is suggested; never more than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Outcome {
    /// Accept.
    Accept,
    /// Hold until something is known that is now missing.
    HoldInfo,
    /// Hold until a solicitor has looked.
    HoldReview,
    /// Perhaps the same person as another claimant.
    Merge,
    /// Perhaps decline; a person decides.
    Decline,
}

impl Outcome {
    /// Every value, in order.
    pub const ALL: [Self; 5] = [Self::Accept, Self::HoldInfo, Self::HoldReview, Self::Merge, Self::Decline];

    /// The code, as serialised.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accept => "ACCEPT",
            Self::HoldInfo => "HOLD_INFO",
            Self::HoldReview => "HOLD_REVIEW",
            Self::Merge => "MERGE",
            Self::Decline => "DECLINE",
        }
    }
}
