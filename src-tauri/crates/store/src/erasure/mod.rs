//! People who are gone: everything about a claimant deleted, and a tombstone in its place (UK GDPR art. 17).
//!
//! What is left is a number that nobody else gets, who erased it, when and why, and the audit entries, which hold hashes and
//! no data. What the entries had changed goes with the person. Freed pages are overwritten, the search index is written
//! anew without the person's words, and [`crate::Matter::forget_log`] empties the log; copies that were made before are
//! listed in [`crate::backup_copy`] and are for people to delete.

mod purge;

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::{ClaimantId, ClaimantNumber};
use joinder_domain::noun::Noun;
use rusqlite::Row;
use serde_json::json;

use crate::claimant;
use crate::column::{document, id, milliseconds, timestamp};
use crate::error::{Error, Result};
use crate::legal_hold;
use crate::merge;
use crate::register;
use crate::trigger;
use crate::write::{Entered, Reader, Write};

/// What is left of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// The number, which no other claimant gets.
    pub number: ClaimantNumber,
    /// The id.
    pub id: ClaimantId,
    /// When.
    pub at: Timestamp,
    /// Who erased it.
    pub by: String,
    /// Why; it is kept, so it must not repeat what the record said.
    pub reason: String,
}

/// Erases a claimant, with the records that were merged into this one. Returns what is left of them, the claimant first.
///
/// # Errors
/// [`Error::NoSuchClaimant`]; [`Error::MergedAlready`] for a record that went into another one, which is to be erased
/// instead; [`Error::RegisterKeeps`] for whoever stands on the register, present or past, since what was filed with a court
/// is not ours to change; [`Error::Held`]; those of the database. After any of them nothing has changed.
pub fn erase(tx: &mut Write<'_>, number: ClaimantNumber, reason: &str) -> Result<Vec<Erasure>> {
    if merge::merged_into(tx, number)?.is_some() {
        return Err(Error::MergedAlready);
    }
    let mut all = vec![number];
    let mut at = 0;
    while let Some(next) = all.get(at).copied() {
        all.extend(merge::lost_into(tx, next)?);
        at += 1;
    }
    for one in &all {
        if legal_hold::keeps(tx, *one)? {
            return Err(Error::Held);
        }
        if register::place_of(tx, *one)?.is_some() {
            return Err(Error::RegisterKeeps);
        }
    }
    tx.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let triggers = trigger::put_aside(tx, |_| true)?;
    let mut left = Vec::with_capacity(all.len());
    // Those that went into another one first: as long as it is known where they went, they are in no index.
    for one in all.into_iter().rev() {
        left.push(one_of(tx, one, reason)?);
    }
    left.reverse();
    purge::finish(tx)?;
    trigger::put_back(tx, &triggers)?;
    Ok(left)
}

fn one_of(tx: &mut Write<'_>, number: ClaimantNumber, reason: &str) -> Result<Erasure> {
    let stored = claimant::get(tx, number)?.ok_or(Error::NoSuchClaimant)?;
    let erasure = Erasure {
        number,
        id: stored.id,
        at: tx.now(),
        by: tx.actor().name.clone(),
        reason: reason.to_owned(),
    };
    let purge::Purged { gone, entries } = purge::purge(tx, &stored, reason)?;
    tx.conn.execute(
        "INSERT INTO erasure (claimant, id, at, person, person_name, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            number.0,
            erasure.id.0.as_bytes(),
            milliseconds(erasure.at),
            tx.actor().id.0.as_bytes(),
            &erasure.by,
            &erasure.reason,
        ),
    )?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Claimant, number.0.to_string()),
        claimant: Some(number),
        detail: json!({ "is": "erased", "gone": gone, "entries": entries }),
        change: None,
        content: Some(content(&erasure)?),
    })?;
    tx.touch(Noun::Right, None);
    tx.touch(Noun::Claimant, None);
    tx.touch(Noun::Evidence, None);
    Ok(erasure)
}

/// What is left of everybody who was erased, by number.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Erasure>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT claimant, id, at, person_name, reason FROM erasure ORDER BY claimant")?;
    let found = statement.query_map((), erasure)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn erasure(row: &Row<'_>) -> rusqlite::Result<Erasure> {
    Ok(Erasure {
        number: ClaimantNumber(row.get(0)?),
        id: ClaimantId(id(row.get(1)?)),
        at: timestamp(row.get(2)?),
        by: row.get(3)?,
        reason: row.get(4)?,
    })
}

/// The digest that the audit holds of a tombstone.
pub(crate) fn content(erasure: &Erasure) -> Result<Digest> {
    let content = json!({
        "at": milliseconds(erasure.at),
        "by": erasure.by,
        "id": erasure.id,
        "number": erasure.number,
        "reason": erasure.reason,
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}
