//! Imports of many rows: which file, when, by whom, and what came of it.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::PersonId;
use rusqlite::Row;
use serde_json::json;

use crate::column::{digest, id, milliseconds, timestamp};
use crate::error::Result;
use crate::write::{Entered, Noun, Reader, Write};

/// A run of an import; counts from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchId(pub i64);

/// What came of the rows of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that became claimants.
    pub added: u64,
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
        "UPDATE import_batch SET added = ?2, already_there = ?3, refused = ?4, finished = ?5 WHERE id = ?1
         RETURNING file_sha256",
        (batch.0, counts.added, counts.already_there, counts.refused, milliseconds(tx.now())),
        |row| row.get(0).map(digest),
    )?;
    enter(tx, batch, file_sha256, Some(counts))
}

/// Earlier runs with the same file, the latest first.
///
/// # Errors
/// Those of the database.
pub fn of_file(reader: &Reader<'_>, file_sha256: Digest) -> Result<Vec<ImportBatch>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, file_sha256, file_name, started, finished, person, added, already_there, refused
         FROM import_batch WHERE file_sha256 = ?1 ORDER BY id DESC",
    )?;
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
        counts: Counts { added: row.get(6)?, already_there: row.get(7)?, refused: row.get(8)? },
    })
}

fn enter(tx: &mut Write<'_>, batch: BatchId, file_sha256: Digest, counts: Option<Counts>) -> Result<()> {
    let counts = counts.map(|counts| {
        json!({ "added": counts.added, "already_there": counts.already_there, "refused": counts.refused })
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
