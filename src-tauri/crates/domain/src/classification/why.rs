//! Why a status is the answer, and why its neighbours are not, in words that the claimant can read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::classify::Classifier;
use super::spell::{Named, Spell, months};
use super::{Classification, Input};
use crate::claimant::Episode;
use crate::code::Code;
use crate::date::show;
use crate::finding::{FactRef, RuleRef};
use crate::profile::{Choice, Profile};
use crate::rules::bits::Bits;
use crate::rules::{Phase, StatusRule};

/// The record of an answer: a short text, why each possible status is, and why its neighbours are not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Explained {
    /// The answer in a few sentences, each a paragraph.
    pub text: Vec<String>,
    /// One sentence for each way in which a status is possible.
    pub why: Vec<Why>,
    /// One sentence for each neighbouring status that is not possible.
    pub why_not: Vec<Why>,
}

/// A status, and a sentence that says why it is, or is not, the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "StatusWhy"))]
#[serde(deny_unknown_fields)]
pub struct Why {
    /// The status.
    pub status: Code,
    /// Its label.
    pub label: String,
    /// The sentence.
    pub text: String,
    /// The rule that leads to the status.
    pub rule: RuleRef,
    /// The facts that the sentence rests on.
    pub facts: Vec<FactRef>,
}

/// Explains an answer by the rule set in force: why, and why not something near it.
pub fn explain(input: &Input<'_>, answer: &Classification, profile: &Profile) -> Explained {
    let classifier = Classifier::new(input, profile, &profile.rules);
    let incident = show::long(profile.incident.date);
    let label = |code: &Code| profile.status_label(code).to_owned();
    let why = answer.status.because.iter().map(|way| {
        let words = profile
            .rules
            .status(way.status.as_str())
            .map_or(way.status.as_str(), |status| status.words.as_str());
        let verb = if answer.status.settled { "You were" } else { "You may have been" };
        let said = told(&way.facts, profile);
        let because = if said.is_empty() { String::new() } else { format!(" because you told us: {said}") };
        Why {
            status: way.status.clone(),
            label: label(&way.status),
            text: format!("{verb} {words} on {incident}{because}. {}", way.text),
            rule: way.rule.clone(),
            facts: way.facts.clone(),
        }
    });
    let mut why_not = Vec::new();
    for (at, spell) in classifier.spells.iter().enumerate() {
        let Some(episode) = input.claimant.episodes.get(at) else { continue };
        let near = Near { classifier: &classifier, profile, spell, episode, at, incident: &incident };
        near.add(answer, &mut why_not);
    }
    why_not.sort_by(|a, b| (&a.status, &a.text).cmp(&(&b.status, &b.text)));
    why_not.dedup_by(|a, b| a.status == b.status);
    Explained { text: answer.explain(profile), why: why.collect(), why_not }
}

/// What the person told, in the order of the record: "Member; from 2015; until mid 2020; I resigned".
fn told(facts: &[FactRef], profile: &Profile) -> String {
    let named = |choices: &[Choice], words: &str| {
        choices
            .iter()
            .find(|choice| choice.code.as_str() == words)
            .map_or_else(|| words.to_owned(), |choice| choice.label.clone())
    };
    let say = |fact: &FactRef| {
        let words = fact.words.as_str();
        Some(match fact.field.rsplit('.').next()? {
            "kind" => named(&profile.categories.categories, words),
            "start" => format!("from {words}"),
            "end" => format!("until {words}"),
            "ongoing" => "still going on".to_owned(),
            "ending" => named(&profile.categories.endings, words),
            "last_payment" => format!("last payment {words}"),
            "suspended" => format!("suspended {words}"),
            "union" => format!("union {words}"),
            _ => return None,
        })
    };
    facts.iter().filter_map(say).collect::<Vec<_>>().join("; ")
}

/// One spell, and the statuses that it could have led to.
struct Near<'n> {
    classifier: &'n Classifier<'n, 'n>,
    profile: &'n Profile,
    spell: &'n Spell<'n>,
    episode: &'n Episode,
    at: usize,
    incident: &'n str,
}

impl Near<'_> {
    fn add(&self, answer: &Classification, all: &mut Vec<Why>) {
        let rules = self.classifier.rules;
        let mut told = Bits::NONE;
        for rule in rules
            .status_rules
            .iter()
            .filter(|rule| rule.categories.is_some_and(|kinds| kinds.has(self.spell.category)))
        {
            for at in rule.statuses.iter() {
                let Some(status) = rules.statuses.get(at) else { continue };
                if told.has(at) || answer.status.possible.contains(&status.code) {
                    continue;
                }
                if let Some(reason) = self.reason(rule) {
                    told.add(at);
                    all.push(Why {
                        status: status.code.clone(),
                        label: status.label.clone(),
                        text: format!("Why not {}: {reason}", status.words),
                        rule: rule.rule.clone(),
                        facts: super::cite::episode(self.at, self.episode),
                    });
                }
            }
        }
    }

    /// Why a rule does not fit, in a sentence; `None` when it would, and another came first.
    fn reason(&self, rule: &StatusRule) -> Option<String> {
        let phases = self.classifier.phases(self.at);
        let was = |phase: Phase| phases.has(phase as usize);
        let wanted = rule.phases.unwrap_or_else(|| (0..Phase::NAMES.len()).collect());
        let asks = |phase: Phase| rule.phases.is_some() && wanted.has(phase as usize);
        let incident = self.incident;
        if !wanted.meets(phases) {
            return Some(match () {
                () if was(Phase::Before) => format!("it began only after {incident}."),
                () if asks(Phase::Ended) => self.not_ended(rule),
                () if was(Phase::Ended) => format!("it had ended by {incident}.{}", self.ended()),
                () if asks(Phase::Arrears) => {
                    format!("nothing that you told us says that payments had stopped by {incident}.")
                }
                () if asks(Phase::Suspended) => format!("no suspension is known on {incident}."),
                () if was(Phase::Suspended) => format!("it was suspended on {incident}."),
                () => format!(
                    "payments had stopped, and the time after which it lapses was not over on {incident}."
                ),
            });
        }
        if rule.endings.is_some_and(|endings| !endings.has(self.spell.ending)) {
            let label = self
                .profile
                .categories
                .endings
                .get(self.spell.ending)
                .map_or("how is not known", |ending| ending.label.as_str());
            return Some(format!("it ended in another way: {label}."));
        }
        if rule.levy.is_some_and(|levy| !levy.has(self.spell.levy)) {
            let label = self
                .profile
                .questions
                .levies
                .get(if self.spell.levy == 5 { 2 } else { self.spell.levy })
                .map_or("nothing was said", |levy| levy.label.as_str());
            return Some(format!("of the political levy you said: {label}."));
        }
        rule.unions.map(|_| match self.spell.union {
            Named::Listed(union) => format!("{} stood otherwise to the party on {incident}.", union.name),
            Named::NotListed => "the union is not in our list.".to_owned(),
            Named::Blank => "no union is named.".to_owned(),
        })
    }

    /// Why it had not ended: for a lapse, with the arithmetic of the months.
    fn not_ended(&self, rule: &StatusRule) -> String {
        let incident = self.incident;
        let terms = self.classifier.rules.arrears.as_ref().filter(|terms| {
            terms.categories.has(self.spell.category)
                && rule.endings.is_some_and(|endings| endings.has(terms.ending))
        });
        let paid = self.spell.readings.iter().filter_map(|reading| reading.paid).next();
        match (terms, paid) {
            (Some(terms), Some(paid)) if paid.last != Date::MAX && paid.first != Date::MIN => {
                let ends = months(paid.first, terms.months + self.spell.covers);
                format!(
                    "the {} months after the last payment end on {} at the earliest, which is not before {incident}.",
                    terms.months,
                    show::long(ends)
                )
            }
            (Some(_), None) => {
                format!("nothing that you told us says that payments had stopped by {incident}.")
            }
            _ => format!("it had not ended by {incident}.{}", self.ended()),
        }
    }

    /// When it ended, as the person told.
    fn ended(&self) -> String {
        self.episode
            .end
            .as_ref()
            .map(|end| format!(" The end that you gave is {}.", end.words()))
            .unwrap_or_default()
    }
}
