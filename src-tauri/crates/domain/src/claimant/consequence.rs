//! What it did to the person (`intake.md` 3.1 F, G and H).

use serde::{Deserialize, Serialize};

use super::YesNo;
use crate::code::Code;
use crate::date::PartialDate;

/// A kind of data that the person believes was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DataHeld {
    /// The kind: a code of the profile.
    pub kind: Code,
    /// Why the person believes so.
    #[serde(default)]
    pub basis: Option<HeldBasis>,
}

/// Why a person believes that data was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum HeldBasis {
    /// The person gave it.
    Given,
    /// An access request showed it.
    ShownByRequest,
    /// A guess.
    Guess,
}

/// What it did to the person. Own words come first and are kept verbatim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Consequence {
    /// The person's own words, verbatim.
    pub own_words: String,
    /// Descriptors that the person ticked, after the own words (`intake.md` 3.3).
    pub descriptors: Vec<Descriptor>,
    /// The person says that there was no distress.
    pub no_distress: Option<YesNo>,
    /// Who else knows.
    pub others_know: String,
    /// A vulnerability that was there before.
    pub vulnerability: String,
    /// Visits to a doctor or therapist.
    pub treatment: String,
    /// Whether a condition was diagnosed: it turns the head into personal injury (`law.md` 2.4).
    pub diagnosis: Option<YesNo>,
    /// Medication.
    pub medication: String,
    /// What the person fears, and on what facts (Farley v Paymaster [2025] EWCA Civ 1117).
    pub fear: String,
    /// Safety concerns.
    pub safety: String,
}

/// One descriptor of distress, as ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Descriptor {
    /// The descriptor: a code of the profile.
    pub kind: Code,
    /// How bad.
    pub severity: Severity,
    /// First felt.
    #[serde(default)]
    pub first_felt: Option<PartialDate>,
    /// How long it lasted, in the person's words.
    #[serde(default)]
    pub lasted: String,
    /// Whether it is still felt.
    #[serde(default)]
    pub still: Option<YesNo>,
}

/// How bad a descriptor was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Not at all.
    None,
    /// Mild.
    Mild,
    /// Moderate.
    Moderate,
    /// Severe.
    Severe,
}

/// A sign that the data was misused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Misuse {
    /// The kind: a code of the profile.
    pub kind: Code,
    /// When.
    #[serde(default)]
    pub when: Option<PartialDate>,
    /// What happened, in the person's words.
    #[serde(default)]
    pub description: String,
    /// A police, bank or fraud-report reference.
    #[serde(default)]
    pub reference: String,
}
