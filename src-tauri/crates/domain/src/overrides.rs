//! Overrides: a person's word beside a computed answer, never in its place.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::classification::Outcome;
use crate::code::Code;
use crate::id::PersonId;

/// An axis on which a person can say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OverrideAxis {
    /// Status at the incident.
    Status,
    /// How well the notice is proved.
    Notice,
    /// Confirmed by notice, or not.
    Cohort,
    /// What becomes of the claim.
    Outcome,
}

impl OverrideAxis {
    /// Every axis, in order.
    pub const ALL: [Self; 4] = [Self::Status, Self::Notice, Self::Cohort, Self::Outcome];

    /// The code, as serialised.
    pub fn code(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Notice => "notice",
            Self::Cohort => "cohort",
            Self::Outcome => "outcome",
        }
    }

    /// The axis with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|axis| axis.code() == code)
    }
}

/// Who signed for something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The person.
    pub person: PersonId,
    /// The full name at the time.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// Whether an override counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OverrideState {
    /// It declines somebody, and no second person has confirmed it: it does not count yet.
    NeedsSecondPerson,
    /// It counts.
    Stands,
    /// It was withdrawn, or another one took its place.
    Ended,
}

/// Why an override cannot be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotConfirm {
    /// Only declining somebody needs a second person.
    #[error("this override needs no second person")]
    NotNeeded,
    /// Whoever proposed it cannot confirm it.
    #[error("a second, different person has to confirm it")]
    SamePerson,
    /// Only an authorised person can.
    #[error("an authorised person has to confirm it")]
    NotAuthorised,
    /// Somebody did already.
    #[error("it was confirmed already")]
    Already,
    /// It was withdrawn.
    #[error("it was withdrawn")]
    Ended,
}

/// A person's word on one axis of one claimant's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    axis: OverrideAxis,
    code: Code,
    set: Signature,
    confirmed: Option<Signature>,
    ended: Option<Signature>,
}

impl Override {
    /// What a person says.
    pub fn new(axis: OverrideAxis, code: Code, set: Signature) -> Self {
        Self { axis, code, set, confirmed: None, ended: None }
    }

    /// The same, as it was kept. A confirmation by the person who set it does not count.
    #[must_use]
    pub fn with(self, confirmed: Option<Signature>, ended: Option<Signature>) -> Self {
        let confirmed = confirmed.filter(|second| second.person != self.set.person);
        Self { confirmed, ended, ..self }
    }

    /// Where it says something.
    pub fn axis(&self) -> OverrideAxis {
        self.axis
    }

    /// What it says.
    pub fn code(&self) -> &Code {
        &self.code
    }

    /// Who said it.
    pub fn set(&self) -> &Signature {
        &self.set
    }

    /// The second person, once there is one.
    pub fn confirmed(&self) -> Option<&Signature> {
        self.confirmed.as_ref()
    }

    /// Who ended it.
    pub fn ended(&self) -> Option<&Signature> {
        self.ended.as_ref()
    }

    /// Whether it declines somebody.
    pub fn declines(&self) -> bool {
        self.axis == OverrideAxis::Outcome && self.code.as_str() == Outcome::Decline.code()
    }

    /// Whether it counts.
    pub fn state(&self) -> OverrideState {
        if self.ended.is_some() {
            OverrideState::Ended
        } else if self.declines() && self.confirmed.is_none() {
            OverrideState::NeedsSecondPerson
        } else {
            OverrideState::Stands
        }
    }

    /// Whether somebody can confirm it; `authorised` tells that they may approve and decline (`duties.md`, roles).
    ///
    /// # Errors
    /// [`CannotConfirm`].
    pub fn can_confirm(&self, person: PersonId, authorised: bool) -> Result<(), CannotConfirm> {
        if self.ended.is_some() {
            Err(CannotConfirm::Ended)
        } else if !self.declines() {
            Err(CannotConfirm::NotNeeded)
        } else if self.confirmed.is_some() {
            Err(CannotConfirm::Already)
        } else if person == self.set.person {
            Err(CannotConfirm::SamePerson)
        } else if !authorised {
            Err(CannotConfirm::NotAuthorised)
        } else {
            Ok(())
        }
    }
}

/// What is to become of a claimant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// Nobody said otherwise: what the rules suggest, which is never more than a suggestion.
    Suggested(Outcome),
    /// A person said so.
    Set(Code, PersonId),
    /// Two people said that the claimant is declined: the one who proposed it and the one who confirmed it.
    Declined(PersonId, PersonId),
}

/// What is to become of a claimant, given what the rules suggest and what people said. Only two different people can
/// decline somebody; whatever the rules suggest, they do not.
pub fn decided(suggested: Outcome, said: &[Override]) -> Decided {
    let standing = said
        .iter()
        .rev()
        .find(|one| one.axis == OverrideAxis::Outcome && one.state() == OverrideState::Stands);
    match standing {
        None => Decided::Suggested(suggested),
        Some(one) => match (&one.confirmed, one.declines()) {
            (Some(second), true) => Decided::Declined(one.set.person, second.person),
            _ => Decided::Set(one.code.clone(), one.set.person),
        },
    }
}
