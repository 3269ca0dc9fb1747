//! Statuses, their precedence, and the rules that lead to them.

use super::sentence::Sentence;
use crate::rules::bits::Bits;
use crate::rules::status::LEVY_NAMES;
use crate::rules::words::RuleSentence;
use crate::rules::words::condition::{Words, joined};
use crate::rules::{Phase, StatusRule, UnionState};

const PHASES: [&str; 5] = [
    "it had not begun",
    "it had begun and not ended",
    "it had begun and not ended, and dues were unpaid",
    "it had begun and not ended, and was suspended",
    "it had ended",
];
const LEVY: [&str; LEVY_NAMES.len()] = [
    "the person signed up individually",
    "the person only paid the levy",
    "the person opted out of the levy",
    "the person does not know about the levy",
    "nothing is said of the levy",
    "the person opted out of the levy, and the relationship ended",
];
const UNIONS: [&str; UnionState::NAMES.len()] = [
    "the union was affiliated",
    "the union had been affiliated and had left",
    "the union was never affiliated in that time",
    "the union is not in the list",
    "no union is named",
];

pub(super) fn statuses(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules;
    let mut all: Vec<RuleSentence> = rules
        .statuses
        .iter()
        .map(|status| {
            let class = rules.classes.get(status.class).map(|class| class.label.as_str()).unwrap_or_default();
            let means = format!("{} means \u{201c}{}\u{201d}, of the class \u{201c}{class}\u{201d}; a person reads that they were {}", status.code, status.label, status.words);
            Sentence::new(&status.code, "").part("then", means).done()
        })
        .collect();
    let open = words.several(rules.no_rule, |at| words.status(at));
    all.push(
        Sentence::of(&rules.no_rule_ref)
            .part("when", "no status rule fits, or no relationship is given")
            .part("then", format!("each of these is possible: {open}"))
            .done(),
    );
    all
}

pub(super) fn classes(words: &Words<'_>) -> Vec<RuleSentence> {
    let places = words.rules.classes.iter().enumerate();
    places
        .map(|(at, class)| {
            let members = words.several(class.members, |at| words.status(at));
            let sentence = Sentence::new(&class.code, "").part("order", (at + 1).to_string());
            let sentence = sentence.part(
                "then",
                format!("number {} is the class \u{201c}{}\u{201d}: {members}", at + 1, class.label),
            );
            if class.absorbed_by.is_empty() {
                return sentence.done();
            }
            let classes = words.rules.classes.iter().filter(|other| other.members.within(class.absorbed_by));
            let by: Vec<String> = classes.map(|other| format!("\u{201c}{}\u{201d}", other.label)).collect();
            sentence.part("and", format!("it is not even kept beside {}", joined(&by, "or"))).done()
        })
        .collect()
}

pub(super) fn status_rule(words: &Words<'_>, rule: &StatusRule) -> RuleSentence {
    let of = |bits: Option<Bits>, names: &[&str]| {
        bits.map(|bits| {
            let named: Vec<String> =
                bits.iter().filter_map(|at| names.get(at)).map(|name| (*name).to_owned()).collect();
            joined(&named, "or")
        })
    };
    let asked: Vec<String> = [
        rule.categories.map(|bits| {
            format!("a relationship is of the kind {}", words.several(bits, |at| words.category(at)))
        }),
        of(rule.phases, &PHASES),
        rule.endings.map(|bits| format!("it ended so: {}", words.several(bits, |at| words.ending(at)))),
        of(rule.levy, &LEVY),
        of(rule.unions, &UNIONS),
    ]
    .into_iter()
    .flatten()
    .collect();
    let statuses = words.several(rule.statuses, |at| words.status(at));
    let sentence = Sentence::of(&rule.rule).leads_to(rule.statuses.iter().map(|at| words.status(at).0));
    let sentence = sentence.part("order", rule.order.to_string());
    let sentence = if asked.is_empty() { sentence } else { sentence.part("when", joined(&asked, "and")) };
    sentence.part("then", format!("the status is {statuses}")).part("says", rule.text.as_str()).done()
}

const _: () = assert!(PHASES.len() == Phase::NAMES.len());
