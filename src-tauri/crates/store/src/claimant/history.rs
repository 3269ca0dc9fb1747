//! What happened to a claimant, and what the record was before.

use std::collections::BTreeMap;

use jiff::Timestamp;
use joinder_domain::audit::{Pair, SubjectKind};
use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use serde_json::Value;

use super::get;
use super::record::text;
use crate::audit::of_claimant;
use crate::column::read;
use crate::error::{Error, Result};
use crate::write::Reader;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEntry {
    /// Number of the audit entry.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who, by the full name at the time.
    pub who: String,
    /// What was done: a noun, a dot, a verb.
    pub op: String,
    /// To what: the claimant, or something that belongs to the claimant, such as evidence.
    pub subject: SubjectKind,
    /// Ids, numbers, counts and hashes that say more.
    pub detail: Value,
    /// Fields before and after, by path, when the record was changed.
    pub fields: BTreeMap<String, Pair>,
}

/// What happened to a claimant, the latest first.
///
/// # Errors
/// Those of the database.
pub fn history(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<HistoryEntry>> {
    let listed = of_claimant(reader, number)?;
    let entries = listed.into_iter().map(|listed| {
        let entry = listed.link.entry;
        HistoryEntry {
            seq: entry.seq,
            at: entry.at,
            who: entry.actor.name,
            op: entry.op,
            subject: entry.subject.kind,
            detail: entry.detail,
            fields: listed.change.unwrap_or_default().0,
        }
    });
    Ok(entries.collect())
}

/// The record as it was at `version`, by walking the changes back from now.
///
/// # Errors
/// [`Error::NoSuchClaimant`] when the claimant or the version does not exist; those of the database.
pub fn earlier(reader: &Reader<'_>, number: ClaimantNumber, version: u32) -> Result<Claimant> {
    let stored = get(reader, number)?.ok_or(Error::NoSuchClaimant)?;
    if version == 0 || version > stored.version {
        return Err(Error::NoSuchClaimant);
    }
    let mut record: Value = read("claimant", &text(&stored.claimant)?)?;
    // What changed beside the record, such as notes and the state of the work, is no step of the record.
    let changes = of_claimant(reader, number)?.into_iter().filter(|listed| {
        listed.link.entry.subject.kind == SubjectKind::Claimant && listed.link.entry.change.is_some()
    });
    let steps = usize::try_from(stored.version.saturating_sub(version)).unwrap_or_default();
    for listed in changes.take(steps) {
        // A step that said something of somebody who was erased is gone, and what was before it with it.
        record = listed.change.ok_or(Error::NoSuchClaimant)?.undo(&record);
    }
    serde_json::from_value(record).map_err(|_| Error::Unreadable("claimant"))
}
