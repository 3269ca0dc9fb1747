//! What a rule or a check found, with the rule, the facts and the evidence it rests on.

mod severity;

pub use severity::Severity;

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::id::EvidenceId;

/// One result of a rule or check.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Which finding: a flag code of the rule set, such as `DATE_PARTIAL`.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// A plain sentence for a claimant or a paralegal.
    pub text: String,
    /// The rule that led to it.
    pub rule: RuleRef,
    /// The facts it rests on.
    #[serde(default)]
    pub facts: Vec<FactRef>,
    /// The evidence it rests on.
    #[serde(default)]
    pub evidence: Vec<EvidenceId>,
}

/// A rule of a rule set, named so that the answer can be traced and repeated.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RuleRef {
    /// Identifier of the rule set.
    pub rule_set: Code,
    /// Version of the rule set.
    pub version: u32,
    /// Identifier of the rule within it.
    pub rule: Code,
    /// The source of the rule: a judgment, a provision, a page of the matter's own law notes.
    pub citation: String,
}

/// A fact of the claimant's record, with the words as given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FactRef {
    /// Path of the field, such as `episodes[0].end`.
    pub field: String,
    /// What it says, in words.
    pub words: String,
}

impl FactRef {
    /// A fact at a path, with its words.
    pub fn new(field: impl Into<String>, words: impl Into<String>) -> Self {
        Self { field: field.into(), words: words.into() }
    }
}
