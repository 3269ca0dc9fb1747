//! How the person can be reached, now and at the time (`intake.md` 3.1 B).

use serde::{Deserialize, Serialize};

use super::YesNo;
use crate::date::PartialDate;

/// How the person can be reached, now and at the time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// Every email address used since first contact with the defendant.
    pub emails: Vec<EmailAddress>,
    /// The person never gave the defendant an email address (a paper member).
    pub no_email_given: Option<YesNo>,
    /// Mobile number as given.
    pub mobile: String,
    /// Landline number as given.
    pub landline: String,
    /// Addresses, now and when dealing with the defendant.
    pub addresses: Vec<Address>,
    /// Nation of residence on the day of the incident: asked, never inferred from a postcode (`intake.md` 3.2).
    pub nation_at_incident: Option<Nation>,
    /// Preferred way of contact.
    pub preferred: Option<Reached>,
    /// Preferred language, when not English.
    pub language: String,
    /// Needs an interpreter.
    pub interpreter: Option<YesNo>,
    /// Accessibility needs, in the person's words.
    pub accessibility: String,
    /// What must not be done when contacting the person: "no voicemail".
    pub safety_rules: Vec<String>,
    /// The address must not appear in any paper that others may read.
    pub withhold_address: bool,
    /// Why, in the person's words.
    pub withhold_reason: String,
}

/// An email address that the person uses or used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct EmailAddress {
    /// The address as given.
    pub address: String,
    /// In use from.
    pub from: Option<PartialDate>,
    /// In use until.
    pub to: Option<PartialDate>,
    /// Whether the person can still open the mailbox.
    pub accessible: Option<YesNo>,
    /// Who else reads the mailbox; empty when nobody.
    pub shared_with: String,
    /// Whose mailbox it is.
    pub kind: Option<EmailKind>,
    /// The address was given to the defendant and to nobody else.
    pub only_for_defendant: Option<YesNo>,
}

/// Whose mailbox an address belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum EmailKind {
    /// The person's own.
    Personal,
    /// An employer's.
    Work,
    /// A university's or school's.
    University,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// When the address was or is in use.
    #[serde(rename = "use")]
    #[cfg_attr(feature = "ts", ts(rename = "use"))]
    pub used: AddressUse,
    /// Lines without postcode and country.
    pub lines: Vec<String>,
    /// Postcode as given.
    pub postcode: String,
    /// Country; empty means the United Kingdom.
    pub country: String,
}

/// When an address was in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AddressUse {
    /// Where the person lives now.
    #[default]
    Now,
    /// Where the person lived when dealing with the defendant.
    WithDefendant,
}

/// A nation of residence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
    /// Anywhere else.
    Elsewhere,
    /// Asked, and the person does not know.
    DontKnow,
}

/// A way to reach a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Reached {
    /// By email.
    Email,
    /// By telephone.
    Phone,
    /// By post.
    Post,
}
