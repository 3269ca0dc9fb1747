//! Taking one change back, in one transaction.

use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use joinder_store::claimant::{self as store, Stored};
use joinder_store::evidence::{self as items, State};
use joinder_store::journal;
use joinder_store::match_pair::{self as pairs, PairState};
use joinder_store::merge::{self as merges, merged_into};
use joinder_store::overrides::{self as said, NewOverride};
use joinder_store::work::{self, Work};
use joinder_store::{Op, Write, saved_view};

use super::{Parted, Step, Undo, Undone, What};
use crate::app::OpenMatter;
use crate::claimant::replace;
use crate::classification::refresh;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::import;
use crate::matching::after_merge;
use crate::text::text;

/// Takes a change back.
///
/// # Errors
/// Those of the store; `conflict` and the like when somebody changed it since.
pub(super) fn out(context: Context<'_>, open: &OpenMatter, undo: &Undo) -> Result<Applied<Undone>> {
    let mut done = Undone { name: undo.name.clone(), undone: 0, left: 0 };
    let mut again = Vec::new();
    let written = open.write(Op("undo.run"), context.app.clock().now(), |tx| {
        (done.undone, done.left) = back(context, tx, open, &undo.what, &mut again)?;
        Ok::<_, Error>(())
    })?;
    open.session.renumber_merges(&again)?;
    Ok(Applied::stored(done, &written.changes).and(Noun::Draft, None))
}

/// How many files are as before, and how many were left as they are. Merges that got another number are added to `again`.
fn back(
    context: Context<'_>,
    tx: &mut Write<'_>,
    open: &OpenMatter,
    what: &What,
    again: &mut Vec<(u32, u32)>,
) -> Result<(u32, u32)> {
    let clock = context.app.clock();
    let only = |done: bool| if done { (1, 0) } else { (0, 1) };
    Ok(match what {
        What::Work(steps) => worked(tx, steps)?,
        What::Record { number, before, after } => {
            let now = unchanged(tx, *number, after)?;
            replace(tx, open, clock, *number, now.version, &now.claimant, before)?;
            (1, 0)
        }
        What::Added(number) => only(import::remove(tx, open, clock, *number)?),
        What::Import(batch) => {
            let back = import::take_back(tx, open, clock, context.job, *batch)?;
            (back.undone, u32::try_from(back.left.len()).unwrap_or(u32::MAX))
        }
        What::Merged(id, said) => {
            let merge = merges::get(tx, *id)?.ok_or_else(|| Error::new("no-such-match"))?;
            let same = store::get(tx, merge.kept)?.is_some_and(|now| now.claimant == said.merged);
            let parted = merges::unmerge(tx, *id, &text("undo-reason", &[]))?;
            if same {
                // Whatever was changed in between was taken back as well: both say what they had said.
                say(tx, merge.kept, &said.before.0)?;
                say(tx, merge.lost, &said.before.1)?;
            }
            after_merge(tx, open, context, &[parted.kept, parted.lost])?;
            again.extend(parted.again);
            (2, 0)
        }
        What::Parted(parted) => {
            again.extend(merged_again(context, tx, open, parted)?);
            (2, 0)
        }
        What::Decided { a, b, not_same } => {
            let state = if *not_same { PairState::NotSame } else { PairState::Open };
            pairs::decide(tx, *a, *b, state, &text("undo-reason", &[]))?;
            for number in [*a, *b] {
                refresh(tx, open, number, clock.today())?;
            }
            (1, 0)
        }
        What::Evidence { id, before, after } => {
            let now = items::get(tx, *id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
            if now.state != *after {
                return Ok((0, 1));
            }
            match before {
                State::Unassigned => items::unassign(tx, *id)?,
                State::Assigned(number) => items::assign(tx, *id, *number, None)?,
                State::SetAside(reason) => items::set_aside(tx, *id, reason)?,
            }
            for number in [whose(before), whose(after)].into_iter().flatten() {
                refresh(tx, open, number, clock.today())?;
            }
            (1, 0)
        }
        What::Restricted { id, before, after } => {
            let now = items::get(tx, *id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
            if now.restricted != *after {
                return Ok((0, 1));
            }
            items::restrict(tx, *id, before)?;
            (1, 0)
        }
        What::Override { number, axis, before, after } => {
            let present = said::present(tx, *number, *axis)?;
            if present.as_ref().map(|kept| kept.said.code()) != after.as_ref() {
                return Ok((0, 1));
            }
            match (before, present) {
                (Some((code, reason)), _) => {
                    let (code, reason) = (code.clone(), reason.clone());
                    said::set(tx, &NewOverride { claimant: *number, axis: *axis, code, reason })?;
                }
                (None, Some(kept)) => said::withdraw(tx, &kept, &text("undo-reason", &[]))?,
                (None, None) => {}
            }
            (1, 0)
        }
        What::Journal { id, before, after } => {
            let now = journal::get(tx, *id)?.ok_or_else(|| Error::new("no-such-entry"))?;
            if Some(&now.entry).filter(|_| !now.removed) != after.as_ref() {
                return Ok((0, 1));
            }
            let entry = before.as_ref().unwrap_or(&now.entry);
            journal::put(tx, *id, now.version, entry, before.is_none())?;
            (1, 0)
        }
        What::Several(changes) => {
            let (mut undone, mut left) = (0, 0);
            for change in changes.iter().rev() {
                let (now_undone, now_left) = back(context, tx, open, change, again)?;
                (undone, left) = (undone.max(now_undone), left.max(now_left));
            }
            (undone, left)
        }
        What::View { name, before, after } => {
            let person = tx.actor().id;
            let now = saved_view::list(tx, person)?.into_iter().find(|view| view.name == *name);
            if now.as_ref().map(|view| &view.view) != after.as_ref() {
                return Ok((0, 1));
            }
            match (before, now) {
                (Some(view), _) => drop(saved_view::put(tx, name, view)?),
                (None, Some(view)) => drop(saved_view::remove(tx, view.id)?),
                (None, None) => {}
            }
            (1, 0)
        }
    })
}

fn merged_again(
    context: Context<'_>,
    tx: &mut Write<'_>,
    open: &OpenMatter,
    parted: &Parted,
) -> Result<Vec<(u32, u32)>> {
    unchanged(tx, parted.kept.0, &parted.kept.1)?;
    unchanged(tx, parted.lost.0, &parted.lost.1)?;
    let again = merges::remerge(tx, parted.id, &parted.said, &text("undo-reason", &[]))?;
    after_merge(tx, open, context, &[parted.kept.0])?;
    Ok(again)
}

fn say(tx: &mut Write<'_>, number: ClaimantNumber, words: &Claimant) -> Result<()> {
    let now = store::get(tx, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
    if now.claimant != *words {
        store::update(tx, number, now.version, words)?;
    }
    Ok(())
}

/// A record that says what it said after the change: later changes that were undone themselves do not stand in the way.
fn unchanged(tx: &Write<'_>, number: ClaimantNumber, after: &Claimant) -> Result<Stored> {
    let now = store::get(tx, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
    if now.claimant == *after { Ok(now) } else { Err(Error::new("conflict")) }
}

fn worked(tx: &mut Write<'_>, steps: &[Step]) -> Result<(u32, u32)> {
    let (mut undone, mut left) = (0, 0);
    for step in steps {
        let now = work::get(tx, step.number)?;
        let same = Work { since: step.after.since, ..now.clone() } == *step.after;
        if same && merged_into(tx, step.number)?.is_none() && store::get(tx, step.number)?.is_some() {
            work::put(tx, step.number, &step.before)?;
            undone += 1;
        } else {
            left += 1;
        }
    }
    Ok((undone, left))
}

fn whose(state: &State) -> Option<ClaimantNumber> {
    match state {
        State::Assigned(number) => Some(*number),
        State::Unassigned | State::SetAside(_) => None,
    }
}
