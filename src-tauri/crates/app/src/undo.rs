//! Undoing what was done since the matter was opened, the latest first. What somebody changed again since is left as it is.

use std::sync::Arc;

use joinder_domain::audit::Change;
use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_store::import_batch::BatchId;
use joinder_store::merge::merged_into;
use joinder_store::work::{self, Work};
use joinder_store::{Op, claimant as store};
use serde::Serialize;

use crate::claimant::{called, replace};
use crate::command::{Applied, Context, Nothing, Noun};
use crate::error::{Error, Result};
use crate::import;
use crate::text::text;

/// How to undo one change.
pub(crate) struct Undo {
    name: String,
    what: What,
}

enum What {
    Work(Vec<Step>),
    Record { number: ClaimantNumber, version: u32, before: Box<Claimant> },
    Added(ClaimantNumber),
    Import(BatchId),
}

/// The work on one file before and after an action.
pub(crate) struct Step {
    pub(crate) number: ClaimantNumber,
    pub(crate) before: Arc<Work>,
    pub(crate) after: Arc<Work>,
}

/// What would be undone next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "UndoStatus"))]
pub struct Status {
    /// The change, in words; empty when there is none.
    pub name: String,
    /// How many changes can be undone.
    pub steps: u32,
}

/// What was undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Undone {
    /// The change, in words.
    pub name: String,
    /// Files that are as before.
    pub undone: u32,
    /// Files that were changed again since, and were left as they are.
    pub left: u32,
}

impl Undo {
    pub(crate) fn work(name: String, steps: Vec<Step>) -> Self {
        Self { name, what: What::Work(steps) }
    }

    /// Of a claimant who was added.
    pub(crate) fn added(number: ClaimantNumber, claimant: &Claimant) -> Self {
        let reference = number.to_string();
        let values = [("name", claimant.identity.full_name()), ("reference", reference)];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Self { name: text("undo-added", &values), what: What::Added(number) }
    }

    /// Of an import.
    pub(crate) fn import(name: String, batch: BatchId) -> Self {
        Self { name, what: What::Import(batch) }
    }

    /// Whether it would take back this import.
    pub(crate) fn is_import(&self, batch: BatchId) -> bool {
        matches!(self.what, What::Import(known) if known == batch)
    }

    /// Of a record that is now at `version`.
    pub(crate) fn record(number: ClaimantNumber, version: u32, before: Claimant, after: &Claimant) -> Self {
        let fields = serde_json::to_value(&before).unwrap_or_default();
        let change = Change::between(&fields, &serde_json::to_value(after).unwrap_or_default());
        let mut paths = change.0.into_keys();
        let field = match (paths.next(), paths.next()) {
            (Some(path), None) => called(&path).unwrap_or_else(|| text("field-one", &[])),
            _ => text("field-several", &[]),
        };
        let name = text("undo-record", &[("field", &field), ("reference", &number.to_string())]);
        Self { name, what: What::Record { number, version, before: Box::new(before) } }
    }
}

pub(crate) fn status(context: Context<'_>, _: Nothing) -> Result<Applied<Status>> {
    let undos = context.app.undos()?;
    let name = undos.last().map(|undo| undo.name.clone()).unwrap_or_default();
    Ok(Applied::unchanged(Status { name, steps: u32::try_from(undos.len()).unwrap_or(u32::MAX) }))
}

pub(crate) fn run(context: Context<'_>, _: Nothing) -> Result<Applied<Undone>> {
    let undo = context.app.undos()?.pop().ok_or_else(|| Error::new("nothing-to-undo"))?;
    match carry_out(context, &undo) {
        Err(error) if error.code == "conflict" || error.code == "merged-already" => {
            Err(Error::with("changed-since", &[("name", &undo.name)]))
        }
        Err(error) => {
            // It can be tried again, once whatever was in the way is gone.
            context.app.undos()?.push(undo);
            Err(error)
        }
        done => done,
    }
}

fn carry_out(context: Context<'_>, undo: &Undo) -> Result<Applied<Undone>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let mut done = Undone { name: undo.name.clone(), undone: 0, left: 0 };
    let written = open.write(Op("undo.run"), clock.now(), |tx| match &undo.what {
        What::Work(steps) => {
            for step in steps {
                let now = work::get(tx, step.number)?;
                let same = Work { since: step.after.since, ..now.clone() } == *step.after;
                if same && merged_into(tx, step.number)?.is_none() {
                    work::put(tx, step.number, &step.before)?;
                    done.undone += 1;
                } else {
                    done.left += 1;
                }
            }
            Ok(())
        }
        What::Record { number, version, before } => {
            let now = store::get(tx, *number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
            replace(tx, &open, clock, *number, *version, &now.claimant, before)?;
            done.undone = 1;
            Ok(())
        }
        What::Added(number) => {
            if import::remove(tx, &open, clock, *number)? {
                done.undone = 1;
            } else {
                done.left = 1;
            }
            Ok(())
        }
        What::Import(batch) => {
            let back = import::take_back(tx, &open, clock, context.job, *batch)?;
            done.undone = back.undone;
            done.left = u32::try_from(back.left.len()).unwrap_or(u32::MAX);
            Ok(())
        }
    })?;
    Ok(Applied::stored(done, &written.changes).and(Noun::Draft, None))
}
