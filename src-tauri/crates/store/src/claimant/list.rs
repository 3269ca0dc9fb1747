//! The rows of a list, and how many there are of each kind.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;
use joinder_domain::code::Code;
use joinder_domain::completeness::{Item, Missing};
use joinder_domain::id::ClaimantNumber;
use rusqlite::OptionalExtension;

use super::Axis;
use super::hide::{PRESENT, any_hidden};
use crate::column::timestamp;
use crate::error::{Error, Result};
use crate::work::Work;
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
    /// What the record lacks.
    pub missing: Missing,
    /// How far the work on the file has come.
    pub work: Work,
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
           k.status, k.settled, k.notice, k.tier, k.cohort, k.outcome, k.review, k.flags,
           c.missing, w.state, w.reason, w.since, w.assignee, w.tags
         FROM claimant c LEFT JOIN classification s ON s.claimant = c.number
           LEFT JOIN answer_pattern k ON k.id = s.pattern LEFT JOIN work w ON w.claimant = c.number
         WHERE c.number = ?1",
    )?;
    let mut rows = Vec::with_capacity(numbers.len());
    for number in numbers {
        rows.extend(statement.query_row([number.0], row).optional()?.transpose()?);
    }
    Ok(rows)
}

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Result<Row>> {
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
    let work = Work::of(row, 16)?;
    let row = Row {
        number: ClaimantNumber(row.get(0)?),
        name: row.get(1)?,
        external_reference: row.get(2)?,
        date_of_birth: row.get_ref(3)?.as_str()?.parse().ok(),
        version: row.get(4)?,
        updated: timestamp(row.get(5)?),
        evidence: row.get(6)?,
        missing: Missing(row.get(15)?),
        work: Work::default(),
        classification,
    };
    Ok(work.map(|work| Row { work, ..row }))
}

/// How many claimants have each code of an axis, by code; those not classified first, when there are any.
///
/// # Errors
/// Those of the database.
pub fn counts(reader: &Reader<'_>, axis: Axis) -> Result<Vec<Count>> {
    Ok(all_counts(reader, &[axis])?.remove(&axis).unwrap_or_default())
}

/// The same for several axes, for little more than for one.
///
/// # Errors
/// Those of the database.
pub fn all_counts(reader: &Reader<'_>, axes: &[Axis]) -> Result<BTreeMap<Axis, Vec<Count>>> {
    let mut holders: HashMap<i64, u64> = HashMap::new();
    let mut statement =
        reader.conn.prepare_cached("SELECT pattern, count(*) FROM classification GROUP BY pattern")?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        holders.insert(row.get(0)?, row.get(1)?);
    }
    let without = total(reader)?.saturating_sub(holders.values().sum());
    let mut counts: BTreeMap<Axis, Vec<Count>> = BTreeMap::new();
    for axis in axes {
        let of_axis = counts.entry(*axis).or_default();
        if without > 0 {
            of_axis.push(Count { code: Code::default(), count: without });
        }
        let mut statement = reader.conn.prepare_cached(
            "SELECT a.code, x.pattern FROM axis_code a JOIN answer_pattern_code x ON x.axis_code = a.id
             WHERE a.axis = ?1 ORDER BY a.code",
        )?;
        let mut rows = statement.query([axis.code()])?;
        while let Some(row) = rows.next()? {
            let (code, held) = (row.get_ref(0)?, holders.get(&row.get(1)?).copied().unwrap_or_default());
            let code = code.as_str().map_err(|_| Error::Unreadable("code"))?;
            match of_axis.last_mut().filter(|last| last.code.as_str() == code) {
                _ if held == 0 => {}
                Some(last) => last.count = last.count.saturating_add(held),
                None => of_axis.push(Count { code: Code::from(code), count: held }),
            }
        }
    }
    Ok(counts)
}

/// How many claimants lack each item.
///
/// # Errors
/// Those of the database.
pub fn missing_counts(reader: &Reader<'_>) -> Result<Vec<(Item, u64)>> {
    let mut counts = vec![0_u64; Item::ALL.len()];
    let which = if any_hidden(reader)? { PRESENT } else { "1" };
    let sql = format!("SELECT c.missing, count(*) FROM claimant c WHERE {which} GROUP BY c.missing");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        let (missing, held) = (Missing(row.get(0)?), row.get::<_, u64>(1)?);
        for (count, item) in counts.iter_mut().zip(Item::ALL) {
            if missing.lacks(*item) {
                *count = count.saturating_add(held);
            }
        }
    }
    Ok(Item::ALL.iter().copied().zip(counts).collect())
}

const TOTAL: &str = "SELECT (SELECT count(*) FROM claimant)
    - (SELECT count(*) FROM claimant_merge WHERE undone_at IS NULL)";

/// How many claimants there are; those whose records went into another one do not count.
///
/// # Errors
/// Those of the database.
pub fn total(reader: &Reader<'_>) -> Result<u64> {
    Ok(reader.conn.prepare_cached(TOTAL)?.query_row((), |row| row.get(0))?)
}
