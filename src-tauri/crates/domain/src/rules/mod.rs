//! Rule sets: versioned data that leads from facts to a classification.
//!
//! The code knows interval logic and a small vocabulary ([`Fact`], phases of a spell, conditions); statuses, flags,
//! tags, texts, dates and precedence are data (`situations.md` 7.1).

pub(crate) mod bits;
pub(crate) mod clock;
pub(crate) mod condition;
mod fact;
mod read;
pub(crate) mod rule;
mod status;
pub mod words;

pub use fact::Fact;
pub use rule::Label;
pub use status::{Class, Status};

pub(crate) use read::Context;
pub(crate) use status::{
    Affiliation, Arrears, Closure, DateMeans, EndingRule, LastDay, Phase, Placed, StatusRule, UnionState,
};

use jiff::civil::Date;

use crate::claimant::RequestKind;
use crate::classification::RuleSetRef;
use crate::code::Code;
use crate::finding::RuleRef;
use crate::limitation::after;
use bits::Bits;
use clock::{Anchor, ClockRule, LimitationTerms};
use rule::{FlagRule, NoticeRule, OutcomeRule, ReviewRule, SettleRule, TagRule};

/// A rule set, ready for use.
#[derive(Clone, Debug)]
pub struct RuleSet {
    /// Its identifier.
    pub id: Code,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// The day from which it was meant to be used.
    pub effective: Date,
    /// SHA-256 of its content and of the data of the profile that it uses, lower-case hex.
    pub sha256: String,
    pub(crate) statuses: Vec<Status>,
    pub(crate) classes: Vec<Class>,
    pub(crate) flags: Vec<Label>,
    pub(crate) tags: Vec<Label>,
    pub(crate) no_rule: Bits,
    pub(crate) no_rule_ref: RuleRef,
    /// By position of the ending; the last one is blank.
    pub(crate) endings: Vec<EndingRule>,
    /// As they stand in the file: the rule, the endings, how they are read.
    pub(crate) ending_rules: Vec<(RuleRef, Bits, EndingRule)>,
    pub(crate) arrears: Option<Arrears>,
    pub(crate) affiliation: Option<Affiliation>,
    pub(crate) closures: Vec<Closure>,
    pub(crate) minutes_per_task: u32,
    pub(crate) minutes_in_all: u32,
    pub(crate) time_limit: Option<RuleRef>,
    pub(crate) status_rules: Vec<StatusRule>,
    pub(crate) flag_rules: Vec<FlagRule>,
    pub(crate) tag_rules: Vec<TagRule>,
    pub(crate) notice_rules: Vec<NoticeRule>,
    pub(crate) outcome_rules: Vec<OutcomeRule>,
    pub(crate) review_rules: Vec<ReviewRule>,
    pub(crate) settle_rules: Vec<SettleRule>,
    pub(crate) limitation: Option<LimitationTerms>,
    pub(crate) clocks: Vec<ClockRule>,
}

impl RuleSet {
    /// The statuses, in the order of the file.
    pub fn statuses(&self) -> &[Status] {
        &self.statuses
    }

    /// The classes, in the order of precedence.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The flags that its rules can raise.
    pub fn flags(&self) -> &[Label] {
        &self.flags
    }

    /// The tags that its rules can set.
    pub fn tags(&self) -> &[Label] {
        &self.tags
    }

    /// The reference that results carry.
    pub fn reference(&self) -> RuleSetRef {
        RuleSetRef { id: self.id.clone(), version: self.version, sha256: self.sha256.clone() }
    }

    /// The status with a code, however its letters are written: `MEMBER`, `member`, `former-resigned`.
    pub fn status(&self, code: &str) -> Option<&Status> {
        self.status_position(code).and_then(|position| self.statuses.get(position))
    }

    /// The class of the status with a code.
    pub fn class_of(&self, code: &str) -> Option<&Class> {
        self.classes.get(self.status(code)?.class)
    }

    /// When a request sent on a day has to be met, by the clock of its kind; none where no clock speaks of it.
    pub(crate) fn due(&self, kind: RequestKind, sent: Date) -> Option<Date> {
        self.clocks.iter().find_map(|clock| match &clock.anchor {
            Anchor::Request(duty) if duty.kind == kind => {
                Some(after(sent, duty.within.months, duty.within.days))
            }
            _ => None,
        })
    }

    pub(crate) fn status_position(&self, code: &str) -> Option<usize> {
        let same = |status: &Status| {
            let own = status.code.as_str();
            own.len() == code.len()
                && own
                    .bytes()
                    .zip(code.bytes())
                    .all(|(a, b)| a == if b == b'-' { b'_' } else { b.to_ascii_uppercase() })
        };
        self.statuses.iter().position(same)
    }
}
