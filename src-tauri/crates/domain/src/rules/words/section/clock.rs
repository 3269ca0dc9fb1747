//! Limitation clocks.

use super::sentence::Sentence;
use crate::date::show;
use crate::rules::clock::{Anchor, ClockRule, Duty, Period};
use crate::rules::words::RuleSentence;
use crate::rules::words::condition::{Words, joined};

fn period(period: Period) -> String {
    match period {
        Period { months, days: 0 } if months % 12 == 0 => format!("{} years", months / 12),
        Period { months: 1, days: 0 } => "one month".to_owned(),
        Period { months, days: 0 } => format!("{months} months"),
        Period { days, .. } => format!("{days} days"),
    }
}

fn anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Incident => "from the incident".to_owned(),
        Anchor::Notice => "from the notice".to_owned(),
        Anchor::Day(day) => format!("from {}", show::long(*day)),
        Anchor::Request(Duty { kind, within, sent_from, acknowledge }) => {
            let what = if *acknowledge { "acknowledged" } else { "answered" };
            let from =
                sent_from.map(|day| format!(" sent on {} or later", show::long(day))).unwrap_or_default();
            let kind = serde_json::to_value(kind)
                .ok()
                .and_then(|kind| kind.as_str().map(str::to_owned))
                .unwrap_or_default();
            format!(
                "from the day by which a request ({kind}){from} was to be {what}, {} after it was sent",
                period(*within)
            )
        }
        Anchor::LastContact => "from the last contact about a request".to_owned(),
        Anchor::Continuing => "for every day on which it goes on".to_owned(),
    }
}

pub(super) fn clocks(words: &Words<'_>) -> Vec<RuleSentence> {
    let Some(terms) = &words.rules.limitation else { return Vec::new() };
    let warned: Vec<String> = terms.warn_months.iter().map(ToString::to_string).collect();
    let steps = format!(
        "the day treated as the last lies {} before the arithmetical one, and one should act {} before that; warnings come {} months before; against a child time runs from the age of {}",
        days(terms.days_before),
        days(terms.issue_days_before),
        joined(&warned, "and"),
        terms.majority
    );
    let said = terms.words.all().join(" / ");
    let mut all = vec![Sentence::of(&terms.rule).part("then", steps).part("says", said).done()];
    all.extend(words.rules.clocks.iter().map(|rule| clock(words, rule)));
    all
}

fn days(number: i32) -> String {
    if number == 1 { "one day".to_owned() } else { format!("{number} days") }
}

fn clock(words: &Words<'_>, rule: &ClockRule) -> RuleSentence {
    let mut sentence = Sentence::of(&rule.rule).leads_to([rule.cause.clone()]).when(words, &rule.when);
    let minor = rule
        .minor
        .map(|minor| format!(", and for a child {} from majority", period(minor)))
        .unwrap_or_default();
    let mut then =
        format!("\u{201c}{}\u{201d} has {} {}{minor}", rule.label, period(rule.period), anchor(&rule.anchor));
    let counts = match &rule.pleaded {
        None => "; it does not count for the date that is shown".to_owned(),
        Some(condition) => match words.condition(condition, &mut sentence.0.asks_for) {
            None => String::new(),
            Some(when) => format!("; it counts for the date that is shown only if {when}"),
        },
    };
    then.push_str(&counts);
    if !rule.court {
        then.push_str("; it is no time limit of a court, so that its last day is the arithmetical one");
    }
    let mut says = vec![rule.anchor_text.clone()];
    for (when, text) in &rule.cautions {
        let when = words
            .condition(when, &mut sentence.0.asks_for)
            .map(|when| format!(" (if {when})"))
            .unwrap_or_default();
        says.push(format!("{text}{when}"));
    }
    sentence.part("then", then).part("says", says.join(" / ")).done()
}
