//! Statuses, their precedence, and the rules that lead to them.

use super::sentence::Sentence;
use crate::rules::bits::Bits;
use crate::rules::status::LEVY_NAMES;
use crate::rules::words::RuleSentence;
use crate::rules::words::condition::Words;
use crate::rules::{Phase, StatusRule, UnionState};

pub(super) fn statuses(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules;
    let mut all: Vec<RuleSentence> = rules
        .statuses
        .iter()
        .map(|status| {
            let class = rules.classes.get(status.class).map(|class| class.label.as_str()).unwrap_or_default();
            let values = [
                ("code", status.code.as_str()),
                ("label", &status.label),
                ("class", class),
                ("words", &status.words),
            ];
            Sentence::new(&status.code, "").part("then", words.phrase("status-means", &values)).done(words)
        })
        .collect();
    let open = words.several(rules.no_rule, |at| words.status(at));
    all.push(
        Sentence::of(&rules.no_rule_ref)
            .part("when", words.phrase("no-rule-when", &[]))
            .part("then", words.about("no-rule", &open))
            .done(words),
    );
    all
}

pub(super) fn classes(words: &Words<'_>) -> Vec<RuleSentence> {
    let places = words.rules.classes.iter().enumerate();
    places
        .map(|(at, class)| {
            let members = words.several(class.members, |at| words.status(at));
            let sentence = Sentence::new(&class.code, "").part("order", (at + 1).to_string());
            let number = (at + 1).to_string();
            let values = [("number", number.as_str()), ("class", &class.label), ("members", &members)];
            let sentence = sentence.part("then", words.phrase("class-number", &values));
            if class.absorbed_by.is_empty() {
                return sentence.done(words);
            }
            let classes = words.rules.classes.iter().filter(|other| other.members.within(class.absorbed_by));
            let by: Vec<String> = classes.map(|other| format!("\u{201c}{}\u{201d}", other.label)).collect();
            sentence.part("and", words.about("absorbed", &words.or(&by))).done(words)
        })
        .collect()
}

pub(super) fn status_rule(words: &Words<'_>, rule: &StatusRule) -> RuleSentence {
    let of = |bits: Option<Bits>, kind: &str, names: &[&str]| {
        bits.map(|bits| {
            let named = bits.iter().filter_map(|at| names.get(at));
            let named: Vec<String> = named.map(|name| words.phrase(&format!("{kind}-{name}"), &[])).collect();
            words.or(&named)
        })
    };
    let category = |bits| words.about("categories-any", &words.several(bits, |at| words.category(at)));
    let ending = |bits| words.about("ended-so", &words.several(bits, |at| words.ending(at)));
    let asked: Vec<String> = [
        rule.categories.map(category),
        of(rule.phases, "phase", &Phase::NAMES),
        rule.endings.map(ending),
        of(rule.levy, "levy", &LEVY_NAMES),
        of(rule.unions, "union", &UnionState::NAMES),
    ]
    .into_iter()
    .flatten()
    .collect();
    let statuses = words.several(rule.statuses, |at| words.status(at));
    let sentence = Sentence::of(&rule.rule).leads_to(rule.statuses.iter().map(|at| words.status(at).0));
    let sentence = sentence.part("order", rule.order.to_string());
    let sentence = if asked.is_empty() { sentence } else { sentence.part("when", words.and(&asked)) };
    sentence.part("then", words.about("status-is", &statuses)).part("says", rule.text.as_str()).done(words)
}
