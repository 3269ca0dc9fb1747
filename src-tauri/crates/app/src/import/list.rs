//! Imports that were made: which file, when, by whom, what came of it.

use joinder_store::import_batch::{self as batches, BatchId, ImportBatch};
use joinder_store::{Reader, person};
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// Imports that are listed.
const LISTED: usize = 500;

/// Which import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportOf"))]
pub struct Which {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
}

/// An import that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportBatchView"))]
pub struct BatchView {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
    /// Name of the file.
    pub file: String,
    /// When, RFC 3339.
    pub at: String,
    /// By whom.
    pub by: String,
    /// Claimants that it added.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub added: u64,
    /// Claimants that it changed.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub updated: u64,
    /// Rows that were there already.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub already_there: u64,
    /// Rows that were not taken.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub refused: u64,
    /// When it was undone, RFC 3339; empty while it stands.
    pub undone_at: String,
    /// The claimants whom it added and who are there, in order.
    pub claimants: Vec<u32>,
    /// The claimants whom it changed, in order.
    pub changed: Vec<u32>,
}

pub(crate) fn list(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<BatchView>>> {
    let open = context.app.open_matter()?;
    let found = open.matter.read(|reader| {
        let batches = batches::list(reader, LISTED)?;
        batches.into_iter().map(|batch| view(reader, batch)).collect::<Result<Vec<_>>>()
    })?;
    Ok(Applied::unchanged(found))
}

pub(crate) fn get(context: Context<'_>, input: Which) -> Result<Applied<BatchView>> {
    let open = context.app.open_matter()?;
    let found = open.matter.read(|reader| {
        let batch = batches::get(reader, BatchId(input.id))?.ok_or_else(|| Error::new("no-such-import"))?;
        let view = view(reader, batch)?;
        let numbers =
            |found: Vec<joinder_domain::id::ClaimantNumber>| found.into_iter().map(|n| n.0).collect();
        Ok::<_, Error>(BatchView {
            claimants: numbers(batches::added(reader, BatchId(input.id))?),
            changed: batches::updates(reader, BatchId(input.id))?.into_iter().map(|u| u.number.0).collect(),
            ..view
        })
    })?;
    Ok(Applied::unchanged(found))
}

fn view(reader: &Reader<'_>, batch: ImportBatch) -> Result<BatchView> {
    let people = person::list(reader)?;
    let by = people.into_iter().find(|person| person.id == batch.person);
    Ok(BatchView {
        id: batch.id.0,
        file: batch.file_name,
        at: batch.started.to_string(),
        by: by.map(|person| person.full_name).unwrap_or_default(),
        added: batch.counts.added,
        updated: batch.counts.updated,
        already_there: batch.counts.already_there,
        refused: batch.counts.refused,
        undone_at: batch.undone.map(|at| at.to_string()).unwrap_or_default(),
        claimants: Vec::new(),
        changed: Vec::new(),
    })
}
