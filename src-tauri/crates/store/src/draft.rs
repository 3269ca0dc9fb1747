//! Forms as they are typed, for one person each. They are not facts yet, so the audit does not hear of them.

use jiff::Timestamp;
use joinder_domain::id::PersonId;
use joinder_domain::noun::Noun;
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use crate::column::{document, milliseconds, read, timestamp};
use crate::error::Result;
use crate::write::{Reader, Write};

/// A form as it was left.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What the form held.
    pub value: Value,
    /// When it was kept.
    pub saved: Timestamp,
}

/// A person's draft under a name that the form chose.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, person: PersonId, key: &str) -> Result<Option<Draft>> {
    let found: Option<(String, i64)> = reader
        .conn
        .prepare_cached("SELECT value, saved FROM draft WHERE person = ?1 AND key = ?2")?
        .query_row((person.0.as_bytes(), key), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found
        .map(|(value, saved)| Ok(Draft { value: read("draft", &value)?, saved: timestamp(saved) }))
        .transpose()
}

/// The names of a person's drafts, sorted.
///
/// # Errors
/// Those of the database.
pub fn keys(reader: &Reader<'_>, person: PersonId) -> Result<Vec<String>> {
    let mut statement = reader.conn.prepare_cached("SELECT key FROM draft WHERE person = ?1 ORDER BY key")?;
    let found = statement.query_map([person.0.as_bytes()], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Drops the draft of whoever writes, in the transaction that saves what it held.
///
/// # Errors
/// Those of the database.
pub fn discard(tx: &mut Write<'_>, key: &str) -> Result<()> {
    delete(tx.conn, tx.actor().id, key)?;
    tx.touch(Noun::Draft, None);
    Ok(())
}

pub(crate) fn put(
    conn: &Connection,
    person: PersonId,
    key: &str,
    value: &Value,
    now: Timestamp,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO draft (person, key, saved, value) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (person, key) DO UPDATE SET saved = excluded.saved, value = excluded.value",
    )?
    .execute((person.0.as_bytes(), key, milliseconds(now), document(value)?))?;
    Ok(())
}

pub(crate) fn delete(conn: &Connection, person: PersonId, key: &str) -> Result<bool> {
    let deleted = conn
        .prepare_cached("DELETE FROM draft WHERE person = ?1 AND key = ?2")?
        .execute((person.0.as_bytes(), key))?;
    Ok(deleted > 0)
}
