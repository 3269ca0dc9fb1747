//! What people lost: money, time, distress.

use joinder_domain::bundle::claim::{Labels as _, Term};
use joinder_domain::insight::{DescriptorCount, HeadTotal, Losses, losses, losses_shown};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::insight::grid::{Cell, Grid, GridRow, Section};
use crate::insight::key::Key;
use crate::insight::study::Study;
use crate::insight::words;

pub(super) fn section(study: &Study<'_>) -> Section {
    let found = losses(study.group);
    let hours = found.minutes / 60;
    let count = |label: &str, count: u64| GridRow {
        label: words::text(label),
        cells: vec![study.count(count, None)],
    };
    let mut rows = vec![
        count("insight-with-loss", found.claimants),
        count("insight-spent-time", found.spent_time),
        count("insight-no-distress", found.no_distress),
    ];
    let hours = study.cell(study.is_small(found.spent_time), hours, None);
    rows.push(GridRow { label: words::text("insight-hours"), cells: vec![hours] });
    Section {
        key: "loss".to_owned(),
        title: words::text("insight-loss-title"),
        text: vec![words::text("insight-loss-text")],
        charts: Vec::new(),
        grids: [
            (!found.heads.is_empty()).then(|| heads(study, &found)),
            (!found.descriptors.is_empty()).then(|| descriptors(study, &found)),
            Some(Grid {
                caption: words::text("insight-loss-people"),
                columns: vec![String::new(), words::text("insight-count")],
                rows,
            }),
        ]
        .into_iter()
        .flatten()
        .collect(),
        notes: vec![words::text("insight-loss-note")],
    }
}

fn money(withheld: bool, amount: Decimal) -> Cell {
    if withheld {
        return Cell::withheld();
    }
    Cell { number: amount.to_f64(), ..Cell::words(words::pounds(amount)) }
}

fn heads(study: &Study<'_>, found: &Losses) -> Grid {
    let hidden = match study.threshold() {
        Some(threshold) => losses_shown(found, threshold),
        None => vec![false; found.heads.len() + 1],
    };
    let row = |(head, hidden): (&HeadTotal, &bool)| {
        let key = Key::Head(head.head.clone()).name(study);
        GridRow {
            label: study.labels.of(Term::Head, &head.head),
            cells: vec![
                study.cell(*hidden, head.claimants.len() as u64, Some(key)),
                money(*hidden, head.amount),
                money(*hidden, head.recouped),
                money(*hidden, head.amount - head.recouped),
            ],
        }
    };
    let mut rows: Vec<GridRow> = found.heads.iter().zip(&hidden).map(row).collect();
    let all = hidden.last().copied().unwrap_or(false);
    rows.push(GridRow {
        label: words::text("insight-all"),
        cells: vec![
            study.cell(all, found.claimants, None),
            money(all, found.amount),
            money(all, found.recouped),
            money(all, found.amount - found.recouped),
        ],
    });
    Grid {
        caption: words::text("insight-loss-heads"),
        columns: ["insight-head", "insight-claimants", "insight-amount", "insight-recouped", "insight-net"]
            .map(words::text)
            .to_vec(),
        rows,
    }
}

fn descriptors(study: &Study<'_>, found: &Losses) -> Grid {
    let all = study.group.people().len() as u64;
    let row = |felt: &DescriptorCount| {
        let count = felt.claimants.len() as u64;
        let few = study.is_small(count);
        let parts = study.parts(&felt.severities);
        let key = Key::Descriptor(felt.kind.clone()).name(study);
        let mut cells = vec![study.cell(few, count, Some(key))];
        let severities = felt.severities.iter().zip(parts);
        cells.extend(severities.map(|(count, hidden)| study.cell(hidden || few && *count > 0, *count, None)));
        cells.push(if few { Cell::withheld() } else { Cell::share(count, all) });
        GridRow { label: study.labels.of(Term::Descriptor, &felt.kind), cells }
    };
    Grid {
        caption: words::text("insight-loss-distress"),
        columns: [
            "insight-descriptor",
            "insight-claimants",
            "insight-mild",
            "insight-moderate",
            "insight-severe",
            "insight-share-of-all",
        ]
        .map(words::text)
        .to_vec(),
        rows: found.descriptors.iter().map(row).collect(),
    }
}
