//! Merges as they are kept, and where a record is now.

use std::collections::BTreeSet;

use jiff::Timestamp;
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use rusqlite::{OptionalExtension, Row};
use serde_json::Value;

use super::work::Carried;
use crate::column::{read, timestamp};
use crate::error::{Error, Result};
use crate::write::Reader;

/// A merge as kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// Its number.
    pub id: u32,
    /// The record that was kept.
    pub kept: ClaimantNumber,
    /// The record that went into it.
    pub lost: ClaimantNumber,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
    /// By whom.
    pub undone_by: String,
    /// Why.
    pub undone_reason: String,
    pub(super) before: Value,
    pub(super) after: Value,
    pub(super) evidence: Vec<EvidenceId>,
    pub(super) carried: Carried,
}

const COLUMNS: &str =
    "id, kept, lost, merged_at, merged_by_name, reason, undone_at, undone_by_name, undone_reason,
    before, after, evidence, work";

/// The merges by which a record is part of others, the innermost first.
///
/// # Errors
/// Those of the database.
pub fn around(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<Merge>> {
    let (mut at, mut met) = (number, BTreeSet::from([number]));
    let mut found = Vec::new();
    while let Some(outer) = into(reader, at)?.filter(|outer| met.insert(outer.kept)) {
        at = outer.kept;
        found.push(outer);
    }
    Ok(found)
}

/// The record that a claimant's went into; `None` when it is one of its own.
///
/// # Errors
/// Those of the database.
pub fn merged_into(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Option<ClaimantNumber>> {
    Ok(reader
        .conn
        .prepare_cached("SELECT kept FROM claimant_merge WHERE lost = ?1 AND undone_at IS NULL")?
        .query_row([number.0], |row| row.get(0).map(ClaimantNumber))
        .optional()?)
}

/// The records that went into a claimant's, in order; those that went into one of them are not among them.
///
/// # Errors
/// Those of the database.
pub fn lost_into(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<ClaimantNumber>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT lost FROM claimant_merge WHERE kept = ?1 AND undone_at IS NULL ORDER BY lost",
    )?;
    let found = statement.query_map([number.0], |row| row.get(0).map(ClaimantNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The record in which a claimant's facts are now: their own, or the one that it went into, through as many merges as
/// there were.
///
/// # Errors
/// Those of the database.
pub fn holder(reader: &Reader<'_>, number: ClaimantNumber) -> Result<ClaimantNumber> {
    // UNION passes over a number that was met before, so that this ends whatever the table says.
    let found = reader
        .conn
        .prepare_cached(
            "WITH RECURSIVE way (number) AS (SELECT ?1 UNION SELECT m.kept FROM claimant_merge m
               JOIN way ON m.lost = way.number WHERE m.undone_at IS NULL)
             SELECT number FROM way
             WHERE number NOT IN (SELECT lost FROM claimant_merge WHERE undone_at IS NULL)",
        )?
        .query_row([number.0], |row| row.get(0).map(ClaimantNumber))
        .optional()?;
    Ok(found.unwrap_or(number))
}

/// The merge by which a record went into another one.
fn into(reader: &Reader<'_>, lost: ClaimantNumber) -> Result<Option<Merge>> {
    let sql = format!("SELECT {COLUMNS} FROM claimant_merge WHERE lost = ?1 AND undone_at IS NULL");
    reader.conn.prepare_cached(&sql)?.query_row([lost.0], row).optional()?.transpose()
}

/// Refuses a record that went into another one.
pub(crate) fn refuse_merged(reader: &Reader<'_>, number: ClaimantNumber) -> Result<()> {
    merged_into(reader, number)?.map_or(Ok(()), |_| Err(Error::MergedAlready))
}

/// A merge.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, id: u32) -> Result<Option<Merge>> {
    let sql = format!("SELECT {COLUMNS} FROM claimant_merge WHERE id = ?1");
    reader.conn.prepare_cached(&sql)?.query_row([id], row).optional()?.transpose()
}

/// Every merge, the latest first.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, most: usize) -> Result<Vec<Merge>> {
    let sql = format!("SELECT {COLUMNS} FROM claimant_merge ORDER BY id DESC LIMIT ?1");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let merges = statement.query_map([most], row)?;
    merges.map(|merge| merge?).collect()
}

pub(super) fn of_kept(reader: &Reader<'_>, kept: ClaimantNumber) -> Result<Vec<Merge>> {
    let sql = format!("SELECT {COLUMNS} FROM claimant_merge WHERE kept = ?1 ORDER BY id");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let merges = statement.query_map([kept.0], row)?;
    merges.map(|merge| merge?).collect()
}

fn row(row: &Row<'_>) -> rusqlite::Result<Result<Merge>> {
    let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
    let (before, after) = (read("merge", text(9)?), read("merge", text(10)?));
    let (evidence, carried) = (read("merge", text(11)?), read("merge", text(12)?));
    let (id, kept, lost) = (row.get(0)?, ClaimantNumber(row.get(1)?), ClaimantNumber(row.get(2)?));
    let (at, by, reason) = (timestamp(row.get(3)?), row.get(4)?, row.get(5)?);
    let undone_at: Option<i64> = row.get(6)?;
    let (undone_by, undone_reason) = (row.get(7)?, row.get(8)?);
    Ok((|| {
        Ok(Merge {
            id,
            kept,
            lost,
            at,
            by,
            reason,
            undone_at: undone_at.map(timestamp),
            undone_by,
            undone_reason,
            before: before?,
            after: after?,
            evidence: evidence?,
            carried: carried?,
        })
    })())
}
