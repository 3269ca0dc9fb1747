//! The rows of a list, and how many there are of each kind.

use jiff::Timestamp;
use jiff::civil::Date;
use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;
use rusqlite::OptionalExtension;

use super::Axis;
use crate::column::timestamp;
use crate::error::Result;
use crate::write::Reader;

/// A claimant in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The number.
    pub number: ClaimantNumber,
    /// Forenames and surname.
    pub name: String,
    /// The reference of whoever supplied the record.
    pub external_reference: String,
    /// Date of birth.
    pub date_of_birth: Option<Date>,
    /// Counts the changes, from 1.
    pub version: u32,
    /// When the record was last changed.
    pub updated: Timestamp,
    /// How many evidence items are assigned.
    pub evidence: u32,
    /// The classification in short; `None` before the first one.
    pub classification: Option<Summary>,
}

/// A classification in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Possible statuses at the incident.
    pub status: Vec<Code>,
    /// Only one is possible.
    pub settled: bool,
    /// How well the notice is proved, as serialised.
    pub notice: String,
    /// Best tier of the evidence.
    pub tier: u8,
    /// Confirmed by notice or not, as serialised.
    pub cohort: String,
    /// What is suggested, as serialised.
    pub outcome: String,
    /// A person should look at it.
    pub review: bool,
    /// How many flags there are.
    pub flags: u32,
}

/// How many claimants have a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The code; empty for claimants who are not classified.
    pub code: Code,
    /// How many.
    pub count: u64,
}

/// The rows of these claimants, in the order asked for; numbers that nobody has are left out.
///
/// # Errors
/// Those of the database.
pub fn rows(reader: &Reader<'_>, numbers: &[ClaimantNumber]) -> Result<Vec<Row>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT c.number, c.name, c.external_reference, c.date_of_birth, c.version, c.updated,
           (SELECT count(*) FROM evidence e WHERE e.claimant = c.number),
           k.status, k.settled, k.notice, k.tier, k.cohort, k.outcome, k.review, k.flags
         FROM claimant c LEFT JOIN classification s ON s.claimant = c.number
           LEFT JOIN answer_pattern k ON k.id = s.pattern
         WHERE c.number = ?1",
    )?;
    let mut rows = Vec::with_capacity(numbers.len());
    for number in numbers {
        rows.extend(statement.query_row([number.0], row).optional()?);
    }
    Ok(rows)
}

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let status: Option<String> = row.get(7)?;
    let classification = match status {
        None => None,
        Some(status) => Some(Summary {
            status: status.split_whitespace().map(Code::from).collect(),
            settled: row.get(8)?,
            notice: row.get(9)?,
            tier: row.get(10)?,
            cohort: row.get(11)?,
            outcome: row.get(12)?,
            review: row.get(13)?,
            flags: row.get(14)?,
        }),
    };
    Ok(Row {
        number: ClaimantNumber(row.get(0)?),
        name: row.get(1)?,
        external_reference: row.get(2)?,
        date_of_birth: row.get_ref(3)?.as_str()?.parse().ok(),
        version: row.get(4)?,
        updated: timestamp(row.get(5)?),
        evidence: row.get(6)?,
        classification,
    })
}

/// How many claimants have each code of an axis, by code; those not classified first, when there are any.
///
/// # Errors
/// Those of the database.
pub fn counts(reader: &Reader<'_>, axis: Axis) -> Result<Vec<Count>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT '', (SELECT count(*) FROM claimant) - (SELECT count(*) FROM classification)
         UNION ALL
         SELECT a.code, sum(h.holders)
         FROM axis_code a JOIN answer_pattern_code x ON x.axis_code = a.id
           JOIN (SELECT pattern, count(*) AS holders FROM classification GROUP BY pattern) h ON h.pattern = x.pattern
         WHERE a.axis = ?1 GROUP BY a.code
         ORDER BY 1",
    )?;
    let counts = statement
        .query_map([axis.code()], |row| Ok(Count { code: Code(row.get(0)?), count: row.get(1)? }))?;
    let counts: rusqlite::Result<Vec<Count>> = counts.collect();
    Ok(counts?.into_iter().filter(|count| count.count > 0).collect())
}

/// How many claimants there are.
///
/// # Errors
/// Those of the database.
pub fn total(reader: &Reader<'_>) -> Result<u64> {
    Ok(reader.conn.prepare_cached("SELECT count(*) FROM claimant")?.query_row((), |row| row.get(0))?)
}
