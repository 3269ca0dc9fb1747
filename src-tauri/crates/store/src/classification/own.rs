//! What of an answer is one claimant's own, or one day's, taken out of it and put back.

use jiff::civil::Date;
use joinder_domain::classification::{Classification, RuleSetRef, Until};
use joinder_domain::finding::{FactRef, RuleRef};
use joinder_domain::id::EvidenceId;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// In an answer that was taken apart: a rule of the answer's own rule set.
const OWN_RULES: u32 = u32::MAX;

/// What changes from one day to the next although nothing else does: when the answer was worked out, and what is said
/// of that day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Days(Date, Vec<(Date, String)>);

/// The facts and the evidence that the answer rests on: each list once, and where they belong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Words(Vec<Vec<(String, String)>>, Vec<usize>, Vec<Vec<EvidenceId>>, Vec<usize>);

/// By which rules, and for which day of the incident.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Basis {
    pub(super) rule_set: RuleSetRef,
    pub(super) incident_date: Date,
}

/// Takes out of an answer what is its own; what is left is the same for everybody in whose case the same rules applied
/// for the same reasons.
pub(super) fn take(answer: &mut Classification) -> (Basis, Days, Words) {
    let nobodys = RuleSetRef { id: "".into(), version: 0, sha256: String::new() };
    let basis = Basis {
        rule_set: std::mem::replace(&mut answer.rule_set, nobodys),
        incident_date: std::mem::take(&mut answer.incident_date),
    };
    for rule in rules(answer) {
        if rule.rule_set == basis.rule_set.id && rule.version == basis.rule_set.version {
            (rule.rule_set, rule.version) = ("".into(), OWN_RULES);
        }
    }
    let of_today = |(on, text): (&mut Date, &mut String)| (std::mem::take(on), std::mem::take(text));
    let days = Days(std::mem::take(&mut answer.as_of), later(answer).map(of_today).collect());
    let mut words = Words::default();
    for list in facts(answer) {
        let list = std::mem::take(list).into_iter().map(|fact| (fact.field, fact.words)).collect();
        words.1.push(position(&mut words.0, list));
    }
    for list in evidence(answer) {
        words.3.push(position(&mut words.2, std::mem::take(list)));
    }
    (basis, days, words)
}

/// Puts back what [`take`] took out.
///
/// # Errors
/// [`Error::Unreadable`] when the parts do not belong together.
pub(super) fn put_back(answer: &mut Classification, basis: Basis, days: Days, words: &Words) -> Result<()> {
    for rule in rules(answer) {
        if rule.rule_set.as_str().is_empty() && rule.version == OWN_RULES {
            (rule.rule_set, rule.version) = (basis.rule_set.id.clone(), basis.rule_set.version);
        }
    }
    (answer.rule_set, answer.incident_date, answer.as_of) = (basis.rule_set, basis.incident_date, days.0);
    for ((on, text), day) in later(answer).zip(days.1) {
        (*on, *text) = day;
    }
    for (list, at) in facts(answer).zip(&words.1) {
        let own = words.0.get(*at).ok_or(Error::Unreadable("classification"))?;
        *list = own.iter().map(|(field, words)| FactRef::new(field.as_str(), words.as_str())).collect();
    }
    for (list, at) in evidence(answer).zip(&words.3) {
        list.clone_from(words.2.get(*at).ok_or(Error::Unreadable("classification"))?);
    }
    Ok(())
}

/// Where a list is among those met so far; it is added when it was not met.
fn position<T: PartialEq>(known: &mut Vec<T>, list: T) -> usize {
    let at = known.iter().position(|other| *other == list);
    at.unwrap_or_else(|| {
        known.push(list);
        known.len().saturating_sub(1)
    })
}

fn later(answer: &mut Classification) -> impl Iterator<Item = (&mut Date, &mut String)> {
    let later = answer.later.iter_mut().filter(|later| later.until == Until::Today);
    later.map(|later| (&mut later.on, &mut later.text))
}

fn facts(answer: &mut Classification) -> impl Iterator<Item = &mut Vec<FactRef>> {
    let because = answer.status.because.iter_mut().chain(&mut answer.status_now.because);
    let because = because.map(|possible| &mut possible.facts);
    because.chain(answer.findings.iter_mut().map(|finding| &mut finding.facts))
}

fn evidence(answer: &mut Classification) -> impl Iterator<Item = &mut Vec<EvidenceId>> {
    answer.findings.iter_mut().map(|finding| &mut finding.evidence)
}

fn rules(answer: &mut Classification) -> impl Iterator<Item = &mut RuleRef> {
    let because = answer.status.because.iter_mut().chain(&mut answer.status_now.because);
    let reasons = answer.notice_reasons.iter_mut().chain(&mut answer.outcome_reasons);
    because
        .map(|possible| &mut possible.rule)
        .chain(reasons.map(|reason| &mut reason.rule))
        .chain(answer.tags.iter_mut().map(|tag| &mut tag.rule))
        .chain(answer.findings.iter_mut().map(|finding| &mut finding.rule))
}
