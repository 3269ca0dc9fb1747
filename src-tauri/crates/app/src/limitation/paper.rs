//! The calendar on paper.

use joinder_domain::bundle::{Block, Column, NoteKind, Span, Table, Text, plain};
use joinder_domain::date::show;
use joinder_domain::limitation::{Clock, Standing};
use joinder_domain::report::{Orientation, Report};

use super::calendar::Calendar;
use super::entry::Entry;
use super::ics::claimants;
use crate::app::OpenMatter;
use crate::text::text;

/// Claimants whom a row names.
const NAMED: usize = 40;

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
    for entry in &calendar.entries {
        blocks.extend(arithmetic(entry));
    }
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
        plain(claimants(entry, NAMED)),
    ]
}

/// The day by which to act; none once it is passed.
fn acts(clock: &Clock) -> String {
    let open = clock.standing != Standing::Passed;
    clock.act_by.filter(|_| open).map(show::long).unwrap_or_default()
}

fn arithmetic(entry: &Entry) -> Vec<Block> {
    let clock = &entry.clock;
    let day = entry.on().map_or_else(|| text("calendar-day-unknown", &[]), show::long);
    let mut blocks = vec![Block::Heading { level: 3, text: format!("{day}: {}", clock.label) }];
    let mut items: Vec<Text> = clock.steps.iter().map(|step| plain(step.text.clone())).collect();
    items.extend(entry.cautions.iter().map(|caution| vec![Span::italic(caution.clone())]));
    items.push(plain(text("calendar-source", &[("source", clock.rule.citation.as_str())])));
    blocks.push(Block::List { marker: joinder_domain::bundle::Marker::Bullet, items });
    blocks
}
