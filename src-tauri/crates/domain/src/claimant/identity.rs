//! Who the person is (`intake.md` 3.1 A).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::date::PartialDate;

/// Who the person is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Identity {
    /// "Ms", "Dr" and so on; may be empty.
    pub title: String,
    /// All forenames, in order.
    pub forenames: String,
    /// Surname.
    pub surname: String,
    /// What the person likes to be called; may be empty.
    pub preferred_name: String,
    /// Previous and other names.
    pub other_names: Vec<OtherName>,
    /// The person said that there are no other names.
    pub no_other_names: bool,
    /// Date of birth.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub date_of_birth: Option<Date>,
    /// A former name is used to match records and is never printed where others may read it.
    pub protect_former_names: bool,
    /// National Insurance number, only when it is needed to trace a record.
    pub national_insurance_number: String,
    /// In which capacity the claim is made; `None` is blank.
    pub capacity: Option<Capacity>,
    /// Who acts for the person, when somebody does.
    pub acted_for_by: String,
    /// What the person does for a living, as a statement says it (PD 32, 18.1); may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub occupation: String,
    /// Who makes the statement where the person does not: full name, address and occupation; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub statement_by: String,
    /// Date of death, for an estate's claim.
    pub died: Option<PartialDate>,
    /// Checks of the person's identity.
    pub checks: Vec<IdentityCheck>,
}

impl Identity {
    /// Forenames and surname, in that order.
    pub fn full_name(&self) -> String {
        match (self.forenames.trim(), self.surname.trim()) {
            ("", surname) => surname.to_owned(),
            (forenames, "") => forenames.to_owned(),
            (forenames, surname) => format!("{forenames} {surname}"),
        }
    }
}

/// A previous or other name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OtherName {
    /// What kind of name it is.
    pub kind: NameKind,
    /// The whole name.
    pub name: String,
    /// In use from.
    #[serde(default)]
    pub from: Option<PartialDate>,
    /// In use until.
    #[serde(default)]
    pub to: Option<PartialDate>,
}

/// Why a person has another name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    /// A name before marriage or civil partnership.
    Maiden,
    /// Changed by deed poll.
    DeedPoll,
    /// Any other name in use.
    Alias,
}

/// In which capacity a claim is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// For oneself.
    Own,
    /// As litigation friend (CPR 21).
    LitigationFriend,
    /// As personal representative of an estate.
    PersonalRepresentative,
    /// As attorney; an attorney is not for that reason a litigation friend (`law.md` 2.6).
    Attorney,
}

/// A check of the person's identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct IdentityCheck {
    /// The document seen.
    pub document: String,
    /// The day of the check.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: Date,
    /// Who checked.
    pub by: String,
}
