//! The parts of a classification.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::finding::{FactRef, RuleRef};

/// Status on one day: the set of what is possible.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct StatusAnswer {
    /// Status codes of the profile; one when settled.
    pub possible: BTreeSet<Code>,
    /// Only one answer is possible, however vague the dates are.
    pub settled: bool,
    /// Other statuses that hold beside the first, by the precedence of the rule set.
    #[serde(default)]
    pub secondary: BTreeSet<Code>,
    /// How each possible answer comes about.
    #[serde(default)]
    pub because: Vec<PossibleStatus>,
}

impl StatusAnswer {
    /// The one answer, when there is only one.
    pub fn one(&self) -> Option<&Code> {
        if self.settled { self.possible.first() } else { None }
    }
}

/// How one possible answer comes about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PossibleStatus {
    /// The status.
    pub status: Code,
    /// The rule that leads to it.
    pub rule: RuleRef,
    /// In plain words.
    pub text: String,
    /// The facts it rests on.
    #[serde(default)]
    pub facts: Vec<FactRef>,
}

/// A change of status after the incident.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Later {
    /// In which stretch of time.
    pub until: Until,
    /// The day at the end of that stretch.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: Date,
    /// What the status was on that day.
    pub possible: BTreeSet<Code>,
    /// The status certainly changed; otherwise it may have.
    pub certain: bool,
    /// In plain words.
    pub text: String,
}

/// A stretch of time after the incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Until {
    /// From the incident to the notice.
    Notice,
    /// From the notice to the day of the classification.
    Today,
}

/// Why an outcome is suggested, or why the notice stands where it does.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OutcomeReason {
    /// The rule.
    pub rule: RuleRef,
    /// In plain words.
    pub text: String,
}

/// An issue that the case raises.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// The tag: a code of the rule set, such as `RET`.
    pub code: Code,
    /// The rule that set it.
    pub rule: RuleRef,
}

/// A fact or document that would decide what is open.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Settle {
    /// In plain words that fit a letter: "your resignation email".
    pub text: String,
    /// The field it would settle, such as `episodes[0].end`; empty when it is about the notice.
    #[serde(default)]
    pub field: String,
}

/// The rule set that gave an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RuleSetRef {
    /// Identifier of the rule set.
    pub id: Code,
    /// Its version.
    pub version: u32,
    /// SHA-256 of its content and of the data of the profile that it uses, lower-case hex.
    pub sha256: String,
}
