//! What another rule set, or another day of the incident, would make of an answer.

use serde::{Deserialize, Serialize};

use super::Classification;
use crate::code::Code;
use crate::finding::RuleRef;

/// A part of an answer that can come out differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum MoveAxis {
    /// Status at the incident.
    Status,
    /// Status now.
    StatusNow,
    /// How well the notice is proved.
    Notice,
    /// Confirmed by notice, or not.
    Cohort,
    /// What is suggested.
    Outcome,
    /// Whether a person should look although the suggestion stands.
    Review,
    /// A flag that is raised or no longer raised.
    Flag,
    /// An issue that the case raises or no longer raises.
    Tag,
}

impl MoveAxis {
    /// The code, as serialised.
    pub fn code(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::StatusNow => "status-now",
            Self::Notice => "notice",
            Self::Cohort => "cohort",
            Self::Outcome => "outcome",
            Self::Review => "review",
            Self::Flag => "flag",
            Self::Tag => "tag",
        }
    }
}

/// One way in which an answer would come out differently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Move {
    /// Where.
    pub axis: MoveAxis,
    /// What it says now: several codes while open; none where nothing is said, as with a flag that is not raised.
    pub from: Vec<Code>,
    /// What it would say.
    pub to: Vec<Code>,
    /// The rules that lead there; where something goes away, those that had led to it.
    pub because: Vec<RuleRef>,
}

/// Everything in which `to` differs from `from`, in order of the axes; from nothing when there is no answer yet. Other
/// words and other reasons for the same answer are no move.
pub fn moves(from: Option<&Classification>, to: &Classification) -> Vec<Move> {
    let mut moves = Vec::new();
    let mut whole = |axis, was: Vec<Code>, is: Vec<Code>, because: Vec<RuleRef>| {
        if was != is {
            moves.push(Move { axis, from: was, to: is, because });
        }
    };
    let status = |of: &Classification| of.status.possible.iter().cloned().collect::<Vec<_>>();
    let now = |of: &Classification| of.status_now.possible.iter().cloned().collect::<Vec<_>>();
    let one = |code: &str| vec![Code::from(code)];
    let old = |pick: &dyn Fn(&Classification) -> Vec<Code>| from.map(pick).unwrap_or_default();
    whole(MoveAxis::Status, old(&status), status(to), status_rules(from, to));
    whole(MoveAxis::StatusNow, old(&now), now(to), Vec::new());
    let notice: Vec<_> = to.notice_reasons.iter().map(|reason| reason.rule.clone()).collect();
    whole(MoveAxis::Notice, old(&|of| one(of.notice.code())), one(to.notice.code()), notice.clone());
    whole(MoveAxis::Cohort, old(&|of| one(of.cohort.code())), one(to.cohort.code()), notice);
    let outcome = to.outcome_reasons.first().map(|reason| reason.rule.clone());
    let outcome = outcome.into_iter().collect();
    whole(MoveAxis::Outcome, old(&|of| one(of.outcome.code())), one(to.outcome.code()), outcome);
    let reviewed = |of: &Classification| if of.review { one("REVIEW") } else { Vec::new() };
    let reviewers = if to.review { Some(to) } else { from };
    let reviewers = reviewers.iter().flat_map(|of| of.outcome_reasons.iter().skip(1));
    let reviewers = reviewers.map(|reason| reason.rule.clone()).collect();
    whole(MoveAxis::Review, old(&reviewed), reviewed(to), reviewers);
    for (axis, list) in [(MoveAxis::Flag, flags as Raised), (MoveAxis::Tag, tags as Raised)] {
        let (was, is) = (from.map(list).unwrap_or_default(), list(to));
        let gone = was.iter().filter(|(code, _)| !is.iter().any(|(other, _)| other == code));
        let come = is.iter().filter(|(code, _)| !was.iter().any(|(other, _)| other == code));
        moves.extend(gone.map(|(code, because)| Move {
            axis,
            from: vec![code.clone()],
            to: Vec::new(),
            because: because.clone(),
        }));
        moves.extend(come.map(|(code, because)| Move {
            axis,
            from: Vec::new(),
            to: vec![code.clone()],
            because: because.clone(),
        }));
    }
    moves
}

/// Codes, each with the rules that raised it.
type Raised = fn(&Classification) -> Vec<(Code, Vec<RuleRef>)>;

fn flags(of: &Classification) -> Vec<(Code, Vec<RuleRef>)> {
    let rules = |flag: &Code| {
        let findings = of.findings.iter().filter(|finding| finding.code == *flag);
        distinct(findings.map(|finding| &finding.rule))
    };
    of.flags.iter().map(|flag| (flag.clone(), rules(flag))).collect()
}

fn tags(of: &Classification) -> Vec<(Code, Vec<RuleRef>)> {
    of.tags.iter().map(|tag| (tag.code.clone(), vec![tag.rule.clone()])).collect()
}

/// The rules behind what was not possible before; where only less is possible, behind what is left.
fn status_rules(from: Option<&Classification>, to: &Classification) -> Vec<RuleRef> {
    let known = |status: &Code| from.is_some_and(|from| from.status.possible.contains(status));
    let new = distinct(to.status.because.iter().filter(|way| !known(&way.status)).map(|way| &way.rule));
    if new.is_empty() { distinct(to.status.because.iter().map(|way| &way.rule)) } else { new }
}

fn distinct<'a>(rules: impl Iterator<Item = &'a RuleRef>) -> Vec<RuleRef> {
    let mut distinct = Vec::new();
    for rule in rules {
        if !distinct.contains(rule) {
            distinct.push(rule.clone());
        }
    }
    distinct
}
