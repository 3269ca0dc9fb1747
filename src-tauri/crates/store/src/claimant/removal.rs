//! Claimants who were added by mistake, taken out again as long as nothing rests on the record.

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use rusqlite::OptionalExtension;
use serde_json::json;

use super::get;
use super::lookup::{Index, Lookup};
use super::record::{content, text};
use crate::column::{document, milliseconds};
use crate::error::Result;
use crate::match_pair;
use crate::work::{self, Work};
use crate::write::{Entered, Reader, Write};

/// Tables whose rows rest on a claimant, with the columns that name one.
const RESTING: &[(&str, &str)] = &[
    ("evidence", "claimant"),
    ("override", "claimant"),
    ("exhibit_label", "claimant"),
    ("paper", "claimant"),
    ("redaction", "claimant"),
    ("register_place", "claimant"),
    ("packet", "claimant"),
    ("legal_hold", "claimant"),
    ("bundle_version", "claimant"),
];
/// Tables that hold what is derived from a claimant, and the claimant.
const OWN: &[(&str, &str)] = &[
    ("journal_entry", "claimant"),
    ("work_tag", "claimant"),
    ("work", "claimant"),
    ("classification", "claimant"),
    ("answer", "claimant"),
    ("import_row", "claimant"),
    ("import_update", "claimant"),
    ("match_pair", "a"),
    ("match_pair", "b"),
    ("claimant_merge", "kept"),
    ("claimant_merge", "lost"),
    ("claimant_record", "claimant"),
    ("claimant", "number"),
];

/// Takes a claimant out again who was added by mistake, and gives those with whom it was in a pair. `None`, and nothing
/// is done, when the record is not what was added, or something rests on it. The number is never given again.
///
/// # Errors
/// Those of the database.
pub fn take_back(tx: &mut Write<'_>, number: ClaimantNumber) -> Result<Option<Vec<ClaimantNumber>>> {
    let Some(stored) = get(tx, number)? else { return Ok(None) };
    if rests(tx, number)? || !is_as_added(tx, number, &text(&stored.claimant)?)? {
        return Ok(None);
    }
    let others = match_pair::forget_open(tx, number)?;
    Index::new(tx)?.remove(number, &Lookup::of(&stored.claimant))?;
    let reason = tx.op().0;
    tx.conn
        .prepare_cached(
            "INSERT INTO claimant_removal (number, removed, person, reason) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((number.0, milliseconds(tx.now()), tx.actor().id.0.as_bytes(), reason))?;
    // What its entries say was before and after is of somebody who should not have been here.
    tx.conn
        .prepare_cached(
            "DELETE FROM audit_change WHERE seq IN (SELECT seq FROM audit_entry WHERE claimant = ?1)",
        )?
        .execute([number.0])?;
    for (table, column) in OWN {
        tx.conn.prepare_cached(&format!("DELETE FROM {table} WHERE {column} = ?1"))?.execute([number.0])?;
    }
    let removed = contents_of(tx, Some(number))?.pop().map(|(_, content)| content);
    tx.append(Entered {
        subject: Subject::claimant(number),
        claimant: Some(number),
        detail: json!({ "is": "removed" }),
        change: None,
        content: removed,
    })?;
    tx.touch(Noun::Claimant, Some(number));
    tx.touch(Noun::Match, None);
    Ok(Some(others))
}

fn rests(reader: &Reader<'_>, number: ClaimantNumber) -> Result<bool> {
    for (table, column) in RESTING {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE {column} = ?1)");
        if reader.conn.prepare_cached(&sql)?.query_row([number.0], |row| row.get(0))? {
            return Ok(true);
        }
    }
    let decided = "SELECT EXISTS (SELECT 1 FROM match_pair WHERE a = ?1 AND state <> 'open')
                OR EXISTS (SELECT 1 FROM match_pair WHERE b = ?1 AND state <> 'open')
                OR EXISTS (SELECT 1 FROM journal_entry WHERE claimant = ?1 AND removed IS NULL)
                OR EXISTS (SELECT 1 FROM claimant_merge WHERE kept = ?1 AND undone_at IS NULL)
                OR EXISTS (SELECT 1 FROM claimant_merge WHERE lost = ?1 AND undone_at IS NULL)";
    if reader.conn.prepare_cached(decided)?.query_row([number.0], |row| row.get(0))? {
        return Ok(true);
    }
    let worked = work::get(reader, number)?;
    Ok(Work { since: None, ..worked } != Work::default())
}

/// Whether the record says what it said when it was added.
fn is_as_added(reader: &Reader<'_>, number: ClaimantNumber, record: &str) -> Result<bool> {
    let salt: [u8; 16] = reader
        .conn
        .prepare_cached("SELECT salt FROM claimant_record WHERE claimant = ?1")?
        .query_row([number.0], |row| row.get(0))?;
    let first: Option<[u8; 32]> = reader
        .conn
        .prepare_cached(
            "SELECT content_digest FROM audit_entry
             WHERE claimant = ?1 AND subject_kind = ?2 AND content_digest IS NOT NULL ORDER BY seq LIMIT 1",
        )?
        .query_row((number.0, SubjectKind::Claimant.code()), |row| row.get(0))
        .optional()?;
    Ok(first == Some(content(&salt, record).0))
}

/// The numbers of those who were taken out.
pub(crate) fn removed(reader: &Reader<'_>) -> Result<Vec<ClaimantNumber>> {
    let mut statement = reader.conn.prepare_cached("SELECT number FROM claimant_removal")?;
    let found = statement.query_map((), |row| row.get(0).map(ClaimantNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The number of every claimant who was taken out, with the digest that the audit holds of it.
pub(crate) fn removal_contents(reader: &Reader<'_>) -> Result<Vec<(ClaimantNumber, Digest)>> {
    contents_of(reader, None)
}

fn contents_of(reader: &Reader<'_>, number: Option<ClaimantNumber>) -> Result<Vec<(ClaimantNumber, Digest)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT number, removed, person, reason FROM claimant_removal
         WHERE ?1 IS NULL OR number = ?1 ORDER BY number",
    )?;
    let mut rows = statement.query([number.map(|number| number.0)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (number, removed, person): (u32, i64, [u8; 16]) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let reason: String = row.get(3)?;
        let content = json!({
            "number": number, "removed": removed, "person": crate::column::id(person), "reason": reason,
        });
        found.push((ClaimantNumber(number), Digest::of(document(&content)?.as_bytes())));
    }
    Ok(found)
}
