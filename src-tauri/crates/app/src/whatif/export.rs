//! A what-if as a file.

use std::path::PathBuf;

use joinder_bundle::render_workbook;
use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use joinder_domain::report::{Sheet, SheetCell, Workbook};
use joinder_store::Op;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{MoveCount, MoveView, Tried};
use crate::bundle::out_error;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile::{Finished, Hashed};
use crate::outgoing::release;
use crate::spreadsheet_cell::harmless;
use crate::text::text;

/// Movers between two reports of progress.
const STEP: u64 = 1_000;
/// Columns of the table, by their keys.
const COLUMNS: [&str; 8] = ["number", "part", "from", "to", "rules", "sources", "from-codes", "to-codes"];
/// Columns of the counts.
const COUNTED: [&str; 6] = ["part", "from", "to", "claimants", "rules", "sources"];
/// Rows of a sheet (ISO/IEC 29500 applications hold 1,048,576).
const SHEET: u64 = 1_000_000;

/// What to write, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhatIfExport"))]
pub struct Export {
    /// The what-if.
    pub id: String,
    /// The file to write, as a workbook when it ends in `.xlsx` and as CSV otherwise; one that is there is replaced.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhatIfExported"))]
pub struct Exported {
    /// Claimants who would move.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub claimants: u64,
    /// Rows: one for each claimant and axis.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub rows: u64,
}

/// One row for each claimant and each way in which that claimant would move. Numbers stand for people: no name, no
/// address leaves the matter.
pub(crate) fn export(context: Context<'_>, input: Export) -> Result<Applied<Exported>> {
    let open = context.app.open_matter()?;
    let tried = open.session.tried(&input.id)?;
    let book = input.path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"));
    let write = if book { write_book } else { write_table };
    let (file, exported) = Finished::write(&input.path, |out| write(context, &tried, out))?;
    release(context, &open, Op("whatif.export"), [file], |tx| {
        let subject = Subject::new(SubjectKind::Classification, "");
        let detail = json!({
            "rule_set": tried.rules.id, "version": tried.rules.version, "sha256": tried.rules.sha256,
            "incident_date": tried.rules.incident_date, "claimants": exported.claimants,
        });
        Ok(tx.note(subject, None, detail)?)
    })?;
    Ok(Applied::changed(exported, Noun::Audit, None))
}

fn write_table(context: Context<'_>, tried: &Tried, out: &mut Hashed<'_>) -> Result<Exported> {
    let unwritten = |error: csv::Error| out_error(&error.into());
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS.map(heading)).map_err(unwritten)?;
    let exported = each(context, tried, |number, way| {
        writer.write_record(record(number, way).map(|cell| harmless(&cell))).map_err(unwritten)
    })?;
    writer.flush().map_err(|error| out_error(&error))?;
    Ok(exported)
}

/// A workbook: what was tried, how many would move from what to what, and who.
fn write_book(context: Context<'_>, tried: &Tried, out: &mut Hashed<'_>) -> Result<Exported> {
    let words = |cells: &[String]| cells.iter().cloned().map(SheetCell::Text).collect::<Vec<_>>();
    let headed = |keys: &[&str]| keys.iter().map(|key| SheetCell::Heading(heading(key))).collect::<Vec<_>>();
    let rules = &tried.rules;
    let about = [
        ("whatif-sheet-rules", format!("{} {}", rules.id, rules.version)),
        ("whatif-sheet-hash", rules.sha256.clone()),
        ("whatif-sheet-incident", rules.incident_date.to_string()),
        ("whatif-sheet-looked-at", tried.looked_at().to_string()),
        ("whatif-sheet-moved", tried.moved().to_string()),
        ("whatif-sheet-reasons-only", tried.reasons_only().to_string()),
        ("whatif-sheet-note", String::new()),
    ];
    let about = about
        .into_iter()
        .map(|(key, value)| vec![SheetCell::Heading(text(key, &[])), SheetCell::Text(value)]);
    let mut counts = vec![headed(&COUNTED)];
    counts.extend(tried.counts().into_iter().map(|MoveCount { way, count, .. }| {
        let [_, part, from, to, rules, sources, ..] = record(0, &way);
        let mut row = words(&[part, from, to]);
        row.push(SheetCell::Number(count as f64));
        row.extend(words(&[rules, sources]));
        row
    }));
    let mut movers = vec![headed(&COLUMNS)];
    let mut rows = 0;
    let exported = each(context, tried, |number, way| {
        rows += 1;
        if rows > SHEET {
            return Err(Error::with("whatif-too-long", &[("limit", &SHEET.to_string())]));
        }
        movers.push(words(&record(number, way)));
        Ok(())
    })?;
    let sheet =
        |key: &str, widths: &[u16], rows| Sheet { name: text(key, &[]), widths: widths.to_vec(), rows };
    let workbook = Workbook {
        title: text("whatif-sheet-title", &[]),
        as_at: context.app.clock().today(),
        sheets: vec![
            sheet("whatif-sheet-about", &[34, 70], about.collect()),
            sheet("whatif-sheet-counts", &[20, 34, 34, 12, 20, 50], counts),
            sheet("whatif-sheet-movers", &[14, 20, 34, 34, 20, 50, 26, 26], movers),
        ],
    };
    render_workbook(&workbook, out).map_err(|_| Error::new("out-not-writable"))?;
    Ok(exported)
}

fn heading(column: &str) -> String {
    text(&format!("whatif-column-{column}"), &[])
}

/// Hands every row to `put`.
fn each(
    context: Context<'_>,
    tried: &Tried,
    mut put: impl FnMut(u32, &MoveView) -> Result<()>,
) -> Result<Exported> {
    let mut exported = Exported { claimants: 0, rows: 0 };
    for number in tried.movers(None) {
        for way in tried.of(number) {
            put(number, way)?;
            exported.rows += 1;
        }
        exported.claimants += 1;
        if exported.claimants.is_multiple_of(STEP) {
            context.job.step(exported.claimants, tried.moved(), "Writing the table")?;
        }
    }
    Ok(exported)
}

fn record(number: u32, way: &MoveView) -> [String; 8] {
    let codes = |codes: &[joinder_domain::code::Code]| {
        codes.iter().map(|code| code.as_str()).collect::<Vec<_>>().join(" ")
    };
    let rules: Vec<&str> = way.because.iter().map(|rule| rule.rule.as_str()).collect();
    let sources: Vec<&str> = way.because.iter().map(|rule| rule.citation.as_str()).collect();
    [
        ClaimantNumber(number).to_string(),
        way.axis_label.clone(),
        way.from.join(" or "),
        way.to.join(" or "),
        rules.join("; "),
        sources.join("; "),
        codes(&way.from_codes),
        codes(&way.to_codes),
    ]
}
