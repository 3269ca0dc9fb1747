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
    /// One entry for each reason for which neighbouring statuses are not possible.
    pub why_not: Vec<WhyNot>,
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

/// Statuses that are not the answer for one reason, and what would have to be otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "StatusWhyNot"))]
#[serde(deny_unknown_fields)]
pub struct WhyNot {
    /// The statuses, in the order of the rule set.
    pub statuses: Vec<Code>,
    /// Their labels, as one text.
    pub label: String,
    /// The reason, and what would have to be otherwise.
    pub text: String,
    /// The rules that lead to the statuses.
    pub rules: Vec<RuleRef>,
    /// The facts that the reason rests on.
    pub facts: Vec<FactRef>,
}

/// Gives the text for a key with named values in it.
pub type Say<'s> = &'s dyn Fn(&str, &[(&str, &str)]) -> String;

/// Explains an answer by the rule set in force: why, and why not something near it. `say` knows the words, whose keys begin
/// with `why-`.
pub fn explain(input: &Input<'_>, answer: &Classification, profile: &Profile, say: Say<'_>) -> Explained {
    let classifier = Classifier::new(input, profile, &profile.rules);
    let incident = show::long(profile.incident.date);
    let why = answer.status.because.iter().map(|way| {
        let status = way.status.as_str();
        let words = profile.rules.status(status).map_or(status, |status| status.words.as_str());
        let told = told(&way.facts, profile, say);
        let key = match (answer.status.settled, told.is_empty()) {
            (true, true) => "why-was",
            (true, false) => "why-was-told",
            (false, true) => "why-may",
            (false, false) => "why-may-told",
        };
        let was = say(key, &[("status", words), ("incident", &incident), ("told", &told)]);
        Why {
            status: way.status.clone(),
            label: profile.status_label(&way.status).to_owned(),
            text: format!("{was} {}", way.text).trim_end().to_owned(),
            rule: way.rule.clone(),
            facts: way.facts.clone(),
        }
    });
    let mut near = Vec::new();
    for (at, spell) in classifier.spells.iter().enumerate() {
        let Some(episode) = input.claimant.episodes.get(at) else { continue };
        Near { classifier: &classifier, profile, spell, episode, at, incident: &incident, say }
            .add(answer, &mut near);
    }
    Explained { text: answer.explain(profile), why: why.collect(), why_not: together(near, profile) }
}

/// A status that is not the answer, by its position in the rule set.
struct Neighbour {
    status: usize,
    reason: String,
    rule: RuleRef,
    facts: Vec<FactRef>,
}

/// Those with one reason as one entry; each status once, in the order of the rule set.
fn together(mut near: Vec<Neighbour>, profile: &Profile) -> Vec<WhyNot> {
    // Not by position of the episode: the order in which they were entered says nothing.
    near.sort_by(|a, b| (a.status, &a.reason).cmp(&(b.status, &b.reason)));
    near.dedup_by_key(|one| one.status);
    let mut all: Vec<WhyNot> = Vec::new();
    for Neighbour { status, reason, rule, facts } in near {
        let Some(status) = profile.rules.statuses.get(status) else { continue };
        match all.iter_mut().find(|known| known.text == reason && known.facts == facts) {
            Some(known) => {
                known.statuses.push(status.code.clone());
                known.label = format!("{}, {}", known.label, status.label);
                if !known.rules.contains(&rule) {
                    known.rules.push(rule);
                }
            }
            None => all.push(WhyNot {
                statuses: vec![status.code.clone()],
                label: status.label.clone(),
                text: reason,
                rules: vec![rule],
                facts,
            }),
        }
    }
    all
}

fn label<'c>(choices: &'c [Choice], code: &'c str) -> &'c str {
    choices.iter().find(|choice| choice.code.as_str() == code).map_or(code, |choice| choice.label.as_str())
}

/// What the person told, in the order of the record: "Member; from 2015; until mid 2020; I resigned".
fn told(facts: &[FactRef], profile: &Profile, say: Say<'_>) -> String {
    let one = |fact: &FactRef| {
        let words = fact.words.as_str();
        let with = |key: &str| Some(say(key, &[("words", words)]));
        match fact.field.rsplit('.').next()? {
            "kind" => Some(label(&profile.categories.categories, words).to_owned()),
            "ending" => Some(label(&profile.categories.endings, words).to_owned()),
            "start" => with("why-told-start"),
            "end" => with("why-told-end"),
            "ongoing" => with("why-told-ongoing"),
            "last_payment" => with("why-told-payment"),
            "suspended" => with("why-told-suspended"),
            "union" => with("why-told-union"),
            _ => None,
        }
    };
    facts.iter().filter_map(one).collect::<Vec<_>>().join("; ")
}

/// One spell, and the statuses that it could have led to.
struct Near<'n> {
    classifier: &'n Classifier<'n, 'n>,
    profile: &'n Profile,
    spell: &'n Spell<'n>,
    episode: &'n Episode,
    at: usize,
    incident: &'n str,
    say: Say<'n>,
}

impl Near<'_> {
    fn add(&self, answer: &Classification, all: &mut Vec<Neighbour>) {
        let rules = self.classifier.rules;
        let mut told = Bits::NONE;
        let of_kind =
            |rule: &&StatusRule| rule.categories.is_some_and(|kinds| kinds.has(self.spell.category));
        for rule in rules.status_rules.iter().filter(of_kind) {
            for at in rule.statuses.iter() {
                let Some(status) = rules.statuses.get(at) else { continue };
                if told.has(at) || answer.status.possible.contains(&status.code) {
                    continue;
                }
                if let Some(reason) = self.reason(rule) {
                    told.add(at);
                    let facts = super::cite::episode(self.at, self.episode);
                    all.push(Neighbour { status: at, reason, rule: rule.rule.clone(), facts });
                }
            }
        }
    }

    fn say(&self, key: &str, more: &[(&str, &str)]) -> String {
        let mut values = vec![("incident", self.incident)];
        values.extend(more);
        (self.say)(key, &values)
    }

    /// Why a rule does not fit, and what would have to be otherwise; `None` when it would fit, and another came first.
    fn reason(&self, rule: &StatusRule) -> Option<String> {
        let phases = self.classifier.phases(self.at);
        let was = |phase: Phase| phases.has(phase as usize);
        let wanted = rule.phases.unwrap_or_else(|| (0..Phase::NAMES.len()).collect());
        let asks = |phase: Phase| rule.phases.is_some() && wanted.has(phase as usize);
        if !wanted.meets(phases) {
            return Some(match () {
                () if was(Phase::Before) => self.say("why-not-begun", &[("start", &self.start())]),
                () if asks(Phase::Ended) => self.not_ended(rule),
                () if was(Phase::Ended) => self.ended(),
                () if asks(Phase::Arrears) => self.say("why-not-arrears", &[]),
                () if asks(Phase::Suspended) => self.say("why-not-suspended", &[]),
                () if was(Phase::Suspended) => self.say("why-suspended", &[]),
                () => self.say("why-unpaid", &[]),
            });
        }
        if let Some(endings) = rule.endings.filter(|endings| !endings.has(self.spell.ending)) {
            let known = &self.profile.categories.endings;
            let wanted = self.quoted(endings.iter().filter_map(|at| known.get(at)));
            let unknown = |ending: &&Choice| ending.code.as_str() != "dont-know";
            return Some(match known.get(self.spell.ending).filter(unknown) {
                Some(ending) => self.say("why-ending", &[("wanted", &wanted), ("told", &ending.label)]),
                None => self.say("why-ending-unknown", &[("wanted", &wanted)]),
            });
        }
        if let Some(levies) = rule.levy.filter(|levy| !levy.has(self.spell.levy)) {
            let known = &self.profile.questions.levies;
            // An opting out that came with the end is told as one.
            let told =
                known.get(if self.spell.levy == OPTED_OUT_AT_END { OPTED_OUT } else { self.spell.levy });
            let wanted = self.quoted(levies.iter().filter_map(|at| known.get(at)));
            return Some(match (told, wanted.is_empty()) {
                (Some(told), false) => self.say("why-levy", &[("wanted", &wanted), ("told", &told.label)]),
                (Some(told), true) => self.say("why-levy-told", &[("told", &told.label)]),
                (None, _) => self.say("why-levy-unknown", &[("wanted", &wanted)]),
            });
        }
        rule.unions.map(|_| match self.spell.union {
            Named::Listed(union) => {
                let affiliated = union.affiliated_on(self.profile.incident.date);
                let key = if affiliated { "why-union-affiliated" } else { "why-union-not-affiliated" };
                self.say(key, &[("union", &union.name)])
            }
            Named::NotListed => self.say("why-union-not-listed", &[("union", &self.episode.union)]),
            Named::Blank => self.say("why-union-blank", &[]),
        })
    }

    fn quoted<'c>(&self, choices: impl Iterator<Item = &'c Choice>) -> String {
        let all: Vec<String> = choices
            .filter(|choice| choice.code.as_str() != "dont-know")
            .map(|choice| (self.say)("why-quoted", &[("words", &choice.label)]))
            .collect();
        match all.split_last() {
            Some((last, before)) if !before.is_empty() => {
                (self.say)("why-or", &[("before", &before.join(", ")), ("last", last)])
            }
            _ => all.concat(),
        }
    }

    /// Why it had not ended: for a lapse, with the arithmetic of the months.
    fn not_ended(&self, rule: &StatusRule) -> String {
        let terms = self.classifier.rules.arrears.as_ref().filter(|terms| {
            terms.categories.has(self.spell.category)
                && rule.endings.is_some_and(|endings| endings.has(terms.ending))
        });
        let paid = self.spell.readings.iter().filter_map(|reading| reading.paid).next();
        match (terms, paid) {
            (Some(terms), Some(paid)) if paid.last != Date::MAX && paid.first != Date::MIN => {
                let ends = show::long(months(paid.first, terms.months + self.spell.covers));
                self.say("why-not-lapsed", &[("months", &terms.months.to_string()), ("day", &ends)])
            }
            (Some(_), None) => self.say("why-not-unpaid", &[]),
            _ => match &self.episode.end {
                Some(end) => self.say("why-not-ended-told", &[("end", &end.words())]),
                None => self.say("why-not-ended", &[]),
            },
        }
    }

    /// That it had ended, as the person told.
    fn ended(&self) -> String {
        match &self.episode.end {
            Some(end) => self.say("why-ended-told", &[("end", &end.words())]),
            None => self.say("why-ended", &[]),
        }
    }

    fn start(&self) -> String {
        self.episode.start.as_ref().map(|start| start.words().to_string()).unwrap_or_default()
    }
}

/// Positions of an opting out among what can be said of the levy.
const OPTED_OUT: usize = 2;
const OPTED_OUT_AT_END: usize = 5;
