//! A condition in words.

use crate::code::Code;
use crate::profile::Profile;
use crate::rules::bits::Bits;
use crate::rules::condition::Condition;
use crate::rules::{Fact, RuleSet};

/// Puts conditions into words, and notes the codes that they name.
pub(super) struct Words<'w> {
    pub rules: &'w RuleSet,
    pub profile: &'w Profile,
}

/// What is asked for: in words, and by code.
#[derive(Default)]
pub(super) struct Asked {
    pub words: Vec<String>,
    pub codes: Vec<Code>,
}

pub(super) fn or(list: &[String]) -> String {
    joined(list, "or")
}

pub(super) fn joined(list: &[String], last: &str) -> String {
    match list {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [before @ .., end] => format!("{} {last} {end}", before.join(", ")),
    }
}

impl Words<'_> {
    /// The condition in words; `None` when it asks for nothing.
    pub fn condition(&self, condition: &Condition, codes: &mut Vec<Code>) -> Option<String> {
        let mut asked = Asked::default();
        self.ask(condition, &mut asked);
        codes.append(&mut asked.codes);
        codes.sort();
        codes.dedup();
        (!asked.words.is_empty()).then(|| joined(&asked.words, "and"))
    }

    fn ask(&self, condition: &Condition, asked: &mut Asked) {
        let mut say = |words: String| asked.words.push(words);
        let mut named = Vec::new();
        let mut set = |bits: Option<Bits>,
                       words: &dyn Fn(String) -> String,
                       say: &mut dyn FnMut(String),
                       name: &dyn Fn(usize) -> (Code, String)| {
            if let Some(bits) = bits {
                let (codes, labels): (Vec<Code>, Vec<String>) = bits.iter().map(name).unzip();
                named.extend(codes);
                say(words(or(&labels)));
            }
        };
        let status = |at: usize| self.status(at);
        let fact = |at: usize| fact(at);
        let flag = |at: usize| self.flag(at);
        set(
            condition.status_all,
            &|l| format!("every status that is possible at the incident is {l}"),
            &mut say,
            &status,
        );
        set(
            condition.status_any,
            &|l| format!("a status that is possible at the incident is {l}"),
            &mut say,
            &status,
        );
        set(condition.secondary_any, &|l| format!("a status beside the first is {l}"), &mut say, &status);
        set(condition.now_all, &|l| format!("every status that is possible now is {l}"), &mut say, &status);
        set(condition.now_any, &|l| format!("a status that is possible now is {l}"), &mut say, &status);
        if let Some(settled) = condition.settled {
            say(if settled {
                "only one status is possible at the incident"
            } else {
                "more than one status is possible at the incident"
            }
            .to_owned());
        }
        set(condition.notice, &|l| format!("the notice stands at {l}"), &mut say, &|at| self.notice(at));
        if let Some(tier) = condition.tier_from {
            say(format!("the best own evidence is of tier {tier} or higher"));
        }
        if let Some(tier) = condition.tier_to {
            say(format!("the best own evidence is of tier {tier} or lower"));
        }
        for at in condition.facts_all.iter() {
            set(Some(Bits::one(at)), &|l| l, &mut say, &fact);
        }
        set(condition.facts_any, &|l| format!("at least one of these holds: {l}"), &mut say, &fact);
        let some = |bits: Bits| (!bits.is_empty()).then_some(bits);
        set(some(condition.facts_none), &|l| format!("none of these holds: {l}"), &mut say, &fact);
        set(condition.flags_any, &|l| format!("there is the flag {l}"), &mut say, &flag);
        set(some(condition.flags_none), &|l| format!("there is no flag {l}"), &mut say, &flag);
        set(condition.categories_any, &|l| format!("a relationship is of the kind {l}"), &mut say, &|at| {
            self.category(at)
        });
        set(condition.endings_any, &|l| format!("a relationship ended so: {l}"), &mut say, &|at| {
            self.ending(at)
        });
        set(condition.roles_any, &|l| format!("the person is {l}"), &mut say, &|at| self.role(at));
        set(condition.status_rules_any, &|l| format!("the status comes from {l}"), &mut say, &|at| {
            self.status_rule(at)
        });
        set(condition.wrong_any, &|l| format!("another message is held that is {l}"), &mut say, &|at| {
            coded(self.profile.notice.kinds.code(at))
        });
        set(condition.evidence_flags_any, &|l| format!("the evidence was marked {l}"), &mut say, &|at| {
            coded(self.profile.notice.flags.code(at))
        });
        set(condition.refused_any, &|l| format!("consent was refused or taken back: {l}"), &mut say, &|at| {
            self.consent(at)
        });
        asked.codes.append(&mut named);
        self.alternatives(condition, asked);
    }

    fn alternatives(&self, condition: &Condition, asked: &mut Asked) {
        let mut each = |conditions: &[Condition]| -> Vec<String> {
            conditions
                .iter()
                .filter_map(|inner| self.condition(inner, &mut asked.codes).map(|words| format!("({words})")))
                .collect()
        };
        let (any, none) = (each(&condition.any), each(&condition.none));
        if !any.is_empty() {
            asked.words.push(format!("one of these is true: {}", or(&any)));
        }
        asked.words.extend(none.iter().map(|words| format!("this is not true: {words}")));
    }

    pub fn status(&self, at: usize) -> (Code, String) {
        self.rules
            .statuses
            .get(at)
            .map(|status| (status.code.clone(), format!("\u{201c}{}\u{201d}", status.label)))
            .unwrap_or_default()
    }

    pub fn flag(&self, at: usize) -> (Code, String) {
        self.rules
            .flags
            .get(at)
            .map(|flag| (flag.code.clone(), format!("{} ({})", flag.code, flag.label)))
            .unwrap_or_default()
    }

    pub fn notice(&self, at: usize) -> (Code, String) {
        choice(self.profile.questions.notices.get(at))
    }

    pub fn category(&self, at: usize) -> (Code, String) {
        blank_or(choice(self.profile.categories.categories.get(at)))
    }

    pub fn ending(&self, at: usize) -> (Code, String) {
        blank_or(choice(self.profile.categories.endings.get(at)))
    }

    fn role(&self, at: usize) -> (Code, String) {
        choice(self.profile.categories.roles.get(at))
    }

    fn status_rule(&self, at: usize) -> (Code, String) {
        let id = self.rules.status_rules.get(at).map(|rule| rule.rule.rule.clone()).unwrap_or_default();
        (id.clone(), format!("rule {id}"))
    }

    fn consent(&self, at: usize) -> (Code, String) {
        let found = self.profile.consents.get(at);
        found
            .map(|consent| (consent.code.clone(), format!("\u{201c}{}\u{201d}", consent.title)))
            .unwrap_or_default()
    }

    /// Several of one kind, in words.
    pub fn several(&self, bits: Bits, name: impl Fn(usize) -> (Code, String)) -> String {
        let labels: Vec<String> = bits.iter().map(|at| name(at).1).collect();
        or(&labels)
    }
}

fn fact(at: usize) -> (Code, String) {
    Fact::ALL.get(at).map(|fact| (Code::from(fact.code()), fact.words().to_owned())).unwrap_or_default()
}

fn coded(code: &str) -> (Code, String) {
    (Code::from(code), code.to_owned())
}

fn choice(choice: Option<&crate::profile::Choice>) -> (Code, String) {
    choice
        .map(|choice| (choice.code.clone(), format!("\u{201c}{}\u{201d}", choice.label)))
        .unwrap_or_default()
}

/// Blank has a place of its own, after all others.
fn blank_or((code, label): (Code, String)) -> (Code, String) {
    if label.is_empty() { (code, "left blank".to_owned()) } else { (code, label) }
}
