//! A what-if as a file.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_store::Op;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{MoveView, Tried};
use crate::command::{Applied, Context, Noun};
use crate::error::{Error, Result};
use crate::spreadsheet_cell::harmless;

/// Movers between two reports of progress.
const STEP: u64 = 1_000;
const HEADINGS: [&str; 8] =
    ["Number", "Part of the answer", "From", "To", "Rules", "Sources", "From codes", "To codes"];

/// What to write, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhatIfExport"))]
pub struct Export {
    /// The what-if.
    pub id: String,
    /// The CSV file to write; one that is there is replaced.
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
    let (open, tried) = (context.app.open_matter()?, context.app.tried(&input.id)?);
    let partial = input.path.with_extension("csv.part");
    let written = write(context, &tried, &partial, &input.path);
    if written.is_err() {
        // What is left of it would be taken for the whole.
        std::fs::remove_file(&partial).ok();
    }
    let exported = written?;
    open.write(Op("whatif.export"), context.app.clock().now(), |tx| {
        let subject = Subject::new(SubjectKind::Classification, "");
        let detail = json!({
            "rule_set": tried.rules.id, "version": tried.rules.version, "sha256": tried.rules.sha256,
            "incident_date": tried.rules.incident_date, "claimants": exported.claimants,
        });
        Ok::<_, Error>(tx.note(subject, None, detail)?)
    })?;
    Ok(Applied::changed(exported, Noun::Audit, None))
}

fn write(context: Context<'_>, tried: &Tried, partial: &Path, path: &Path) -> Result<Exported> {
    let failed = |_: std::io::Error| Error::new("out-not-writable");
    let unwritten = |_: csv::Error| Error::new("out-not-writable");
    let mut writer = csv::Writer::from_writer(BufWriter::new(File::create(partial).map_err(failed)?));
    writer.write_record(HEADINGS).map_err(unwritten)?;
    let mut exported = Exported { claimants: 0, rows: 0 };
    for number in tried.movers(None) {
        for way in tried.of(number) {
            writer.write_record(record(number, way)).map_err(unwritten)?;
            exported.rows += 1;
        }
        exported.claimants += 1;
        if exported.claimants.is_multiple_of(STEP) {
            context.job.step(exported.claimants, tried.moved(), "Writing the table")?;
        }
    }
    writer.flush().map_err(failed)?;
    std::fs::rename(partial, path).map_err(failed)?;
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
    .map(|cell| harmless(&cell))
}
