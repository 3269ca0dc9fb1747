//! The figures into a folder: a report, a workbook, and tables for other programs.

use std::fs;
use std::path::PathBuf;

use joinder_bundle::{render_report, render_workbook};
use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::insight::which_list as search;
use joinder_domain::noun::Noun;
use joinder_store::Op;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::sheet::Annex;
use super::study::Study;
use super::{Basis, group, paper, section, sheet, words};
use crate::bundle::{out_error, render_error};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile::Finished;
use crate::outgoing::release;

/// Numbers below this are withheld unless something else is asked for.
const THRESHOLD: u64 = 5;
/// A larger threshold would hide everything.
const HIGHEST: u64 = 1_000;

/// Where to, and how much is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InsightExport", optional_fields))]
pub struct Export {
    /// The folder to write into; it is made if need be.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
    /// What counts as having been told; a claim by default.
    #[serde(default)]
    pub basis: Option<Basis>,
    /// Numbers from 1 to below this are withheld; 5 by default.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub threshold: Option<u64>,
    /// Leave out the numbers of the claimants behind each figure.
    #[serde(default)]
    pub without_claimants: Option<bool>,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InsightReport"))]
pub struct ExportReport {
    /// Where it is.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// The files.
    pub files: Vec<ExportedFile>,
    /// Pages of the report.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub pages: usize,
    /// Numbers that were withheld.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub withheld: usize,
}

/// One file on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportedFile {
    /// File name.
    pub file: String,
    /// Length in bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
}

pub(crate) fn export(context: Context<'_>, input: Export) -> Result<Applied<ExportReport>> {
    let threshold = input.threshold.unwrap_or(THRESHOLD);
    if threshold > HIGHEST {
        return Err(Error::with("threshold-too-high", &[("most", &HIGHEST.to_string())]));
    }
    let open = context.app.open_matter()?;
    let group = group::load(context, &open)?;
    let told = input.basis.unwrap_or_default().into();
    let study = Study::new(&group, &open, told).withholding(threshold);
    let step = || context.job.step(0, 0, "Counting");
    step()?;
    let mut sections = section::all(&study);
    step()?;
    let found = search(&group, told);
    let place = sections.iter().position(|section| section.key == "retention").unwrap_or(sections.len());
    sections.insert(place, section::list(&study, &found));
    step()?;
    let annex = match input.without_claimants {
        Some(true) => None,
        _ => Some(Annex::of(&study, &sections, step)?),
    };
    let caveat = words::text("insight-list-caveat");
    let mut files = vec![("insight.csv", sheet::long(&sections)?)];
    if let Some(annex) = &annex {
        files.push(("insight-claimants.csv", sheet::claimants(annex)?));
    }
    step()?;
    let mut workbook = Vec::new();
    render_workbook(&sheet::workbook(&study, &caveat, &sections, annex.as_ref()), &mut workbook)
        .map_err(|_| Error::new("internal"))?;
    files.push(("insight.xlsx", workbook));
    step()?;
    let report = paper::report(&study, &caveat, &sections, annex.as_ref());
    let mut pdf = Vec::new();
    let rendered = render_report(&report, &*context.app.fonts()?, &mut pdf).map_err(|e| render_error(&e))?;
    files.push(("insight.pdf", pdf));
    let cells = sections.iter().flat_map(|section| &section.grids).flat_map(|grid| &grid.rows);
    let withheld = cells.flat_map(|row| &row.cells).filter(|cell| cell.withheld).count();
    let mut finished = Vec::new();
    fs::create_dir_all(&input.out).map_err(|e| out_error(&e))?;
    for (done, (name, bytes)) in (0..).zip(&files) {
        context.job.step(done, files.len() as u64, "Writing files")?;
        finished.push(Finished::of(&input.out.join(name), bytes)?);
    }
    let written = files.iter().zip(&finished).map(|((name, _), file)| ExportedFile {
        file: (*name).to_owned(),
        bytes: file.size,
        sha256: file.sha256.to_string(),
    });
    let report =
        ExportReport { folder: input.out, files: written.collect(), pages: rendered.pages, withheld };
    release(context, &open, Op("insight.export"), finished, |tx| {
        let files: Vec<_> =
            report.files.iter().map(|file| json!({ "file": file.file, "sha256": file.sha256 })).collect();
        let detail = json!({
            "claimants": group.people().len(), "threshold": threshold, "annex": annex.is_some(), "files": files,
        });
        Ok(tx.note(Subject::new(SubjectKind::Matter, ""), None, detail)?)
    })?;
    Ok(Applied::changed(report, Noun::Audit, None))
}
