//! Words that a program read in the pictures of an original, kept so that no page is read twice.

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::bundle::TextLayer;
use joinder_domain::id::EvidenceId;
use rusqlite::OptionalExtension;
use serde_json::json;

use crate::column::{digest, document, read};
use crate::error::{Error, Result};
use crate::write::{Reader, Write};

/// How far an original has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// SHA-256 of its latest layer.
    pub sha256: Digest,
    /// Words in it.
    pub words: usize,
    /// Pages that nobody has read yet.
    pub pages_left: usize,
}

/// Keeps what was read in an original; nothing is written where that is kept already.
///
/// # Errors
/// [`Error::NoSuchEvidence`]; those of the database.
pub fn keep(tx: &mut Write<'_>, item: EvidenceId, layer: &TextLayer, pages_left: usize) -> Result<()> {
    let found = Standing { sha256: layer.sha256(), words: layer.words(), pages_left };
    if standing(tx, item)? == Some(found) {
        return Ok(());
    }
    let row: Option<i64> = tx
        .conn
        .prepare_cached("SELECT row FROM evidence WHERE id = ?1")?
        .query_row([item.0.as_bytes()], |row| row.get(0))
        .optional()?;
    tx.conn
        .prepare_cached(
            "INSERT INTO text_layer (evidence, sha256, words, pages_left, layer) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((
            row.ok_or(Error::NoSuchEvidence)?,
            found.sha256.0,
            found.words,
            found.pages_left,
            document(layer)?,
        ))?;
    let detail = json!({ "layer": found.sha256, "words": found.words, "pages": layer.pages.len() });
    tx.note(Subject::new(SubjectKind::Evidence, item.to_string()), None, detail)
}

/// How far an original has been read; `None` where nobody tried.
///
/// # Errors
/// Those of the database.
pub fn standing(reader: &Reader<'_>, item: EvidenceId) -> Result<Option<Standing>> {
    let found = reader
        .conn
        .prepare_cached(
            "SELECT t.sha256, t.words, t.pages_left FROM text_layer t JOIN evidence e ON e.row = t.evidence
             WHERE e.id = ?1 ORDER BY t.id DESC LIMIT 1",
        )?
        .query_row([item.0.as_bytes()], |row| {
            Ok(Standing { sha256: digest(row.get(0)?), words: row.get(1)?, pages_left: row.get(2)? })
        })
        .optional()?;
    Ok(found)
}

/// The layer with this hash; `None` where there is none, or where what is kept is not what was read.
///
/// # Errors
/// Those of the database.
pub fn find(reader: &Reader<'_>, sha256: Digest) -> Result<Option<TextLayer>> {
    let kept: Option<String> = reader
        .conn
        .prepare_cached("SELECT layer FROM text_layer WHERE sha256 = ?1 LIMIT 1")?
        .query_row([sha256.0], |row| row.get(0))
        .optional()?;
    let layer: Option<TextLayer> = kept.map(|kept| read("text layer", &kept)).transpose()?;
    Ok(layer.filter(|layer| layer.sha256() == sha256))
}
