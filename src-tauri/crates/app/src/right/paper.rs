//! The readable part of a subject access copy.

use jiff::ZonedDateTime;
use joinder_bundle::render_report;
use joinder_domain::bundle::{Block, Column, NoteKind, Table, plain};
use joinder_domain::report::{Orientation, Report};
use serde_json::Value;

use super::access::Held;
use crate::app::OpenMatter;
use crate::claimant::said;
use crate::clock::uk;
use crate::command::Context;
use crate::error::{Error, Result};
use crate::text::text;

/// The copy as a PDF: what the record says, the evidence, and what happened to both.
pub(super) fn paper(
    context: Context<'_>,
    open: &OpenMatter,
    held: &Held,
    originals: usize,
    assessment: bool,
) -> Result<Vec<u8>> {
    let clock = context.app.clock();
    let day = ZonedDateTime::new(clock.now(), uk()).strftime("%-d %B %Y").to_string();
    let mut blocks = vec![
        paragraph("access-what", &[("name", &held.record.name)]),
        Block::KeyValues(vec![
            (text("access-reference", &[]), plain(&held.record.reference)),
            (text("access-by", &[]), plain(open.matter.actor().name)),
            (text("access-created", &[]), plain(moment(&held.record.created))),
            (text("access-updated", &[]), plain(moment(&held.record.updated))),
            (text("access-originals", &[]), plain(originals.to_string())),
        ]),
        note(if assessment { "access-with-assessment" } else { "access-without-assessment" }),
    ];
    if !held.merged.is_empty() {
        blocks.push(paragraph("access-merged", &[("records", &held.merged.join(", "))]));
    }
    let record = serde_json::to_value(&held.record.claimant).map_err(|_| Error::new("internal"))?;
    let fields = record.as_object().ok_or_else(|| Error::new("internal"))?;
    // What has no place of its own comes last: a later version may hold more.
    let rest = fields.keys().map(String::as_str).filter(|part| !PARTS.contains(part));
    for part in PARTS.into_iter().chain(rest) {
        let mut rows = Vec::new();
        rows_of(part, fields.get(part).unwrap_or(&Value::Null), &mut rows);
        if !rows.is_empty() {
            let key = format!("access-part-{}", part.replace('_', "-"));
            let title = crate::text::find(&key, &Default::default()).unwrap_or_else(|| words(part));
            blocks.push(Block::Heading { level: 2, text: title });
            blocks.push(Block::KeyValues(rows.into_iter().map(|(key, said)| (key, plain(said))).collect()));
        }
    }
    if assessment {
        blocks.push(heading("access-assessment"));
        blocks.extend(held.record.explanation.iter().map(|said| Block::Paragraph(plain(said))));
    }
    blocks.push(heading("access-evidence"));
    blocks.push(evidence(held));
    blocks.push(heading("access-history"));
    blocks.push(paragraph("access-history-what", &[]));
    blocks.push(history(held));
    blocks.push(heading("access-rights"));
    blocks.push(paragraph("access-rights-what", &[]));
    let report = Report {
        title: text("access-title", &[]),
        case_title: open.matter.name().to_owned(),
        reference: None,
        as_at: clock.today(),
        as_at_words: text("access-as-at", &[("day", &day)]),
        language: "en-GB".to_owned(),
        marking: text("access-marking", &[]),
        orientation: Orientation::Portrait,
        blocks,
    };
    let mut bytes = Vec::new();
    render_report(&report, &*context.app.fonts()?, &mut bytes)
        .map_err(|error| Error::with("no-report", &[("reason", &error.to_string())]))?;
    Ok(bytes)
}

/// The parts of a record, in the order in which a person would look for them.
const PARTS: [&str; 15] = [
    "identity",
    "contact",
    "episodes",
    "status_now",
    "roles",
    "notification",
    "aftermath",
    "data_held",
    "consequence",
    "misuse",
    "losses",
    "time_spent",
    "proceedings",
    "consents",
    "external_reference",
];

/// A moment as people here say it.
fn moment(at: &str) -> String {
    at.parse().map_or_else(
        |_| at.to_owned(),
        |at| ZonedDateTime::new(at, uk()).strftime("%-d %B %Y, %H:%M").to_string(),
    )
}

/// Every value that is given, with its place in words; what was not asked or not answered is left out.
fn rows_of(place: &str, value: &Value, rows: &mut Vec<(String, String)>) {
    match value {
        Value::Null | Value::Bool(false) => {}
        Value::String(text) if text.is_empty() => {}
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let place = if items.len() > 1 { format!("{place} {}", at + 1) } else { place.to_owned() };
                rows_of(&place, item, rows);
            }
        }
        Value::Object(fields) if !fields.contains_key("precision") => {
            for (name, value) in fields {
                rows_of(&format!("{place}.{name}"), value, rows);
            }
        }
        other => rows.push((words(place.split_once('.').map_or(place, |(_, rest)| rest)), said(other))),
    }
}

/// A path as words: "addresses 2.postcode" is "Addresses 2, postcode".
fn words(place: &str) -> String {
    let plain = place.replace('_', " ").replace('.', ", ");
    let mut letters = plain.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn evidence(held: &Held) -> Block {
    let columns = [
        Column::left(text("custody-item", &[]), 3),
        Column::left(text("custody-name", &[]), 8),
        Column::left(text("custody-received", &[]), 5),
    ];
    let rows = held
        .record
        .evidence
        .iter()
        .map(|item| vec![plain(&item.reference), plain(&item.name), plain(moment(&item.received_at))]);
    Block::Table(Table { columns: columns.into(), rows: rows.collect() })
}

fn history(held: &Held) -> Block {
    let columns = [
        Column::left(text("access-at", &[]), 4),
        Column::left(text("access-who", &[]), 4),
        Column::left(text("access-did", &[]), 8),
    ];
    let rows = held.history.iter().map(|entry| {
        let fields: Vec<String> = entry.fields.iter().map(|change| words(&change.field)).collect();
        let what = if fields.is_empty() {
            entry.what.clone()
        } else {
            format!("{}: {}", entry.what, fields.join("; "))
        };
        vec![plain(moment(&entry.at)), plain(&entry.who), plain(what)]
    });
    Block::Table(Table { columns: columns.into(), rows: rows.collect() })
}

fn heading(key: &str) -> Block {
    Block::Heading { level: 2, text: text(key, &[]) }
}

fn paragraph(key: &str, values: &[(&str, &str)]) -> Block {
    Block::Paragraph(plain(text(key, values)))
}

fn note(key: &str) -> Block {
    Block::Note { kind: NoteKind::Info, text: plain(text(key, &[])) }
}
