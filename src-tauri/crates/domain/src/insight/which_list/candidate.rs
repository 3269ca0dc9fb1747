//! A test that a list may have been made by, and how well it separates.

use jiff::civil::Date;

use super::ALPHA;
use crate::insight::group::Group;
use crate::insight::person::{Attribute, Leaving, Person, Place};
use crate::insight::statistic::{OddsRatio, fisher, odds_ratio};

/// A question that splits claimants in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Test {
    /// Stands at this place of an attribute.
    Is(Attribute, Place),
    /// The first relationship began on this day or later.
    JoinedFrom(Date),
    /// The last relationship ended on this day or later, or had not ended.
    LeftFrom(Date),
}

/// A test, or its contrary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// The test.
    pub test: Test,
    /// The list holds those who pass; otherwise those who fail.
    pub holds: bool,
}

/// How two parts of a rule go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Join {
    /// Both hold.
    And,
    /// At least one holds.
    Or,
}

/// Claimants by half and by side of a test; the list is the side called `in`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counts {
    /// Told and on the list.
    pub told_in: u64,
    /// Told and not on it.
    pub told_out: u64,
    /// Not told and on the list.
    pub untold_in: u64,
    /// Not told and not on it.
    pub untold_out: u64,
    /// Told, and the test leaves them open.
    pub told_open: u64,
    /// Not told, and the test leaves them open.
    pub untold_open: u64,
}

impl Counts {
    /// How well the list explains both halves, from 0 to 1: the mean of the share of those told who are on it and of
    /// those not told who are not. Whom it leaves open counts as not explained.
    pub fn score(&self, told: u64, untold: u64) -> f64 {
        let share = |part: u64, whole: u64| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        f64::midpoint(share(self.told_in, told), share(self.untold_out, untold))
    }

    fn turned(self) -> Self {
        Self {
            told_in: self.told_out,
            told_out: self.told_in,
            untold_in: self.untold_out,
            untold_out: self.untold_in,
            ..self
        }
    }

    fn table(&self) -> [u64; 4] {
        [self.told_in, self.untold_in, self.told_out, self.untold_out]
    }
}

/// A test, or two together, and how well they separate those who were told from those who were not.
#[derive(Clone, Debug, PartialEq)]
pub struct Separation {
    /// What makes the list, so that it holds more of those who were told.
    pub parts: Vec<Part>,
    /// How the parts go together.
    pub join: Join,
    /// The claimants on each side.
    pub counts: Counts,
    /// Odds of having been told on the list against off it; 1 or more.
    pub odds: OddsRatio,
    /// Natural logarithm of the p-value of Fisher's exact test, two-sided.
    pub ln_p: f64,
    /// The same after Holm's correction over all that was tried.
    pub ln_adjusted: f64,
    /// For a cut-off: the last day that would give the same counts.
    pub same_until: Option<Date>,
}

impl Separation {
    /// It separates better than by chance, all that was tried considered.
    pub fn is_significant(&self) -> bool {
        self.ln_adjusted < ALPHA.ln()
    }
}

/// The separation that a test gives, turned so that the list holds more of those told; `None` where one side of it
/// is empty.
pub(super) fn separation(mut parts: Vec<Part>, join: Join, counts: Counts) -> Option<Separation> {
    let inside = counts.told_in + counts.untold_in;
    let outside = counts.told_out + counts.untold_out;
    if inside == 0 || outside == 0 {
        return None;
    }
    let mut counts = counts;
    let mut odds = odds_ratio(counts.table());
    // Only single tests can come out the other way: pairs are made of parts that are turned already.
    if odds.ratio < 1.0
        && let [part] = parts.as_mut_slice()
    {
        part.holds = !part.holds;
        counts = counts.turned();
        odds = odds_ratio(counts.table());
    }
    let ln_p = fisher(counts.table());
    Some(Separation { parts, join, counts, odds, ln_p, ln_adjusted: 0.0, same_until: None })
}

/// Whether a place says where somebody stands.
pub(super) fn is_known(place: Place) -> bool {
    !matches!(place, Place::NotKnown | Place::Several | Place::Spans)
}

impl Test {
    /// Whether a claimant passes; `None` where the facts leave it open.
    pub fn of(self, person: &Person) -> Option<bool> {
        let from = |day: Date, first: Date, last: Date| match () {
            () if first >= day => Some(true),
            () if last < day => Some(false),
            () => None,
        };
        match self {
            Self::Is(attribute, place) => {
                let mut known = person.places(attribute).filter(|place| is_known(*place)).peekable();
                known.peek().is_some().then(|| known.any(|other| other == place))
            }
            Self::JoinedFrom(day) => from(day, person.joined.first, person.joined.last),
            Self::LeftFrom(day) => match person.left {
                Leaving::NotLeft => Some(true),
                Leaving::Left(spread) => from(day, spread.first, spread.last),
                Leaving::NotKnown => None,
            },
        }
    }

    /// The code that it asks for, where it asks for one.
    pub fn code(self, group: &Group) -> &str {
        match self {
            Self::Is(attribute, place) => group.code(attribute, place),
            Self::JoinedFrom(_) | Self::LeftFrom(_) => "",
        }
    }
}
