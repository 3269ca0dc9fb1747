//! What people say beside an answer.

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::code::Code;
use joinder_domain::id::{ClaimantNumber, PersonId};
use joinder_domain::noun::Noun;
use joinder_domain::overrides::{Override, OverrideAxis, Signature};
use rusqlite::{OptionalExtension, Row};
use serde_json::json;

use crate::column::{document, id, milliseconds, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// Something to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOverride {
    /// Of whom.
    pub claimant: ClaimantNumber,
    /// Where.
    pub axis: OverrideAxis,
    /// What.
    pub code: Code,
    /// Why.
    pub reason: String,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Of whom.
    pub claimant: ClaimantNumber,
    /// What, by whom, and whether it counts.
    pub said: Override,
    /// Why.
    pub reason: String,
    /// What was computed when it was said; several codes while it was open, none when nothing was computed yet.
    pub computed: Vec<Code>,
    /// Why the second person agreed.
    pub confirmed_reason: String,
    /// Why it was ended.
    pub ended_reason: String,
    /// The answer has changed since.
    pub fresh_look: bool,
    row: i64,
}

const COLUMNS: &str = "o.id, o.claimant, o.axis, o.code, o.reason, o.computed, o.set_at, o.set_by, o.set_by_name,
    o.confirmed_at, o.confirmed_by, o.confirmed_by_name, o.confirmed_reason, o.ended_at, o.ended_by, o.ended_by_name,
    o.ended_reason, o.answer IS NOT coalesce(k.answer, 0), o.answer";

/// Says something of a claimant; what was said before on the same axis ends.
///
/// # Errors
/// [`Error::NoSuchClaimant`]; those of the database.
pub fn set(tx: &mut Write<'_>, new: &NewOverride) -> Result<()> {
    let NewOverride { claimant, axis, code, reason } = new;
    if crate::claimant::get(tx, *claimant)?.is_none() {
        return Err(Error::NoSuchClaimant);
    }
    if let Some(before) = present(tx, *claimant, *axis)? {
        end(tx, &before, "another one took its place", "replaced")?;
    }
    let answer: Option<i64> = tx
        .conn
        .prepare_cached("SELECT answer FROM classification WHERE claimant = ?1")?
        .query_row([claimant.0], |row| row.get(0))
        .optional()?;
    let computed: String = tx
        .conn
        .prepare_cached(
            "SELECT coalesce(group_concat(a.code, ' ' ORDER BY a.code), '')
             FROM classification k JOIN answer_pattern_code x ON x.pattern = k.pattern
             JOIN axis_code a ON a.id = x.axis_code
             WHERE k.claimant = ?1 AND a.axis = ?2",
        )?
        .query_row((claimant.0, axis.code()), |row| row.get(0))?;
    tx.conn
        .prepare_cached(
            "INSERT INTO override (claimant, axis, code, reason, answer, computed, set_at, set_by, set_by_name)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            claimant.0,
            axis.code(),
            code.as_str(),
            reason,
            answer.unwrap_or(0),
            computed,
            milliseconds(tx.now()),
            tx.actor().id.0.as_bytes(),
            &tx.actor().name,
        ))?;
    let row = tx.conn.last_insert_rowid();
    enter(tx, row, "set")
}

/// Adds the second person's signature. Whether they may sign is for the caller to ask first.
///
/// # Errors
/// Those of the database, which refuses the person who set it.
pub fn confirm(tx: &mut Write<'_>, kept: &Kept, reason: &str) -> Result<()> {
    tx.conn
        .prepare_cached(
            "UPDATE override SET confirmed_at = ?2, confirmed_by = ?3, confirmed_by_name = ?4, confirmed_reason = ?5
             WHERE id = ?1",
        )?
        .execute((
            kept.row,
            milliseconds(tx.now()),
            tx.actor().id.0.as_bytes(),
            &tx.actor().name,
            reason,
        ))?;
    enter(tx, kept.row, "confirmed")
}

/// Withdraws what was said.
///
/// # Errors
/// Those of the database.
pub fn withdraw(tx: &mut Write<'_>, kept: &Kept, reason: &str) -> Result<()> {
    end(tx, kept, reason, "withdrawn")
}

fn end(tx: &mut Write<'_>, kept: &Kept, reason: &str, what: &str) -> Result<()> {
    tx.conn
        .prepare_cached(
            "UPDATE override SET ended_at = ?2, ended_by = ?3, ended_by_name = ?4, ended_reason = ?5 WHERE id = ?1",
        )?
        .execute((
            kept.row,
            milliseconds(tx.now()),
            tx.actor().id.0.as_bytes(),
            &tx.actor().name,
            reason,
        ))?;
    enter(tx, kept.row, what)
}

/// What is said on one axis of a claimant's answer and was not withdrawn.
///
/// # Errors
/// Those of the database.
pub fn present(reader: &Reader<'_>, claimant: ClaimantNumber, axis: OverrideAxis) -> Result<Option<Kept>> {
    Ok(of_claimant(reader, claimant)?
        .into_iter()
        .find(|kept| kept.said.axis() == axis && kept.said.ended().is_none()))
}

/// Everything that was said of a claimant, the earliest first.
///
/// # Errors
/// Those of the database.
pub fn of_claimant(reader: &Reader<'_>, claimant: ClaimantNumber) -> Result<Vec<Kept>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM override o LEFT JOIN classification k ON k.claimant = o.claimant
         WHERE o.claimant = ?1 ORDER BY o.id"
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map([claimant.0], |row| Ok(kept(row)))?;
    found.map(|kept| kept?).collect()
}

/// Number and content of every override, for verification.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(i64, Digest)>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM override o LEFT JOIN classification k ON k.claimant = o.claimant ORDER BY o.id"
    );
    let mut statement = reader.conn.prepare(&sql)?;
    let found = statement.query_map((), |row| Ok((row.get(0)?, content(row))))?;
    found
        .map(|found| {
            let (id, content) = found?;
            Ok((id, content?))
        })
        .collect()
}

fn enter(tx: &mut Write<'_>, row: i64, what: &str) -> Result<()> {
    let sql = format!(
        "SELECT {COLUMNS} FROM override o LEFT JOIN classification k ON k.claimant = o.claimant WHERE o.id = ?1"
    );
    let (content, kept) =
        tx.conn.prepare_cached(&sql)?.query_row([row], |row| Ok((content(row), kept(row))))?;
    let (content, kept) = (content?, kept?);
    let (axis, code) = (kept.said.axis().code(), kept.said.code().as_str());
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Override, row.to_string()),
        claimant: Some(kept.claimant),
        detail: json!({ "is": what, "axis": axis, "code": code }),
        change: None,
        content: Some(content),
    })?;
    tx.touch(Noun::Override, Some(kept.claimant));
    Ok(())
}

/// The digest that the audit holds of what was said.
fn content(row: &Row<'_>) -> Result<Digest> {
    let texts = |columns: &[usize]| -> Result<Vec<Option<String>>> {
        columns.iter().map(|column| Ok(row.get(*column)?)).collect()
    };
    let numbers = |columns: &[usize]| -> Result<Vec<Option<i64>>> {
        columns.iter().map(|column| Ok(row.get(*column)?)).collect()
    };
    let people = |columns: &[usize]| -> Result<Vec<Option<uuid::Uuid>>> {
        columns.iter().map(|column| Ok(row.get::<_, Option<[u8; 16]>>(*column)?.map(id))).collect()
    };
    let content = json!([
        texts(&[2, 3, 4, 5, 8, 11, 12, 15, 16])?,
        numbers(&[0, 1, 6, 9, 13, 18])?,
        people(&[7, 10, 14])?,
    ]);
    Ok(Digest::of(document(&content)?.as_bytes()))
}

fn kept(row: &Row<'_>) -> Result<Kept> {
    let signature = |at: usize| -> Result<Option<Signature>> {
        let (signed, person) =
            (row.get::<_, Option<i64>>(at)?, row.get::<_, Option<[u8; 16]>>(at.saturating_add(1))?);
        let name = row.get::<_, Option<String>>(at.saturating_add(2))?.unwrap_or_default();
        Ok(signed.zip(person).map(|(at, person)| Signature {
            person: PersonId(id(person)),
            name,
            at: timestamp(at),
        }))
    };
    let text = |at: usize| -> Result<String> { Ok(row.get::<_, Option<String>>(at)?.unwrap_or_default()) };
    let axis = OverrideAxis::from_code(&text(2)?).ok_or(Error::Unreadable("override"))?;
    let set = signature(6)?.ok_or(Error::Unreadable("override"))?;
    Ok(Kept {
        row: row.get(0)?,
        claimant: ClaimantNumber(row.get(1)?),
        said: Override::new(axis, Code(text(3)?), set).with(signature(9)?, signature(13)?),
        reason: text(4)?,
        computed: text(5)?.split_whitespace().map(Code::from).collect(),
        confirmed_reason: text(12)?,
        ended_reason: text(16)?,
        fresh_look: row.get(17)?,
    })
}
