//! Reads statuses, their classes, and the rules that lead to them.

use super::{Context, Orders, Reading, bits, order};
use crate::code::Code;
use crate::profile::read::{Names, Table};
use crate::rules::bits::Bits;
use crate::rules::status::LEVY_NAMES;
use crate::rules::{Class, Phase, Status, StatusRule, UnionState};

pub(super) fn classes(root: &Table<'_>, names: &mut Names) -> Vec<Class> {
    let tables = root.tables("class");
    let codes: Vec<_> = tables.iter().map(|table| table.define("code", names)).collect();
    let read = |(table, code): (&Table<'_>, Code)| {
        let absorbed_by = table.names("absorbed_by", names).into_iter().collect();
        let class = Class { code, label: table.text("label"), members: Bits::NONE, absorbed_by };
        table.finish();
        class
    };
    let all: Vec<Class> = tables.iter().zip(codes).map(read).collect();
    for (at, table) in tables.iter().enumerate() {
        if let Some(cycle) = absorbs_itself(&all, at) {
            let names: Vec<_> = cycle.iter().map(|at| names.code(*at)).collect();
            table
                .problem("absorbed_by", format!("expected no circle, found {}", names.join(" absorbed by ")));
        }
    }
    all
}

/// The way from a class over those that absorb it back to itself; named once, from its first class.
fn absorbs_itself(all: &[Class], from: usize) -> Option<Vec<usize>> {
    let mut ways = vec![vec![from]];
    let mut met = Bits::NONE;
    while let Some(way) = ways.pop() {
        let last = way.last().and_then(|at| all.get(*at))?;
        for next in last.absorbed_by.iter() {
            let mut longer = way.clone();
            longer.push(next);
            if next == from {
                return way.iter().all(|at| *at >= from).then_some(longer);
            }
            if !met.has(next) {
                met.add(next);
                ways.push(longer);
            }
        }
    }
    None
}

pub(super) fn statuses(
    root: &Table<'_>,
    names: &mut Names,
    class_names: &Names,
    classes: &mut [Class],
) -> Vec<Status> {
    let mut all = Vec::new();
    for table in root.tables("status") {
        let code = table.define("code", names);
        let class = table.name("class", class_names).unwrap_or_default();
        if let Some(class) = classes.get_mut(class) {
            class.members.add(all.len());
        }
        all.push(Status { code, label: table.text("label"), words: table.text("words"), class });
        table.finish();
    }
    if all.is_empty() || all.len() > Bits::CAPACITY {
        root.problem("status", format!("expected 1 to {} statuses, found {}", Bits::CAPACITY, all.len()));
    }
    // Absorption was read as classes; what is compared later are statuses.
    let members: Vec<_> = classes.iter().map(|class| class.members).collect();
    for class in classes {
        class.absorbed_by =
            class.absorbed_by.iter().filter_map(|at| members.get(at)).fold(Bits::NONE, |a, b| a.with(*b));
    }
    all
}

pub(super) fn status_rules(
    root: &Table<'_>,
    reading: &mut Reading,
    context: &Context<'_>,
    statuses: &Names,
    ids: &mut Names,
) -> Vec<StatusRule> {
    let phases = Names::of("a phase", Phase::NAMES);
    let levy = Names::of("an answer on the levy", LEVY_NAMES);
    let unions = Names::of("how a union stands", UnionState::NAMES);
    let mut orders = Orders::new();
    let mut all: Vec<_> = root
        .tables("status_rule")
        .iter()
        .map(|table| {
            let rule = reading.rule(table);
            let read = StatusRule {
                order: order(table, &rule, &mut orders),
                categories: bits(table, "categories", context.categories),
                phases: bits(table, "phases", &phases),
                endings: bits(table, "endings", context.endings),
                levy: bits(table, "levy", &levy),
                unions: bits(table, "unions", &unions),
                statuses: bits(table, "statuses", statuses).unwrap_or_default(),
                text: table.text("text"),
                rule,
            };
            if !table.has("statuses") || table.texts("statuses").is_empty() {
                table.problem(
                    "statuses",
                    format!("expected at least one status, found none; {}", statuses.expected()),
                );
            }
            table.finish();
            read
        })
        .collect();
    all.sort_by_key(|rule| rule.order);
    for rule in &all {
        ids.add(rule.rule.rule.as_str());
    }
    if all.len() > Bits::CAPACITY {
        root.problem("status_rule", format!("expected at most {}, found {}", Bits::CAPACITY, all.len()));
    }
    all
}
