//! An import taken back: whom it added goes, whom it changed is as before, as far as nobody has worked on it since.

use std::collections::BTreeSet;

use joinder_domain::id::ClaimantNumber;
use joinder_store::import_batch::{self as batches, BatchId};
use joinder_store::{Op, Write, claimant as store};
use serde::Serialize;

use super::list::Which;
use crate::app::OpenMatter;
use crate::claimant::replace;
use crate::classification::{Shared, refresh, refresh_concerned};
use crate::clock::Clock;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::job::Job;

/// Claimants between two reports of progress.
const STEP: usize = 100;

/// An import was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportUndone {
    /// Claimants who are gone, or as before.
    pub undone: u32,
    /// Claimants on whom somebody has worked since, and who were left as they are.
    pub left: Vec<u32>,
}

pub(crate) fn undo(context: Context<'_>, input: Which) -> Result<Applied<ImportUndone>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let written = open.write(Op("import.undo"), clock.now(), |tx| {
        take_back(tx, &open, clock, context.job, BatchId(input.id))
    })?;
    open.session.forget_import(BatchId(input.id))?;
    Ok(Applied::stored(written.output, &written.changes))
}

/// Takes an import back.
///
/// # Errors
/// `no-such-import`, `import-undone`, `cancelled`; those of the store.
pub(crate) fn take_back(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    clock: Clock,
    job: &Job,
    batch: BatchId,
) -> Result<ImportUndone> {
    let found = batches::get(tx, batch)?.ok_or_else(|| Error::new("no-such-import"))?;
    if found.undone.is_some() {
        return Err(Error::new("import-undone"));
    }
    let mut undone = ImportUndone::default();
    let (updates, added) = (batches::updates(tx, batch)?, batches::added(tx, batch)?);
    let total = updates.len().saturating_add(added.len()) as u64;
    for (done, update) in updates.into_iter().rev().enumerate() {
        match store::get(tx, update.number)? {
            Some(now) if update.is_as_made(&now)? => {
                replace(tx, open, clock, update.number, now.version, &now.claimant, &update.before)?;
                undone.undone = undone.undone.saturating_add(1);
            }
            _ => undone.left.push(update.number.0),
        }
        if done.is_multiple_of(STEP) {
            job.step(done as u64, total, "Taking the import back")?;
        }
    }
    for (done, number) in added.into_iter().rev().enumerate() {
        if remove(tx, open, clock, number)? {
            undone.undone = undone.undone.saturating_add(1);
        } else {
            undone.left.push(number.0);
        }
        if done.is_multiple_of(STEP) {
            job.step(done as u64, total, "Taking the import back")?;
        }
    }
    batches::set_undone(tx, batch)?;
    Ok(undone)
}

/// Takes out a claimant who was added by mistake, unless something rests on the record by now.
///
/// # Errors
/// Those of the store.
pub(crate) fn remove(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    clock: Clock,
    number: ClaimantNumber,
) -> Result<bool> {
    let Some(stored) = store::get(tx, number)? else { return Ok(false) };
    let Some(concerned) = store::take_back(tx, number)? else { return Ok(false) };
    for other in concerned {
        refresh(tx, open, other, clock.today())?;
    }
    let nothing = BTreeSet::new();
    refresh_concerned(tx, open, number, &Shared::of(&stored.claimant), &nothing, clock.today())?;
    Ok(true)
}
