//! What a list shows, and in which order.

use jiff::Timestamp;
use jiff::civil::Date;
use joinder_domain::code::Code;
use joinder_domain::completeness::Item;
use joinder_domain::id::{ClaimantNumber, PersonId};

/// An axis of the classification that can be filtered by and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// Status at the incident; a claimant whose status is open has several.
    Status,
    /// How well the notice is proved.
    Notice,
    /// What is suggested.
    Outcome,
    /// Confirmed by notice or not.
    Cohort,
    /// A flag that was raised.
    Flag,
    /// An issue that the case raises.
    Tag,
}

impl Axis {
    /// Every axis.
    pub const ALL: [Self; 6] =
        [Self::Status, Self::Notice, Self::Outcome, Self::Cohort, Self::Flag, Self::Tag];

    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Notice => "notice",
            Self::Outcome => "outcome",
            Self::Cohort => "cohort",
            Self::Flag => "flag",
            Self::Tag => "tag",
        }
    }
}

/// What a list is sorted by; claimants that are equal in it follow by name or number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Surname, then forenames.
    #[default]
    Name,
    /// Number.
    Number,
    /// Date of birth; those who gave none come last.
    DateOfBirth,
    /// Status at the incident, by code.
    Status,
    /// How well the notice is proved, the best tier first.
    Notice,
    /// What is suggested, by code.
    Outcome,
    /// When the record was last changed, the latest first.
    Updated,
}

/// Claimants of whom people said something beside the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Overridden {
    /// Anything that was not withdrawn.
    Any,
    /// That they are declined, and no second person has confirmed it.
    NeedsSecondPerson,
    /// Something else than is computed now was computed when it was said.
    NeedsFreshLook,
}

/// A condition; one with several values asks for any of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Codes on an axis; an empty code is for claimants who are not classified.
    Axis(Axis, Vec<Code>),
    /// States of the work; an empty code is the state in which every file begins.
    State(Vec<Code>),
    /// Who works on the file; `None` is nobody.
    Assignee(Vec<Option<PersonId>>),
    /// Tags that people gave.
    Tag(Vec<String>),
    /// What the record lacks.
    Missing(Vec<Item>),
    /// Nation of residence at the incident, by its stored code; empty where nobody said.
    Nation(Vec<String>),
    /// Born on or between these days.
    Born(Option<Date>, Option<Date>),
    /// Last changed at or after the one moment and before the other.
    Updated(Option<Timestamp>, Option<Timestamp>),
    /// Added at or after the one moment and before the other.
    Added(Option<Timestamp>, Option<Timestamp>),
    /// Whether there is evidence.
    Evidence(bool),
    /// What people said beside the answer.
    Overridden(Overridden),
    /// These claimants, found in another way.
    Among(Vec<ClaimantNumber>),
}

/// What a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words as typed, each the beginning of a name, address, postcode or number. Empty for all.
    pub text: String,
    /// Conditions that must all hold.
    pub filters: Vec<Filter>,
    /// The order.
    pub sort: Sort,
    /// The other way round.
    pub descending: bool,
}
