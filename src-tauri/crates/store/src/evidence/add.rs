//! Taking in originals.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::EvidenceId;
use joinder_domain::noun::Noun;
use serde_json::json;

use super::get::{Evidence, State, content, find_by_sha256, get};
use super::origin::{self, Origin};
use crate::column::milliseconds;
use crate::error::{Error, Result};
use crate::write::{Entered, Write};

/// A file as received. What it holds is learnt afterwards, with [`super::describe`].
#[derive(Clone, Copy, Debug)]
pub struct NewEvidence<'a> {
    /// The id.
    pub id: EvidenceId,
    /// The bytes as received.
    pub bytes: &'a [u8],
    /// Name of the file, without its folder.
    pub name: &'a str,
    /// When the file was last changed, by its own account.
    pub modified: Option<Timestamp>,
    /// How it came in: a short word such as `file` or `packet`.
    pub source: &'a str,
    /// Where it lay, when it was not a file of its own.
    pub origin: Option<&'a Origin>,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Added {
    /// It is new, and unassigned.
    New(Evidence),
    /// The same bytes were received before; nothing was added.
    AlreadyThere(Evidence),
}

impl Added {
    /// The item that holds the bytes.
    pub fn evidence(&self) -> &Evidence {
        match self {
            Self::New(evidence) | Self::AlreadyThere(evidence) => evidence,
        }
    }
}

/// Keeps an original. From here on neither its bytes nor what came with it can be changed or deleted.
///
/// # Errors
/// Those of the database.
pub fn add(tx: &mut Write<'_>, new: NewEvidence<'_>) -> Result<Added> {
    let sha256 = Digest::of(new.bytes);
    if let Some(known) = find_by_sha256(tx, sha256)? {
        return Ok(Added::AlreadyThere(known));
    }
    tx.conn
        .prepare_cached(
            "INSERT INTO evidence (row, id, sha256, size, name, modified, source, received, person, state, claimant,
               reason, shape, subject, sender, recipients, dated)
             VALUES (1 + max(ifnull((SELECT max(row) FROM evidence), 0),
                             ifnull((SELECT max(number) FROM evidence_removal), 0)),
               ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'unassigned', NULL, '', '', '', '', '[]', '')",
        )?
        .execute((
            new.id.0.as_bytes(),
            sha256.0,
            new.bytes.len(),
            new.name,
            new.modified.map(milliseconds),
            new.source,
            milliseconds(tx.now()),
            tx.actor().id.0.as_bytes(),
        ))?;
    let row = tx.conn.last_insert_rowid();
    tx.conn
        .prepare_cached("INSERT INTO evidence_blob (evidence, bytes) VALUES (?1, ?2)")?
        .execute((row, new.bytes))?;
    tx.conn
        .prepare_cached("INSERT INTO evidence_facts (evidence, facts) VALUES (?1, 'null')")?
        .execute([row])?;
    if let Some(origin) = new.origin {
        origin::put(tx, row, origin)?;
    }
    let evidence = get(tx, new.id)?.ok_or(Error::NoSuchEvidence)?;
    debug_assert_eq!(evidence.state, State::Unassigned);
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Evidence, new.id.to_string()),
        claimant: None,
        detail: json!({ "sha256": sha256, "size": new.bytes.len() }),
        change: None,
        content: Some(content(&evidence)?),
    })?;
    tx.touch(Noun::Evidence, None);
    Ok(Added::New(evidence))
}
