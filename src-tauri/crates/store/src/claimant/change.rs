//! Changes to a record.

use joinder_domain::audit::{Change, Subject};
use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use rusqlite::OptionalExtension;
use serde_json::{Value, json};

use super::find_by_reference;
use super::insert::{date_of_birth, nation};
use super::lookup::{Index, Lookup};
use super::record::{content, text};
use crate::column::{milliseconds, read};
use crate::error::{Error, Result};
use crate::merge::refuse_merged;
use crate::write::{Entered, Write};

/// What leads from one state of a record to another: path of each field, with its content before and after. A record that
/// cannot be written down differs in nothing.
pub fn changes(before: &Claimant, after: &Claimant) -> Vec<(String, Value, Value)> {
    let value = |claimant| read("claimant", &text(claimant)?);
    let (Ok(before), Ok(after)): (Result<Value>, Result<Value>) = (value(before), value(after)) else {
        return Vec::new();
    };
    let change = Change::between(&before, &after);
    change.0.into_iter().map(|(path, pair)| (path, pair.0, pair.1)).collect()
}

/// Saves a record that was edited at `version`, and returns its new version. Saving it unchanged changes nothing.
///
/// # Errors
/// [`Error::Conflict`] when somebody saved it in the meantime; [`Error::NoSuchClaimant`], [`Error::ReferenceTaken`];
/// [`Error::MergedAlready`] when the record is part of another one.
pub fn update(tx: &mut Write<'_>, number: ClaimantNumber, version: u32, claimant: &Claimant) -> Result<u32> {
    update_because(tx, number, version, claimant, "")
}

/// The same, with why: it stands in the history beside what was changed.
///
/// # Errors
/// Those of [`update`].
pub fn update_because(
    tx: &mut Write<'_>,
    number: ClaimantNumber,
    version: u32,
    claimant: &Claimant,
    why: &str,
) -> Result<u32> {
    refuse_merged(tx, number)?;
    let (found, salt, old): (u32, [u8; 16], String) = tx
        .conn
        .prepare_cached(
            "SELECT c.version, r.salt, r.record FROM claimant c JOIN claimant_record r ON r.claimant = c.number
             WHERE c.number = ?1",
        )?
        .query_row([number.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?
        .ok_or(Error::NoSuchClaimant)?;
    if found != version {
        return Err(Error::Conflict { found, expected: version });
    }
    let record = text(claimant)?;
    let (before, after): (Value, Value) = (read("claimant", &old)?, read("claimant", &record)?);
    let change = Change::between(&before, &after);
    if change.is_empty() {
        return Ok(version);
    }
    if find_by_reference(tx, &claimant.external_reference)?.is_some_and(|other| other != number) {
        return Err(Error::ReferenceTaken);
    }
    let next = version.saturating_add(1);
    let lookup = Lookup::of(claimant);
    let mut index = Index::new(tx)?;
    index.remove(number, &Lookup::of(&read("claimant", &old)?))?;
    index.add(number, &lookup)?;
    drop(index);
    tx.conn
        .prepare_cached(
            "UPDATE claimant SET version = ?2, sort_key = ?3, name = ?4, external_reference = ?5, date_of_birth = ?6,
               nation = ?7, updated = ?8, missing = ?9
             WHERE number = ?1",
        )?
        .execute((
            number.0,
            next,
            &lookup.sort_key,
            &lookup.name,
            &claimant.external_reference,
            date_of_birth(claimant),
            nation(claimant),
            milliseconds(tx.now()),
            lookup.missing,
        ))?;
    tx.conn
        .prepare_cached("UPDATE claimant_record SET record = ?2 WHERE claimant = ?1")?
        .execute((number.0, &record))?;
    tx.append(Entered {
        subject: Subject::claimant(number),
        claimant: Some(number),
        detail: json!({ "version": next }),
        change: Some(&change.because(why)),
        content: Some(content(&salt, &record)),
    })?;
    tx.touch(Noun::Claimant, Some(number));
    Ok(next)
}
