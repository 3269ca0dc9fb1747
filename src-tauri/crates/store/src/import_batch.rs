//! Imports of many rows: which file, when, by whom, and what came of it.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantNumber, PersonId};
use joinder_domain::noun::Noun;
use rusqlite::{OptionalExtension, Row};
use serde_json::json;

use crate::claimant::{Stored, record_text};
use crate::column::{digest, id, milliseconds, read, timestamp};
use crate::error::Result;
use crate::write::{Entered, Reader, Write};

/// A run of an import; counts from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchId(pub i64);

/// What came of the rows of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that became claimants.
    pub added: u64,
    /// Rows that changed a claimant.
    pub updated: u64,
    /// Rows that had been imported before.
    pub already_there: u64,
    /// Rows that were not taken.
    pub refused: u64,
}

/// A run of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportBatch {
    /// Which one.
    pub id: BatchId,
    /// SHA-256 of the file.
    pub file_sha256: Digest,
    /// Name of the file, without its folder.
    pub file_name: String,
    /// When it began.
    pub started: Timestamp,
    /// When it ended; `None` when it was stopped, and what it had added until then is there.
    pub finished: Option<Timestamp>,
    /// Who imported it.
    pub person: PersonId,
    /// What came of it.
    pub counts: Counts,
    /// When it was taken back.
    pub undone: Option<Timestamp>,
}

/// A claimant whom an import changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// Whom.
    pub number: ClaimantNumber,
    /// The version that the import made.
    pub version: u32,
    /// The record as it was before.
    pub before: Claimant,
    after: Option<Digest>,
}

impl Update {
    /// Whether a record says what the import made of it.
    ///
    /// # Errors
    /// [`crate::Error::Unreadable`].
    pub fn is_as_made(&self, now: &Stored) -> Result<bool> {
        Ok(match self.after {
            Some(after) => Digest::of(record_text(&now.claimant)?.as_bytes()) == after,
            None => now.version == self.version,
        })
    }
}

/// Begins an import.
///
/// # Errors
/// Those of the database.
pub fn start(tx: &mut Write<'_>, file_sha256: Digest, file_name: &str) -> Result<BatchId> {
    tx.conn.execute(
        "INSERT INTO import_batch (file_sha256, file_name, started, person) VALUES (?1, ?2, ?3, ?4)",
        (file_sha256.0, file_name, milliseconds(tx.now()), tx.actor().id.0.as_bytes()),
    )?;
    let batch = BatchId(tx.conn.last_insert_rowid());
    enter(tx, batch, file_sha256, None)?;
    Ok(batch)
}

/// Ends an import.
///
/// # Errors
/// Those of the database.
pub fn finish(tx: &mut Write<'_>, batch: BatchId, counts: Counts) -> Result<()> {
    let file_sha256 = tx.conn.query_row(
        "UPDATE import_batch SET added = ?2, updated = ?3, already_there = ?4, refused = ?5, finished = ?6
         WHERE id = ?1 RETURNING file_sha256",
        (batch.0, counts.added, counts.updated, counts.already_there, counts.refused, milliseconds(tx.now())),
        |row| row.get(0).map(digest),
    )?;
    enter(tx, batch, file_sha256, Some(counts))
}

/// Keeps how a claimant was before an import changed the record, which is now at `version`.
///
/// # Errors
/// Those of the database.
pub fn note_update(
    tx: &mut Write<'_>,
    batch: BatchId,
    number: ClaimantNumber,
    version: u32,
    before: &Claimant,
    after: &Claimant,
) -> Result<()> {
    let after = Digest::of(record_text(after)?.as_bytes());
    tx.conn
        .prepare_cached(
            "INSERT INTO import_update (batch, claimant, version, before, after) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((batch.0, number.0, version, record_text(before)?, after.0))?;
    Ok(())
}

/// The claimants whom an import changed, in order.
///
/// # Errors
/// Those of the database.
pub fn updates(reader: &Reader<'_>, batch: BatchId) -> Result<Vec<Update>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT claimant, version, before, after FROM import_update WHERE batch = ?1 ORDER BY claimant",
    )?;
    let mut rows = statement.query([batch.0])?;
    let mut updates = Vec::new();
    while let Some(row) = rows.next()? {
        let before = read("claimant", row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?)?;
        let after = row.get::<_, Option<[u8; 32]>>(3)?.map(digest);
        updates.push(Update { number: ClaimantNumber(row.get(0)?), version: row.get(1)?, before, after });
    }
    Ok(updates)
}

/// The claimants whom an import added and who are there, in order.
///
/// # Errors
/// Those of the database.
pub fn added(reader: &Reader<'_>, batch: BatchId) -> Result<Vec<ClaimantNumber>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT claimant FROM import_row WHERE batch = ?1 ORDER BY claimant")?;
    let numbers = statement.query_map([batch.0], |row| row.get(0).map(ClaimantNumber))?;
    Ok(numbers.collect::<rusqlite::Result<_>>()?)
}

/// Notes that an import was taken back.
///
/// # Errors
/// Those of the database.
pub fn set_undone(tx: &mut Write<'_>, batch: BatchId) -> Result<()> {
    let file_sha256 = tx.conn.query_row(
        "UPDATE import_batch SET undone = ?2 WHERE id = ?1 RETURNING file_sha256",
        (batch.0, milliseconds(tx.now())),
        |row| row.get(0).map(digest),
    )?;
    enter(tx, batch, file_sha256, None)
}

const COLUMNS: &str =
    "id, file_sha256, file_name, started, finished, person, added, updated, already_there, refused,
    undone";

/// An import.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, id: BatchId) -> Result<Option<ImportBatch>> {
    let sql = format!("SELECT {COLUMNS} FROM import_batch WHERE id = ?1");
    Ok(reader.conn.prepare_cached(&sql)?.query_row([id.0], batch).optional()?)
}

/// Every import, the latest first, at most so many.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, most: usize) -> Result<Vec<ImportBatch>> {
    let sql = format!("SELECT {COLUMNS} FROM import_batch ORDER BY id DESC LIMIT ?1");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let batches = statement.query_map([most], batch)?;
    Ok(batches.collect::<rusqlite::Result<_>>()?)
}

/// Earlier runs with the same file, the latest first.
///
/// # Errors
/// Those of the database.
pub fn of_file(reader: &Reader<'_>, file_sha256: Digest) -> Result<Vec<ImportBatch>> {
    let sql = format!("SELECT {COLUMNS} FROM import_batch WHERE file_sha256 = ?1 ORDER BY id DESC");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let batches = statement.query_map([file_sha256.0], batch)?;
    Ok(batches.collect::<rusqlite::Result<_>>()?)
}

fn batch(row: &Row<'_>) -> rusqlite::Result<ImportBatch> {
    Ok(ImportBatch {
        id: BatchId(row.get(0)?),
        file_sha256: digest(row.get(1)?),
        file_name: row.get(2)?,
        started: timestamp(row.get(3)?),
        finished: row.get::<_, Option<i64>>(4)?.map(timestamp),
        person: PersonId(id(row.get(5)?)),
        counts: Counts {
            added: row.get(6)?,
            updated: row.get(7)?,
            already_there: row.get(8)?,
            refused: row.get(9)?,
        },
        undone: row.get::<_, Option<i64>>(10)?.map(timestamp),
    })
}

fn enter(tx: &mut Write<'_>, batch: BatchId, file_sha256: Digest, counts: Option<Counts>) -> Result<()> {
    let counts = counts.map(|counts| {
        json!({
            "added": counts.added, "updated": counts.updated, "already_there": counts.already_there,
            "refused": counts.refused,
        })
    });
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Import, batch.0.to_string()),
        claimant: None,
        detail: json!({ "file_sha256": file_sha256, "rows": counts }),
        change: None,
        content: None,
    })?;
    tx.touch(Noun::Import, None);
    Ok(())
}
