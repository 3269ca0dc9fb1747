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
        LastDay::Inside => "that day itself still counts",
        LastDay::Outside => "that day itself no longer counts",
        LastDay::Either => "whether that day itself counts is tried both ways",
    }
}

pub(super) fn spells(words: &Words<'_>) -> Vec<RuleSentence> {
    let rules = words.rules;
    let mut all: Vec<RuleSentence> =
        rules.ending_rules.iter().map(|(rule, endings, read)| ending(words, rule, *endings, read)).collect();
    let kinds = |bits: Bits| words.several(bits, |at| words.category(at));
    if let Some(arrears) = &rules.arrears {
        let says = format!(
            "it counts as ended ({}) {} months after the last payment ran out, and {}; dues count as unpaid {} after it",
            words.ending(arrears.ending).1,
            arrears.months,
            last_day(arrears.last_day),
            months(arrears.grace_months)
        );
        all.push(
            Sentence::of(&arrears.rule)
                .part(
                    "when",
                    format!("a relationship of the kind {} is no longer paid for", kinds(arrears.categories)),
                )
                .part("then", says)
                .done(),
        );
    }
    if let Some(affiliation) = &rules.affiliation {
        let says = format!(
            "a relationship of the kind {} runs through a union or society, and lasts no longer than its affiliation",
            kinds(affiliation.categories)
        );
        all.push(Sentence::of(&affiliation.rule).part("then", says).done());
    }
    for closure in &rules.closures {
        let says = format!(
            "nobody was {} after {}",
            words.category(closure.category).1,
            show::long(closure.last_day)
        );
        all.push(Sentence::of(&closure.rule).part("then", says).done());
    }
    if let Some(limit) = &rules.time_limit {
        let says = format!(
            "time of more than {} hours for one task, or {} hours in all, needs explaining",
            rules.minutes_per_task / 60,
            rules.minutes_in_all / 60
        );
        all.push(Sentence::of(limit).part("then", says).done());
    }
    all
}

fn months(number: i32) -> String {
    if number == 1 { "one month".to_owned() } else { format!("{number} months") }
}

fn ending(words: &Words<'_>, rule: &RuleRef, endings: Bits, read: &EndingRule) -> RuleSentence {
    let means = match read.means {
        DateMeans::Ended => "the date given is the day on which it ended",
        DateMeans::PaymentsStopped => {
            "the date given is the day of the last payment, and the relationship ran on"
        }
        DateMeans::Either => {
            "the date given may be the day on which it ended or the day of the last payment: both are tried"
        }
    };
    let becomes = read.becomes.map(|at| format!("; in the second case it ended so: {}", words.ending(at).1));
    Sentence::of(rule)
        .part("when", format!("a relationship ended so: {}", words.several(endings, |at| words.ending(at))))
        .part("then", format!("{means}, and {}{}", last_day(read.last_day), becomes.unwrap_or_default()))
        .done()
}
