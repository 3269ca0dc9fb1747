//! Which list fits: the rule in plain words, who contradicts it, and what was tried.

use std::collections::BTreeMap;

use jiff::civil::Date;
use joinder_domain::bundle::{Chart, ChartKind, Curve, Curves};
use joinder_domain::insight::{Attribute, Join, Part, Place, Rule, Separation, Test, WhichList};

use crate::insight::grid::{Cell, Grid, GridRow, Section};
use crate::insight::key::Key;
use crate::insight::study::Study;
use crate::insight::words::{self, text, with};

/// Tests that are listed, the best first.
const LISTED: usize = 25;

pub(in crate::insight) fn list(study: &Study<'_>, found: &WhichList) -> Section {
    let mut said = vec![with(
        "insight-list-basis",
        &[
            ("told", &shown(study, found.told)),
            ("untold", &shown(study, found.untold)),
            ("left", &shown(study, found.left_out)),
            ("tried", &words::count(found.tried as u64)),
        ],
    )];
    match &found.rule {
        Some(rule) => said.extend(rule_words(study, found, rule)),
        None => said.push(text("insight-list-none")),
    }
    let mut grids: Vec<Grid> = found.rule.iter().map(|rule| contradictions(study, rule)).collect();
    if !found.separations.is_empty() {
        grids.push(tried(study, found));
    }
    let mut notes = vec![text("insight-list-note")];
    if let Some(threshold) = study.threshold() {
        notes.push(with("insight-list-rounded", &[("threshold", &threshold.to_string())]));
    }
    Section {
        key: "which-list".to_owned(),
        title: text("insight-list-title"),
        text: said,
        charts: curves(study, found).into_iter().collect(),
        grids,
        notes,
    }
}

/// A count as it stands in a sentence; cut-offs beside each other do not tell how many lie between them.
fn shown(study: &Study<'_>, count: u64) -> String {
    study.rounded(count, None).text
}

/// A ratio; of one figure in what is exported, since more would tell the counts that it was made from.
fn odds(study: &Study<'_>, ratio: f64) -> String {
    if study.threshold().is_none_or(|threshold| threshold < 2) || !ratio.is_normal() {
        return words::odds(ratio);
    }
    let decade = ratio.log10().floor();
    let figure = (ratio / 10_f64.powf(decade)).round() * 10_f64.powf(decade);
    match decade {
        large if figure > 10_000.0 || large >= 2.0 => words::odds(figure),
        small if small < 0.0 => format!("{figure:.*}", (-small).min(9.0) as usize),
        _ => figure.round().to_string(),
    }
}

/// A p-value; in what is exported only below which usual bound it lies.
fn p_value(study: &Study<'_>, ln_p: f64) -> String {
    if study.threshold().is_none_or(|threshold| threshold < 2) {
        return words::p_value(ln_p);
    }
    let bounds = [("0.0001", 0.0001_f64), ("0.001", 0.001), ("0.01", 0.01), ("0.05", 0.05)];
    let below = bounds.iter().find(|(_, bound)| ln_p < bound.ln());
    below.map_or_else(|| text("insight-p-large"), |(bound, _)| with("insight-p-below", &[("bound", bound)]))
}

fn rule_words(study: &Study<'_>, found: &WhichList, rule: &Rule) -> Vec<String> {
    let separation = &rule.separation;
    let (counts, explained) = (separation.counts, rule.explained);
    let percent = |part: u64, whole: u64| format!("{}%", study.percent(part, whole));
    let mut said = vec![
        with("insight-list-rule", &[("rule", &rule_name(study, separation))]),
        with(
            "insight-list-explains",
            &[
                ("told", &percent(counts.told_in, found.told)),
                ("untold", &percent(counts.untold_out, found.untold)),
                ("right", &percent(explained.right, found.told + found.untold)),
                ("open", &percent(explained.open, found.told + found.untold)),
                ("without", &percent(explained.without, found.told + found.untold)),
            ],
        ),
        with(
            "insight-list-odds",
            &[
                ("odds", &odds(study, separation.odds.ratio)),
                ("low", &odds(study, separation.odds.low)),
                ("high", &odds(study, separation.odds.high)),
                ("p", &p_value(study, separation.ln_adjusted)),
            ],
        ),
    ];
    if let ([Part { test: Test::JoinedFrom(day) | Test::LeftFrom(day), .. }], Some(until)) =
        (separation.parts.as_slice(), separation.same_until)
        && until > *day
    {
        let (from, until) = (words::day(*day), words::day(until));
        said.push(with("insight-list-same", &[("from", &from), ("to", &until)]));
    }
    said
}

/// A rule in plain words.
fn rule_name(study: &Study<'_>, separation: &Separation) -> String {
    let parts: Vec<String> = separation.parts.iter().map(|part| part_name(study, *part)).collect();
    match (parts.as_slice(), separation.join) {
        ([one, two], Join::And) => with("insight-rule-and", &[("one", one), ("two", two)]),
        ([one, two], Join::Or) => with("insight-rule-or", &[("one", one), ("two", two)]),
        _ => parts.concat(),
    }
}

fn part_name(study: &Study<'_>, part: Part) -> String {
    let (key, day) = match (part.test, part.holds) {
        (Test::JoinedFrom(day), true) => ("insight-rule-joined-from", day),
        (Test::JoinedFrom(day), false) => ("insight-rule-joined-before", day),
        (Test::LeftFrom(day), true) => ("insight-rule-left-from", day),
        (Test::LeftFrom(day), false) => ("insight-rule-left-before", day),
        (Test::Is(attribute, place), holds) => return value_name(study, attribute, place, holds),
    };
    with(key, &[("day", &words::day(day))])
}

fn value_name(study: &Study<'_>, attribute: Attribute, place: Place, holds: bool) -> String {
    let key = if holds { "insight-rule-is" } else { "insight-rule-is-not" };
    let name = text(&format!("insight-attribute-{}", attribute.code()));
    with(key, &[("attribute", &name), ("value", &words::place(study, attribute, place))])
}

fn contradictions(study: &Study<'_>, rule: &Rule) -> Grid {
    let (outside, inside) = (rule.told_outside.len() as u64, rule.untold_inside.len() as u64);
    let row = |label: &str, count: u64, key: Key| GridRow {
        label: text(label),
        cells: vec![study.rounded(count, Some(key.name(study)))],
    };
    Grid {
        caption: text("insight-list-contradicts"),
        columns: vec![String::new(), text("insight-claimants")],
        rows: vec![
            row("insight-told-outside", outside, Key::ToldOutside),
            row("insight-untold-inside", inside, Key::UntoldInside),
        ],
    }
}

fn tried(study: &Study<'_>, found: &WhichList) -> Grid {
    let row = |separation: &Separation| {
        let counts = separation.counts;
        let number = |count: u64| study.rounded(count, None);
        let ratio = &separation.odds;
        let interval = with(
            "insight-odds",
            &[
                ("odds", &odds(study, ratio.ratio)),
                ("low", &odds(study, ratio.low)),
                ("high", &odds(study, ratio.high)),
            ],
        );
        GridRow {
            label: rule_name(study, separation),
            cells: vec![
                number(counts.told_in),
                number(counts.told_out),
                number(counts.untold_in),
                number(counts.untold_out),
                number(counts.told_open + counts.untold_open),
                Cell::words(interval),
                Cell::words(p_value(study, separation.ln_p)),
                Cell::words(p_value(study, separation.ln_adjusted)),
            ],
        }
    };
    Grid {
        caption: text("insight-list-tried"),
        columns: [
            "insight-rule",
            "insight-told-in",
            "insight-told-out",
            "insight-untold-in",
            "insight-untold-out",
            "insight-open",
            "insight-odds-ratio",
            "insight-p",
            "insight-p-adjusted",
        ]
        .map(text)
        .to_vec(),
        rows: best(found).into_iter().map(row).collect(),
    }
}

/// The best of each kind of test first, so that neighbouring cut-offs do not crowd out all others.
fn best(found: &WhichList) -> Vec<&Separation> {
    let mut seen: BTreeMap<(usize, bool, u8), usize> = BTreeMap::new();
    let kind = |separation: &Separation| {
        let date = |of: fn(&Test) -> bool| separation.parts.iter().any(|part| of(&part.test));
        let joined = date(|test| matches!(test, Test::JoinedFrom(_)));
        let left = date(|test| matches!(test, Test::LeftFrom(_)));
        (separation.parts.len(), joined || left, u8::from(left))
    };
    let few = |separation: &&Separation| {
        let kind = kind(separation);
        let count = seen.entry(kind).or_default();
        *count += 1;
        // Values of attributes are few; dates and pairs are many.
        *count <= if kind.0 == 1 && !kind.1 { LISTED } else { 3 }
    };
    found.separations.iter().filter(few).take(LISTED).collect()
}

/// How much each cut-off date explains.
fn curves(study: &Study<'_>, found: &WhichList) -> Option<Chart> {
    let line = |label: &str, day: fn(&Test) -> Option<Date>| {
        let mut points: Vec<(Date, u64)> = found
            .separations
            .iter()
            .filter_map(|separation| match separation.parts.as_slice() {
                [part] => Some((day(&part.test)?, separation)),
                _ => None,
            })
            .map(|(day, separation)| {
                let score = separation.counts.score(found.told, found.untold);
                // Thousandths of a percent, of whole percents: finer steps would tell single people apart.
                (day, study.percent((score * 10_000.0).round() as u64, 10_000) * 1000)
            })
            .collect();
        points.sort_unstable();
        points.dedup_by_key(|(day, _)| *day);
        Curve { label: text(label), points, step: true }
    };
    let lines = vec![
        line("insight-curve-left", |test| match test {
            Test::LeftFrom(day) => Some(*day),
            _ => None,
        }),
        line("insight-curve-joined", |test| match test {
            Test::JoinedFrom(day) => Some(*day),
            _ => None,
        }),
    ];
    let days = || lines.iter().flat_map(|line| line.points.iter().map(|(day, _)| *day));
    let (from, to) = (days().min()?, days().max()?);
    Some(Chart {
        caption: text("insight-list-chart"),
        measure: text("insight-list-measure"),
        unit: "%".to_owned(),
        kind: ChartKind::Lines(Curves { from: from.first_of_year(), to: to.last_of_year(), lines }),
    })
}
