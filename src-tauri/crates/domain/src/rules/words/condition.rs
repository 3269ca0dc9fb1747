//! A condition in words.

use crate::code::Code;
use crate::profile::Profile;
use crate::rules::bits::Bits;
use crate::rules::condition::Condition;
use crate::rules::{Fact, RuleSet};

use super::Phrases;

/// Puts conditions into words, and notes the codes that they name.
pub(super) struct Words<'w> {
    pub rules: &'w RuleSet,
    pub profile: &'w Profile,
    pub say: &'w Phrases<'w>,
}

/// What is asked for: in words, and by code.
#[derive(Default)]
pub(super) struct Asked {
    pub words: Vec<String>,
    pub codes: Vec<Code>,
}

impl Words<'_> {
    /// A phrase of the catalogue, by its key without `rule-`.
    pub fn phrase(&self, key: &str, values: &[(&str, &str)]) -> String {
        (self.say)(&format!("rule-{key}"), values)
    }

    /// A phrase around a list.
    pub fn about(&self, key: &str, list: &str) -> String {
        self.phrase(key, &[("list", list)])
    }

    pub fn or(&self, list: &[String]) -> String {
        self.joined("or", list)
    }

    pub fn and(&self, list: &[String]) -> String {
        self.joined("and", list)
    }

    fn joined(&self, key: &str, list: &[String]) -> String {
        match list {
            [] => self.phrase("nothing", &[]),
            [one] => one.clone(),
            [before @ .., last] => self.phrase(key, &[("list", &before.join(", ")), ("last", last)]),
        }
    }

    /// The condition in words; `None` when it asks for nothing.
    pub fn condition(&self, condition: &Condition, codes: &mut Vec<Code>) -> Option<String> {
        let mut asked = Asked::default();
        self.ask(condition, &mut asked);
        codes.append(&mut asked.codes);
        codes.sort();
        codes.dedup();
        (!asked.words.is_empty()).then(|| self.and(&asked.words))
    }

    fn ask(&self, condition: &Condition, asked: &mut Asked) {
        let status = |at: usize| self.status(at);
        let flag = |at: usize| self.flag(at);
        let some = |bits: Bits| (!bits.is_empty()).then_some(bits);
        self.set(condition.status_all, "status-all", &status, asked);
        self.set(condition.status_any, "status-any", &status, asked);
        self.set(condition.secondary_any, "secondary-any", &status, asked);
        self.set(condition.now_all, "now-all", &status, asked);
        self.set(condition.now_any, "now-any", &status, asked);
        if let Some(settled) = condition.settled {
            asked.words.push(self.phrase(if settled { "settled" } else { "not-settled" }, &[]));
        }
        self.set(condition.notice, "notice-at", &|at| self.notice(at), asked);
        for (tier, key) in [(condition.tier_from, "tier-from"), (condition.tier_to, "tier-to")] {
            asked.words.extend(tier.map(|tier| self.phrase(key, &[("tier", &tier.to_string())])));
        }
        for at in condition.facts_all.iter() {
            self.set(Some(Bits::one(at)), "fact", &fact, asked);
        }
        self.set(condition.facts_any, "facts-any", &fact, asked);
        self.set(some(condition.facts_none), "facts-none", &fact, asked);
        self.set(condition.flags_any, "flags-any", &flag, asked);
        self.set(some(condition.flags_none), "flags-none", &flag, asked);
        self.set(condition.categories_any, "categories-any", &|at| self.category(at), asked);
        self.set(condition.endings_any, "endings-any", &|at| self.ending(at), asked);
        self.set(condition.roles_any, "roles-any", &|at| self.role(at), asked);
        self.set(condition.status_rules_any, "status-rules-any", &|at| self.status_rule(at), asked);
        let kinds = &self.profile.notice.kinds;
        self.set(condition.wrong_any, "wrong-any", &|at| coded(kinds.code(at)), asked);
        let marks = &self.profile.notice.flags;
        self.set(condition.evidence_flags_any, "evidence-flags-any", &|at| coded(marks.code(at)), asked);
        self.set(condition.refused_any, "refused-any", &|at| self.consent(at), asked);
        self.alternatives(condition, asked);
    }

    /// Says that one of a set is asked for, and notes the codes of all.
    fn set(&self, bits: Option<Bits>, key: &str, name: &dyn Fn(usize) -> (Code, String), asked: &mut Asked) {
        let Some(bits) = bits else { return };
        let (codes, labels): (Vec<Code>, Vec<String>) = bits.iter().map(name).unzip();
        asked.codes.extend(codes);
        asked.words.push(self.about(key, &self.or(&labels)));
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
            asked.words.push(self.about("any-of", &self.or(&any)));
        }
        asked.words.extend(none.iter().map(|words| self.about("none-of", words)));
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
            .map(|flag| (flag.code.clone(), coded_label(&flag.code, &flag.label)))
            .unwrap_or_default()
    }

    pub fn notice(&self, at: usize) -> (Code, String) {
        choice(self.profile.questions.notices.get(at))
    }

    pub fn category(&self, at: usize) -> (Code, String) {
        self.blank_or(choice(self.profile.categories.categories.get(at)))
    }

    pub fn ending(&self, at: usize) -> (Code, String) {
        self.blank_or(choice(self.profile.categories.endings.get(at)))
    }

    fn role(&self, at: usize) -> (Code, String) {
        choice(self.profile.categories.roles.get(at))
    }

    fn status_rule(&self, at: usize) -> (Code, String) {
        let id = self.rules.status_rules.get(at).map(|rule| rule.rule.rule.clone()).unwrap_or_default();
        (id.clone(), self.phrase("rule-named", &[("rule", id.as_str())]))
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
        self.or(&labels)
    }

    /// Blank has a place of its own, after all others.
    fn blank_or(&self, (code, label): (Code, String)) -> (Code, String) {
        if label.is_empty() { (code, self.phrase("left-blank", &[])) } else { (code, label) }
    }
}

/// A code with what it is called: "ASK_SCOTLAND (Scotland: ask a solicitor)".
pub(super) fn coded_label(code: &Code, label: &str) -> String {
    format!("{code} ({label})")
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
