//! What can be said of something that is known only in part.

use serde::{Deserialize, Serialize};

/// The answer to a question about vague facts: it holds for every possibility, for none, or for some.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Truth {
    /// True whatever the facts turn out to be.
    Yes,
    /// False whatever the facts turn out to be.
    No,
    /// True for some of what is possible, false for the rest.
    Maybe,
}

impl Truth {
    /// True whatever the facts turn out to be.
    pub fn surely(self) -> bool {
        self == Self::Yes
    }

    /// True for at least some of what is possible.
    pub fn possibly(self) -> bool {
        self != Self::No
    }

    /// Both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Maybe,
        }
    }

    /// At least one holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::Maybe,
        }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    /// It does not hold.
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
        }
    }
}

impl From<bool> for Truth {
    fn from(known: bool) -> Self {
        if known { Self::Yes } else { Self::No }
    }
}
