//! How the dates of a relationship are read.

use super::sentence::Sentence;
use crate::date::show;
use crate::finding::RuleRef;
use crate::rules::bits::Bits;
use crate::rules::status::EndingRule;
use crate::rules::words::RuleSentence;
use crate::rules::words::condition::Words;
use crate::rules::{DateMeans, LastDay};

fn last_day(last: LastDay) -> &'static str {
    match last {
        LastDay::Inside => "last-day-inside",
        LastDay::Outside => "last-day-outside",
        LastDay::Either => "last-day-either",
    }
}

pub(super) fn spells(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules;
    let mut all: Vec<RuleSentence> =
        rules.ending_rules.iter().map(|(rule, endings, read)| ending(words, rule, *endings, read)).collect();
    let kinds = |bits: Bits| words.several(bits, |at| words.category(at));
    if let Some(arrears) = &rules.arrears {
        let values = [
            ("ending", &words.ending(arrears.ending).1),
            ("months", &arrears.months.to_string()),
            ("day", &words.phrase(last_day(arrears.last_day), &[])),
            ("grace", &arrears.grace_months.to_string()),
        ];
        let says = words.phrase("arrears", &values.map(|(name, value)| (name, value.as_str())));
        let sentence = Sentence::of(&arrears.rule);
        let sentence = sentence.part("when", words.about("arrears-when", &kinds(arrears.categories)));
        all.push(sentence.part("then", says).done(words));
    }
    if let Some(affiliation) = &rules.affiliation {
        let says = words.about("affiliation", &kinds(affiliation.categories));
        all.push(Sentence::of(&affiliation.rule).part("then", says).done(words));
    }
    for closure in &rules.closures {
        let (kind, day) = (words.category(closure.category).1, show::long(closure.last_day));
        let says = words.phrase("closure", &[("kind", &kind), ("day", &day)]);
        all.push(Sentence::of(&closure.rule).part("then", says).done(words));
    }
    if let Some(limit) = &rules.time_limit {
        let (task, most) = (rules.minutes_per_task / 60, rules.minutes_in_all / 60);
        let says = words.phrase("time-limit", &[("task", &task.to_string()), ("all", &most.to_string())]);
        all.push(Sentence::of(limit).part("then", says).done(words));
    }
    all
}

fn ending(words: &Words<'_>, rule: &RuleRef, endings: Bits, read: &EndingRule) -> RuleSentence {
    let means = match read.means {
        DateMeans::Ended => "date-ended",
        DateMeans::PaymentsStopped => "date-payments-stopped",
        DateMeans::Either => "date-either",
    };
    let (means, day) = (words.phrase(means, &[]), words.phrase(last_day(read.last_day), &[]));
    let then = match read.becomes.map(|at| words.ending(at).1) {
        None => words.phrase("ending", &[("means", &means), ("day", &day)]),
        Some(becomes) => {
            words.phrase("ending-becomes", &[("means", &means), ("day", &day), ("becomes", &becomes)])
        }
    };
    let when = words.about("endings-any", &words.several(endings, |at| words.ending(at)));
    Sentence::of(rule).part("when", when).part("then", then).done(words)
}
