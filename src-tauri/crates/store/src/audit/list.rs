//! The audit as people read it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use joinder_domain::audit::{Change, Link};
use joinder_domain::id::{ClaimantNumber, PersonId};
use rusqlite::OptionalExtension;

use super::store::{COLUMNS, link};
use crate::column::{milliseconds, read};
use crate::error::{Error, Result};
use crate::write::Reader;

/// An entry, and what it changed as long as that is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The entry with its hash.
    pub link: Link,
    /// The fields before and after.
    pub change: Option<Change>,
}

/// Up to `limit` entries before the entry `before`, the latest first; from the last one when `before` is `None`.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, before: Option<u64>, limit: usize) -> Result<Vec<Link>> {
    let sql = format!("SELECT {COLUMNS} FROM audit_entry WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2");
    let before = before.and_then(|seq| i64::try_from(seq).ok()).unwrap_or(i64::MAX);
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let links = statement.query_map((before, limit), link)?;
    links.map(|link| link?.ok_or(Error::Damaged { what: "audit" })).collect()
}

/// What happened to a claimant, the latest first, with what was changed.
///
/// # Errors
/// Those of the database.
pub fn of_claimant(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<Listed>> {
    let sql = format!("SELECT {COLUMNS} FROM audit_entry WHERE claimant = ?1 ORDER BY seq DESC");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let links = statement.query_map([number.0], link)?;
    links
        .map(|link| {
            let link = link?.ok_or(Error::Damaged { what: "audit" })?;
            let change = change(reader, link.entry.seq)?;
            Ok(Listed { link, change })
        })
        .collect()
}

/// The entry that last changed what is held of a claimant. Exports and other notes do not count, nor does what stands
/// beside the record and in no paper: an approval, the packet that brings it, a place on the register, a note or a step of
/// the work must not change the paper that was approved.
///
/// # Errors
/// Those of the database.
pub fn last_change(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Option<Link>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM audit_entry WHERE claimant = ?1 AND content_digest IS NOT NULL AND subject_kind NOT IN
         ('bundle', 'packet', 'request', 'register-place', 'work', 'journal', 'hold', 'match') ORDER BY seq DESC LIMIT 1"
    );
    let link = reader.conn.prepare_cached(&sql)?.query_row([number.0], link).optional()?;
    link.map(|link| link.ok_or(Error::Damaged { what: "audit" })).transpose()
}

/// What others than `person` did since a moment, the latest first: the operation, who, and for which claimant. Up to
/// `most` entries are looked at.
///
/// # Errors
/// Those of the database.
pub fn others_since(
    reader: &Reader<'_>,
    person: PersonId,
    since: Timestamp,
    most: usize,
) -> Result<Vec<(String, String, Option<u32>)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT at, actor, op, actor_name, claimant FROM audit_entry ORDER BY seq DESC LIMIT ?1",
    )?;
    let mut rows = statement.query([most])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        // Clocks are set back: an entry that looks older does not end the search of those before it, the limit does.
        if row.get::<_, i64>(0)? <= milliseconds(since) || row.get::<_, [u8; 16]>(1)? == *person.0.as_bytes()
        {
            continue;
        }
        found.push((row.get(2)?, row.get(3)?, row.get(4)?));
    }
    Ok(found)
}

fn change(reader: &Reader<'_>, seq: u64) -> Result<Option<Change>> {
    let text: Option<String> = reader
        .conn
        .prepare_cached("SELECT change FROM audit_change WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?;
    text.map(|text| read("change", &text)).transpose()
}

/// The number of the last entry; 0 before the first.
///
/// # Errors
/// Those of the database.
pub fn last(reader: &Reader<'_>) -> Result<u64> {
    let sql = "SELECT ifnull(max(seq), 0) FROM audit_entry";
    Ok(reader.conn.prepare_cached(sql)?.query_row((), |row| row.get(0))?)
}

/// The claimants whose records have entries after the one with this number.
///
/// # Errors
/// Those of the database.
pub fn claimants_since(reader: &Reader<'_>, seq: u64) -> Result<BTreeSet<ClaimantNumber>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT DISTINCT claimant FROM audit_entry
         WHERE seq > ?1 AND claimant IS NOT NULL AND subject_kind = 'claimant'",
    )?;
    let found = statement.query_map([seq], |row| row.get(0).map(ClaimantNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
