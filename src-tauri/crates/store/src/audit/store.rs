//! Entries as rows.

use joinder_domain::audit::{Actor, Chain, Change, Digest, Entry, Link, Subject, SubjectKind};
use joinder_domain::id::{ClaimantNumber, MatterId, PersonId};
use rusqlite::{OptionalExtension, Row};
use serde_json::Value;

use crate::column::{digest, document, id, milliseconds, timestamp};
use crate::error::{Error, Result};
use crate::write::Reader;

pub(crate) const COLUMNS: &str = "seq, at, actor, actor_name, op, subject_kind, subject_id, claimant, detail, \
                                  change_digest, content_digest, hash";

/// The chain as far as it goes.
pub(crate) fn chain(reader: &Reader<'_>) -> Result<Chain> {
    let last = reader
        .conn
        .prepare_cached("SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1")?
        .query_row((), |row| Ok(Chain::at(row.get(0)?, digest(row.get(1)?))))
        .optional()?;
    if let Some(chain) = last {
        return Ok(chain);
    }
    let matter = reader.conn.query_row("SELECT id FROM matter", (), |row| row.get(0).map(id)).optional()?;
    matter.map(|id| Chain::new(MatterId(id))).ok_or(Error::NotAMatter)
}

/// The hash of an entry, if there is one of that number.
pub(crate) fn hash_at(reader: &Reader<'_>, seq: u64) -> Result<Option<Digest>> {
    let mut statement = reader.conn.prepare_cached("SELECT hash FROM audit_entry WHERE seq = ?1")?;
    Ok(statement.query_row([seq], |row| Ok(digest(row.get(0)?))).optional()?)
}

pub(crate) fn store(reader: &Reader<'_>, link: &Link) -> Result<()> {
    let Link { entry, hash } = link;
    let detail = if entry.detail.is_null() { "null".to_owned() } else { document(&entry.detail)? };
    reader
        .conn
        .prepare_cached(
            "INSERT INTO audit_entry (seq, at, actor, actor_name, op, subject_kind, subject_id, claimant, detail,
               change_digest, content_digest, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(rusqlite::params![
            entry.seq,
            milliseconds(entry.at),
            entry.actor.id.0.as_bytes(),
            entry.actor.name,
            entry.op,
            entry.subject.kind.code(),
            entry.subject.id,
            entry.claimant.map(|number| number.0),
            detail,
            entry.change.map(|digest| digest.0),
            entry.content.map(|digest| digest.0),
            hash.0,
        ])?;
    Ok(())
}

pub(crate) fn store_change(reader: &Reader<'_>, seq: u64, salt: [u8; 16], change: &Change) -> Result<()> {
    reader
        .conn
        .prepare_cached("INSERT INTO audit_change (seq, salt, change) VALUES (?1, ?2, ?3)")?
        .execute((seq, salt, change.text()))?;
    Ok(())
}

/// The entry in a row of [`COLUMNS`]; `None` in place of one that no program of ours wrote.
pub(crate) fn link(row: &Row<'_>) -> rusqlite::Result<Option<Link>> {
    let kind: String = row.get(5)?;
    let detail: String = row.get(8)?;
    let (Some(kind), Ok(detail)) = (SubjectKind::from_code(&kind), serde_json::from_str::<Value>(&detail))
    else {
        return Ok(None);
    };
    let entry = Entry {
        seq: row.get(0)?,
        at: timestamp(row.get(1)?),
        actor: Actor { id: PersonId(id(row.get(2)?)), name: row.get(3)? },
        op: row.get(4)?,
        subject: Subject { kind, id: row.get(6)? },
        claimant: row.get::<_, Option<u32>>(7)?.map(ClaimantNumber),
        detail,
        change: row.get::<_, Option<[u8; 32]>>(9)?.map(Digest),
        content: row.get::<_, Option<[u8; 32]>>(10)?.map(Digest),
    };
    Ok(Some(Link { entry, hash: digest(row.get(11)?) }))
}
