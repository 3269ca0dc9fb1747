//! Notes, tasks and correspondence beside records.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use joinder_domain::audit::{Change, Digest, Subject, SubjectKind};
use joinder_domain::id::{ClaimantNumber, PersonId};
use joinder_domain::journal::Entry;
use joinder_domain::noun::Noun;
use rusqlite::{OptionalExtension, Row};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::claimant;
use crate::column::{document, id, milliseconds, read, timestamp};
use crate::error::{Error, Result};
use crate::key;
use crate::write::{Entered, Reader, Write};

/// An entry as kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its number.
    pub id: i64,
    /// Beside whose record it was written.
    pub claimant: ClaimantNumber,
    /// When.
    pub made: Timestamp,
    /// By whom.
    pub person: PersonId,
    /// The full name at the time.
    pub person_name: String,
    /// Counts the changes, from 1.
    pub version: u32,
    /// What it says.
    pub entry: Entry,
    /// It was taken away.
    pub removed: bool,
    salt: [u8; 16],
}

impl Kept {
    /// The entry's random number: the same in every copy of the matter that has it.
    pub fn mark(&self) -> Uuid {
        Uuid::from_bytes(self.salt)
    }
}

/// An entry that was written in another copy of the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Its random number.
    pub mark: Uuid,
    /// When it was written there.
    pub made: Timestamp,
    /// By whom.
    pub person: PersonId,
    /// The full name at the time.
    pub person_name: String,
    /// What it says.
    pub entry: Entry,
}

const COLUMNS: &str = "id, claimant, made, person, person_name, version, entry, removed IS NOT NULL, salt";

/// Writes an entry beside a record.
///
/// # Errors
/// [`Error::NoSuchClaimant`], [`Error::MergedAlready`]; those of the database.
pub fn add(tx: &mut Write<'_>, of: ClaimantNumber, entry: &Entry) -> Result<i64> {
    let mut salt = [0; 16];
    key::fill(&mut salt)?;
    let new = Brought {
        mark: Uuid::from_bytes(salt),
        made: tx.now(),
        person: tx.actor().id,
        person_name: tx.actor().name.clone(),
        entry: entry.clone(),
    };
    bring(tx, of, &new)
}

/// Writes an entry of another copy of the matter beside a record, as it was written there; the audit says who brought it.
///
/// # Errors
/// [`Error::NoSuchClaimant`], [`Error::MergedAlready`]; those of the database.
pub fn bring(tx: &mut Write<'_>, of: ClaimantNumber, new: &Brought) -> Result<i64> {
    if claimant::get(tx, of)?.is_none() {
        return Err(Error::NoSuchClaimant);
    }
    crate::merge::refuse_merged(tx, of)?;
    let entry = &new.entry;
    let (due, assignee) = (due(entry), entry.assignee());
    tx.conn
        .prepare_cached(
            "INSERT INTO journal_entry (claimant, kind, personal, made, person, person_name, version, open, due,
               assignee, entry, salt)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            of.0,
            entry.kind(),
            entry.is_personal(),
            milliseconds(new.made),
            new.person.0.as_bytes(),
            &new.person_name,
            entry.is_open(),
            due,
            assignee.as_ref().map(|person| person.0.as_bytes()),
            document(entry)?,
            new.mark.into_bytes(),
        ))?;
    let id = tx.conn.last_insert_rowid();
    let kept = get(tx, id)?.ok_or(Error::NoSuchEntry)?;
    enter(tx, &kept, &Value::Null)?;
    Ok(id)
}

/// Puts another text, or another state, in place of what an entry said at `version`.
///
/// # Errors
/// [`Error::NoSuchEntry`], [`Error::Conflict`]; those of the database.
pub fn put(tx: &mut Write<'_>, id: i64, version: u32, entry: &Entry, removed: bool) -> Result<u32> {
    let before = get(tx, id)?.ok_or(Error::NoSuchEntry)?;
    if before.version != version {
        return Err(Error::Conflict { found: before.version, expected: version });
    }
    if before.entry.kind() != entry.kind() {
        return Err(Error::NoSuchEntry);
    }
    if before.entry == *entry && before.removed == removed {
        return Ok(version);
    }
    let next = version.saturating_add(1);
    let gone = removed.then(|| milliseconds(tx.now()));
    tx.conn
        .prepare_cached(
            "UPDATE journal_entry SET personal = ?2, version = ?3, open = ?4, due = ?5, assignee = ?6, entry = ?7,
               removed = ?8
             WHERE id = ?1",
        )?
        .execute((
            id,
            entry.is_personal(),
            next,
            entry.is_open(),
            due(entry),
            entry.assignee().as_ref().map(|person| person.0.as_bytes()),
            document(entry)?,
            gone,
        ))?;
    let kept = get(tx, id)?.ok_or(Error::NoSuchEntry)?;
    // What only its writer may see is in no history.
    let shown = |kept: &Kept| {
        if kept.removed || kept.entry.is_personal() { Value::Null } else { json!(kept.entry) }
    };
    enter(tx, &kept, &shown(&before))?;
    Ok(next)
}

/// An entry.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, id: i64) -> Result<Option<Kept>> {
    let sql = format!("SELECT {COLUMNS} FROM journal_entry WHERE id = ?1");
    reader.conn.prepare_cached(&sql)?.query_row([id], row).optional()?.transpose()
}

/// What stands beside a record, and beside those that went into it, the latest first; personal entries only of `person`.
///
/// # Errors
/// Those of the database.
pub fn of_claimant(reader: &Reader<'_>, of: ClaimantNumber, person: PersonId) -> Result<Vec<Kept>> {
    // UNION passes over a number that was met before, so that this ends whatever the table says.
    let sql = format!(
        "WITH RECURSIVE inside (number) AS (SELECT ?1 UNION SELECT m.lost FROM claimant_merge m
           JOIN inside ON m.kept = inside.number WHERE m.undone_at IS NULL)
         SELECT {COLUMNS} FROM journal_entry
         WHERE claimant IN (SELECT number FROM inside) AND removed IS NULL AND (personal = 0 OR person = ?2)
         ORDER BY made DESC, id DESC"
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((of.0, person.0.as_bytes()), row)?;
    found.map(|found| found?).collect()
}

/// Everything that was ever written beside one record itself, the earliest first: what was taken away and what only its
/// writer sees is among it.
///
/// # Errors
/// Those of the database.
pub fn all_of(reader: &Reader<'_>, of: ClaimantNumber) -> Result<Vec<Kept>> {
    let sql = format!("SELECT {COLUMNS} FROM journal_entry WHERE claimant = ?1 ORDER BY made, id");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map([of.0], row)?;
    found.map(|found| found?).collect()
}

/// The claimants beside whose records open entries of a kind are due on a day or before; with `whose`, only those that are
/// this person's or nobody's.
///
/// # Errors
/// Those of the database.
pub fn due_by(
    reader: &Reader<'_>,
    kind: &str,
    day: Date,
    whose: Option<PersonId>,
) -> Result<BTreeSet<ClaimantNumber>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT DISTINCT claimant FROM journal_entry
         WHERE kind = ?1 AND open = 1 AND removed IS NULL AND due <> '' AND due <= ?2
           AND (?3 IS NULL OR assignee IS NULL OR assignee = ?3)",
    )?;
    let whose = whose.as_ref().map(|person| person.0.as_bytes());
    let found = statement.query_map((kind, day.to_string(), whose), |row| row.get(0).map(ClaimantNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The claimant and the number of every entry, with the digest that the audit holds of it.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(String, Digest)>> {
    let sql = format!("SELECT {COLUMNS} FROM journal_entry ORDER BY id");
    let mut statement = reader.conn.prepare(&sql)?;
    let found = statement.query_map((), row)?;
    found
        .map(|found| {
            let kept = found??;
            Ok((subject(&kept), content(&kept)?))
        })
        .collect()
}

fn due(entry: &Entry) -> String {
    entry.due().map(|day| day.to_string()).unwrap_or_default()
}

fn subject(kept: &Kept) -> String {
    format!("{} {}", kept.claimant.0, kept.id)
}

fn content(kept: &Kept) -> Result<Digest> {
    let content = json!([kept.claimant, kept.person, milliseconds(kept.made), kept.entry, kept.removed]);
    Ok(Digest::salted(&kept.salt, document(&content)?.as_bytes()))
}

fn enter(tx: &mut Write<'_>, kept: &Kept, before: &Value) -> Result<()> {
    let hidden = kept.removed || kept.entry.is_personal();
    let after = if hidden { Value::Null } else { json!(kept.entry) };
    let change = Change::between(before, &after);
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Journal, subject(kept)),
        claimant: Some(kept.claimant),
        detail: json!({ "is": kept.entry.kind(), "version": kept.version }),
        change: Some(&change).filter(|change| !change.is_empty()),
        content: Some(content(kept)?),
    })?;
    tx.touch(Noun::Journal, Some(kept.claimant));
    Ok(())
}

fn row(row: &Row<'_>) -> rusqlite::Result<Result<Kept>> {
    let entry = read("journal entry", row.get_ref(6)?.as_str()?);
    let (number, made) = (ClaimantNumber(row.get(1)?), timestamp(row.get(2)?));
    let (person, person_name) = (PersonId(id(row.get(3)?)), row.get(4)?);
    let (id, version, removed, salt) = (row.get(0)?, row.get(5)?, row.get(7)?, row.get(8)?);
    let claimant = number;
    Ok(entry.map(|entry| Kept { id, claimant, made, person, person_name, version, entry, removed, salt }))
}
