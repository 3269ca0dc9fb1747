//! How well an item proves that this person was told.

use serde::{Deserialize, Serialize};

use crate::code::Code;

/// How well an item proves that this person was told, with a reason for each step up or down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// 0 (nothing) to 5 (strong), as in `evidence.md` 5.1.
    pub tier: u8,
    /// What the item turned out to be.
    pub kind: GradeKind,
    /// Flags that the item raises, such as `HEADERS_MISSING`: codes of the rule set.
    #[serde(default)]
    pub flags: Vec<Code>,
    /// Why, in the order in which it was judged.
    pub reasons: Vec<Reason>,
    /// Every marker that was looked for.
    pub markers: Vec<MarkerResult>,
    /// Sum of the weights of the markers that matched.
    pub score: u32,
}

impl Grade {
    /// Whether it is the notice of this incident, whoever received it.
    pub fn is_notice(&self) -> bool {
        match self.kind {
            GradeKind::Genuine | GradeKind::Unaddressed | GradeKind::ThirdParty => true,
            GradeKind::Wrong(_) | GradeKind::Unrelated => false,
        }
    }
}

/// What an item turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "is", content = "what")]
pub enum GradeKind {
    /// The notice of this incident, to an address of this claimant.
    Genuine,
    /// The notice of this incident, and nothing in the item says whose copy it is.
    Unaddressed,
    /// The notice of this incident, to somebody else's address.
    ThirdParty,
    /// Another message that is easily mistaken for the notice: an anti-marker's kind, such as `other-incident`.
    Wrong(Code),
    /// Not a notice.
    Unrelated,
}

/// One step of the judgment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Which step: a code of the profile.
    pub code: Code,
    /// In plain words.
    pub text: String,
    /// Which way it went.
    pub effect: Effect,
}

/// Which way a reason moved the grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// It made the item stronger.
    Up,
    /// It made the item weaker.
    Down,
    /// It is only said.
    None,
}

/// What became of one marker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MarkerResult {
    /// The marker: a code of the profile.
    pub marker: Code,
    /// Its label, in plain words.
    pub label: String,
    /// Matched, missed, or not to be seen in an item of this shape.
    pub state: MarkerState,
}

/// What became of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum MarkerState {
    /// It is there.
    Matched,
    /// It is not there, where it should be.
    Missed,
    /// The item cannot show it.
    NotVisible,
}
