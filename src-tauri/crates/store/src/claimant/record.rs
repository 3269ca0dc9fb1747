//! The record: the facts as a canonical document without what was left blank.

use std::collections::BTreeSet;

use joinder_domain::audit::Digest;
use joinder_domain::claimant::Claimant;
use joinder_domain::classification::OwnWordsKey;
use joinder_domain::id::{ClaimantId, ClaimantNumber};
use rusqlite::{OptionalExtension, Row};

use super::hide::{PRESENT, any_hidden};
use super::{EmailKeys, Stored};
use crate::column::{id, read, timestamp};
use crate::compact::compact;
use crate::error::{Error, Result};
use crate::write::Reader;

/// The facts as a canonical document without blanks.
pub(crate) fn text(claimant: &Claimant) -> Result<String> {
    compact(claimant).map_err(|_| Error::Unreadable("claimant"))
}

/// The facts as a document without blanks: what changes are found in, and what travels.
///
/// # Errors
/// [`Error::Unreadable`].
pub fn document(claimant: &Claimant) -> Result<serde_json::Value> {
    read("claimant", &text(claimant)?)
}

const COLUMNS: &str = "c.number, c.id, c.version, c.created, c.updated, r.record";

/// A claimant; `None` when nobody has that number.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Option<Stored>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM claimant c JOIN claimant_record r ON r.claimant = c.number WHERE c.number = ?1"
    );
    reader.conn.prepare_cached(&sql)?.query_row([number.0], stored).optional()?.transpose()
}

/// Whether somebody has that number.
///
/// # Errors
/// Those of the database.
pub fn exists(reader: &Reader<'_>, number: ClaimantNumber) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM claimant WHERE number = ?1)";
    Ok(reader.conn.prepare_cached(sql)?.query_row([number.0], |row| row.get(0))?)
}

/// Up to `limit` claimants with numbers above `number`, in order; from the first when it is `None`. For walking
/// through all of them.
///
/// # Errors
/// Those of the database.
pub fn after(reader: &Reader<'_>, number: Option<ClaimantNumber>, limit: usize) -> Result<Vec<Stored>> {
    let which = if any_hidden(reader)? { PRESENT } else { "1" };
    walk(reader, number, limit, which)
}

/// The same, and those that went into another record too.
///
/// # Errors
/// Those of the database.
pub fn after_all(reader: &Reader<'_>, number: Option<ClaimantNumber>, limit: usize) -> Result<Vec<Stored>> {
    walk(reader, number, limit, "1")
}

fn walk(
    reader: &Reader<'_>,
    number: Option<ClaimantNumber>,
    limit: usize,
    which: &str,
) -> Result<Vec<Stored>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM claimant c JOIN claimant_record r ON r.claimant = c.number
         WHERE c.number > ?1 AND {which} ORDER BY c.number LIMIT ?2"
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((number.map_or(0, |number| number.0), limit), stored)?;
    found.map(|stored| stored?).collect()
}

/// The claimant with this reference of whoever supplied the record.
///
/// # Errors
/// Those of the database.
pub fn find_by_reference(reader: &Reader<'_>, reference: &str) -> Result<Option<ClaimantNumber>> {
    Ok(reader
        .conn
        .prepare_cached(
            "SELECT number FROM claimant WHERE external_reference = ?1 AND external_reference <> ''",
        )?
        .query_row([reference], |row| row.get(0).map(ClaimantNumber))
        .optional()?)
}

/// The claimant with this id.
///
/// # Errors
/// Those of the database.
pub fn find_by_id(reader: &Reader<'_>, id: ClaimantId) -> Result<Option<ClaimantNumber>> {
    Ok(reader
        .conn
        .prepare_cached("SELECT number FROM claimant WHERE id = ?1")?
        .query_row([id.0.as_bytes()], |row| row.get(0).map(ClaimantNumber))
        .optional()?)
}

/// Claimants who gave this very address (`true`), and claimants whose address leads to the same mailbox (`false`),
/// in order of their numbers.
///
/// # Errors
/// Those of the database.
pub fn find_by_email(reader: &Reader<'_>, keys: &EmailKeys) -> Result<Vec<(ClaimantNumber, bool)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT claimant, max(key = ?1 AND exact) FROM claimant_email WHERE key IN (?1, ?2)
         GROUP BY claimant ORDER BY claimant",
    )?;
    let found = statement
        .query_map((&keys.exact, &keys.mailbox), |row| Ok((ClaimantNumber(row.get(0)?), row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Every claimant who gave an address that another one gave too.
///
/// # Errors
/// Those of the database.
pub fn sharing_an_address(reader: &Reader<'_>) -> Result<BTreeSet<ClaimantNumber>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT key, claimant FROM claimant_email WHERE exact = 1 ORDER BY key, claimant")?;
    let mut rows = statement.query(())?;
    let (mut sharing, mut last) = (BTreeSet::new(), (String::new(), ClaimantNumber(0)));
    while let Some(row) = rows.next()? {
        let (key, number) = (row.get_ref(0)?, ClaimantNumber(row.get(1)?));
        let key = key.as_str().map_err(|_| Error::Unreadable("email address"))?;
        if last.0 == key {
            sharing.extend([last.1, number]);
        } else {
            last.0.replace_range(.., key);
        }
        last.1 = number;
    }
    Ok(sharing)
}

/// The first two claimants who gave this very address, in order of their numbers: enough to tell whether it is shared.
///
/// # Errors
/// Those of the database.
pub fn first_two_at(reader: &Reader<'_>, exact: &str) -> Result<Vec<ClaimantNumber>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT claimant FROM claimant_email WHERE key = ?1 AND exact = 1 ORDER BY claimant LIMIT 2",
    )?;
    let found = statement.query_map([exact], |row| row.get(0).map(ClaimantNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Every claimant whose own words have a key that another one's have too.
///
/// # Errors
/// Those of the database.
pub fn sharing_words(reader: &Reader<'_>) -> Result<BTreeSet<ClaimantNumber>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT key, claimant FROM claimant_own_words ORDER BY key, claimant")?;
    let mut rows = statement.query(())?;
    let (mut sharing, mut last) = (BTreeSet::new(), None);
    while let Some(row) = rows.next()? {
        let (key, number): (OwnWordsKey, u32) = (row.get(0)?, row.get(1)?);
        if let Some((known, other)) = last
            && known == key
        {
            sharing.extend([ClaimantNumber(other), ClaimantNumber(number)]);
        }
        last = Some((key, number));
    }
    Ok(sharing)
}

/// The first two claimants whose own words have this key, in order of their numbers.
///
/// # Errors
/// Those of the database.
pub fn first_two_saying(reader: &Reader<'_>, key: &OwnWordsKey) -> Result<Vec<ClaimantNumber>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT claimant FROM claimant_own_words WHERE key = ?1 ORDER BY claimant LIMIT 2")?;
    let found = statement.query_map([key], |row| row.get(0).map(ClaimantNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The digest that the audit holds of a claimant's record.
pub(crate) fn content(salt: &[u8; 16], record: &str) -> Digest {
    Digest::salted(salt, record.as_bytes())
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Result<Stored>> {
    let record = row.get_ref(5)?.as_str()?;
    let claimant = read("claimant", record);
    let (number, claimant_id, version) =
        (ClaimantNumber(row.get(0)?), ClaimantId(id(row.get(1)?)), row.get(2)?);
    let (created, updated) = (timestamp(row.get(3)?), timestamp(row.get(4)?));
    Ok(claimant.map(|claimant| Stored { number, id: claimant_id, version, created, updated, claimant }))
}
