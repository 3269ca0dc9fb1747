//! Reads the rules that look at the whole of a classification.

use super::{Orders, Reading, order};
use crate::classification::{NoticeAxis, Outcome};
use crate::finding::Severity;
use crate::profile::read::{Names, Table};
use crate::rules::condition::{Condition, Vocabulary};
use crate::rules::rule::{FlagRule, NoticeRule, OutcomeRule, ReviewRule, SettleRule, TagRule, When};

const SEVERITIES: [Severity; 4] = [Severity::Info, Severity::Note, Severity::Warning, Severity::Blocking];

pub(super) fn when(table: &Table<'_>, words: &Vocabulary) -> When {
    let when = When {
        condition: table.maybe_table("when").map(|inner| Condition::read(&inner, words)).unwrap_or_default(),
        from: table.maybe_date("effective"),
        until: table.maybe_date("until"),
    };
    if let (Some(from), Some(until)) = (when.from, when.until)
        && until < from
    {
        table.problem("until", format!("expected a day on or after \"effective\", {from}, found {until}"));
    }
    when
}

pub(super) fn flag_rules(root: &Table<'_>, reading: &mut Reading, words: &Vocabulary) -> Vec<FlagRule> {
    let severities = Names::of("a severity", ["info", "note", "warning", "blocking"]);
    root.tables("flag_rule").iter().map(|table| {
        let when = when(table, words);
        let named = when.condition.flags_named();
        if !named.is_empty() {
            let codes: Vec<_> = named.iter().map(|flag| words.flags.code(flag).to_owned()).collect();
            table.problem("when", format!("expected no flags in the condition of a flag, since flags could then wait for each other, found {}", codes.join(", ")));
        }
        let read = FlagRule {
            rule: reading.rule(table),
            flag: table.name("flag", &words.flags).unwrap_or_default(),
            severity: table.name("severity", &severities).and_then(|at| SEVERITIES.get(at).copied()).unwrap_or(Severity::Note),
            text: table.text("text"),
            rests_on: when.condition.facts_named(),
            cites_episodes: table.maybe_flag("cites_episodes").unwrap_or_default(),
            when,
        };
        table.finish();
        read
    }).collect()
}

pub(super) fn tag_rules(
    root: &Table<'_>,
    reading: &mut Reading,
    words: &Vocabulary,
    tags: &Names,
) -> Vec<TagRule> {
    root.tables("tag_rule")
        .iter()
        .map(|table| {
            let tag = table.name("tag", tags).unwrap_or_default();
            let read = TagRule { rule: reading.rule(table), tag, when: when(table, words) };
            table.finish();
            read
        })
        .collect()
}

pub(super) fn notice_rules(root: &Table<'_>, reading: &mut Reading, words: &Vocabulary) -> Vec<NoticeRule> {
    let mut orders = Orders::new();
    let mut all: Vec<_> = root
        .tables("notice_rule")
        .iter()
        .map(|table| {
            let axis = table.name("notice", &words.notices).and_then(|at| NoticeAxis::ALL.get(at).copied());
            let rule = reading.rule(table);
            let read = NoticeRule {
                order: order(table, &rule, &mut orders),
                rule,
                axis: axis.unwrap_or(NoticeAxis::Unknown),
                text: table.text("text"),
                when: when(table, words),
            };
            table.finish();
            read
        })
        .collect();
    all.sort_by_key(|rule| rule.order);
    all
}

pub(super) fn outcome_rules(root: &Table<'_>, reading: &mut Reading, words: &Vocabulary) -> Vec<OutcomeRule> {
    let outcomes = Names::of("an outcome", Outcome::ALL.map(Outcome::code));
    let mut orders = Orders::new();
    let mut all: Vec<_> = root
        .tables("outcome_rule")
        .iter()
        .map(|table| {
            let outcome = table.name("outcome", &outcomes).and_then(|at| Outcome::ALL.get(at).copied());
            let rule = reading.rule(table);
            let read = OutcomeRule {
                order: order(table, &rule, &mut orders),
                rule,
                outcome: outcome.unwrap_or(Outcome::HoldReview),
                text: table.text("text"),
                when: when(table, words),
            };
            table.finish();
            read
        })
        .collect();
    all.sort_by_key(|rule| rule.order);
    all
}

pub(super) fn review_rules(root: &Table<'_>, reading: &mut Reading, words: &Vocabulary) -> Vec<ReviewRule> {
    root.tables("review_rule")
        .iter()
        .map(|table| {
            let read =
                ReviewRule { rule: reading.rule(table), text: table.text("text"), when: when(table, words) };
            table.finish();
            read
        })
        .collect()
}

pub(super) fn settle_rules(root: &Table<'_>, reading: &mut Reading, words: &Vocabulary) -> Vec<SettleRule> {
    root.tables("settle_rule")
        .iter()
        .map(|table| {
            let rule = reading.rule(table);
            let when = when(table, words);
            let read =
                SettleRule { rule, text: table.text("text"), about: when.condition.facts_named(), when };
            table.finish();
            read
        })
        .collect()
}
