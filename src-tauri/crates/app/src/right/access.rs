//! A copy of everything that is held about one person, for that person (UK GDPR art. 15 and 20).
//!
//! What the firm thinks of the case, and what it noted for itself, is not in it unless somebody says so: it may be
//! privileged. Whoever else is named in an original has to be looked for by a person before the copy goes out.

use std::collections::BTreeSet;
use std::path::PathBuf;

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::journal::{Direction, Entry};
use joinder_store::evidence::{self as items, Which};
use joinder_store::{Op, Reader, claimant as store, journal, merge};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::paper;
use crate::app::OpenMatter;
use crate::claimant::{self, HistoryEntry, Number, Record};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::evidence::{ExportFolder, manifest_json, originals};
use crate::letterhead;
use crate::outgoing::failed;
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
    /// The firm by its letterhead; empty while it has none.
    pub(super) firm: String,
    /// With whom there was correspondence that went out.
    pub(super) recipients: Vec<String>,
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
    let parts = open.matter.read(|reader| merge_parts(reader, number))?;
    let held = Held {
        record: claimant::get(context, of)?.output,
        history: claimant::history(context, of)?.output,
        merged: parts.iter().map(ToString::to_string).collect(),
        firm: letterhead::of(&open)?.firm,
        recipients: open.matter.read(|reader| recipients(reader, &open, number))?,
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
    let mut files: Vec<String> = ["record.json", "history.json", "evidence.json"].map(str::to_owned).into();
    folder.write("record.json", &record)?;
    folder.write("history.json", &pretty(&json!(held.history))?)?;
    let mut manifest: Value = serde_json::from_slice(&manifest_json(open.matter.name(), &lines)?)
        .map_err(|_| Error::new("internal"))?;
    if !input.assessment {
        without_assessment(&mut manifest);
    }
    folder.write("evidence.json", &pretty(&manifest)?)?;
    for part in parts {
        let of = Number { number: part.0 };
        let (record, history) = (claimant::get(context, of)?.output, claimant::history(context, of)?.output);
        let said = json!({ "claimant": record.claimant, "history": history, "reference": record.reference });
        let name = format!("record-{part}.json");
        folder.write(&name, &pretty(&said)?)?;
        files.push(name);
    }
    if input.assessment {
        let assessment = json!({
            "classification": held.record.classification,
            "explanation": held.record.explanation,
            "limitation": held.record.limitation,
            "overrides": held.record.overrides,
        });
        folder.write("assessment.json", &pretty(&assessment)?)?;
        files.push("assessment.json".to_owned());
    }
    folder.write(PAPER, &paper::paper(context, &open, &held, lines.len(), input.assessment)?)?;
    files.push(PAPER.to_owned());
    folder.write_sums()?;
    files.push("SHA256SUMS".to_owned());
    let detail = json!({ "assessment": input.assessment, "originals": lines.len(), "record_sha256": Digest::of(&record) });
    let done = open.write(Op("right.access"), context.app.clock().now(), |tx| {
        let subject = Subject::new(SubjectKind::Claimant, number.0.to_string());
        Ok::<_, Error>(tx.note(subject, Some(number), detail)?)
    })?;
    folder.finish().map_err(|error| failed(context, &open, &done.head, error))?;
    let report = AccessReport {
        folder: input.out,
        files,
        originals: lines.len(),
        notes: ["access-others", "access-safe", "access-month"].map(|key| crate::text::text(key, &[])).into(),
    };
    Ok(Applied::stored(report, &done.changes))
}

/// The records that went into the claimant's, and those that went into them.
fn merge_parts(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<ClaimantNumber>> {
    let mut all = merge::lost_into(reader, number)?;
    let mut at = 0;
    while let Some(next) = all.get(at).copied() {
        all.extend(merge::lost_into(reader, next)?);
        at += 1;
    }
    Ok(all)
}

/// With whom there was correspondence that went out, each once.
fn recipients(reader: &Reader<'_>, open: &OpenMatter, number: ClaimantNumber) -> Result<Vec<String>> {
    let entries = journal::of_claimant(reader, number, open.matter.actor().id)?;
    let with: BTreeSet<String> = entries
        .into_iter()
        .filter_map(|kept| match kept.entry {
            Entry::Correspondence(sent) if sent.direction == Direction::Out => Some(sent.with),
            _ => None,
        })
        .filter(|with| !with.is_empty())
        .collect();
    Ok(with.into_iter().collect())
}

/// Takes out how well each item proves something: that is what the firm thinks of it.
fn without_assessment(manifest: &mut Value) {
    match manifest {
        Value::Array(items) => items.iter_mut().for_each(without_assessment),
        Value::Object(fields) => {
            fields.retain(|name, _| name != "grade" && name != "reason");
            fields.values_mut().for_each(without_assessment);
        }
        _ => {}
    }
}

fn pretty(value: &Value) -> Result<Vec<u8>> {
    serde_json::to_vec_pretty(value).map_err(|_| Error::new("internal"))
}
