//! Every claimant again, by the rules in force.

use joinder_store::classification::{Keeper, Outcome};
use joinder_store::{Op, Write, claimant as store, evidence as items};
use serde::Serialize;
use serde_json::{Value, json};

use super::everyone::everyone;
use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::Result;

/// Claimants between two reports of progress.
pub(crate) const STEP: u64 = 500;

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClassificationRan"))]
pub struct Ran {
    /// Claimants classified.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub classified: u64,
    /// Those whose classification differs from before.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub changed: u64,
}

pub(crate) fn run(context: Context<'_>, _: Nothing) -> Result<Applied<Ran>> {
    let open = context.app.open_matter()?;
    let done = open.write(Op("classification.run"), context.app.clock().now(), |tx| {
        let outcome = keep_everyone(context, tx, &open, &open.profile, |outcome| {
            json!({ "claimants": outcome.changed.saturating_add(outcome.unchanged), "changed": outcome.changed })
        })?;
        Ok(Ran { classified: outcome.changed.saturating_add(outcome.unchanged), changed: outcome.changed })
    })?;
    Ok(Applied::stored(done.output, &done.changes))
}

/// Classifies every claimant and keeps what differs, in one transaction: stopped half way, nothing has changed.
///
/// Whoever holds the transaction is the only one who writes, so what the workers read is what there is.
pub(crate) fn keep_everyone(
    context: Context<'_>,
    tx: &mut Write<'_>,
    open: &OpenMatter,
    profile: &joinder_domain::profile::Profile,
    detail: impl FnOnce(&Outcome) -> Value,
) -> Result<Outcome> {
    let label = "Classifying";
    let (total, today) = (store::total(tx)?, context.app.clock().today());
    let mut keeper = Keeper::new(tx);
    let mut done = 0;
    context.job.step(0, total, label)?;
    everyone(open, profile, today, |found| {
        for item in &found.evidence {
            items::grade(keeper.tx(), item.evidence, Some(&item.grade))?;
        }
        keeper.keep(found.number, &found.answer, found.standing)?;
        done += 1;
        if u64::is_multiple_of(done, STEP) {
            context.job.step(done, total, label)?;
        }
        Ok(())
    })?;
    context.job.step(done, done, label)?;
    let detail = detail(&keeper.outcome());
    Ok(keeper.finish(detail)?)
}
