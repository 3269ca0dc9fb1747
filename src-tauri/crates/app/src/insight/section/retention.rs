//! How long data of people who had left was still held.

use joinder_domain::bundle::{Amount, Chart, ChartKind, Group as Bars, Groups};
use joinder_domain::insight::{Retention, retention};

use crate::insight::grid::{Cell, Grid, GridRow, Section};
use crate::insight::key::Key;
use crate::insight::study::Study;
use crate::insight::words;

pub(super) fn section(study: &Study<'_>) -> Section {
    let found = retention(study.group, study.told);
    let held = found.held.len() as u64;
    let count = |label: &str, count: u64, key: Option<Key>| GridRow {
        label: words::text(label),
        cells: vec![study.rounded(count, key.map(|key| key.name(study)))],
    };
    // Who was not told: with a small number beside a total, the other could be worked out.
    let asked = found.erasure_asked.len() as u64;
    let ignored = found.erasure_ignored.len() as u64;
    let ignored_hidden = study.is_small(ignored) || study.is_small(asked - ignored);
    let ignored_row = GridRow {
        label: words::text("insight-erasure-ignored"),
        cells: vec![if ignored_hidden {
            Cell::withheld()
        } else {
            study.rounded(ignored, Some(Key::ErasureIgnored.name(study)))
        }],
    };
    let rows = vec![
        count("insight-held", held, Some(Key::Held)),
        count("insight-left-not-told", found.not_told, None),
        count("insight-left-unsure", found.unsure, None),
        count("insight-erasure-asked", asked, Some(Key::ErasureAsked)),
        ignored_row,
    ];
    let mut grids = vec![Grid {
        caption: words::text("insight-retention-counts"),
        columns: vec![String::new(), words::text("insight-claimants")],
        rows,
    }];
    if held > 0 && !study.is_small(held) {
        grids.push(lengths(study, &found));
    }
    // Years since leaving are nearly years of leaving: beside that table they would tell what is withheld in it.
    let with_years = held > 0 && study.threshold().is_none_or(|threshold| threshold < 2);
    if with_years {
        grids.push(years_grid(&found));
    }
    let mut notes = vec![words::text("insight-retention-note")];
    if let Some(threshold) = study.threshold().filter(|threshold| *threshold > 1) {
        notes.push(words::with("insight-retention-rounded", &[("threshold", &threshold.to_string())]));
    }
    Section {
        key: "retention".to_owned(),
        title: words::text("insight-retention-title"),
        text: vec![words::text("insight-retention-text")],
        charts: if with_years { vec![chart(&found)] } else { Vec::new() },
        grids,
        notes,
    }
}

fn lengths(study: &Study<'_>, found: &Retention) -> Grid {
    let days = |days: Option<i32>| match days {
        None => Cell::words(words::text("insight-no-bound")),
        // The longest and the shortest are single people: to the year in what is exported.
        Some(days) if study.threshold().is_some() => Cell::words(words::days(days - days % 365)),
        Some(days) => Cell { number: Some(f64::from(days)), ..Cell::words(words::days(days)) },
    };
    let row = |label: &str, least: Cell, most: Cell| GridRow {
        label: words::text(label),
        cells: vec![least, most],
    };
    Grid {
        caption: words::text("insight-retention-lengths"),
        columns: vec![String::new(), words::text("insight-at-least"), words::text("insight-at-most")],
        rows: vec![
            row("insight-median", days(found.median_least), days(found.median_most)),
            row("insight-shortest", days(found.shortest), Cell::words("")),
            row("insight-longest", days(found.longest_least), days(found.longest_most)),
        ],
    }
}

fn year_label(years: usize) -> String {
    words::with("insight-years", &[("count", &years.to_string())])
}

fn years_grid(found: &Retention) -> Grid {
    let rows = found
        .years
        .iter()
        .enumerate()
        .map(|(years, count)| GridRow { label: year_label(years), cells: vec![Cell::count(*count, None)] });
    Grid {
        caption: words::text("insight-retention-years"),
        columns: vec![words::text("insight-at-least"), words::text("insight-claimants")],
        rows: rows.collect(),
    }
}

fn chart(found: &Retention) -> Chart {
    let groups = found
        .years
        .iter()
        .enumerate()
        .map(|(years, count)| Bars { label: years.to_string(), amounts: vec![Some(Amount::count(*count))] });
    Chart {
        caption: words::text("insight-retention-chart"),
        measure: words::text("insight-claimants"),
        unit: String::new(),
        kind: ChartKind::Columns(Groups {
            series: vec![words::text("insight-claimants")],
            groups: groups.collect(),
        }),
    }
}
