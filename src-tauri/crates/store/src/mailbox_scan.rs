//! Looks through mailboxes: which one, when, by whom, and how many messages were seen, proposed and taken. Nothing
//! else is kept of a message that was not taken, not even an address.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::PersonId;
use joinder_domain::noun::Noun;
use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::column::{digest, document, id, milliseconds, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// A look through a mailbox; counts from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MailboxScanId(pub i64);

/// A mailbox that was looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMailboxScan<'a> {
    /// Name of the file or folder, without the folder that it lies in.
    pub name: &'a str,
    /// SHA-256 of the file; of a folder of messages, of the digests of all of them in order of name.
    pub sha256: Digest,
    /// Bytes.
    pub size: u64,
    /// When it began.
    pub started: Timestamp,
    /// What was seen.
    pub found: MailboxCounts,
}

/// What was seen in a mailbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MailboxCounts {
    /// Messages.
    pub seen: u64,
    /// Of these, messages that have the marks of the notice.
    pub notices: u64,
    /// Of these, other messages from or to the other side.
    pub related: u64,
    /// Of these, messages that could not be read.
    pub unreadable: u64,
}

/// A look through a mailbox as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxScan {
    /// Which one.
    pub id: MailboxScanId,
    /// Name of the mailbox.
    pub name: String,
    /// SHA-256 of the mailbox.
    pub sha256: Digest,
    /// Bytes of the mailbox.
    pub size: u64,
    /// When it began.
    pub started: Timestamp,
    /// When it ended.
    pub finished: Timestamp,
    /// Who looked.
    pub person: PersonId,
    /// What was seen.
    pub found: MailboxCounts,
    /// Messages that were taken in because of it.
    pub taken: u64,
    /// Messages that were chosen and had been taken in before.
    pub already_there: u64,
}

impl MailboxScan {
    /// Messages that were seen and are not in the matter because of this look.
    pub fn not_taken(&self) -> u64 {
        self.found.seen.saturating_sub(self.taken).saturating_sub(self.already_there)
    }
}

/// Records a look through a mailbox, of which nothing was taken yet.
///
/// # Errors
/// Those of the database.
pub fn add(tx: &mut Write<'_>, new: &NewMailboxScan<'_>) -> Result<MailboxScanId> {
    tx.conn.execute(
        "INSERT INTO mailbox_scan (name, sha256, size, started, finished, person, seen, notices, related, unreadable,
           taken, already_there)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, 0)",
        (
            new.name,
            new.sha256.0,
            new.size,
            milliseconds(new.started),
            milliseconds(tx.now()),
            tx.actor().id.0.as_bytes(),
            new.found.seen,
            new.found.notices,
            new.found.related,
            new.found.unreadable,
        ),
    )?;
    let scan = MailboxScanId(tx.conn.last_insert_rowid());
    enter(tx, scan)?;
    Ok(scan)
}

/// An earlier look of the same person through the very same mailbox that saw the same: looking again saw nothing new.
///
/// # Errors
/// Those of the database.
pub fn find_same(tx: &Write<'_>, new: &NewMailboxScan<'_>) -> Result<Option<MailboxScanId>> {
    let sql = "SELECT id FROM mailbox_scan WHERE sha256 = ?1 AND size = ?2 AND name = ?3 AND person = ?4 AND seen = ?5
                 AND notices = ?6 AND related = ?7 AND unreadable = ?8 AND taken = 0 AND already_there = 0
               ORDER BY id DESC LIMIT 1";
    let person = tx.actor().id;
    let found = tx.conn.prepare_cached(sql)?.query_row(
        (
            new.sha256.0,
            new.size,
            new.name,
            person.0.as_bytes(),
            new.found.seen,
            new.found.notices,
            new.found.related,
            new.found.unreadable,
        ),
        |row| row.get(0),
    );
    Ok(found.optional()?.map(MailboxScanId))
}

/// Adds to what was taken because of a look.
///
/// # Errors
/// [`Error::NoSuchMailboxScan`]; those of the database.
pub fn count_taken(tx: &mut Write<'_>, scan: MailboxScanId, taken: u64, already_there: u64) -> Result<()> {
    tx.conn.execute(
        "UPDATE mailbox_scan SET taken = taken + ?2, already_there = already_there + ?3 WHERE id = ?1",
        (scan.0, taken, already_there),
    )?;
    enter(tx, scan)
}

/// A look through a mailbox.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, scan: MailboxScanId) -> Result<Option<MailboxScan>> {
    let sql = format!("SELECT {COLUMNS} FROM mailbox_scan WHERE id = ?1");
    Ok(reader.conn.prepare_cached(&sql)?.query_row([scan.0], mailbox_scan).optional()?)
}

/// Every look through a mailbox, the first one first.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>) -> Result<Vec<MailboxScan>> {
    let sql = format!("SELECT {COLUMNS} FROM mailbox_scan ORDER BY id");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((), mailbox_scan)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

const COLUMNS: &str = "id, name, sha256, size, started, finished, person, seen, notices, related, unreadable, taken, \
                       already_there";

fn mailbox_scan(row: &Row<'_>) -> rusqlite::Result<MailboxScan> {
    Ok(MailboxScan {
        id: MailboxScanId(row.get(0)?),
        name: row.get(1)?,
        sha256: digest(row.get(2)?),
        size: row.get(3)?,
        started: timestamp(row.get(4)?),
        finished: timestamp(row.get(5)?),
        person: PersonId(id(row.get(6)?)),
        found: MailboxCounts {
            seen: row.get(7)?,
            notices: row.get(8)?,
            related: row.get(9)?,
            unreadable: row.get(10)?,
        },
        taken: row.get(11)?,
        already_there: row.get(12)?,
    })
}

fn enter(tx: &mut Write<'_>, scan: MailboxScanId) -> Result<()> {
    let scan = get(tx, scan)?.ok_or(Error::NoSuchMailboxScan)?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Mailbox, scan.id.0.to_string()),
        claimant: None,
        detail: json!({
            "mailbox_sha256": scan.sha256, "seen": scan.found.seen, "taken": scan.taken,
            "not_taken": scan.not_taken(),
        }),
        change: None,
        content: Some(content(&scan)?),
    })?;
    tx.touch(Noun::Evidence, None);
    Ok(())
}

/// The digest that the audit holds of a look through a mailbox.
pub(crate) fn content(scan: &MailboxScan) -> Result<Digest> {
    let content = json!({
        "already_there": scan.already_there,
        "finished": milliseconds(scan.finished),
        "id": scan.id,
        "name": scan.name,
        "notices": scan.found.notices,
        "person": scan.person,
        "related": scan.found.related,
        "seen": scan.found.seen,
        "sha256": scan.sha256,
        "size": scan.size,
        "started": milliseconds(scan.started),
        "taken": scan.taken,
        "unreadable": scan.found.unreadable,
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}
