//! A person who may take part, and everything that intake asks (`intake.md` 3.1).
//!
//! `None` or an empty list is a question left blank; "don't know" is an answer of its own.

mod aftermath;
mod consent;
mod consequence;
mod contact;
mod episode;
mod identity;
mod loss;
pub mod name;
mod national_insurance;
mod notification;
mod proceedings;
mod yes_no;

pub use aftermath::{Aftermath, Request, RequestKind};
pub use consent::Consent;
pub use consequence::{Consequence, DataHeld, Descriptor, HeldBasis, Misuse, Severity};
pub use contact::{Address, AddressUse, Contact, EmailAddress, EmailKind, Nation, Reached};
pub use episode::{Episode, Levy};
pub use identity::{Capacity, Identity, IdentityCheck, NameKind, OtherName};
pub use loss::{Loss, TimeSpent};
pub use national_insurance::{NationalInsuranceNumber, NationalInsuranceProblem};
pub use notification::{Channel, Notification};
pub use proceedings::{OtherFirm, Proceedings};

use serde::{Deserialize, Serialize};

use crate::code::Code;

/// The facts of one claimant, as given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Claimant {
    /// A reference of whoever supplied the record, such as a campaign's row number; unique when present.
    pub external_reference: String,
    /// Who the person is.
    pub identity: Identity,
    /// How the person can be reached, now and at the time.
    pub contact: Contact,
    /// Spells of a relationship with the defendant, in any order.
    pub episodes: Vec<Episode>,
    /// Relationship with the defendant now, a status code of the profile.
    pub status_now: Option<Code>,
    /// Roles that need care, codes of the profile: elected, staff, journalist and the like.
    pub roles: Vec<Code>,
    /// Whether and how the person was told of the incident.
    pub notification: Notification,
    /// What passed between the person and the defendant afterwards.
    pub aftermath: Aftermath,
    /// Kinds of data that the person believes were held.
    pub data_held: Vec<DataHeld>,
    /// What it did to the person.
    pub consequence: Consequence,
    /// Signs that the data was misused.
    pub misuse: Vec<Misuse>,
    /// Money lost.
    pub losses: Vec<Loss>,
    /// Time spent.
    pub time_spent: Vec<TimeSpent>,
    /// Other firms, earlier claims, conflicts.
    pub proceedings: Proceedings,
    /// Consents and declarations, each with the text that was agreed to.
    pub consents: Vec<Consent>,
}

/// An answer to a yes-or-no question; a question left blank is `None` around it.
///
/// Read from `"yes"`, `"no"`, `"dont-know"`, and from `true` and `false` for those who write JSON by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Asked, and the person does not know.
    DontKnow,
}
