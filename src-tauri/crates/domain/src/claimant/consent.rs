//! Consents and declarations (`intake.md` 3.1 K).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::code::Code;

/// One consent or declaration, with the text that was agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Which consent: a code of the profile.
    pub kind: Code,
    /// Version of the text; 0 when it is not known.
    #[serde(default)]
    pub version: u32,
    /// SHA-256 of the text, lower-case hex; empty when it is not known.
    #[serde(default)]
    pub text_sha256: String,
    /// Given, or refused.
    pub given: bool,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: Timestamp,
    /// How: typed, on paper, by telephone.
    #[serde(default)]
    pub how: String,
}
