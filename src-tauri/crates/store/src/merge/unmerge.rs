//! Records that are two again.

use std::collections::BTreeSet;

use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::matching::{differences, merge as joined, unmerge as parted};
use serde_json::Value;

use super::get::{Merge, around, get, holder, of_kept};
use super::{NewMerge, enter, enter_content, merge, record, work};
use crate::claimant::{self, EmailKeys};
use crate::column::{document, milliseconds};
use crate::error::{Error, Result};
use crate::evidence::{self, Which};
use crate::match_pair::{self, PairState};
use crate::write::{Reader, Write};

/// Two records again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmerged {
    /// The record that says now what the kept one says: itself, or the one that it is part of.
    pub kept: ClaimantNumber,
    /// The record that came out.
    pub lost: ClaimantNumber,
    /// Merges around it that were undone and made again, the innermost first, each with its number before and now.
    pub again: Vec<(u32, u32)>,
}

/// Makes them two again: each as it was, with what was changed since where it belongs. Evidence that came from the other
/// goes back to it, and so does evidence that arrived since and was sent to an address that only the other has.
///
/// # Errors
/// [`Error::NoSuchMatch`]; those of the database.
pub fn unmerge(tx: &mut Write<'_>, id: u32, reason: &str) -> Result<Unmerged> {
    let merge = get(tx, id)?.filter(|merge| merge.undone_at.is_none()).ok_or(Error::NoSuchMatch)?;
    // Where the kept record is part of another one, it is taken out, parted, and put into it again.
    let outers = around(tx, merge.kept)?;
    let mut takes = Vec::with_capacity(outers.len());
    for outer in outers.iter().rev() {
        takes.push(taken(tx, outer)?);
        part(tx, outer, reason)?;
    }
    part(tx, &merge, reason)?;
    let mut again = Vec::with_capacity(outers.len());
    for (outer, take) in outers.iter().zip(takes.iter().rev()) {
        let stored = |number| claimant::get(tx, number)?.ok_or(Error::NoSuchClaimant);
        let (one, other) = (stored(outer.kept)?, stored(outer.lost)?);
        let merged = joined(&one.claimant, &other.claimant, take).ok_or(Error::Unreadable("claimant"))?;
        again.push((outer.id, put_into(tx, outer, merged)?));
    }
    Ok(Unmerged { kept: holder(tx, merge.kept)?, lost: merge.lost, again })
}

/// Undoes an unmerge: each record, the innermost first, says again what it said before. Gives the numbers of the merges
/// before and now.
///
/// # Errors
/// [`Error::NoSuchMatch`]; those of [`merge`].
pub fn remerge(
    tx: &mut Write<'_>,
    id: u32,
    said: &[(ClaimantNumber, Claimant)],
    reason: &str,
) -> Result<Vec<(u32, u32)>> {
    let merge = get(tx, id)?.ok_or(Error::NoSuchMatch)?;
    let outers = around(tx, merge.kept)?;
    for outer in outers.iter().rev() {
        part(tx, outer, reason)?;
    }
    let mut again = Vec::with_capacity(outers.len().saturating_add(1));
    for one in std::iter::once(&merge).chain(&outers) {
        let merged = said.iter().find(|(number, _)| *number == one.kept).ok_or(Error::NoSuchMatch)?;
        again.push((one.id, put_into(tx, one, merged.1.clone())?));
    }
    Ok(again)
}

/// Makes a merge that was undone once more, so that the kept record says `merged`.
fn put_into(tx: &mut Write<'_>, before: &Merge, merged: Claimant) -> Result<u32> {
    let version = |number| Ok::<_, Error>(claimant::get(tx, number)?.ok_or(Error::NoSuchClaimant)?.version);
    let (kept, lost) = ((before.kept, version(before.kept)?), (before.lost, version(before.lost)?));
    merge(tx, &NewMerge { kept, lost, merged, reason: before.reason.clone() })
}

/// The fields on which a merge took the other's word.
fn taken(reader: &Reader<'_>, merge: &Merge) -> Result<BTreeSet<String>> {
    let other = claimant::get(reader, merge.lost)?.ok_or(Error::NoSuchClaimant)?;
    let before = claimant_of(merge.before.clone())?;
    let after = |path: &str| merge.after.pointer(&format!("/{}", path.replace('.', "/")));
    let differing = differences(&before, &other.claimant).into_iter();
    Ok(differing.filter(|one| after(&one.path) == Some(&one.other)).map(|one| one.path).collect())
}

fn part(tx: &mut Write<'_>, merge: &Merge, reason: &str) -> Result<(ClaimantNumber, ClaimantNumber)> {
    let id = merge.id;
    let now = claimant::get(tx, merge.kept)?.ok_or(Error::NoSuchClaimant)?;
    let other = claimant::get(tx, merge.lost)?.ok_or(Error::NoSuchClaimant)?;
    let other_record = record(&other.claimant)?;
    let divided = |now: &Value| parted(&merge.before, &merge.after, &other_record, now);
    let (kept, lost) = divided(&record(&now.claimant)?);
    // Later merges into the same record must not bring back what is parted now.
    let later = of_kept(tx, merge.kept)?.into_iter();
    let later: Vec<Merge> = later.filter(|later| later.id > id && later.undone_at.is_none()).collect();
    for later in &later {
        tx.conn
            .prepare_cached("UPDATE claimant_merge SET before = ?2, after = ?3 WHERE id = ?1")?
            .execute((later.id, document(&divided(&later.before).0)?, document(&divided(&later.after).0)?))?;
    }
    tx.conn
        .prepare_cached(
            "UPDATE claimant_merge SET undone_at = ?2, undone_by_name = ?3, undone_reason = ?4 WHERE id = ?1",
        )?
        .execute((id, milliseconds(tx.now()), &tx.actor().name, reason))?;
    let (kept, lost): (Claimant, Claimant) = (claimant_of(kept)?, claimant_of(lost)?);
    claimant::update(tx, merge.kept, now.version, &kept)?;
    claimant::show(tx, &other)?;
    claimant::update(tx, merge.lost, other.version, &lost)?;
    give_back(tx, merge, &kept, &lost)?;
    work::give_back(tx, merge)?;
    if match_pair::get(tx, merge.kept, merge.lost)?.is_some() {
        match_pair::decide(tx, merge.kept, merge.lost, PairState::Open, reason)?;
    }
    enter(tx, id, [merge.kept, merge.lost], "undone")?;
    later.iter().try_for_each(|later| enter_content(tx, later.id, later.kept, later.lost))?;
    Ok((merge.kept, merge.lost))
}

fn give_back(tx: &mut Write<'_>, merge: &Merge, kept: &Claimant, lost: &Claimant) -> Result<()> {
    let (own, others) = (addresses(kept), addresses(lost));
    for item in evidence::list(tx, Which::Of(merge.kept))? {
        let to = |addresses: &BTreeSet<String>| {
            let keys = item.recipients.iter().filter_map(|address| EmailKeys::of(address));
            keys.map(|keys| keys.exact).any(|key| addresses.contains(&key))
        };
        if merge.evidence.contains(&item.id) || (to(&others) && !to(&own)) {
            evidence::assign(tx, item.id, merge.lost, None)?;
        }
    }
    Ok(())
}

fn addresses(claimant: &Claimant) -> BTreeSet<String> {
    let emails = claimant.contact.emails.iter();
    emails.filter_map(|email| EmailKeys::of(&email.address)).map(|keys| keys.exact).collect()
}

fn claimant_of(record: Value) -> Result<Claimant> {
    serde_json::from_value(record).map_err(|_| Error::Unreadable("claimant"))
}
