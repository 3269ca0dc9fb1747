//! Searches for conflicts of interest, with what they found, when and by whom.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::noun::Noun;
use serde_json::{Value, json};

use crate::column::{document, milliseconds, read, timestamp};
use crate::error::Result;
use crate::write::{Entered, Reader, Write};

/// A search as kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its number.
    pub id: u32,
    /// When.
    pub at: Timestamp,
    /// Who searched.
    pub by: String,
    /// What was asked.
    pub asked: Value,
    /// What was found.
    pub found: Value,
}

/// Keeps a search. The audit holds a digest of it and how much was found.
///
/// # Errors
/// Those of the database.
pub fn keep(tx: &mut Write<'_>, asked: &Value, found: &Value) -> Result<u32> {
    let (asked, text) = (document(asked)?, document(found)?);
    tx.conn
        .prepare_cached(
            "INSERT INTO conflict_search (at, person, person_name, asked, found) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((milliseconds(tx.now()), tx.actor().id.0.as_bytes(), &tx.actor().name, &asked, &text))?;
    let id = tx.conn.last_insert_rowid();
    tx.append(Entered {
        subject: Subject::new(SubjectKind::ConflictSearch, id.to_string()),
        claimant: None,
        detail: json!({ "found": found.as_array().map_or(0, Vec::len) }),
        change: None,
        content: Some(content(&asked, &text)),
    })?;
    tx.touch(Noun::Match, None);
    Ok(u32::try_from(id).unwrap_or(u32::MAX))
}

/// The digest that the audit holds of a search.
fn content(asked: &str, found: &str) -> Digest {
    Digest::of(format!("{asked}\n{found}").as_bytes())
}

/// Every search, with the digest that the audit holds of it.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(u32, Digest)>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT id, asked, found FROM conflict_search ORDER BY id")?;
    let found = statement.query_map((), |row| {
        let (asked, found): (String, String) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, content(&asked, &found)))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Leaves of a search what is not about somebody who is erased: that it was made, when and by whom, and who else was found.
pub(crate) fn forget(tx: &mut Write<'_>, id: u32, rest: &Value) -> Result<()> {
    let nobody = document(&json!({ "name": "", "email": "", "phone": "", "address": "" }))?;
    let rest = document(rest)?;
    tx.conn
        .prepare_cached("UPDATE conflict_search SET asked = ?2, found = ?3 WHERE id = ?1")?
        .execute((id, &nobody, &rest))?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::ConflictSearch, id.to_string()),
        claimant: None,
        detail: json!({ "is": "erased" }),
        change: None,
        content: Some(content(&nobody, &rest)),
    })
}

/// Searches, the latest first.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, most: usize) -> Result<Vec<Kept>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, at, person_name, asked, found FROM conflict_search ORDER BY id DESC LIMIT ?1",
    )?;
    let mut rows = statement.query([most])?;
    let mut kept = Vec::new();
    while let Some(row) = rows.next()? {
        kept.push(Kept {
            id: row.get(0)?,
            at: timestamp(row.get(1)?),
            by: row.get(2)?,
            asked: read("conflict search", row.get_ref(3)?.as_str().unwrap_or_default())?,
            found: read("conflict search", row.get_ref(4)?.as_str().unwrap_or_default())?,
        });
    }
    Ok(kept)
}
