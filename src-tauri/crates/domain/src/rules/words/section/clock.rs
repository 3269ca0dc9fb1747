//! Limitation clocks.

use super::sentence::Sentence;
use crate::date::show;
use crate::rules::clock::{Anchor, ClockRule, Duty, Period};
use crate::rules::words::RuleSentence;
use crate::rules::words::condition::Words;

fn period(words: &Words<'_>, period: Period) -> String {
    let (key, count) = match period {
        Period { months, days: 0 } if months % 12 == 0 => ("years", months / 12),
        Period { months, days: 0 } => ("months", months),
        Period { days, .. } => ("days", days),
    };
    words.phrase(key, &[("count", &count.to_string())])
}

fn anchor(words: &Words<'_>, anchor: &Anchor) -> String {
    match anchor {
        Anchor::Incident => words.phrase("from-incident", &[]),
        Anchor::Notice => words.phrase("from-notice", &[]),
        Anchor::Day(day) => words.phrase("from", &[("from", &show::long(*day))]),
        Anchor::Request(Duty { kind, within, sent_from, acknowledge }) => {
            let met = words.phrase(if *acknowledge { "acknowledged" } else { "answered" }, &[]);
            let sent = sent_from.map(|day| words.phrase("sent-from", &[("day", &show::long(day))]));
            let kind = serde_json::to_value(kind)
                .ok()
                .and_then(|kind| kind.as_str().map(str::to_owned))
                .unwrap_or_default();
            let within = period(words, *within);
            let sent = sent.map(|sent| format!(" {sent}")).unwrap_or_default();
            words.phrase(
                "from-request",
                &[("kind", &kind), ("sent", &sent), ("met", &met), ("within", &within)],
            )
        }
        Anchor::LastContact => words.phrase("from-last-contact", &[]),
        Anchor::Continuing => words.phrase("from-continuing", &[]),
    }
}

pub(super) fn clocks(words: &Words<'_>) -> Vec<RuleSentence> {
    let Some(terms) = &words.rules.limitation else { return Vec::new() };
    let warned: Vec<String> = terms.warn_months.iter().map(ToString::to_string).collect();
    let days = |days: i32| period(words, Period { months: 0, days });
    let values = [
        ("safe", &days(terms.days_before)),
        ("issue", &days(terms.issue_days_before)),
        ("months", &words.and(&warned)),
        ("age", &terms.majority.to_string()),
    ];
    let steps = words.phrase("arithmetic", &values.map(|(name, value)| (name, value.as_str())));
    let said = terms.words.all().join(" / ");
    let mut all = vec![Sentence::of(&terms.rule).part("then", steps).part("says", said).done(words)];
    all.extend(words.rules.clocks.iter().map(|rule| clock(words, rule)));
    all
}

fn clock(words: &Words<'_>, rule: &ClockRule) -> RuleSentence {
    let mut sentence = Sentence::of(&rule.rule).leads_to([rule.cause.clone()]).when(words, &rule.when);
    let (lasts, from) = (period(words, rule.period), anchor(words, &rule.anchor));
    let mut then =
        vec![words.phrase("clock", &[("label", &rule.label), ("period", &lasts), ("from", &from)])];
    then.extend(rule.minor.map(|minor| words.phrase("clock-minor", &[("period", &period(words, minor))])));
    match &rule.pleaded {
        None => then.push(words.phrase("clock-not-counted", &[])),
        Some(condition) => {
            let when = words.condition(condition, &mut sentence.0.asks_for);
            then.extend(when.map(|when| words.phrase("clock-counted-if", &[("when", &when)])));
        }
    }
    if !rule.court {
        then.push(words.phrase("clock-no-court", &[]));
    }
    let mut says = vec![rule.anchor_text.clone()];
    for (when, text) in &rule.cautions {
        says.push(match words.condition(when, &mut sentence.0.asks_for) {
            Some(when) => words.phrase("caution-if", &[("text", text), ("when", &when)]),
            None => text.clone(),
        });
    }
    sentence.part("then", then.join("; ")).part("says", says.join(" / ")).done(words)
}
