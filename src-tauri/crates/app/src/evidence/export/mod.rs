//! Originals written out, with what proves that they are the originals.
//!
//! An export is made in a folder beside its place and gets its name when everything in it is whole: what carries the name
//! of an export is one.

mod folder;
mod manifest;
mod name;
mod report;

use std::path::PathBuf;

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_store::Op;
use joinder_store::evidence as store;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::chosen::Chosen;
use super::original;
use crate::app::OpenMatter;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outgoing::failed;
use crate::restricted::refuse_item;
use manifest::Line;

pub(crate) use folder::ExportFolder;
pub(crate) use manifest::json as manifest_json;
pub(super) use manifest::origin_words;

/// Which originals, and where to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceExport"))]
pub struct Export {
    /// Which items.
    pub which: Chosen,
    /// The folder to write; it must be new or empty.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

/// What was exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceExported"))]
pub struct Exported {
    /// Originals written.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub items: usize,
    /// Bytes of the originals.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
    /// Where they are.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Names of the other files: the list of hashes, the manifests, the custody report.
    pub papers: Vec<String>,
    /// Hash of the audit entry of this export; it stands in the custody report.
    pub head: String,
}

pub(crate) fn export(context: Context<'_>, input: Export) -> Result<Applied<Exported>> {
    let open = context.app.open_matter()?;
    let ids = open.matter.read(|reader| input.which.find(reader))?;
    if ids.is_empty() {
        return Err(Error::new("nothing-to-export"));
    }
    let needed = open.matter.read(|reader| store::total_size(reader, &ids))?;
    let folder = ExportFolder::begin(&input.out, context.app.clock().id(), needed)?;
    // From here on, whatever goes wrong takes the unfinished folder with it.
    let lines = originals(context, &open, &ids, &folder)?;
    let (csv, json) = (manifest::csv(&lines)?, manifest::json(open.matter.name(), &lines)?);
    let bytes = lines.iter().map(|line| line.size).sum();
    let audited = enter(context, &open, &input.which, &lines, &json)?;
    let finish = || -> Result<()> {
        folder.write("manifest.csv", &csv)?;
        folder.write("manifest.json", &json)?;
        let removed = open.matter.read(store::removals)?;
        let report = report::report(context, &open, &lines, &removed, &audited.head)?;
        folder.write(report::FILE, &report)?;
        folder.write_sums()?;
        folder.finish()
    };
    finish().map_err(|error| failed(context, &open, &audited.head, error))?;
    let papers = ["SHA256SUMS", "manifest.csv", "manifest.json", report::FILE].map(str::to_owned).to_vec();
    let exported =
        Exported { items: lines.len(), bytes, folder: input.out, papers, head: audited.head.to_string() };
    Ok(Applied::stored(exported, &audited.changes))
}

/// Writes the originals, each checked while it is copied.
pub(crate) fn originals(
    context: Context<'_>,
    open: &OpenMatter,
    ids: &[EvidenceId],
    folder: &ExportFolder,
) -> Result<Vec<Line>> {
    let mut lines = Vec::with_capacity(ids.len());
    for (done, id) in (0..).zip(ids) {
        context.job.step(done, ids.len() as u64, "Exporting originals")?;
        lines.push(open.matter.read(|reader| {
            let item = store::get(reader, *id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
            refuse_item(open, &item)?;
            let file = format!("originals/{}", name::file_name(item.number, &item.name));
            folder.copy(&file, item.sha256, item.modified, |out| original::copy(reader, &item, out))?;
            Line::of(reader, &item, file)
        })?);
    }
    context.job.step(ids.len() as u64, ids.len() as u64, "Exporting originals")?;
    Ok(lines)
}

/// The one audit entry of the export. It names the manifest by its hash, and the manifest names every item by its own.
fn enter(
    context: Context<'_>,
    open: &OpenMatter,
    which: &Chosen,
    lines: &[Line],
    manifest: &[u8],
) -> Result<joinder_store::Applied<()>> {
    let claimant = which.claimant.map(ClaimantNumber);
    let subject = match lines {
        [only] => only.id.clone(),
        _ => String::new(),
    };
    let detail = json!({ "items": lines.len(), "manifest_sha256": Digest::of(manifest) });
    open.write(Op("evidence.export"), context.app.clock().now(), |tx| {
        Ok(tx.note(Subject::new(SubjectKind::Evidence, subject), claimant, detail)?)
    })
}
