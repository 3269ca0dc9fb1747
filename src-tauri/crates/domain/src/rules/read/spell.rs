//! Reads how spells end, lapse and run out.

use super::{Context, Reading, bits};
use crate::finding::RuleRef;
use crate::profile::read::{Names, Table};
use crate::rules::bits::Bits;
use crate::rules::{Affiliation, Arrears, Closure, DateMeans, EndingRule, LastDay};

fn last_day(table: &Table<'_>) -> LastDay {
    let names = Names::of("how the last day counts", ["inside", "outside", "either"]);
    match table.name("last_day", &names) {
        Some(1) => LastDay::Outside,
        Some(2) => LastDay::Either,
        _ => LastDay::Inside,
    }
}

/// The rules of endings: by position of the ending, and as they stand in the file.
pub(super) struct Endings {
    pub by_ending: Vec<EndingRule>,
    pub in_file: Vec<(RuleRef, Bits, EndingRule)>,
}

pub(super) fn endings(root: &Table<'_>, reading: &mut Reading, context: &Context<'_>) -> Endings {
    let means = Names::of("what the date means", ["ended", "payments-stopped", "either"]);
    let mut all: Vec<Option<EndingRule>> = vec![None; context.endings.len()];
    let mut in_file = Vec::new();
    for table in root.tables("ending_rule") {
        let reference = reading.rule(&table);
        let rule = EndingRule {
            means: match table.name("date_means", &means) {
                Some(1) => DateMeans::PaymentsStopped,
                Some(2) => DateMeans::Either,
                _ => DateMeans::Ended,
            },
            last_day: last_day(&table),
            becomes: table.maybe_name("becomes", context.endings),
        };
        let named = table.names("endings", context.endings);
        in_file.push((reference, named.iter().copied().collect(), rule));
        for ending in named {
            match all.get_mut(ending) {
                Some(slot @ None) => *slot = Some(rule),
                _ => table.problem(
                    "endings",
                    format!(
                        "expected one rule for an ending, found \"{}\" again",
                        context.endings.code(ending)
                    ),
                ),
            }
        }
        table.finish();
    }
    for (ending, rule) in all.iter().enumerate() {
        if rule.is_none() {
            root.problem(
                "ending_rule",
                format!(
                    "expected a rule for every ending, found none for \"{}\"",
                    context.endings.code(ending)
                ),
            );
        }
    }
    let plain = EndingRule { means: DateMeans::Ended, last_day: LastDay::Inside, becomes: None };
    Endings { by_ending: all.into_iter().map(|rule| rule.unwrap_or(plain)).collect(), in_file }
}

/// What a rule set says of spells besides their endings.
pub(super) struct Terms {
    pub arrears: Option<Arrears>,
    pub affiliation: Option<Affiliation>,
    pub closures: Vec<Closure>,
    pub minutes_per_task: u32,
    pub minutes_in_all: u32,
    pub time_limit: Option<RuleRef>,
}

impl Terms {
    pub fn read(root: &Table<'_>, reading: &mut Reading, context: &Context<'_>) -> Self {
        let arrears = root.maybe_table("arrears").map(|table| {
            let rule = reading.rule(&table);
            let months = |key| i32::try_from(table.number(key, 0, 1200)).unwrap_or_default();
            let arrears = Arrears {
                rule,
                categories: bits(&table, "categories", context.categories).unwrap_or_default(),
                months: months("months"),
                grace_months: months("grace_months"),
                last_day: last_day(&table),
                ending: table.name("ending", context.endings).unwrap_or_default(),
            };
            table.finish();
            arrears
        });
        let affiliation = root.maybe_table("affiliation").map(|table| {
            let rule = reading.rule(&table);
            let categories = bits(&table, "categories", context.categories).unwrap_or_default();
            let affiliation = Affiliation { rule, categories };
            table.finish();
            affiliation
        });
        let closures = root
            .tables("closure")
            .iter()
            .map(|table| {
                let rule = reading.rule(table);
                let category = table.name("category", context.categories).unwrap_or_default();
                let closure = Closure { rule, category, last_day: table.date("last_day") };
                table.finish();
                closure
            })
            .collect();
        let minutes = |key, table: &Table<'_>| {
            u32::try_from(table.number(key, 1, 100_000)).map_or(u32::MAX, |hours| hours.saturating_mul(60))
        };
        let limit = root.table("time_limit").map(|table| {
            let rule = reading.rule(&table);
            let both = (minutes("hours_per_task", &table), minutes("hours_in_all", &table));
            table.finish();
            (rule, both)
        });
        let (time_limit, (minutes_per_task, minutes_in_all)) =
            limit.map_or((None, (u32::MAX, u32::MAX)), |(rule, both)| (Some(rule), both));
        Self { arrears, affiliation, closures, minutes_per_task, minutes_in_all, time_limit }
    }
}
