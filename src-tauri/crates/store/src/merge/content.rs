//! What the audit holds of merges: the two records as they were, who joined them, and who parted them.

use joinder_domain::audit::Digest;
use joinder_domain::id::ClaimantNumber;
use sha2::{Digest as _, Sha256};

use crate::error::Result;
use crate::write::Reader;

const COLUMNS: &str = "json_array(id, merged_at, merged_by_name, reason, before, after, evidence, work, undone_at, \
                       undone_by_name, undone_reason)";

/// The digest of all merges of one record into another, the earliest first.
pub(super) fn content(reader: &Reader<'_>, kept: ClaimantNumber, lost: ClaimantNumber) -> Result<Digest> {
    let sql = format!("SELECT {COLUMNS} FROM claimant_merge WHERE kept = ?1 AND lost = ?2 ORDER BY id");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let mut rows = statement.query((kept.0, lost.0))?;
    let mut digest = Sha256::new();
    while let Some(row) = rows.next()? {
        digest.update(row.get::<_, String>(0)?);
        digest.update("\n");
    }
    Ok(Digest(digest.finalize().into()))
}

/// The name under which the audit knows the merges of one record into another.
pub(super) fn subject(kept: ClaimantNumber, lost: ClaimantNumber) -> String {
    format!("{} {}", kept.0, lost.0)
}

/// All of them, by the name under which the audit knows them.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(String, Digest)>> {
    let mut statement =
        reader.conn.prepare_cached("SELECT DISTINCT kept, lost FROM claimant_merge ORDER BY kept, lost")?;
    let pairs = statement
        .query_map((), |row| Ok((row.get(0).map(ClaimantNumber)?, row.get(1).map(ClaimantNumber)?)))?;
    let pairs = pairs.collect::<rusqlite::Result<Vec<_>>>()?;
    pairs.into_iter().map(|(kept, lost)| Ok((subject(kept, lost), content(reader, kept, lost)?))).collect()
}
