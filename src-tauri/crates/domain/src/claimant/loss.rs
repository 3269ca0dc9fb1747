//! Money and time (`intake.md` 3.1 I).

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::date::PartialDate;

/// One item of money lost, in pounds sterling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Loss {
    /// The head of loss: a code of the profile.
    pub head: Code,
    /// When it was paid.
    #[serde(default)]
    pub when: Option<PartialDate>,
    /// To whom.
    #[serde(default)]
    pub payee: String,
    /// Pounds, two decimal places.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub amount: Decimal,
    /// Pounds got back.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub recouped: Option<Decimal>,
    /// Why there is no document, when there is none.
    #[serde(default)]
    pub no_document_reason: String,
}

/// Time spent on one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TimeSpent {
    /// On what.
    pub description: String,
    /// When.
    #[serde(default)]
    pub when: Option<PartialDate>,
    /// Minutes.
    pub minutes: u32,
}
