//! What went with people who were erased.

use std::collections::HashSet;

use joinder_domain::audit::{Link, SubjectKind};

use crate::erasure;
use crate::error::Result;
use crate::write::Reader;

/// What went with people who were erased: their changes are no longer there, and nobody altered them.
#[derive(Default)]
pub(super) struct Erased {
    claimants: HashSet<u32>,
    subjects: HashSet<(String, String)>,
}

impl Erased {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self> {
        let claimants = erasure::list(reader)?.into_iter().map(|erasure| erasure.number.0).collect();
        let mut statement =
            reader.conn.prepare("SELECT detail FROM audit_entry WHERE op = 'claimant.erase'")?;
        let details = statement.query_map((), |row| row.get::<_, String>(0))?;
        let mut subjects = HashSet::new();
        for detail in details {
            subjects.extend(gone(&serde_json::from_str(&detail?).unwrap_or_default()));
        }
        Ok(Self { claimants, subjects })
    }

    pub(super) fn covers(&self, link: &Link) -> bool {
        let subject = &link.entry.subject;
        link.entry.claimant.is_some_and(|number| self.claimants.contains(&number.0))
            || (subject.kind == SubjectKind::Claimant
                && subject.id.parse().is_ok_and(|number| self.claimants.contains(&number)))
            || self.subjects.contains(&(subject.kind.code().to_owned(), subject.id.clone()))
    }
}

/// Kinds and ids that the entry of an erasure names as gone.
pub(super) fn gone(detail: &serde_json::Value) -> Vec<(String, String)> {
    let gone = detail.get("gone").cloned().unwrap_or_default();
    serde_json::from_value(gone).unwrap_or_default()
}
