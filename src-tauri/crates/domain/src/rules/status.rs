//! Statuses, their classes, and the rules that lead from one spell to a status.

use super::bits::Bits;
use crate::code::Code;
use crate::finding::RuleRef;

/// A status of the rule set.
#[derive(Clone, Debug)]
pub struct Status {
    /// Its code.
    pub code: Code,
    /// Its label.
    pub label: String,
    /// The words that fit "you were ...".
    pub words: String,
    /// Position of its class: the lower, the earlier in precedence.
    pub(crate) class: usize,
}

/// A class of statuses; the order of classes is the precedence.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its code.
    pub code: Code,
    /// Its label.
    pub label: String,
    /// Its statuses.
    pub(crate) members: Bits,
    /// Statuses of classes beside which this one is not even kept as secondary.
    pub(crate) absorbed_by: Bits,
}

/// Where a spell stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// It had not begun.
    Before,
    /// It had begun and not ended.
    During,
    /// It had begun and not ended, and dues were unpaid.
    Arrears,
    /// It had begun and not ended, and was suspended.
    Suspended,
    /// It had ended.
    Ended,
}

impl Phase {
    /// The names that rule sets use, in the order of the variants.
    pub const NAMES: [&str; 5] = ["before", "during", "arrears", "suspended", "ended"];
}

/// What is said of the political levy.
pub(crate) const LEVY_NAMES: [&str; 6] =
    ["opted-in", "never-opted-in", "opted-out", "dont-know", "blank", "opted-out-at-end"];

/// How a union stood to the defendant on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnionState {
    /// It was affiliated.
    Affiliated,
    /// It had been since the spell began, and had left.
    Left,
    /// It was not, at any time of the spell.
    Never,
    /// It is not in the profile's list.
    NotListed,
    /// It is not named.
    Blank,
}

impl UnionState {
    /// The names that rule sets use, in the order of the variants.
    pub const NAMES: [&str; 5] = ["affiliated", "left", "never", "not-listed", "blank"];
}

/// A rule that leads from a spell to one status, or to several that cannot be told apart.
#[derive(Clone, Debug)]
pub(crate) struct StatusRule {
    pub order: i64,
    pub categories: Option<Bits>,
    pub phases: Option<Bits>,
    pub endings: Option<Bits>,
    pub levy: Option<Bits>,
    pub unions: Option<Bits>,
    pub statuses: Bits,
    pub text: String,
    pub rule: RuleRef,
}

/// A spell on a day, as status rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Placed {
    pub category: usize,
    pub phase: Phase,
    pub ending: usize,
    pub levy: usize,
    pub union: UnionState,
}

impl StatusRule {
    /// Whether it fits.
    pub fn fits(&self, placed: &Placed) -> bool {
        let one_of = |asked: Option<Bits>, position: usize| asked.is_none_or(|asked| asked.has(position));
        one_of(self.categories, placed.category)
            && one_of(self.phases, placed.phase as usize)
            && one_of(self.endings, placed.ending)
            && one_of(self.levy, placed.levy)
            && one_of(self.unions, placed.union as usize)
    }
}

/// What the date of an ending means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateMeans {
    Ended,
    PaymentsStopped,
    Either,
}

/// Whether the last day still counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LastDay {
    Inside,
    Outside,
    Either,
}

/// How an ending is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EndingRule {
    pub means: DateMeans,
    pub last_day: LastDay,
    pub becomes: Option<usize>,
}

/// After how many months without payment a spell ends.
#[derive(Clone, Debug)]
pub(crate) struct Arrears {
    pub rule: RuleRef,
    pub categories: Bits,
    pub months: i32,
    pub grace_months: i32,
    pub last_day: LastDay,
    pub ending: usize,
}

/// Which categories run through a union or society.
#[derive(Clone, Debug)]
pub(crate) struct Affiliation {
    pub rule: RuleRef,
    pub categories: Bits,
}

/// A category that nobody can have been in after a day.
#[derive(Clone, Debug)]
pub(crate) struct Closure {
    pub rule: RuleRef,
    pub category: usize,
    pub last_day: jiff::civil::Date,
}
