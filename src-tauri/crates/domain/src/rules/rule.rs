//! The rules that look at the whole of a classification.

use jiff::civil::Date;

use super::bits::Bits;
use super::condition::Condition;
use crate::classification::{NoticeAxis, Outcome};
use crate::code::Code;
use crate::finding::{RuleRef, Severity};

/// A flag or a tag: its code and what it means.
#[derive(Clone, Debug)]
pub struct Label {
    /// Its code.
    pub code: Code,
    /// Its label.
    pub label: String,
}

/// When a rule applies: its condition, and the days on which it is in force.
#[derive(Clone, Debug)]
pub(crate) struct When {
    pub condition: Condition,
    pub from: Option<Date>,
    pub until: Option<Date>,
}

impl When {
    /// Whether the rule is in force on a day.
    pub fn in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// A rule that raises a flag.
#[derive(Clone, Debug)]
pub(crate) struct FlagRule {
    pub rule: RuleRef,
    pub flag: usize,
    pub severity: Severity,
    pub text: String,
    pub when: When,
    /// The facts that it rests on, for the finding.
    pub rests_on: Bits,
    /// It rests on the dates of the person's spells.
    pub cites_episodes: bool,
}

/// A rule that sets a tag.
#[derive(Clone, Debug)]
pub(crate) struct TagRule {
    pub rule: RuleRef,
    pub tag: usize,
    pub when: When,
}

/// A rule that places a person on the notice axis; the first that holds decides.
#[derive(Clone, Debug)]
pub(crate) struct NoticeRule {
    pub rule: RuleRef,
    pub order: i64,
    pub axis: NoticeAxis,
    pub text: String,
    pub when: When,
}

/// A rule that suggests an outcome; the first that holds decides.
#[derive(Clone, Debug)]
pub(crate) struct OutcomeRule {
    pub rule: RuleRef,
    pub order: i64,
    pub outcome: Outcome,
    pub text: String,
    pub when: When,
}

/// A rule that asks for a person to look although the outcome stands.
#[derive(Clone, Debug)]
pub(crate) struct ReviewRule {
    pub rule: RuleRef,
    pub text: String,
    pub when: When,
}

/// A fact or document that would decide what is open.
#[derive(Clone, Debug)]
pub(crate) struct SettleRule {
    pub rule: RuleRef,
    pub text: String,
    pub when: When,
    /// The fact of a spell that it is about, so that the field can be named.
    pub about: Bits,
}
