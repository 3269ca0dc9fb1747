//! How many files are in each state, with each person, under each tag.

use joinder_domain::code::Code;
use joinder_domain::id::PersonId;

use crate::claimant::total;
use crate::column::id;
use crate::error::Result;
use crate::write::Reader;

/// Files of records that went into another one are not counted.
const PRESENT: &str = "claimant NOT IN (SELECT lost FROM claimant_merge WHERE undone_at IS NULL)";

/// How many files are in each state, by code; the state in which every file begins has an empty code.
///
/// # Errors
/// Those of the database.
pub fn state_counts(reader: &Reader<'_>) -> Result<Vec<(Code, u64)>> {
    let sql = format!(
        "SELECT state, count(*) FROM work WHERE state <> '' AND {PRESENT} GROUP BY state ORDER BY state"
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((), |row| Ok((Code(row.get(0)?), row.get(1)?)))?;
    let mut counts: Vec<(Code, u64)> = found.collect::<rusqlite::Result<_>>()?;
    let moved = counts.iter().map(|(_, count)| count).sum();
    counts.insert(0, (Code::default(), total(reader)?.saturating_sub(moved)));
    Ok(counts)
}

/// How many files each person works on; those of nobody are not counted.
///
/// # Errors
/// Those of the database.
pub fn assignee_counts(reader: &Reader<'_>) -> Result<Vec<(PersonId, u64)>> {
    let sql = format!(
        "SELECT assignee, count(*) FROM work WHERE assignee IS NOT NULL AND {PRESENT} GROUP BY assignee ORDER BY assignee",
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((), |row| Ok((PersonId(id(row.get(0)?)), row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Every tag with the number of files that have it, in order.
///
/// # Errors
/// Those of the database.
pub fn tag_counts(reader: &Reader<'_>) -> Result<Vec<(String, u64)>> {
    let sql = format!("SELECT tag, count(*) FROM work_tag WHERE {PRESENT} GROUP BY tag ORDER BY tag");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
