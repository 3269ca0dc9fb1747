//! The report of a check, to go out with the bundle.

use std::path::Path;

use joinder_bundle::render_report;
use joinder_domain::bundle::{Block, Column, Marker, NoteKind, Span, Table, Text, plain};
use joinder_domain::report::{Orientation, Report};

use super::view::{Checked, FaultView, Verdict};
use crate::bundle::render_error;
use crate::command::Context;
use crate::error::Result;
use crate::outfile;
use crate::text::text;

/// Faults of one rule that are printed; the rest is counted.
const PRINTED: usize = 60;

pub(super) fn write(context: Context<'_>, checked: &Checked, out: &Path) -> Result<()> {
    let mut bytes = Vec::new();
    render_report(&report(context, checked), &*context.app.fonts()?, &mut bytes)
        .map_err(|error| render_error(&error))?;
    outfile::put_bytes(out, &bytes)
}

fn report(context: Context<'_>, checked: &Checked) -> Report {
    let today = context.app.clock().today();
    let mut blocks = vec![
        Block::Paragraph(plain(text("lint-what", &[]))),
        Block::KeyValues(vec![
            (text("lint-file", &[]), plain(checked.name.as_str())),
            (text("lint-pages", &[]), plain(checked.pages.to_string())),
            (text("lint-bytes", &[]), plain(checked.bytes.to_string())),
        ]),
        Block::Paragraph(plain(text("lint-sha256", &[]))),
        Block::Mono(checked.sha256.clone()),
        heading("lint-summary"),
        Block::Paragraph(plain(counts(checked))),
        summary(checked),
        heading("lint-faults"),
    ];
    blocks.extend(checked.rules.iter().flat_map(rule));
    blocks.push(Block::Note { kind: NoteKind::Info, text: plain(text("lint-limits", &[])) });
    Report {
        title: text("lint-title", &[]),
        case_title: String::new(),
        reference: Some(checked.name.clone()),
        as_at: today,
        as_at_words: text("custody-as-at", &[("day", &today.strftime("%-d %B %Y").to_string())]),
        language: "en-GB".to_owned(),
        marking: String::new(),
        orientation: Orientation::Portrait,
        blocks,
    }
}

fn heading(key: &str) -> Block {
    Block::Heading { level: 2, text: text(key, &[]) }
}

fn counts(checked: &Checked) -> String {
    let number = |count: usize| count.to_string();
    text(
        "lint-counts",
        &[
            ("passed", &number(checked.passed)),
            ("failed", &number(checked.failed)),
            ("unchecked", &number(checked.not_checked)),
        ],
    )
}

fn summary(checked: &Checked) -> Block {
    // Where no rule names a page, its column would only take room from the words.
    let paged = checked.rules.iter().any(|verdict| !verdict.pages.is_empty());
    let row = |verdict: &Verdict| -> Vec<Text> {
        let state = text(&format!("lint-{}", verdict.state), &[]);
        let state = if verdict.state == "fail" { Span::bold(state) } else { Span::plain(state) };
        let mut cells = vec![plain(verdict.rule), plain(verdict.asks), vec![state]];
        if paged {
            cells.push(plain(ranges(&verdict.pages)));
        }
        cells
    };
    let mut columns = vec![
        Column::left(text("lint-rule", &[]), 11),
        Column::left(text("lint-asks", &[]), if paged { 58 } else { 72 }),
        Column::left(text("lint-state", &[]), 17),
    ];
    if paged {
        columns.push(Column::left(text("lint-on-pages", &[]), 14));
    }
    Block::Table(Table { columns, rows: checked.rules.iter().map(row).collect() })
}

/// A rule that needs words: its faults with page and place, and its remarks.
fn rule(verdict: &Verdict) -> Vec<Block> {
    if verdict.faults.is_empty() && verdict.remarks.is_empty() {
        return Vec::new();
    }
    let state = text(&format!("lint-{}", verdict.state), &[]);
    let mut items: Vec<Text> = verdict.faults.iter().take(PRINTED).map(|fault| plain(place(fault))).collect();
    let more = verdict.more + verdict.faults.len().saturating_sub(PRINTED);
    if more > 0 {
        items.push(plain(text("lint-more", &[("count", &more.to_string())])));
    }
    items.extend(verdict.remarks.iter().map(|remark| vec![Span::italic(remark.as_str())]));
    vec![
        Block::Heading { level: 3, text: format!("{}: {state}", verdict.rule) },
        Block::Paragraph(plain(verdict.asks)),
        Block::List { marker: Marker::Bullet, items },
    ]
}

fn place(fault: &FaultView) -> String {
    match fault.area {
        Some(area) => {
            // Millimetres are what a person with a ruler has.
            let mm = |points: f32| (points * 25.4 / 72.0).round().to_string();
            let place = text("lint-place", &[("left", &mm(area.left)), ("top", &mm(area.top))]);
            format!("{} {place}", fault.text)
        }
        None => fault.text.clone(),
    }
}

/// "3, 5–7" for a rising list, cut where it is long.
fn ranges(pages: &[usize]) -> String {
    let runs: Vec<String> = pages
        .chunk_by(|a, b| a + 1 == *b)
        .filter_map(|run| match run {
            [only] => Some(only.to_string()),
            [first, .., last] => Some(format!("{first}–{last}")),
            [] => None,
        })
        .collect();
    let shown = runs.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
    if runs.len() > 12 { format!("{shown} …") } else { shown }
}
