//! What of an answer somebody sees from whom details of the record are hidden.

use super::covers;
use super::item::divided;
use crate::classification::{Classification, OutcomeReason, StatusAnswer, field_of};
use crate::code::Code;
use crate::rules::bits::Bits;
use crate::rules::condition::Condition;
use crate::rules::{Fact, RuleSet};

/// `found` without whatever rests on what is hidden; `without` is the answer to the record as it is seen. What is suggested
/// stays as it is for everybody; why it is may be hidden.
#[must_use]
pub fn answer(found: &Classification, without: &Classification, hidden: &[&str]) -> Classification {
    let mut shown = found.clone();
    shown.findings.retain(|finding| {
        let mut others = without.findings.iter();
        others.any(|other| other.rule.rule == finding.rule.rule && other.code == finding.code)
    });
    for finding in &mut shown.findings {
        finding.facts.retain(|fact| !covers(hidden, &fact.field));
    }
    shown.flags.retain(|flag| without.flags.contains(flag));
    let tags = without.tags.iter().filter(|tag| found.tags.iter().any(|own| own.code == tag.code));
    shown.tags = tags.cloned().collect();
    shown.settle.retain(|settle| !covers(hidden, &settle.field));
    keep(&mut shown.outcome_reasons, &without.outcome_reasons);
    keep(&mut shown.notice_reasons, &without.notice_reasons);
    for status in [&mut shown.status, &mut shown.status_now] {
        open(status, hidden);
    }
    shown
}

/// An answer that was frozen under rules of its time, without `closed` flags and tags and what names a hidden field.
#[must_use]
pub fn earlier(mut found: Classification, closed: &[Code], hidden: &[&str]) -> Classification {
    found.findings.retain(|finding| {
        !closed.contains(&finding.code) && !finding.facts.iter().any(|fact| covers(hidden, &fact.field))
    });
    found.flags.retain(|flag| !closed.contains(flag));
    found.tags.retain(|tag| !closed.contains(&tag.code));
    found.settle.retain(|settle| !covers(hidden, &settle.field));
    found
}

/// Flags and tags that nothing but hidden details leads to: nobody from whom those are hidden is told who has them.
pub fn closed(rules: &RuleSet, hidden: &[&str]) -> Vec<Code> {
    if hidden.is_empty() {
        return Vec::new();
    }
    // A list of which one item is hidden says more than that item.
    let fields: Vec<&str> = hidden.iter().copied().filter(|path| divided(path).is_none()).collect();
    let facts: Bits = Fact::ALL
        .iter()
        .enumerate()
        .filter(|(_, fact)| field_of(**fact).is_some_and(|field| covers(&fields, field)))
        .map(|(at, _)| at)
        .collect();
    let flags = rules.flags.iter().enumerate().filter(|(at, _)| {
        let by = rules.flag_rules.iter().filter(|rule| rule.flag == *at);
        only(by.map(|rule| &rule.when.condition), facts)
    });
    let tags = rules.tags.iter().enumerate().filter(|(at, _)| {
        let by = rules.tag_rules.iter().filter(|rule| rule.tag == *at);
        only(by.map(|rule| &rule.when.condition), facts)
    });
    flags.chain(tags).map(|(_, label)| label.code.clone()).collect()
}

/// Whether there are conditions, and each of them needs one of the facts.
fn only<'c>(conditions: impl Iterator<Item = &'c Condition>, facts: Bits) -> bool {
    let mut conditions = conditions.peekable();
    conditions.peek().is_some() && conditions.all(|condition| needs(condition, facts))
}

fn needs(condition: &Condition, facts: Bits) -> bool {
    condition.facts_all.meets(facts)
        || condition.facts_any.is_some_and(|any| any.within(facts))
        || (!condition.any.is_empty() && condition.any.iter().all(|one| needs(one, facts)))
}

/// The reasons that hold without what is hidden, in the words that they have then: a text may name the flags raised.
fn keep(reasons: &mut Vec<OutcomeReason>, others: &[OutcomeReason]) {
    let own = std::mem::take(reasons);
    let held = others.iter().filter(|other| own.iter().any(|reason| reason.rule.rule == other.rule.rule));
    reasons.extend(held.cloned());
}

fn open(status: &mut StatusAnswer, hidden: &[&str]) {
    for way in &mut status.because {
        way.facts.retain(|fact| !covers(hidden, &fact.field));
    }
}
