//! Settings of the matter: small values by name.

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::noun::Noun;
use rusqlite::OptionalExtension;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::column::{document, read};
use crate::error::Result;
use crate::write::{Entered, Reader, Write};

/// The value of a setting; `None` when it was never set.
///
/// # Errors
/// Those of the database; [`crate::Error::Unreadable`] when the value has another form.
pub fn get<T: DeserializeOwned>(reader: &Reader<'_>, key: &str) -> Result<Option<T>> {
    let value: Option<String> = reader
        .conn
        .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    value.map(|value| read("setting", &value)).transpose()
}

/// Sets a setting.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &mut Write<'_>, key: &str, value: &impl Serialize) -> Result<()> {
    let value = document(value)?;
    tx.conn
        .prepare_cached(
            "INSERT INTO setting (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )?
        .execute((key, &value))?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Setting, key),
        claimant: None,
        detail: serde_json::Value::Null,
        change: None,
        content: Some(Digest::of(value.as_bytes())),
    })?;
    tx.touch(Noun::Setting, None);
    Ok(())
}

/// Every setting, with the digest that the audit holds of it.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(String, Digest)>> {
    let mut statement = reader.conn.prepare_cached("SELECT key, value FROM setting ORDER BY key")?;
    let found =
        statement.query_map((), |row| Ok((row.get(0)?, Digest::of(row.get::<_, String>(1)?.as_bytes()))))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
