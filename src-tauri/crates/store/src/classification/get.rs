//! Answers, put together again.

use joinder_domain::classification::{Classification, RuleSetRef};
use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;
use rusqlite::{OptionalExtension, Row};

use super::own::{Basis, put_back};
use crate::column::read;
use crate::error::{Error, Result};
use crate::write::Reader;

/// A claimant's answer in force.
///
/// # Errors
/// Those of the database; [`crate::Error::Unreadable`] when another program wrote it.
pub fn get(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Option<Classification>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT d.document, a.days, a.words, b.rule_set, b.version, b.sha256, b.incident_date
         FROM classification k JOIN answer a ON a.id = k.answer
         JOIN answer_pattern_document d ON d.pattern = a.pattern
         LEFT JOIN answer_basis b ON b.id = a.basis
         WHERE k.claimant = ?1",
    )?;
    statement.query_row([number.0], |row| Ok(answer(row))).optional()?.transpose()
}

/// The answer in a row of: pattern, days, words, and the four columns of the basis.
fn answer(row: &Row<'_>) -> Result<Classification> {
    let mut answer: Classification = read("classification", row.get_ref(0)?.as_str().map_err(unreadable)?)?;
    let Some(rule_set) = row.get::<_, Option<String>>(3)? else { return Ok(answer) };
    let incident_date: String = row.get(6)?;
    let basis = Basis {
        rule_set: RuleSetRef { id: Code(rule_set), version: row.get(4)?, sha256: row.get(5)? },
        incident_date: incident_date.parse().map_err(unreadable)?,
    };
    let days = read("classification", row.get_ref(1)?.as_str().map_err(unreadable)?)?;
    let words = read("classification", row.get_ref(2)?.as_str().map_err(unreadable)?)?;
    put_back(&mut answer, basis, days, &words)?;
    Ok(answer)
}

fn unreadable<E>(_: E) -> Error {
    Error::Unreadable("classification")
}
