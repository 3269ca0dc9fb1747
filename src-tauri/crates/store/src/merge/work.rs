//! The work on a file, carried over by a merge and given back by its undoing.

use std::collections::BTreeSet;

use joinder_domain::id::ClaimantNumber;
use serde::{Deserialize, Serialize};

use super::get::Merge;
use crate::error::Result;
use crate::work::{self, Work};
use crate::write::Write;

/// What a merge carried over of the work on the file of the record that went into the other.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Carried {
    /// The kept file was nobody's, and is now that of whoever worked on the other.
    pub(super) assignee: bool,
    /// Tags that only the other had.
    pub(super) tags: BTreeSet<String>,
}

pub(super) fn carry_over(tx: &mut Write<'_>, kept: ClaimantNumber, lost: ClaimantNumber) -> Result<Carried> {
    let (before, other) = (work::get(tx, kept)?, work::get(tx, lost)?);
    let carried = Carried {
        assignee: before.assignee.is_none() && other.assignee.is_some(),
        tags: other.tags.difference(&before.tags).cloned().collect(),
    };
    let assignee = before.assignee.or(other.assignee);
    let tags = before.tags.union(&other.tags).cloned().collect();
    work::put(tx, kept, &Work { assignee, tags, ..before })?;
    Ok(carried)
}

pub(super) fn give_back(tx: &mut Write<'_>, merge: &Merge) -> Result<()> {
    let (mut now, other) = (work::get(tx, merge.kept)?, work::get(tx, merge.lost)?);
    now.tags.retain(|tag| !merge.carried.tags.contains(tag));
    if merge.carried.assignee && now.assignee == other.assignee {
        now.assignee = None;
    }
    work::put(tx, merge.kept, &now)?;
    Ok(())
}
