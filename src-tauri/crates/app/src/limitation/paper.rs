//! The calendar on paper.

use std::collections::BTreeMap;

use joinder_domain::bundle::{Block, Column, NoteKind, Span, Table, Text, plain};
use joinder_domain::date::show;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::limitation::{Clock, Standing};
use joinder_domain::report::{Orientation, Report};

use super::calendar::Calendar;
use super::entry::Entry;
use crate::app::OpenMatter;
use crate::claimant::ranges;
use crate::text::text;

/// Runs of numbers that a row names.
const NAMED: usize = 40;
/// Runs of numbers under the working of a day.
const NAMED_UNDER: usize = 400;

/// What stands together on the paper, in order.
const PARTS: [(&str, &[Standing]); 3] = [
    ("calendar-part-passed", &[Standing::Passed]),
    ("calendar-part-running", &[Standing::Running, Standing::NotBegun, Standing::NotDue]),
    ("calendar-part-unknown", &[Standing::Unknown]),
];

pub(super) fn paper(open: &OpenMatter, calendar: &Calendar) -> Report {
    let day = show::long(calendar.as_of);
    let values = [("claimants", calendar.claimants.to_string()), ("passed", calendar.passed().to_string())];
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let mut blocks = vec![
        Block::Paragraph(plain(text("calendar-about", &values))),
        Block::Note { kind: NoteKind::Warning, text: plain(text("calendar-note", &[])) },
    ];
    for (heading, standings) in PARTS {
        let entries: Vec<&Entry> =
            calendar.entries.iter().filter(|entry| standings.contains(&entry.clock.standing)).collect();
        if entries.is_empty() {
            continue;
        }
        blocks.push(Block::Heading { level: 2, text: text(heading, &[]) });
        blocks.push(Block::Table(table(&entries)));
    }
    blocks.push(Block::Heading { level: 2, text: text("calendar-arithmetic", &[]) });
    for (number, entry) in (1..).zip(&calendar.entries) {
        blocks.extend(arithmetic(number, entry));
    }
    blocks.extend(by_claimant(calendar));
    Report {
        title: text("calendar-title", &[]),
        case_title: open.matter.name().to_owned(),
        reference: None,
        as_at: calendar.as_of,
        as_at_words: text("calendar-as-at", &[("day", day.as_str())]),
        language: "en-GB".to_owned(),
        marking: text("calendar-marking", &[]),
        orientation: Orientation::Landscape,
        blocks,
    }
}

fn table(entries: &[&Entry]) -> Table {
    let heading = |key: &str| text(&format!("calendar-column-{key}"), &[]);
    let columns = vec![
        Column::left(heading("day"), 16),
        Column::left(heading("cause"), 26),
        Column::right(heading("count"), 12),
        Column::left(heading("act-by"), 14),
        Column::left(heading("reminders"), 18),
        Column::left(heading("claimants"), 30),
    ];
    Table { columns, rows: entries.iter().map(|entry| row(entry)).collect() }
}

fn row(entry: &Entry) -> Vec<Text> {
    let clock = &entry.clock;
    let day = entry.on().map_or_else(|| text("calendar-day-unknown", &[]), show::long_with_weekday);
    let day = if entry.urgent() {
        vec![Span::bold(format!("{day}\n{}", text("calendar-urgent", &[])))]
    } else {
        plain(day)
    };
    let beside = if clock.pleaded { String::new() } else { format!("\n{}", text("calendar-beside", &[])) };
    let reminders: Vec<String> =
        clock.warnings.iter().filter(|warning| !warning.due).map(|warning| show::short(warning.on)).collect();
    vec![
        day,
        plain(format!("{}{beside}", clock.label)),
        plain(entry.numbers.len().to_string()),
        plain(acts(clock)),
        plain(reminders.join("\n")),
        plain(entry.ranges(NAMED)),
    ]
}

/// The day by which to act; none once it is passed.
fn acts(clock: &Clock) -> String {
    let open = clock.standing != Standing::Passed;
    clock.act_by.filter(|_| open).map(show::long).unwrap_or_default()
}

fn arithmetic(number: usize, entry: &Entry) -> Vec<Block> {
    let clock = &entry.clock;
    let mut blocks = vec![Block::Heading { level: 3, text: format!("{number}. {}", titled(entry)) }];
    let mut items: Vec<Text> = clock.steps.iter().map(|step| plain(step.text.clone())).collect();
    items.extend(entry.cautions().into_iter().map(|caution| vec![Span::italic(caution)]));
    items.push(plain(text("calendar-source", &[("source", clock.rule.citation.as_str())])));
    let count = entry.numbers.len().to_string();
    let named = entry.ranges(NAMED_UNDER);
    items.push(plain(text("calendar-for", &[("count", count.as_str()), ("named", named.as_str())])));
    blocks.push(Block::List { marker: joinder_domain::bundle::Marker::Bullet, items });
    blocks
}

fn titled(entry: &Entry) -> String {
    let day = entry.on().map_or_else(|| text("calendar-day-unknown", &[]), show::long);
    format!("{day}: {}", entry.clock.label)
}

/// Every claimant with what is worked out for that one, by the number of the working; those with the same on one row.
fn by_claimant(calendar: &Calendar) -> Vec<Block> {
    let mut of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, entry) in calendar.entries.iter().enumerate() {
        for claimant in &entry.numbers {
            of.entry(*claimant).or_default().push(at);
        }
    }
    let mut rows: BTreeMap<Vec<usize>, Vec<ClaimantNumber>> = BTreeMap::new();
    for (claimant, entries) in of {
        rows.entry(entries).or_default().push(ClaimantNumber(claimant));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let mut rows: Vec<(Vec<usize>, Vec<ClaimantNumber>)> = rows.into_iter().collect();
    rows.sort_by_key(|(_, claimants)| claimants.first().map(|claimant| claimant.0));
    let columns = vec![
        Column::left(text("calendar-column-claimant", &[]), 34),
        Column::left(text("calendar-column-clocks", &[]), 66),
    ];
    let row = |(entries, claimants): (Vec<usize>, Vec<ClaimantNumber>)| {
        let clocks = entries.into_iter().filter_map(|at| Some((at + 1, calendar.entries.get(at)?)));
        let clocks: Vec<String> =
            clocks.map(|(number, entry)| format!("{number}. {}", titled(entry))).collect();
        vec![plain(ranges(&claimants, NAMED_UNDER)), plain(clocks.join("\n"))]
    };
    vec![
        Block::Heading { level: 2, text: text("calendar-by-claimant", &[]) },
        Block::Paragraph(plain(text("calendar-by-claimant-what", &[]))),
        Block::Table(Table { columns, rows: rows.into_iter().map(row).collect() }),
    ]
}
