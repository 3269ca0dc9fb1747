//! What people say of originals in the public version: boxes to black out, or that there is nothing to black out.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::bundle::RedactionBox;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use rusqlite::Row;
use serde_json::json;

use crate::column::{digest, document, milliseconds, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// A box to black out, or that there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRedaction {
    /// In whose public version.
    pub claimant: ClaimantNumber,
    /// SHA-256 of the original.
    pub sha256: Digest,
    /// Where; `None` where a person looked through it and found nothing to black out.
    pub place: Option<RedactionBox>,
    /// Why.
    pub reason: String,
}

/// The same as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redaction {
    /// Its number.
    pub id: i64,
    /// What, and where.
    pub new: NewRedaction,
    /// When it was set.
    pub at: Timestamp,
    /// By whom.
    pub person_name: String,
    /// When it was taken back.
    pub ended_at: Option<Timestamp>,
}

const COLUMNS: &str =
    "id, claimant, sha256, kind, page, x, y, width, height, reason, at, person_name, ended_at";

/// Sets a box.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Write<'_>, new: &NewRedaction) -> Result<i64> {
    let kind = if new.place.is_some() { "box" } else { "clear" };
    let place = new.place.unwrap_or(RedactionBox { page: 1, x: 0, y: 0, width: 0, height: 0 });
    tx.conn
        .prepare_cached(
            "INSERT INTO redaction (claimant, sha256, kind, page, x, y, width, height, reason, at, person,
             person_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(rusqlite::params![
            new.claimant.0,
            new.sha256.0,
            kind,
            place.page,
            place.x,
            place.y,
            place.width,
            place.height,
            new.reason,
            milliseconds(tx.now()),
            tx.actor().id.0.as_bytes(),
            tx.actor().name,
        ])?;
    let id = tx.conn.last_insert_rowid();
    enter(tx, new.claimant, id)?;
    Ok(id)
}

/// Takes a box back.
///
/// # Errors
/// Those of the database.
pub fn end(tx: &mut Write<'_>, redaction: &Redaction) -> Result<()> {
    tx.conn
        .prepare_cached(
            "UPDATE redaction SET ended_at = ?2, ended_by = ?3 WHERE id = ?1 AND ended_at IS NULL",
        )?
        .execute((redaction.id, milliseconds(tx.now()), tx.actor().id.0.as_bytes()))?;
    enter(tx, redaction.new.claimant, redaction.id)
}

fn enter(tx: &mut Write<'_>, claimant: ClaimantNumber, id: i64) -> Result<()> {
    let all = of_claimant(tx, claimant)?;
    let one = all.iter().find(|one| one.id == id).ok_or(Error::Damaged { what: "redaction" })?;
    let content = content(one)?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Bundle, subject(id)),
        claimant: Some(claimant),
        detail: json!({ "page": one.new.place.map(|place| place.page), "ended": one.ended_at.is_some() }),
        change: None,
        content: Some(content),
    })?;
    tx.touch(Noun::Paper, Some(claimant));
    Ok(())
}

/// The boxes of a claimant, the earliest first, those that were taken back included.
///
/// # Errors
/// Those of the database.
pub fn of_claimant(reader: &Reader<'_>, claimant: ClaimantNumber) -> Result<Vec<Redaction>> {
    let sql = format!("SELECT {COLUMNS} FROM redaction WHERE claimant = ?1 ORDER BY id");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    Ok(statement.query_map([claimant.0], redaction)?.collect::<rusqlite::Result<_>>()?)
}

fn redaction(row: &Row<'_>) -> rusqlite::Result<Redaction> {
    let kind: String = row.get(3)?;
    let place = RedactionBox {
        page: row.get(4)?,
        x: row.get(5)?,
        y: row.get(6)?,
        width: row.get(7)?,
        height: row.get(8)?,
    };
    Ok(Redaction {
        id: row.get(0)?,
        new: NewRedaction {
            claimant: ClaimantNumber(row.get(1)?),
            sha256: digest(row.get(2)?),
            place: (kind == "box").then_some(place),
            reason: row.get(9)?,
        },
        at: timestamp(row.get(10)?),
        person_name: row.get(11)?,
        ended_at: row.get::<_, Option<i64>>(12)?.map(timestamp),
    })
}

fn subject(id: i64) -> String {
    format!("redaction-{id}")
}

fn content(one: &Redaction) -> Result<Digest> {
    let content = json!({
        "claimant": one.new.claimant, "sha256": one.new.sha256.to_string(), "place": one.new.place,
        "reason": one.new.reason, "at": milliseconds(one.at), "person_name": one.person_name,
        "ended_at": one.ended_at.map(milliseconds),
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}

/// What the audit holds of every box.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(String, Digest)>> {
    let sql = format!("SELECT {COLUMNS} FROM redaction ORDER BY id");
    let mut statement = reader.conn.prepare(&sql)?;
    let all: Vec<Redaction> = statement.query_map((), redaction)?.collect::<rusqlite::Result<_>>()?;
    all.iter().map(|one| Ok((subject(one.id), content(one)?))).collect()
}
