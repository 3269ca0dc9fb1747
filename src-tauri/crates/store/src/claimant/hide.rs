//! Records that went into another one are found no more, and found again when they come back.

use super::Stored;
use super::lookup::{Index, Lookup};
use crate::error::Result;
use crate::write::{Reader, Write};

/// What keeps records that went into another one out of a list of `c`.
pub(super) const PRESENT: &str = "c.number NOT IN (SELECT lost FROM claimant_merge WHERE undone_at IS NULL)";

/// Whether there are any such records: a list of all need not ask each otherwise.
pub(super) fn any_hidden(reader: &Reader<'_>) -> Result<bool> {
    let any = "SELECT EXISTS (SELECT 1 FROM claimant_merge WHERE undone_at IS NULL)";
    Ok(reader.conn.prepare_cached(any)?.query_row((), |row| row.get(0))?)
}

/// Takes a record out of everything that records are found by, and its classification out of those in force.
pub(crate) fn hide(tx: &mut Write<'_>, stored: &Stored) -> Result<()> {
    Index::new(tx)?.remove(stored.number, &Lookup::of(&stored.claimant))?;
    tx.conn.prepare_cached("DELETE FROM classification WHERE claimant = ?1")?.execute([stored.number.0])?;
    Ok(())
}

/// Puts it back; the classification is for the caller to make.
pub(crate) fn show(tx: &mut Write<'_>, stored: &Stored) -> Result<()> {
    Index::new(tx)?.add(stored.number, &Lookup::of(&stored.claimant))
}
