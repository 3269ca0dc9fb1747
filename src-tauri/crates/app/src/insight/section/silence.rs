//! What was asked of the defendant, and what came of it.

use joinder_domain::bundle::{Amount, Chart, ChartKind, Group as Bars, Groups};
use joinder_domain::claimant::RequestKind;
use joinder_domain::insight::{KindOfRequest, Silence, Spread, Waiting, silence};

use crate::insight::grid::{Cell, Grid, GridRow, Section};
use crate::insight::key::Key;
use crate::insight::study::Study;
use crate::insight::words;

/// Requests that are listed one by one, in the window only.
const LISTED: usize = 50;

pub(super) fn section(study: &Study<'_>) -> Section {
    let found = silence(study.group);
    let silent = found.claimants.len() as u64;
    let rows = vec![GridRow {
        label: words::text("insight-silent"),
        cells: vec![study.count(silent, Some(Key::Silent.name(study)))],
    }];
    let mut grids = vec![Grid {
        caption: words::text("insight-silence-people"),
        columns: vec![String::new(), words::text("insight-claimants")],
        rows,
    }];
    if !found.kinds.is_empty() {
        grids.push(kinds(study, &found));
    }
    // Each line is one person's: not for paper that leaves.
    if study.threshold().is_none() && !found.waiting.is_empty() {
        grids.push(waiting(&found));
    }
    Section {
        key: "silence".to_owned(),
        title: words::text("insight-silence-title"),
        text: vec![words::text("insight-silence-text")],
        charts: chart(study, &found).into_iter().collect(),
        grids,
        notes: vec![words::text("insight-silence-note")],
    }
}

fn kind_label(kind: RequestKind) -> String {
    words::text(match kind {
        RequestKind::Query => "insight-request-query",
        RequestKind::Access => "insight-request-access",
        RequestKind::Erasure => "insight-request-erasure",
        RequestKind::Complaint => "insight-request-complaint",
        RequestKind::Regulator => "insight-request-regulator",
    })
}

fn kinds(study: &Study<'_>, found: &Silence) -> Grid {
    let heading = |key: &str| words::text(key);
    Grid {
        caption: heading("insight-silence-kinds"),
        columns: [
            "insight-request",
            "insight-sent",
            "insight-senders",
            "insight-answered",
            "insight-unanswered",
            "insight-not-known",
            "insight-missed",
            "insight-perhaps-missed",
            "insight-waiting-median",
            "insight-waiting-longest",
        ]
        .map(heading)
        .to_vec(),
        rows: found.kinds.iter().map(|kind| kind_row(study, kind)).collect(),
    }
}

fn kind_row(study: &Study<'_>, kind: &KindOfRequest) -> GridRow {
    let parts = study.parts(&[kind.answered, kind.unanswered, kind.not_known]);
    let part = |index: usize, count: u64| study.cell(parts.get(index).copied().unwrap_or(false), count, None);
    let few = study.is_small(kind.sent) || study.is_small(kind.claimants);
    let limited = |count: u64| match kind.limited {
        false => Cell::words("–"),
        // What is left of all requests must not be small either.
        true => study.cell(study.is_small(count) || study.is_small(kind.sent - count) || few, count, None),
    };
    let days = |days: Option<i32>| match days {
        _ if few || study.is_small(kind.unanswered) || parts.get(1) == Some(&true) => Cell::withheld(),
        Some(days) if study.threshold().is_some() => Cell::words(words::days(days - days % 30)),
        Some(days) => Cell { number: Some(f64::from(days)), ..Cell::words(words::days(days)) },
        None => Cell::words("–"),
    };
    let mut cells = vec![
        study.cell(few, kind.sent, None),
        study.cell(few, kind.claimants, None),
        part(0, kind.answered),
        part(1, kind.unanswered),
        part(2, kind.not_known),
        limited(kind.missed),
        limited(kind.perhaps_missed),
        days(kind.median_waiting.filter(|_| kind.unanswered > 0)),
        days(kind.longest_waiting.filter(|_| kind.unanswered > 0)),
    ];
    if few {
        cells = cells.iter().map(|_| Cell::withheld()).collect();
    }
    GridRow { label: kind_label(kind.kind), cells }
}

fn waiting(found: &Silence) -> Grid {
    let row = |waiting: &Waiting| {
        let sent = match waiting.sent {
            Spread { first, last } if first == last => words::day(first),
            Spread { first, .. } if first == jiff::civil::Date::MIN => words::text("insight-no-date"),
            Spread { first, last } => {
                words::with("insight-between", &[("from", &words::day(first)), ("to", &words::day(last))])
            }
        };
        let due = waiting.due.map_or_else(|| "–".to_owned(), words::day);
        let least =
            Cell { number: Some(f64::from(waiting.least)), ..Cell::words(words::days(waiting.least)) };
        let most = waiting.most.map_or_else(|| words::text("insight-no-bound"), words::days);
        GridRow {
            label: waiting.number.to_string(),
            cells: vec![
                Cell::words(kind_label(waiting.kind)),
                Cell::words(sent),
                Cell::words(due),
                least,
                Cell::words(most),
            ],
        }
    };
    Grid {
        caption: words::text("insight-silence-waiting"),
        columns: [
            "insight-claimant",
            "insight-request",
            "insight-sent-on",
            "insight-due",
            "insight-at-least",
            "insight-at-most",
        ]
        .map(words::text)
        .to_vec(),
        rows: found.waiting.iter().take(LISTED).map(row).collect(),
    }
}

fn chart(study: &Study<'_>, found: &Silence) -> Option<Chart> {
    let first = found.years.first()?.0;
    let last = found.years.last()?.0;
    let sent: Vec<u64> = found.years.iter().map(|(_, sent, _)| *sent).collect();
    let parts = study.parts(&sent);
    let groups = (first..=last).map(|year| {
        let at = found.years.iter().position(|(of, ..)| *of == year);
        let counted = at.and_then(|at| found.years.get(at));
        let (sent, silent) = counted.map_or((0, 0), |(_, sent, silent)| (*sent, *silent));
        let hidden = at.and_then(|at| parts.get(at)).copied().unwrap_or(false);
        let silent_hidden = hidden || study.is_small(silent) || study.is_small(sent - silent);
        Bars {
            label: year.to_string(),
            amounts: vec![
                (!hidden).then(|| Amount::count(sent)),
                (!silent_hidden).then(|| Amount::count(silent)),
            ],
        }
    });
    Some(Chart {
        caption: words::text("insight-silence-chart"),
        measure: words::text("insight-requests"),
        unit: String::new(),
        kind: ChartKind::Columns(Groups {
            series: vec![words::text("insight-sent"), words::text("insight-unanswered")],
            groups: groups.collect(),
        }),
    })
}
