//! Copies of the matter that were made on demand or on close: where they lie, and up to which entry of the audit they go.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::noun::Noun;
use serde_json::json;

use crate::column::{digest, milliseconds, timestamp};
use crate::error::Result;
use crate::write::{Reader, Write};

/// A copy that was made, and opened to see that it is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupCopy {
    /// Its number.
    pub id: u32,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it.
    pub by: String,
    /// Its folder on the machine on which it was made.
    pub folder: PathBuf,
    /// The last audit entry in it. Copies are told by this which is the newer, never by the clock.
    pub seq: u64,
    /// Hash of that entry.
    pub head: Digest,
}

/// Remembers a copy. The entry stands after the copy, so it is not in it.
///
/// # Errors
/// Those of the database.
pub fn keep(tx: &mut Write<'_>, matter: &str, folder: &Path, seq: u64, head: Digest) -> Result<()> {
    tx.conn
        .prepare_cached(
            "INSERT INTO backup_copy (at, person, person_name, folder, seq, head) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            milliseconds(tx.now()),
            tx.actor().id.0.as_bytes(),
            &tx.actor().name,
            folder.to_string_lossy(),
            seq,
            head.0,
        ))?;
    tx.touch(Noun::Backup, None);
    tx.note(Subject::new(SubjectKind::Matter, matter), None, json!({ "entries": seq, "head": head }))
}

/// The copies, the newest state of the matter first.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>) -> Result<Vec<BackupCopy>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, at, person_name, folder, seq, head FROM backup_copy ORDER BY seq DESC, id DESC",
    )?;
    let found = statement.query_map((), |row| {
        Ok(BackupCopy {
            id: row.get(0)?,
            at: timestamp(row.get(1)?),
            by: row.get(2)?,
            folder: PathBuf::from(row.get::<_, String>(3)?),
            seq: row.get(4)?,
            head: digest(row.get(5)?),
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// How many audit entries there are now.
///
/// # Errors
/// Those of the database.
pub fn entries(reader: &Reader<'_>) -> Result<u64> {
    let count = "SELECT coalesce(max(seq), 0) FROM audit_entry";
    Ok(reader.conn.prepare_cached(count)?.query_row((), |row| row.get(0))?)
}
