//! Other firms, earlier claims, conflicts (`intake.md` 3.1 J).

use serde::{Deserialize, Serialize};

use super::YesNo;
use crate::date::PartialDate;

/// Other firms, earlier claims, conflicts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Proceedings {
    /// Whether another firm was instructed: it must be asked actively (SRA and FCA warning, 4 February 2026).
    pub other_firm: Option<YesNo>,
    /// That firm.
    pub firm: Option<OtherFirm>,
    /// Whether an earlier claim over this incident was made or settled.
    pub earlier_claim: Option<YesNo>,
    /// Bankruptcy or an arrangement with creditors.
    pub insolvent: Option<YesNo>,
    /// Legal-expenses cover.
    pub legal_expenses_cover: Option<YesNo>,
    /// Links that may be a conflict, in the person's words.
    pub conflicts: String,
}

/// Another firm that the person instructed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct OtherFirm {
    /// Its name.
    pub name: String,
    /// When it was instructed.
    pub instructed: Option<PartialDate>,
    /// Whether the instruction has ended.
    pub terminated: Option<YesNo>,
    /// Whether it claims fees.
    pub fees_claimed: Option<YesNo>,
}
