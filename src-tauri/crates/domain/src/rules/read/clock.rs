//! Reads limitation clocks.

use super::Reading;
use super::apply::when;
use crate::claimant::RequestKind;
use crate::profile::read::{Names, Table};
use crate::rules::clock::{Anchor, ClockRule, Duty, LimitationTerms, Period, StepWords};
use crate::rules::condition::{Condition, Vocabulary};

const ANCHORS: [&str; 6] = ["incident", "notice", "day", "request", "last-contact", "continuing"];
const REQUESTS: [(&str, RequestKind); 5] = [
    ("query", RequestKind::Query),
    ("access", RequestKind::Access),
    ("erasure", RequestKind::Erasure),
    ("complaint", RequestKind::Complaint),
    ("regulator", RequestKind::Regulator),
];

fn small(table: &Table<'_>, key: &'static str) -> Option<i32> {
    table.maybe_number(key, 0, 1200).and_then(|number| i32::try_from(number).ok())
}

/// Years, months or days, of which exactly one is given.
fn period(table: &Table<'_>, keys: [&'static str; 3]) -> Option<Period> {
    let [years, months, days] = keys.map(|key| small(table, key));
    let given = [years, months, days].iter().flatten().count();
    if given > 1 {
        let [years, months, days] = keys;
        table.problem(years, format!("expected one of {years}, {months} and {days}, found {given} of them"));
    }
    match (years, months, days) {
        (Some(years), ..) => Some(Period { months: years * 12, days: 0 }),
        (_, Some(months), _) => Some(Period { months, days: 0 }),
        (.., Some(days)) => Some(Period { months: 0, days }),
        _ => None,
    }
}

fn required(table: &Table<'_>, keys: [&'static str; 3]) -> Period {
    period(table, keys).unwrap_or_else(|| {
        let [years, months, days] = keys;
        table.problem(
            years,
            format!("missing: expected one of {years}, {months} and {days}, such as {years} = 6"),
        );
        Period { months: 0, days: 0 }
    })
}

pub(super) fn terms(root: &Table<'_>, reading: &mut Reading) -> Option<LimitationTerms> {
    let table = root.maybe_table("limitation")?;
    let terms = LimitationTerms {
        rule: reading.rule(&table),
        warn_months: table.numbers("warn_months", 0, 120),
        days_before: small(&table, "days_before").unwrap_or_default(),
        issue_days_before: small(&table, "issue_days_before").unwrap_or_default(),
        majority: i32::try_from(table.number("majority", 1, 30)).unwrap_or_default(),
        words: words(&table),
    };
    if terms.warn_months.windows(2).any(|pair| matches!(pair, [a, b] if a <= b)) {
        table.problem("warn_months", "expected months in falling order, such as [12, 6, 3, 1]");
    }
    table.finish();
    Some(terms)
}

fn words(table: &Table<'_>) -> StepWords {
    let text = |key| table.text(key);
    StepWords {
        accrual: text("accrual"),
        majority: text("child"),
        sent: text("sent"),
        sent_vague: text("sent_vague"),
        sent_unknown: table.text_or_empty("sent_unknown"),
        answer_unknown: table.text_or_empty("answer_unknown"),
        label_unknown: table.text_or_empty("label_unknown"),
        complained: table.text_or_empty("complained"),
        contact_unknown: table.text_or_empty("contact_unknown"),
        due: text("due"),
        excluded: text("excluded"),
        end: text("end"),
        shut: text("shut"),
        safe: text("safe"),
        moved: text("moved"),
        issue: text("issue"),
    }
}

pub(super) fn clocks(root: &Table<'_>, reading: &mut Reading, words: &Vocabulary) -> Vec<ClockRule> {
    root.tables("clock").iter().map(|table| clock(table, reading, words)).collect()
}

fn clock(table: &Table<'_>, reading: &mut Reading, words: &Vocabulary) -> ClockRule {
    let condition = |key| table.maybe_table(key).map(|inner| Condition::read(&inner, words));
    let pleaded = match (table.maybe_flag("pleaded"), condition("pleaded_when")) {
        (Some(false), Some(_)) => {
            table.problem("pleaded_when", "expected no condition beside pleaded = false");
            None
        }
        (Some(false), None) => None,
        (_, condition) => Some(condition.unwrap_or_default()),
    };
    let cautions = table
        .tables("cautions")
        .iter()
        .map(|inner| {
            let when = inner.maybe_table("when").map(|when| Condition::read(&when, words));
            let caution = (when.unwrap_or_default(), inner.text("text"));
            inner.finish();
            caution
        })
        .collect();
    let minor = small(table, "minor_years").map(|years| Period { months: years * 12, days: 0 });
    let read = ClockRule {
        rule: reading.rule(table),
        cause: table.code("cause"),
        label: table.text("label"),
        anchor: anchor(table),
        anchor_text: table.text("anchor_text"),
        period: required(table, ["years", "months", "days"]),
        minor,
        court: table.maybe_flag("court").unwrap_or(true),
        when: when(table, words),
        pleaded,
        cautions,
    };
    table.finish();
    read
}

fn anchor(table: &Table<'_>) -> Anchor {
    let names = Names::of("what a clock runs from", ANCHORS);
    match table.name("anchor", &names) {
        Some(1) => Anchor::Notice,
        Some(2) => Anchor::Day(table.date("day")),
        Some(3) => Anchor::Request(duty(table)),
        Some(4) => Anchor::LastContact,
        Some(5) => Anchor::Continuing,
        _ => Anchor::Incident,
    }
}

fn duty(table: &Table<'_>) -> Duty {
    let kinds = Names::of("a kind of request", REQUESTS.map(|(name, _)| name));
    let kind = table.name("request", &kinds).and_then(|at| REQUESTS.get(at));
    Duty {
        kind: kind.map_or(RequestKind::Query, |(_, kind)| *kind),
        within: required(table, ["due_years", "due_months", "due_days"]),
        sent_from: table.maybe_date("sent_from"),
        acknowledge: table.maybe_flag("acknowledge").unwrap_or_default(),
    }
}
