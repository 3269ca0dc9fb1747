//! One spell of a relationship with the defendant (`intake.md` 3.1 C).

use serde::{Deserialize, Serialize};

use super::YesNo;
use crate::code::Code;
use crate::date::PartialDate;

/// One spell of a relationship with the defendant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Episode {
    /// What the person was: a category code of the profile.
    pub kind: Code,
    /// When it began; `None` is blank.
    pub start: Option<PartialDate>,
    /// When it ended; `None` with `ongoing` false is blank.
    pub end: Option<PartialDate>,
    /// It has not ended.
    pub ongoing: bool,
    /// How it ended: an ending code of the profile.
    pub ending: Option<Code>,
    /// Suspended from, for a relationship that was suspended and not ended.
    pub suspended: Option<PartialDate>,
    /// Suspension lifted.
    pub suspension_lifted: Option<PartialDate>,
    /// How dues were paid: a code of the profile.
    pub payment: Option<Code>,
    /// The last payment: arrears are counted from it.
    pub last_payment: Option<PartialDate>,
    /// Whether a reminder of unpaid dues came.
    pub arrears_reminder: Option<YesNo>,
    /// Membership number as given.
    pub membership_number: String,
    /// Local branch of the defendant.
    pub local_party: String,
    /// Affiliated organisation: a union code of the profile, or free text when it is not listed.
    pub union: String,
    /// The organisation's branch.
    pub union_branch: String,
    /// Political levy.
    pub levy: Option<Levy>,
    /// What the person holds to show for it.
    pub evidence_held: Vec<String>,
    /// Disciplinary or proscription facts: sensitive, for restricted view.
    pub restricted_note: String,
}

/// Whether a union member paid the political levy and signed up individually.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Levy {
    /// Signed up individually as an affiliated supporter.
    OptedIn,
    /// Paid the levy and never signed up.
    NeverOptedIn,
    /// Opted out of the levy.
    OptedOut,
    /// Asked, and the person does not know.
    DontKnow,
}
