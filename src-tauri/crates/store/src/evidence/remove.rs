//! The one way out: an item taken in by mistake is removed, and what it was is remembered without what it said.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::{EvidenceId, EvidenceNumber, PersonId};
use joinder_domain::noun::Noun;
use rusqlite::{OptionalExtension, Row};
use serde_json::json;

use super::get::{State, get};
use crate::column::{digest, document, id, milliseconds, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// What is left of an item that was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The item's number, which no other item gets.
    pub number: EvidenceNumber,
    /// The item's id.
    pub id: EvidenceId,
    /// SHA-256 of the bytes as received.
    pub sha256: Digest,
    /// How many bytes there were.
    pub size: u64,
    /// When it had been received.
    pub received: Timestamp,
    /// Who had taken it in.
    pub received_by: PersonId,
    /// When it was removed.
    pub removed: Timestamp,
    /// Who removed it.
    pub person: PersonId,
    /// Why.
    pub reason: String,
}

/// Removes an item: its bytes, its name and everything that was read in it. Freed pages are overwritten; call
/// [`crate::Matter::forget_log`] afterwards, so that nothing of it stays in the write-ahead log.
///
/// # Errors
/// [`Error::NoSuchEvidence`]; [`Error::EvidenceInUse`] unless the item was set aside before; those of the database.
pub fn remove(tx: &mut Write<'_>, item: EvidenceId, reason: &str) -> Result<Removal> {
    let evidence = get(tx, item)?.ok_or(Error::NoSuchEvidence)?;
    if !matches!(evidence.state, State::SetAside(_)) {
        return Err(Error::EvidenceInUse);
    }
    let removal = Removal {
        number: evidence.number,
        id: evidence.id,
        sha256: evidence.sha256,
        size: evidence.size,
        received: evidence.received,
        received_by: evidence.person,
        removed: tx.now(),
        person: tx.actor().id,
        reason: reason.to_owned(),
    };
    tx.conn.execute(
        "INSERT INTO evidence_removal (number, id, sha256, size, received, received_by, removed, person, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        (
            removal.number.0,
            removal.id.0.as_bytes(),
            removal.sha256.0,
            removal.size,
            milliseconds(removal.received),
            removal.received_by.0.as_bytes(),
            milliseconds(removal.removed),
            removal.person.0.as_bytes(),
            &removal.reason,
        ),
    )?;
    for table in ["evidence_blob", "evidence_facts", "evidence_origin", "text_layer"] {
        tx.conn.execute(&format!("DELETE FROM {table} WHERE evidence = ?1"), [removal.number.0])?;
    }
    tx.conn.execute("DELETE FROM evidence WHERE row = ?1", [removal.number.0])?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Evidence, removal.id.to_string()),
        claimant: None,
        detail: json!({ "is": "removed", "number": removal.number, "sha256": removal.sha256, "size": removal.size }),
        change: None,
        content: Some(removal_content(&removal)?),
    })?;
    tx.touch(Noun::Evidence, None);
    Ok(removal)
}

/// Every removal, in order of the items' numbers.
///
/// # Errors
/// Those of the database.
pub fn removals(reader: &Reader<'_>) -> Result<Vec<Removal>> {
    let sql = format!("SELECT {COLUMNS} FROM evidence_removal ORDER BY number");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((), removal)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The latest removal of these bytes.
///
/// # Errors
/// Those of the database.
pub fn find_removal(reader: &Reader<'_>, sha256: Digest) -> Result<Option<Removal>> {
    let sql =
        format!("SELECT {COLUMNS} FROM evidence_removal WHERE sha256 = ?1 ORDER BY number DESC LIMIT 1");
    Ok(reader.conn.prepare_cached(&sql)?.query_row([sha256.0], removal).optional()?)
}

const COLUMNS: &str = "number, id, sha256, size, received, received_by, removed, person, reason";

fn removal(row: &Row<'_>) -> rusqlite::Result<Removal> {
    Ok(Removal {
        number: EvidenceNumber(row.get(0)?),
        id: EvidenceId(id(row.get(1)?)),
        sha256: digest(row.get(2)?),
        size: row.get(3)?,
        received: timestamp(row.get(4)?),
        received_by: PersonId(id(row.get(5)?)),
        removed: timestamp(row.get(6)?),
        person: PersonId(id(row.get(7)?)),
        reason: row.get(8)?,
    })
}

/// The digest that the audit holds of a removal.
pub(crate) fn removal_content(removal: &Removal) -> Result<Digest> {
    let content = json!({
        "id": removal.id,
        "number": removal.number,
        "person": removal.person,
        "reason": removal.reason,
        "received": milliseconds(removal.received),
        "received_by": removal.received_by,
        "removed": milliseconds(removal.removed),
        "sha256": removal.sha256,
        "size": removal.size,
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}
