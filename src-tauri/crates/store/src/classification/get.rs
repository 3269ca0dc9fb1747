//! Answers, put together again.

use joinder_domain::classification::{Classification, RuleSetRef};
use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;
use rusqlite::{OptionalExtension, Row};

use super::PatternId;
use super::own::{Basis, put_back};
use crate::column::read;
use crate::error::{Error, Result};
use crate::run::Run;
use crate::write::Reader;

/// A claimant's answer in force. An answer that the rules adopted since have confirmed is theirs.
///
/// # Errors
/// Those of the database; [`crate::Error::Unreadable`] when another program wrote it.
pub fn get(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Option<Classification>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT d.document, a.days, a.words, coalesce(r.rule_set, b.rule_set), coalesce(r.version, b.version),
           coalesce(r.sha256, b.sha256), coalesce(r.incident_date, b.incident_date)
         FROM classification k JOIN answer a ON a.id = k.answer
         JOIN answer_pattern_document d ON d.pattern = a.pattern
         LEFT JOIN answer_basis b ON b.id = a.basis
         LEFT JOIN rule_run r ON a.basis IS NOT NULL AND r.id =
           (SELECT id FROM rule_run WHERE seq > a.seq ORDER BY seq DESC LIMIT 1)
         WHERE k.claimant = ?1",
    )?;
    statement.query_row([number.0], |row| Ok(answer(row))).optional()?.transpose()
}

/// A claimant's answer as it stood at a run; `None` when there was none.
///
/// # Errors
/// As for [`get`].
pub fn get_at(reader: &Reader<'_>, number: ClaimantNumber, run: &Run) -> Result<Option<Classification>> {
    let mut statement = reader.conn.prepare_cached(
        "WITH RECURSIVE back (id) AS (
           SELECT answer FROM classification WHERE claimant = ?1
           UNION ALL
           SELECT a.previous FROM back JOIN answer a ON a.id = back.id
           WHERE a.seq > ?2 AND a.previous IS NOT NULL)
         SELECT d.document, a.days, a.words, CASE WHEN a.basis IS NULL THEN NULL ELSE ?3 END, ?4, ?5, ?6
         FROM back JOIN answer a ON a.id = back.id
         JOIN answer_pattern_document d ON d.pattern = a.pattern
         WHERE a.seq < ?2",
    )?;
    let RuleSetRef { id, version, sha256 } = &run.new.rule_set;
    let date = run.new.incident_date.to_string();
    let found = statement
        .query_row((number.0, run.seq, id.as_str(), version, sha256, date), |row| Ok(answer(row)))
        .optional()?;
    found.transpose()
}

/// What kept answers have in common; see [`super::Packed::shared`].
///
/// # Errors
/// As for [`get`].
pub fn shared(reader: &Reader<'_>, pattern: PatternId) -> Result<Classification> {
    let document: String = reader
        .conn
        .prepare_cached("SELECT document FROM answer_pattern_document WHERE pattern = ?1")?
        .query_row([pattern.0], |row| row.get(0))?;
    read("classification", &document)
}

/// The answer in a row of: pattern, days, words, and the four columns of the basis.
fn answer(row: &Row<'_>) -> Result<Classification> {
    let text = |column| -> Result<&str> { row.get_ref(column)?.as_str().map_err(unreadable) };
    let mut answer: Classification = read("classification", text(0)?)?;
    let Some(rule_set) = row.get::<_, Option<String>>(3)? else { return Ok(answer) };
    let basis = Basis {
        rule_set: RuleSetRef { id: Code(rule_set), version: row.get(4)?, sha256: row.get(5)? },
        incident_date: text(6)?.parse().map_err(unreadable)?,
    };
    let (days, words) = (read("classification", text(1)?)?, read("classification", text(2)?)?);
    put_back(&mut answer, basis, days, &words)?;
    Ok(answer)
}

fn unreadable<E>(_: E) -> Error {
    Error::Unreadable("classification")
}
