//! Files to which nothing has happened for a while.

use jiff::Timestamp;
use joinder_domain::id::ClaimantNumber;

use crate::column::timestamp;
use crate::error::Result;
use crate::write::Reader;

/// A file and when something last happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resting {
    /// Whose.
    pub number: ClaimantNumber,
    /// Name.
    pub name: String,
    /// The later of its last move and the last change of its record.
    pub since: Timestamp,
    /// Date of birth, ISO 8601.
    pub born: Option<String>,
}

/// The files in a state, by number; an empty code is the state in which every file begins. Records that went into another
/// one are not among them.
///
/// # Errors
/// Those of the database.
pub fn resting(reader: &Reader<'_>, state: &str) -> Result<Vec<Resting>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT c.number, c.name, max(coalesce(w.since, 0), c.updated), c.date_of_birth
         FROM claimant c LEFT JOIN work w ON w.claimant = c.number
         WHERE coalesce(w.state, '') = ?1
           AND c.number NOT IN (SELECT lost FROM claimant_merge WHERE undone_at IS NULL)
         ORDER BY c.number",
    )?;
    let found = statement.query_map([state], |row| {
        Ok(Resting {
            number: ClaimantNumber(row.get(0)?),
            name: row.get(1)?,
            since: timestamp(row.get(2)?),
            born: Some(row.get::<_, String>(3)?).filter(|born| !born.is_empty()),
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
