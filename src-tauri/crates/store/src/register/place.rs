//! Places on the register.

use std::collections::BTreeMap;

use jiff::civil::Date;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use joinder_domain::register::Place;
use rusqlite::{OptionalExtension, Row};
use serde_json::{Value, json};

use super::{day, day_text};
use crate::column::document;
use crate::error::{Error, Result};
use crate::merge::refuse_merged;
use crate::write::{Entered, Reader, Write};

const COLUMNS: &str = "number, claimant, claim_form, entered, ended, end_reason, cipher, issues, value_band,
    special_features";

/// What people write beside a place; `None` leaves it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The cipher that the court allowed.
    pub cipher: Option<String>,
    /// Issues relied on.
    pub issues: Option<String>,
    /// Value band.
    pub value_band: Option<String>,
    /// Special features.
    pub special_features: Option<String>,
}

/// Gives a claimant the next number; `None` when the claimant has one.
///
/// # Errors
/// [`Error::NoSuchClaimant`], [`Error::MergedAlready`]; those of the database.
pub fn enter(
    tx: &mut Write<'_>,
    claimant: ClaimantNumber,
    claim_form: u32,
    entered: Date,
) -> Result<Option<u32>> {
    if place_of(tx, claimant)?.is_some() {
        return Ok(None);
    }
    let known: bool = tx
        .conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM claimant WHERE number = ?1)")?
        .query_row([claimant.0], |row| row.get(0))?;
    if !known {
        return Err(Error::NoSuchClaimant);
    }
    refuse_merged(tx, claimant)?;
    let number: u32 = tx
        .conn
        .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM register_place")?
        .query_row((), |row| row.get(0))?;
    let place =
        Place { number, claimant: Some(claimant), claim_form, entered: Some(entered), ..Place::default() };
    tx.conn
        .prepare_cached(
            "INSERT INTO register_place (number, claimant, claim_form, entered, ended, end_reason, cipher, issues,
               value_band, special_features)
             VALUES (?1, ?2, ?3, ?4, '', '', '', '', '', '')",
        )?
        .execute((number, claimant.0, claim_form, entered.to_string()))?;
    record(tx, &place, json!({ "number": number, "claim_form": claim_form }))?;
    Ok(Some(number))
}

/// Ends a claimant's time on the register, or with `None` takes that back. The place stays.
///
/// # Errors
/// [`Error::NoSuchClaimant`] when the claimant is not on it; [`Error::MergedAlready`]; those of the database.
pub fn end(tx: &mut Write<'_>, claimant: ClaimantNumber, ended: Option<Date>, reason: &str) -> Result<()> {
    let mut place = place_of(tx, claimant)?.ok_or(Error::NoSuchClaimant)?;
    refuse_merged(tx, claimant)?;
    reason.clone_into(&mut place.end_reason);
    place.ended = ended;
    tx.conn
        .prepare_cached("UPDATE register_place SET ended = ?2, end_reason = ?3 WHERE number = ?1")?
        .execute((place.number, day_text(ended), reason))?;
    record(tx, &place, json!({ "number": place.number, "ended": ended.is_some() }))
}

/// Writes something beside a claimant's place.
///
/// # Errors
/// [`Error::NoSuchClaimant`] when the claimant is not on the register; [`Error::ReferenceTaken`] when another claimant
/// has the cipher; those of the database.
pub fn mark(tx: &mut Write<'_>, claimant: ClaimantNumber, marks: &Marks) -> Result<()> {
    let mut place = place_of(tx, claimant)?.ok_or(Error::NoSuchClaimant)?;
    let before = place.clone();
    let set = |to: &mut String, from: &Option<String>| {
        if let Some(from) = from {
            from.trim().clone_into(to);
        }
    };
    set(&mut place.cipher, &marks.cipher);
    set(&mut place.issues, &marks.issues);
    set(&mut place.value_band, &marks.value_band);
    set(&mut place.special_features, &marks.special_features);
    if place == before {
        return Ok(());
    }
    let taken: bool = tx
        .conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM register_place WHERE cipher = ?1 AND cipher <> '' AND number <> ?2)",
        )?
        .query_row((&place.cipher, place.number), |row| row.get(0))?;
    if taken {
        return Err(Error::ReferenceTaken);
    }
    tx.conn
        .prepare_cached(
            "UPDATE register_place SET cipher = ?2, issues = ?3, value_band = ?4, special_features = ?5
             WHERE number = ?1",
        )?
        .execute((place.number, &place.cipher, &place.issues, &place.value_band, &place.special_features))?;
    record(tx, &place, json!({ "number": place.number }))
}

fn record(tx: &mut Write<'_>, place: &Place, detail: Value) -> Result<()> {
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Place, place.number.to_string()),
        claimant: place.claimant,
        detail,
        change: None,
        content: Some(content(place)?),
    })?;
    tx.touch(Noun::Register, place.claimant);
    Ok(())
}

/// Every place, in order of numbers.
///
/// # Errors
/// Those of the database.
pub fn places(reader: &Reader<'_>) -> Result<Vec<Place>> {
    let sql = format!("SELECT {COLUMNS} FROM register_place ORDER BY number");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let places = statement.query_map((), |row| Ok(place(row)))?;
    places.map(|place| place?).collect()
}

/// The place of a claimant; `None` when the claimant is not on the register.
///
/// # Errors
/// Those of the database.
pub fn place_of(reader: &Reader<'_>, claimant: ClaimantNumber) -> Result<Option<Place>> {
    let sql = format!("SELECT {COLUMNS} FROM register_place WHERE claimant = ?1");
    reader.conn.prepare_cached(&sql)?.query_row([claimant.0], |row| Ok(place(row))).optional()?.transpose()
}

/// The place with a number.
///
/// # Errors
/// Those of the database.
pub fn place_at(reader: &Reader<'_>, number: u32) -> Result<Option<Place>> {
    let sql = format!("SELECT {COLUMNS} FROM register_place WHERE number = ?1");
    reader.conn.prepare_cached(&sql)?.query_row([number], |row| Ok(place(row))).optional()?.transpose()
}

/// How many claimants each claim form holds, those who left included.
///
/// # Errors
/// Those of the database.
pub fn held(reader: &Reader<'_>) -> Result<BTreeMap<u32, u32>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT claim_form, count(*) FROM register_place GROUP BY claim_form")?;
    let held = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(held.collect::<rusqlite::Result<_>>()?)
}

/// How many have left.
///
/// # Errors
/// Those of the database.
pub fn ended_count(reader: &Reader<'_>) -> Result<u64> {
    let sql = "SELECT count(*) FROM register_place WHERE ended <> ''";
    Ok(reader.conn.prepare_cached(sql)?.query_row((), |row| row.get(0))?)
}

/// Claimants who are not on the register, in order of their numbers; those whose records went into another one are none.
///
/// # Errors
/// Those of the database.
pub fn not_on(reader: &Reader<'_>) -> Result<Vec<ClaimantNumber>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT number FROM claimant WHERE number NOT IN (SELECT claimant FROM register_place)
           AND number NOT IN (SELECT lost FROM claimant_merge WHERE undone_at IS NULL) ORDER BY number",
    )?;
    let found = statement.query_map((), |row| row.get(0).map(ClaimantNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Number and content of every place, for verification.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(u32, Digest)>> {
    places(reader)?.iter().map(|place| Ok((place.number, content(place)?))).collect()
}

/// The digest that the audit holds of a place.
fn content(place: &Place) -> Result<Digest> {
    let content = json!({
        "cipher": place.cipher, "claim_form": place.claim_form,
        "claimant": place.claimant.map(|claimant| claimant.0), "end_reason": place.end_reason,
        "ended": place.ended, "entered": place.entered, "issues": place.issues, "number": place.number,
        "special_features": place.special_features, "value_band": place.value_band,
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}

fn place(row: &Row<'_>) -> Result<Place> {
    let (entered, ended): (String, String) = (row.get(3)?, row.get(4)?);
    Ok(Place {
        number: row.get(0)?,
        claimant: Some(ClaimantNumber(row.get(1)?)),
        claim_form: row.get(2)?,
        entered: day(&entered)?,
        ended: day(&ended)?,
        end_reason: row.get(5)?,
        cipher: row.get(6)?,
        issues: row.get(7)?,
        value_band: row.get(8)?,
        special_features: row.get(9)?,
    })
}
