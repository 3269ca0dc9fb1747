//! Where claimants stand, without what led there.

use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;

use crate::error::Result;
use crate::write::Reader;

/// Where one claimant stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Whose.
    pub number: ClaimantNumber,
    /// The status at the incident, where only one is possible.
    pub status: Option<Code>,
    /// How well the notice is proved, as serialised.
    pub notice: String,
}

/// Where the classified claimants from `first` to `last` stand, in order of their numbers.
///
/// # Errors
/// Those of the database.
pub fn positions(reader: &Reader<'_>, first: ClaimantNumber, last: ClaimantNumber) -> Result<Vec<Position>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT s.claimant, k.status, k.settled, k.notice
         FROM classification s JOIN answer_pattern k ON k.id = s.pattern
         WHERE s.claimant BETWEEN ?1 AND ?2 ORDER BY s.claimant",
    )?;
    let found = statement.query_map((first.0, last.0), |row| {
        let (status, settled): (String, bool) = (row.get(1)?, row.get(2)?);
        Ok(Position {
            number: ClaimantNumber(row.get(0)?),
            status: (settled && !status.is_empty()).then_some(Code(status)),
            notice: row.get(3)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
