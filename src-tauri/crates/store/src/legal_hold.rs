//! What keeps a record although its time is over, or although its person asks for erasure (UK GDPR art. 17(3)(e)).

use jiff::Timestamp;
use jiff::civil::Date;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use rusqlite::{OptionalExtension, Row};
use serde_json::json;

use crate::column::{document, milliseconds, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// A hold, present or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalHold {
    /// Its number.
    pub id: u32,
    /// Whose record it keeps; everybody's when none is named.
    pub claimant: Option<ClaimantNumber>,
    /// Why.
    pub reason: String,
    /// When somebody looks whether it is still needed, ISO 8601.
    pub review: String,
    /// Since when.
    pub set_at: Timestamp,
    /// Who approved it.
    pub set_by: String,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Who ended it.
    pub ended_by: String,
    /// Why.
    pub ended_reason: String,
}

const COLUMNS: &str =
    "id, claimant, reason, review, set_at, set_by_name, ended_at, ended_by_name, ended_reason";

/// Puts a record on hold, or with no claimant the whole matter. Returns the hold's number.
///
/// # Errors
/// [`Error::NoSuchClaimant`]; those of the database.
pub fn put(tx: &mut Write<'_>, claimant: Option<ClaimantNumber>, reason: &str, review: Date) -> Result<u32> {
    if let Some(number) = claimant
        && crate::claimant::get(tx, number)?.is_none()
    {
        return Err(Error::NoSuchClaimant);
    }
    tx.conn
        .prepare_cached(
            "INSERT INTO legal_hold (claimant, reason, review, set_at, set_by, set_by_name)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            claimant.map(|number| number.0),
            reason,
            review.to_string(),
            milliseconds(tx.now()),
            tx.actor().id.0.as_bytes(),
            &tx.actor().name,
        ))?;
    let id = u32::try_from(tx.conn.last_insert_rowid()).unwrap_or(u32::MAX);
    enter(tx, id, "set")?;
    Ok(id)
}

/// Ends a hold.
///
/// # Errors
/// [`Error::NoSuchHold`] when there is none with that number, or it ended before; those of the database.
pub fn end(tx: &mut Write<'_>, id: u32, reason: &str) -> Result<()> {
    let ended = tx
        .conn
        .prepare_cached(
            "UPDATE legal_hold SET ended_at = ?2, ended_by_name = ?3, ended_reason = ?4
             WHERE id = ?1 AND ended_at IS NULL",
        )?
        .execute((id, milliseconds(tx.now()), &tx.actor().name, reason))?;
    if ended == 0 {
        return Err(Error::NoSuchHold);
    }
    enter(tx, id, "ended")
}

fn enter(tx: &mut Write<'_>, id: u32, what: &str) -> Result<()> {
    let hold = get(tx, id)?.ok_or(Error::NoSuchHold)?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Hold, id.to_string()),
        claimant: hold.claimant,
        detail: json!({ "is": what, "review": hold.review }),
        change: None,
        content: Some(content(&hold)?),
    })?;
    tx.touch(Noun::Right, hold.claimant);
    Ok(())
}

/// A hold.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, id: u32) -> Result<Option<LegalHold>> {
    let sql = format!("SELECT {COLUMNS} FROM legal_hold WHERE id = ?1");
    Ok(reader.conn.prepare_cached(&sql)?.query_row([id], hold).optional()?)
}

/// Every hold, the latest first.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>) -> Result<Vec<LegalHold>> {
    let sql = format!("SELECT {COLUMNS} FROM legal_hold ORDER BY id DESC");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((), hold)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Whether a hold keeps a claimant's record now: one of its own, or one over the whole matter.
///
/// # Errors
/// Those of the database.
pub fn keeps(reader: &Reader<'_>, number: ClaimantNumber) -> Result<bool> {
    let any = "SELECT EXISTS (SELECT 1 FROM legal_hold
               WHERE ended_at IS NULL AND (claimant IS NULL OR claimant = ?1))";
    Ok(reader.conn.prepare_cached(any)?.query_row([number.0], |row| row.get(0))?)
}

fn hold(row: &Row<'_>) -> rusqlite::Result<LegalHold> {
    Ok(LegalHold {
        id: row.get(0)?,
        claimant: row.get::<_, Option<u32>>(1)?.map(ClaimantNumber),
        reason: row.get(2)?,
        review: row.get(3)?,
        set_at: timestamp(row.get(4)?),
        set_by: row.get(5)?,
        ended_at: row.get::<_, Option<i64>>(6)?.map(timestamp),
        ended_by: row.get(7)?,
        ended_reason: row.get(8)?,
    })
}

/// The digest that the audit holds of a hold.
pub(crate) fn content(hold: &LegalHold) -> Result<Digest> {
    let content = json!({
        "claimant": hold.claimant,
        "ended_at": hold.ended_at.map(milliseconds),
        "ended_by": hold.ended_by,
        "ended_reason": hold.ended_reason,
        "id": hold.id,
        "reason": hold.reason,
        "review": hold.review,
        "set_at": milliseconds(hold.set_at),
        "set_by": hold.set_by,
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}
