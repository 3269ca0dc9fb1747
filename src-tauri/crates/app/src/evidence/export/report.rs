//! The custody report: what was exported, where each item came from, and what it can be checked against.

use jiff::{Timestamp, ZonedDateTime};
use joinder_bundle::render_report;
use joinder_domain::audit::Digest;
use joinder_domain::bundle::claim::grouped;
use joinder_domain::bundle::{Block, Column, Marker, NoteKind, Span, Table, Text, plain};
use joinder_domain::report::{Orientation, Report};
use joinder_store::evidence::Removal;
use joinder_store::mailbox_scan::{self, MailboxScan};

use super::manifest::Line;
use crate::app::OpenMatter;
use crate::clock::uk;
use crate::command::Context;
use crate::error::{Error, Result};
use crate::evidence::view::in_uk;
use crate::person;
use crate::text::text;

/// The report's file name.
pub(super) const FILE: &str = "custody-report.pdf";

/// The custody report as a PDF.
pub(super) fn report(
    context: Context<'_>,
    open: &OpenMatter,
    lines: &[Line],
    removed: &[Removal],
    head: &Digest,
) -> Result<Vec<u8>> {
    let clock = context.app.clock();
    let at = ZonedDateTime::new(clock.now(), uk()).strftime("%-d %B %Y, %H:%M:%S %Z").to_string();
    let day = ZonedDateTime::new(clock.now(), uk()).strftime("%-d %B %Y").to_string();
    let scans = open.matter.read(mailbox_scan::list)?;
    let mut blocks = opening(open, lines, head, &at);
    blocks.push(heading("custody-items"));
    blocks.push(items(lines));
    if !scans.is_empty() {
        blocks.extend([
            heading("custody-mailboxes"),
            paragraph("custody-mailboxes-why", &[]),
            mailboxes(&scans),
        ]);
    }
    if !removed.is_empty() {
        blocks.extend([heading("custody-removed"), paragraph("custody-removed-why", &[])]);
        blocks.push(removals(open, removed)?);
    }
    let report = Report {
        title: text("custody-title", &[]),
        case_title: open.matter.name().to_owned(),
        reference: None,
        as_at: clock.today(),
        as_at_words: text("custody-as-at", &[("day", &day)]),
        language: "en-GB".to_owned(),
        marking: text("custody-marking", &[]),
        orientation: Orientation::Landscape,
        blocks,
    };
    let mut bytes = Vec::new();
    render_report(&report, &*context.app.fonts()?, &mut bytes)
        .map_err(|error| Error::with("no-report", &[("reason", &error.to_string())]))?;
    Ok(bytes)
}

fn opening(open: &OpenMatter, lines: &[Line], head: &Digest, at: &str) -> Vec<Block> {
    let bytes: u64 = lines.iter().map(|line| line.size).sum();
    let rows = [
        ("custody-matter", plain(open.matter.name())),
        ("custody-count", plain(lines.len().to_string())),
        ("custody-bytes", plain(grouped(bytes))),
        ("custody-at", plain(at)),
        ("custody-by", plain(open.matter.actor().name)),
        ("custody-head", mono(&head.to_string())),
    ];
    let steps = ["custody-check-sums", "custody-check-head", "custody-check-hash"];
    vec![
        paragraph("custody-what", &[]),
        Block::KeyValues(rows.into_iter().map(|(key, value)| (text(key, &[]), value)).collect()),
        heading("custody-kept"),
        paragraph("custody-kept-how", &[]),
        heading("custody-check"),
        Block::List {
            marker: Marker::Number,
            items: steps.iter().map(|step| plain(text(step, &[]))).collect(),
        },
        Block::Note { kind: NoteKind::Info, text: plain(text("custody-note", &[])) },
    ]
}

/// What is known of the items, a row for each.
fn items(lines: &[Line]) -> Block {
    let columns = [
        Column::left(text("custody-item", &[]), 3),
        Column::left(text("custody-name", &[]), 7),
        Column::left(text("custody-sha256", &[]), 7),
        Column::left(text("custody-origin", &[]), 8),
        Column::left(text("custody-received", &[]), 5),
        Column::left(text("custody-state", &[]), 4),
        Column::right(text("custody-grade", &[]), 2),
    ];
    Block::Table(Table { columns: columns.into(), rows: lines.iter().map(item).collect() })
}

fn item(line: &Line) -> Vec<Text> {
    let grade = line.grade.map_or_else(|| text("custody-no-grade", &[]), |grade| grade.to_string());
    let state = match line.state {
        "assigned" => text("custody-assigned", &[("claimant", &line.claimant)]),
        "set-aside" => text("custody-set-aside", &[("reason", &line.reason)]),
        _ => text("custody-unassigned", &[]),
    };
    let size = text("custody-bytes-of", &[("count", &grouped(line.size))]);
    let mut name = vec![line.name.as_str(), &line.kind, &size];
    if !line.file.ends_with(&line.name) {
        name.insert(1, &line.file);
    }
    let mut origin = plain(&line.origin);
    if !line.origin_sha256.is_empty() {
        origin.extend(plain("\nSHA-256 "));
        origin.extend(mono(&line.origin_sha256));
    }
    if !line.modified_at.is_empty() {
        let modified = text("custody-modified-at", &[("at", &moment(&line.modified_at))]);
        origin.extend(plain(format!("\n{modified}")));
    }
    vec![
        plain(&line.reference),
        plain(name.join("\n")),
        mono(&line.sha256),
        origin,
        plain(format!("{}\n{}", moment(&line.received_at), line.received_by)),
        plain(state),
        plain(grade),
    ]
}

fn mailboxes(scans: &[MailboxScan]) -> Block {
    let columns = [
        Column::left(text("custody-mailbox", &[]), 5),
        Column::right(text("custody-seen", &[]), 2),
        Column::right(text("custody-taken", &[]), 2),
        Column::right(text("custody-not-taken", &[]), 2),
        Column::left(text("custody-sha256", &[]), 6),
    ];
    let row = |scan: &MailboxScan| {
        let taken = scan.taken + scan.already_there;
        vec![
            plain(&scan.name),
            plain(scan.found.seen.to_string()),
            plain(taken.to_string()),
            plain(scan.not_taken().to_string()),
            mono(&scan.sha256.to_string()),
        ]
    };
    Block::Table(Table { columns: columns.into(), rows: scans.iter().map(row).collect() })
}

fn removals(open: &OpenMatter, removed: &[Removal]) -> Result<Block> {
    let columns = [
        Column::left(text("custody-item", &[]), 2),
        Column::left(text("custody-removed-by", &[]), 4),
        Column::left(text("custody-reason", &[]), 4),
        Column::left(text("custody-sha256", &[]), 6),
    ];
    let rows = removed.iter().map(|removal| {
        let who = open.matter.read(|reader| person::name(reader, removal.person))?;
        Ok(vec![
            plain(removal.number.to_string()),
            plain(format!("{}\n{who}", moment(&removal.removed.to_string()))),
            plain(&removal.reason),
            mono(&removal.sha256.to_string()),
        ])
    });
    Ok(Block::Table(Table { columns: columns.into(), rows: rows.collect::<Result<_>>()? }))
}

/// A moment as people read it; what is no moment stays as it is written.
fn moment(written: &str) -> String {
    written.parse::<Timestamp>().map_or_else(|_| written.to_owned(), |at| in_uk(at.as_second()))
}

fn heading(key: &str) -> Block {
    Block::Heading { level: 2, text: text(key, &[]) }
}

fn paragraph(key: &str, values: &[(&str, &str)]) -> Block {
    Block::Paragraph(plain(text(key, values)))
}

fn mono(words: &str) -> Text {
    vec![Span::mono(words)]
}
