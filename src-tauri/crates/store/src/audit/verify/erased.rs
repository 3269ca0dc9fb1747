//! What went with people who were erased.

use std::collections::HashSet;

use joinder_domain::audit::{Link, SubjectKind};
use serde_json::Value;

use crate::claimant::removed;
use crate::erasure;
use crate::error::Result;
use crate::write::Reader;

/// What went with people who were erased or taken out again: their changes are no longer there, and nobody altered them.
#[derive(Default)]
pub(super) struct Erased {
    claimants: HashSet<u32>,
    /// Entries of others whose changes said something of them.
    entries: HashSet<u64>,
    subjects: HashSet<(String, String)>,
}

impl Erased {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self> {
        let erased = erasure::list(reader)?.into_iter().map(|erasure| erasure.number.0);
        let claimants = erased.chain(removed(reader)?.into_iter().map(|number| number.0)).collect();
        let mut statement =
            reader.conn.prepare("SELECT detail FROM audit_entry WHERE op = 'claimant.erase'")?;
        let details = statement.query_map((), |row| row.get::<_, String>(0))?;
        let (mut subjects, mut entries) = (HashSet::new(), HashSet::new());
        for detail in details {
            let detail: Value = serde_json::from_str(&detail?).unwrap_or_default();
            subjects.extend(gone(&detail));
            let of_others = detail.get("entries").cloned().unwrap_or_default();
            entries.extend(serde_json::from_value::<Vec<u64>>(of_others).unwrap_or_default());
        }
        Ok(Self { claimants, entries, subjects })
    }

    pub(super) fn covers(&self, link: &Link) -> bool {
        let subject = &link.entry.subject;
        self.entries.contains(&link.entry.seq)
            || link.entry.claimant.is_some_and(|number| self.claimants.contains(&number.0))
            || (subject.kind == SubjectKind::Claimant
                && subject.id.parse().is_ok_and(|number| self.claimants.contains(&number)))
            || self.subjects.contains(&(subject.kind.code().to_owned(), subject.id.clone()))
    }
}

/// Kinds and ids that the entry of an erasure names as gone.
pub(super) fn gone(detail: &Value) -> Vec<(String, String)> {
    let gone = detail.get("gone").cloned().unwrap_or_default();
    serde_json::from_value(gone).unwrap_or_default()
}
