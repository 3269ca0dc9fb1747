//! Two records made one, and two again.

use std::collections::BTreeSet;

use joinder_domain::id::ClaimantNumber;
use joinder_domain::matching;
use joinder_store::merge::{self as store, NewMerge};
use joinder_store::{Op, Write, claimant};
use serde::{Deserialize, Serialize};

use super::keep::look;
use super::pair::{again, reason};
use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::undo::{self, Parted, Undo, What};

/// Two records to make one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MergeClaimants"))]
pub struct Merge {
    /// Number of the record that is kept.
    pub kept: u32,
    /// Its version that was looked at.
    pub kept_version: u32,
    /// Number of the record that goes into it.
    pub lost: u32,
    /// Its version that was looked at.
    pub lost_version: u32,
    /// Fields on which the other's word is taken, such as `identity.surname`.
    #[serde(default)]
    pub take: BTreeSet<String>,
    /// Why.
    pub reason: String,
}

/// Records were made one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantsMerged"))]
pub struct Merged {
    /// Number of the merge, by which it can be undone.
    pub id: u32,
}

/// A merge to undo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "UnmergeClaimants"))]
pub struct Unmerge {
    /// Its number.
    pub id: u32,
    /// Why.
    pub reason: String,
}

/// A merge in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MergeRow"))]
pub struct MergeRow {
    /// Its number.
    pub id: u32,
    /// Number of the record that was kept.
    pub kept: u32,
    /// Number of the record that went into it.
    pub lost: u32,
    /// Name of the one.
    pub kept_name: String,
    /// Name of the other.
    pub lost_name: String,
    /// When, RFC 3339.
    pub at: String,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When it was undone, RFC 3339; empty while it stands.
    pub undone_at: String,
    /// By whom.
    pub undone_by: String,
    /// Why.
    pub undone_reason: String,
}

pub(crate) fn merge(context: Context<'_>, input: Merge) -> Result<Applied<Merged>> {
    let open = context.app.open_matter()?;
    let reason = reason(&input.reason)?.to_owned();
    let (kept, lost) = (ClaimantNumber(input.kept), ClaimantNumber(input.lost));
    let written = open.write(Op("claimant.merge"), context.app.clock().now(), |tx| {
        let stored = |number| claimant::get(tx, number)?.ok_or_else(|| Error::new("no-such-claimant"));
        let (one, other) = (stored(kept)?, stored(lost)?);
        let merged = matching::merge(&one.claimant, &other.claimant, &input.take);
        let merged = merged.ok_or_else(|| Error::new("internal"))?;
        let new = NewMerge {
            kept: (kept, input.kept_version),
            lost: (lost, input.lost_version),
            merged: merged.clone(),
            reason,
        };
        let id = store::merge(tx, &new)?;
        after_merge(tx, &open, context, &[kept])?;
        Ok((Merged { id }, undo::Merged { merged, before: (one.claimant, other.claimant) }))
    })?;
    let (done, said) = written.output;
    let (one, other) = (kept.to_string(), lost.to_string());
    let what = What::Merged(done.id, Box::new(said));
    open.session.remember(Undo::new("undo-merge", &[("kept", &one), ("lost", &other)], what))?;
    Ok(Applied::stored(done, &written.changes))
}

pub(crate) fn unmerge(context: Context<'_>, input: Unmerge) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let reason = reason(&input.reason)?;
    let written = open.write(Op("claimant.unmerge"), context.app.clock().now(), |tx| {
        let stored =
            |tx: &Write<'_>, number| claimant::get(tx, number)?.ok_or_else(|| Error::new("no-such-claimant"));
        let merge = store::get(tx, input.id)?.ok_or_else(|| Error::new("no-such-match"))?;
        let outer = store::around(tx, merge.kept)?.into_iter().map(|outer| outer.kept);
        let records = std::iter::once(merge.kept).chain(outer);
        let said: Result<Vec<_>> = records.map(|number| Ok((number, stored(tx, number)?.claimant))).collect();
        let said = said?;
        let store::Unmerged { kept, lost, again } = store::unmerge(tx, input.id, reason)?;
        after_merge(tx, &open, context, &[kept, lost])?;
        let (one, other) = (stored(tx, kept)?.claimant, stored(tx, lost)?.claimant);
        Ok((Parted { id: input.id, kept: (kept, one), lost: (lost, other), said }, again))
    })?;
    let (parted, again) = written.output;
    open.session.renumber_merges(&again)?;
    let (one, other) = (parted.kept.0.to_string(), parted.lost.0.to_string());
    let what = What::Parted(Box::new(parted));
    open.session.remember(Undo::new("undo-unmerge", &[("kept", &one), ("lost", &other)], what))?;
    Ok(Applied::stored(Nothing {}, &written.changes))
}

/// Looks for others like records that were made one or two, and classifies all whom that concerns.
///
/// # Errors
/// Those of the store.
pub(crate) fn after_merge(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    context: Context<'_>,
    numbers: &[ClaimantNumber],
) -> Result<()> {
    let mut concerned: BTreeSet<ClaimantNumber> = numbers.iter().copied().collect();
    for number in numbers {
        if let Some(stored) = claimant::get(tx, *number)? {
            concerned.extend(look(tx, &[(*number, &stored.claimant)])?);
        }
    }
    again(tx, open, &concerned.into_iter().collect::<Vec<_>>(), context)
}

/// So many merges are listed at most.
const LISTED_MOST: usize = 5_000;

pub(crate) fn list(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<MergeRow>>> {
    let open = context.app.open_matter()?;
    let rows = open.matter.read(|reader| {
        let name = |number: ClaimantNumber| {
            let row = claimant::rows(reader, &[number])?.pop();
            Ok::<_, Error>(row.map(|row| row.name).unwrap_or_default())
        };
        let row = |merge: store::Merge| {
            Ok(MergeRow {
                id: merge.id,
                kept: merge.kept.0,
                lost: merge.lost.0,
                kept_name: name(merge.kept)?,
                lost_name: name(merge.lost)?,
                at: merge.at.to_string(),
                by: merge.by,
                reason: merge.reason,
                undone_at: merge.undone_at.map(|at| at.to_string()).unwrap_or_default(),
                undone_by: merge.undone_by,
                undone_reason: merge.undone_reason,
            })
        };
        store::list(reader, LISTED_MOST)?.into_iter().map(row).collect::<Result<Vec<MergeRow>>>()
    })?;
    Ok(Applied::unchanged(rows))
}
