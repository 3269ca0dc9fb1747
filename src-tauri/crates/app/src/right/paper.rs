//! The readable part of a subject access copy.

use jiff::ZonedDateTime;
use joinder_bundle::render_report;
use joinder_domain::bundle::{Block, Column, NoteKind, Table, plain};
use joinder_domain::report::{Orientation, Report};
use serde_json::Value;

use super::access::Held;
use super::said::{moment, rows_of, words};
use crate::app::OpenMatter;
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
    blocks.push(heading("access-use"));
    blocks.push(use_of(open, held));
    if !held.merged.is_empty() {
        blocks.push(paragraph("access-merged", &[("records", &held.merged.join(", "))]));
    }
    let record = serde_json::to_value(&held.record.claimant).map_err(|_| Error::new("internal"))?;
    let fields = record.as_object().ok_or_else(|| Error::new("internal"))?;
    // What has no place of its own comes last: a later version may hold more.
    let rest = fields.keys().map(String::as_str).filter(|part| !PARTS.contains(part));
    for part in PARTS.into_iter().chain(rest) {
        let said = part_of(open, part, fields.get(part).unwrap_or(&Value::Null));
        if !said.is_empty() {
            let key = format!("access-part-{}", part.replace('_', "-"));
            let title = crate::text::find(&key, &Default::default()).unwrap_or_else(|| words(part));
            blocks.push(Block::Heading { level: 2, text: title });
            blocks.extend(said);
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

/// What is said in one part of a record; of several like things each under a heading of its own.
fn part_of(open: &OpenMatter, part: &str, value: &Value) -> Vec<Block> {
    let said = |value: &Value| {
        let mut rows = Vec::new();
        rows_of(&open.choices, part, value, &mut rows);
        let rows: Vec<_> = rows.into_iter().map(|(key, said)| (key, plain(said))).collect();
        (!rows.is_empty()).then_some(Block::KeyValues(rows))
    };
    match value {
        Value::Array(items) if items.len() > 1 && items.iter().all(Value::is_object) => {
            let of = items.len().to_string();
            let each = items.iter().zip(1..).filter_map(|(item, nth)| {
                let nth = i32::to_string(&nth);
                let text = text("access-nth", &[("nth", &nth), ("of", &of)]);
                let blocks = [Block::Heading { level: 3, text }, said(item)?];
                Some(blocks.into_iter().chain(agreed_to(open, part, item)))
            });
            each.flatten().collect()
        }
        Value::Array(items) => said(value)
            .into_iter()
            .chain(items.iter().filter_map(|item| agreed_to(open, part, item)))
            .collect(),
        other => said(other).into_iter().collect(),
    }
}

/// The words that a person was asked to agree to, where they are known: the answer names them by their hash.
fn agreed_to(open: &OpenMatter, part: &str, item: &Value) -> Option<Block> {
    let hash = item.get("text_sha256").filter(|_| part == "consents")?.as_str()?;
    let asked = open.profile.consents.iter().find(|consent| consent.sha256 == hash)?;
    Some(Block::Paragraph(plain(text("access-agreed-to", &[("words", &asked.text)]))))
}

/// What it is used for, who got it, how long it is kept, where it came from, what a program works out (UK GDPR art. 15(1)).
fn use_of(open: &OpenMatter, held: &Held) -> Block {
    let kept: Vec<String> = open.profile.workflow.retention.iter().map(|rule| rule.label.clone()).collect();
    let recipients = match held.recipients.as_slice() {
        [] => text("access-recipients-none", &[]),
        some => some.join("; "),
    };
    let firm = if held.firm.is_empty() { open.matter.name().to_owned() } else { held.firm.clone() };
    let said = |key: &str| text(key, &[]);
    Block::KeyValues(vec![
        (said("access-controller"), plain(firm)),
        (said("access-purposes"), plain(said("access-purposes-what"))),
        (said("access-recipients"), plain(recipients)),
        (said("access-kept"), plain(format!("{} {}", kept.join(". "), said("access-kept-what")))),
        (said("access-sources"), plain(said("access-sources-what"))),
        (said("access-automated"), plain(said("access-automated-what"))),
        (said("access-not-in"), plain(said("access-not-in-what"))),
    ])
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
    let mut lines: Vec<(String, &str, String, usize)> = Vec::new();
    for entry in &held.history {
        let fields: Vec<&str> = entry.fields.iter().map(|change| change.label.as_str()).collect();
        let what = if fields.is_empty() {
            entry.what.clone()
        } else {
            format!("{}: {}", entry.what, fields.join("; "))
        };
        // The same done again and again is one line, with how often.
        match lines.last_mut() {
            Some((_, who, said, times)) if *who == entry.who && *said == what => {
                *times = times.saturating_add(1)
            }
            _ => lines.push((moment(&entry.at), &entry.who, what, 1)),
        }
    }
    let rows = lines.into_iter().map(|(at, who, what, times)| {
        let times = times.to_string();
        let what =
            if times == "1" { what } else { text("access-times", &[("what", &what), ("times", &times)]) };
        vec![plain(at), plain(who), plain(what)]
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
