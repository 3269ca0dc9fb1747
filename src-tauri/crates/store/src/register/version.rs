//! Registers as they were sealed.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::PersonId;
use joinder_domain::noun::Noun;
use joinder_domain::register::Entry;
use rusqlite::{OptionalExtension, Row};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::column::{digest, document, id, milliseconds, read, timestamp};
use crate::error::Result;
use crate::write::{Entered, Reader, Write};

/// A register to be sealed.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    /// What it was sealed for.
    pub reason: &'a str,
    /// Every line, in order of numbers.
    pub entries: &'a [Entry],
}

/// A register as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which one, from 1.
    pub id: u32,
    /// When.
    pub at: Timestamp,
    /// Who sealed it.
    pub person: PersonId,
    /// That person's full name at the time.
    pub person_name: String,
    /// What it was sealed for.
    pub reason: String,
    /// How many lines it has.
    pub entries: u64,
    /// How many of them have left.
    pub ended: u64,
    /// SHA-256 over every line.
    pub sha256: Digest,
}

const COLUMNS: &str = "id, at, person, person_name, reason, entries, ended, sha256";

/// Seals a register; `step` is told of every line and may stop it, which leaves nothing behind.
///
/// # Errors
/// Those of the database and of `step`.
pub fn seal<E: From<crate::Error>>(
    tx: &mut Write<'_>,
    new: &NewVersion<'_>,
    mut step: impl FnMut(u64) -> Result<(), E>,
) -> Result<Version, E> {
    let last = versions(tx)?.last().map_or(0, |version| version.id);
    let id = last.saturating_add(1);
    let mut sha256 = Sha256::new();
    for (done, entry) in (0..).zip(new.entries) {
        let text = document(entry)?;
        sha256.update(text.as_bytes());
        sha256.update(b"\n");
        if line(tx, entry.number, last)?.is_none_or(|before| before != text) {
            insert_line(tx, entry.number, id, &text)?;
        }
        step(done)?;
    }
    let version = Version {
        id,
        at: tx.now(),
        person: tx.actor().id,
        person_name: tx.actor().name.clone(),
        reason: new.reason.to_owned(),
        entries: new.entries.len() as u64,
        ended: new.entries.iter().filter(|entry| entry.is_ended()).count() as u64,
        sha256: Digest(sha256.finalize().into()),
    };
    insert(tx, &version)?;
    Ok(version)
}

fn insert_line(tx: &Write<'_>, number: u32, version: u32, text: &str) -> Result<()> {
    tx.conn
        .prepare_cached("INSERT INTO register_line (number, version, document) VALUES (?1, ?2, ?3)")?
        .execute((number, version, text))?;
    Ok(())
}

fn insert(tx: &mut Write<'_>, version: &Version) -> Result<()> {
    let sql = format!("INSERT INTO register_version ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    tx.conn.prepare_cached(&sql)?.execute((
        version.id,
        milliseconds(version.at),
        version.person.0.as_bytes(),
        &version.person_name,
        &version.reason,
        version.entries,
        version.ended,
        version.sha256.0,
    ))?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Register, version.id.to_string()),
        claimant: None,
        detail: json!({
            "entries": version.entries, "ended": version.ended, "sha256": version.sha256.to_string(),
        }),
        change: None,
        content: Some(digest_of(version, &version.sha256)?),
    })?;
    tx.touch(Noun::Register, None);
    Ok(())
}

/// Every sealed register, the earliest first.
///
/// # Errors
/// Those of the database.
pub fn versions(reader: &Reader<'_>) -> Result<Vec<Version>> {
    let sql = format!("SELECT {COLUMNS} FROM register_version ORDER BY id");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((), row)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A sealed register.
///
/// # Errors
/// Those of the database.
pub fn version(reader: &Reader<'_>, id: u32) -> Result<Option<Version>> {
    let sql = format!("SELECT {COLUMNS} FROM register_version WHERE id = ?1");
    Ok(reader.conn.prepare_cached(&sql)?.query_row([id], row).optional()?)
}

/// The line of a number in a version.
///
/// # Errors
/// Those of the database; [`crate::Error::Unreadable`] when another program wrote it.
pub fn entry(reader: &Reader<'_>, number: u32, version: u32) -> Result<Option<Entry>> {
    line(reader, number, version)?.map(|text| read("register", &text)).transpose()
}

/// The line of a number in a version, as it is stored.
fn line(reader: &Reader<'_>, number: u32, version: u32) -> Result<Option<String>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT document FROM register_line WHERE number = ?1 AND version <= ?2 ORDER BY version DESC LIMIT 1",
    )?;
    Ok(statement.query_row((number, version), |row| row.get(0)).optional()?)
}

/// The lines of a version, in order of numbers.
///
/// # Errors
/// Those of the database; [`crate::Error::Unreadable`] when another program wrote them.
pub fn entries(reader: &Reader<'_>, version: u32) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    lines(reader, version, |text| {
        entries.push(read("register", text)?);
        Ok(())
    })?;
    Ok(entries)
}

fn lines(reader: &Reader<'_>, version: u32, mut then: impl FnMut(&str) -> Result<()>) -> Result<()> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT l.document FROM register_line l
         WHERE l.version = (SELECT max(version) FROM register_line WHERE number = l.number AND version <= ?1)
         ORDER BY l.number",
    )?;
    let mut rows = statement.query([version])?;
    while let Some(row) = rows.next()? {
        then(row.get_ref(0)?.as_str().map_err(|_| crate::Error::Unreadable("register"))?)?;
    }
    Ok(())
}

/// The digest that the audit holds of a sealed register, from the lines that are there now.
pub(crate) fn content(reader: &Reader<'_>, version: &Version) -> Result<Digest> {
    let mut sha256 = Sha256::new();
    lines(reader, version.id, |text| {
        sha256.update(text.as_bytes());
        sha256.update(b"\n");
        Ok(())
    })?;
    digest_of(version, &Digest(sha256.finalize().into()))
}

fn digest_of(version: &Version, lines: &Digest) -> Result<Digest> {
    let content = json!({
        "at": milliseconds(version.at), "ended": version.ended, "entries": version.entries, "id": version.id,
        "lines": lines.to_string(), "person": version.person, "person_name": version.person_name,
        "reason": version.reason, "sha256": version.sha256.to_string(),
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}

fn row(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: row.get(0)?,
        at: timestamp(row.get(1)?),
        person: PersonId(id(row.get(2)?)),
        person_name: row.get(3)?,
        reason: row.get(4)?,
        entries: row.get(5)?,
        ended: row.get(6)?,
        sha256: digest(row.get(7)?),
    })
}
