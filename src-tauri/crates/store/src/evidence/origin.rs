//! Where an item lay before it was taken in, when it was not a file of its own.

use joinder_domain::audit::Digest;
use rusqlite::Row;
use serde_json::{Value, json};

use crate::column::digest;
use crate::error::Result;
use crate::mailbox_scan::MailboxScanId;
use crate::write::Write;

/// What an item was taken out of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Container {
    /// A folder.
    Folder,
    /// An archive, such as a ZIP file.
    Archive,
    /// A mailbox of many messages.
    Mailbox,
}

impl Container {
    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Folder => "folder",
            Self::Archive => "archive",
            Self::Mailbox => "mailbox",
        }
    }

    fn of(code: &str) -> Self {
        match code {
            "archive" => Self::Archive,
            "mailbox" => Self::Mailbox,
            _ => Self::Folder,
        }
    }
}

/// Where an item lay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// In what.
    pub container: Container,
    /// Its name, without the folder that it lay in.
    pub name: String,
    /// SHA-256 of the container as it was; a folder has none.
    pub sha256: Option<Digest>,
    /// Path inside the container; empty in a single mailbox file.
    pub path: String,
    /// First byte of the message in its mailbox file, from 0.
    pub offset: Option<u64>,
    /// Which message of the mailbox it is, from 1.
    pub position: Option<u64>,
    /// The look through the mailbox that found it.
    pub scan: Option<MailboxScanId>,
}

pub(super) const ORIGIN_COLUMNS: &str = "o.kind, o.name, o.sha256, o.path, o.offset, o.position, o.scan";

/// Keeps where the item in `row` lay.
pub(super) fn put(tx: &Write<'_>, row: i64, origin: &Origin) -> Result<()> {
    tx.conn
        .prepare_cached(
            "INSERT INTO evidence_origin (evidence, kind, name, sha256, path, offset, position, scan)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            row,
            origin.container.code(),
            &origin.name,
            origin.sha256.map(|sha256| sha256.0),
            &origin.path,
            origin.offset,
            origin.position,
            origin.scan.map(|scan| scan.0),
        ))?;
    Ok(())
}

/// The origin in the columns from `first` on, which are [`ORIGIN_COLUMNS`].
pub(super) fn origin(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<Origin>> {
    let Some(kind) = row.get::<_, Option<String>>(first)? else { return Ok(None) };
    Ok(Some(Origin {
        container: Container::of(&kind),
        name: row.get(first + 1)?,
        sha256: row.get::<_, Option<[u8; 32]>>(first + 2)?.map(digest),
        path: row.get(first + 3)?,
        offset: row.get(first + 4)?,
        position: row.get(first + 5)?,
        scan: row.get::<_, Option<i64>>(first + 6)?.map(MailboxScanId),
    }))
}

/// What the audit holds of an origin.
pub(super) fn content(origin: &Origin) -> Value {
    json!({
        "container": origin.container.code(),
        "name": origin.name,
        "offset": origin.offset,
        "path": origin.path,
        "position": origin.position,
        "scan": origin.scan.map(|scan| scan.0),
        "sha256": origin.sha256,
    })
}
