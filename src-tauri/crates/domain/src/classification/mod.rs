//! The result for one claimant, on separate axes, with what led to it (`situations.md` 7.1).

mod answer;
mod axis;
mod cite;
mod classify;
mod combine;
mod explain;
mod gather;
mod group;
mod moves;
mod own_words;
mod place;
mod settle;
mod spell;
mod why;

pub use answer::{Later, OutcomeReason, PossibleStatus, RuleSetRef, Settle, StatusAnswer, Tag, Until};
pub use axis::{Cohort, NoticeAxis, Outcome};
pub(crate) use cite::field_of;
pub(crate) use classify::seen;
pub use classify::{classify, classify_with};
pub use group::look_at_group;
pub use moves::{Move, MoveAxis, moves};
pub use own_words::{OwnWordsKey, own_words_keys};
pub use why::{Explained, Say, Why, WhyNot, explain};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::claimant::Claimant;
use crate::code::Code;
use crate::finding::Finding;
use crate::id::EvidenceId;
use crate::notice::Grade;

/// What a classification is made from.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The facts as given.
    pub claimant: &'a Claimant,
    /// The evidence held for the claimant, graded, in any order.
    pub evidence: &'a [GradedNotice],
    /// The day of the classification.
    pub today: Date,
    /// What only a look at the whole group shows.
    pub group: GroupFacts,
}

/// An evidence item with its grade for this claimant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct GradedNotice {
    /// The item.
    pub evidence: EvidenceId,
    /// How well it proves that this claimant was told.
    pub grade: Grade,
}

/// What only a look at the whole group shows; everything false when nobody looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct GroupFacts {
    /// Another record may be of the same person.
    pub possible_duplicate: bool,
    /// Another claimant uses the same email address.
    pub mailbox_shared: bool,
    /// Another claimant's own words are all but the same (`intake.md` 3.2: 0.9 or more).
    pub similar_words: bool,
}

impl GroupFacts {
    /// What either of two looks shows.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            possible_duplicate: self.possible_duplicate || other.possible_duplicate,
            mailbox_shared: self.mailbox_shared || other.mailbox_shared,
            similar_words: self.similar_words || other.similar_words,
        }
    }
}

/// The result for one claimant. Outcomes are suggestions: a person decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Classification {
    /// The rule set that gave the answer.
    pub rule_set: RuleSetRef,
    /// The incident date that was used.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub incident_date: Date,
    /// The day on which the answer was worked out.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub as_of: Date,
    /// Status at the incident.
    pub status: StatusAnswer,
    /// Status now, for the represented class (`incident.md` 1.2).
    pub status_now: StatusAnswer,
    /// What became of the status after the incident, in order of time.
    pub later: Vec<Later>,
    /// How well it is proved that the person was told.
    pub notice: NoticeAxis,
    /// Why the notice stands there: the rule that decided first.
    pub notice_reasons: Vec<OutcomeReason>,
    /// The best tier of the claimant's own evidence, 0 to 5.
    pub tier: u8,
    /// Confirmed by notice, or not.
    pub cohort: Cohort,
    /// What is suggested.
    pub outcome: Outcome,
    /// A person should look at it although the suggestion stands ("accept and review").
    pub review: bool,
    /// Why that is suggested: the rule that decided first.
    pub outcome_reasons: Vec<OutcomeReason>,
    /// Codes of the findings that are flags, in order, each once.
    pub flags: Vec<Code>,
    /// The issues that the case raises, in order.
    pub tags: Vec<Tag>,
    /// Everything that was found, in the rule set's order.
    pub findings: Vec<Finding>,
    /// The shortest list of facts or documents that would decide what is open.
    pub settle: Vec<Settle>,
}

/// By what tells answers apart nearly always: texts and citations follow from the rules, so equal answers have equal hashes
/// without them, and hashing a hundred thousand answers does not read four kilobytes of each.
impl std::hash::Hash for Classification {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.rule_set.hash(state);
        (self.status.possible.iter()).for_each(|status| status.hash(state));
        (self.status_now.possible.iter()).for_each(|status| status.hash(state));
        (self.notice, self.tier, self.outcome, self.review).hash(state);
        (self.findings.iter()).for_each(|finding| finding.rule.rule.hash(state));
        (self.tags.iter()).for_each(|tag| tag.code.hash(state));
        (self.settle.iter()).for_each(|settle| settle.field.hash(state));
    }
}
