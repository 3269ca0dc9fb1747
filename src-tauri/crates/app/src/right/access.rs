//! A copy of everything that is held about one person, for that person (UK GDPR art. 15 and 20).
//!
//! What the firm thinks of the case, and what it noted for itself, is not in it unless somebody says so: it may be
//! privileged. Whoever else is named in an original has to be looked for by a person before the copy goes out.

use std::path::PathBuf;

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_store::evidence::{self as items, Which};
use joinder_store::{Op, claimant as store, merge};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::paper;
use crate::claimant::{self, HistoryEntry, Number, Record};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::evidence::{ExportFolder, manifest_json, originals};
use crate::restricted::refuse_paper;

/// Whose data, and where to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RightAccess"))]
pub struct Access {
    /// The claimant.
    pub number: u32,
    /// The folder to write: new or empty.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
    /// Put the firm's own assessment in as well; an authorised person should have looked whether it is privileged.
    #[serde(default)]
    pub assessment: bool,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RightAccessReport"))]
pub struct AccessReport {
    /// Where it is.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// The files beside the originals.
    pub files: Vec<String>,
    /// Originals written.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub originals: usize,
    /// What a person should do before it goes out, one sentence each.
    pub notes: Vec<String>,
}

/// What is written about the person.
pub(super) struct Held {
    pub(super) record: Record,
    pub(super) history: Vec<HistoryEntry>,
    pub(super) merged: Vec<String>,
}

const PAPER: &str = "subject-access.pdf";

pub(crate) fn access(context: Context<'_>, input: Access) -> Result<Applied<AccessReport>> {
    let open = context.app.open_matter()?;
    let number = ClaimantNumber(input.number);
    let claimant = open.matter.read(|reader| store::get(reader, number))?;
    let claimant = claimant.ok_or_else(|| Error::new("no-such-claimant"))?.claimant;
    // A copy that leaves out what is held would be no answer to the person.
    refuse_paper(&open, &claimant)?;
    let of = Number { number: input.number };
    let held = Held {
        record: claimant::get(context, of)?.output,
        history: claimant::history(context, of)?.output,
        merged: open.matter.read(merge_parts(number))?,
    };
    let ids = open.matter.read(|reader| items::ids(reader, Which::Of(number)))?;
    let needed = open.matter.read(|reader| items::total_size(reader, &ids))?;
    let folder = ExportFolder::begin(&input.out, context.app.clock().id(), needed)?;
    let lines = originals(context, &open, &ids, &folder)?;
    let record = pretty(&json!({
        "format": "joinder-subject-access-1",
        "claimant": held.record.claimant,
        "created": held.record.created,
        "reference": held.record.reference,
        "updated": held.record.updated,
    }))?;
    let mut files = vec!["record.json", "history.json", "evidence.json"];
    folder.write("record.json", &record)?;
    folder.write("history.json", &pretty(&json!(held.history))?)?;
    folder.write("evidence.json", &manifest_json(open.matter.name(), &lines)?)?;
    if input.assessment {
        let assessment = json!({
            "classification": held.record.classification,
            "explanation": held.record.explanation,
            "limitation": held.record.limitation,
            "overrides": held.record.overrides,
        });
        folder.write("assessment.json", &pretty(&assessment)?)?;
        files.push("assessment.json");
    }
    folder.write(PAPER, &paper::paper(context, &open, &held, lines.len(), input.assessment)?)?;
    files.push(PAPER);
    folder.write_sums()?;
    files.push("SHA256SUMS");
    let detail = json!({ "assessment": input.assessment, "originals": lines.len(), "record_sha256": Digest::of(&record) });
    let done = open.write(Op("right.access"), context.app.clock().now(), |tx| {
        let subject = Subject::new(SubjectKind::Claimant, number.0.to_string());
        Ok::<_, Error>(tx.note(subject, Some(number), detail)?)
    })?;
    folder.finish()?;
    let report = AccessReport {
        folder: input.out,
        files: files.into_iter().map(str::to_owned).collect(),
        originals: lines.len(),
        notes: ["access-others", "access-safe", "access-month"].map(|key| crate::text::text(key, &[])).into(),
    };
    Ok(Applied::stored(report, &done.changes))
}

/// References of the records that went into the claimant's.
fn merge_parts(number: ClaimantNumber) -> impl FnOnce(&joinder_store::Reader<'_>) -> Result<Vec<String>> {
    move |reader| {
        store::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
        Ok(merge::lost_into(reader, number)?.iter().map(ToString::to_string).collect())
    }
}

fn pretty(value: &Value) -> Result<Vec<u8>> {
    serde_json::to_vec_pretty(value).map_err(|_| Error::new("internal"))
}
