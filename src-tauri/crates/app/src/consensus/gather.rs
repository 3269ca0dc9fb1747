//! Every copy of the notice in the matter.

use std::collections::BTreeMap;

use joinder_domain::consensus::Copy;
use joinder_domain::id::EvidenceId;
use joinder_store::evidence::{self as store, Evidence, State, Which};
use joinder_store::{Reader, claimant};

use crate::app::OpenMatter;
use crate::error::Result;
use crate::evidence::{copies, is_complete};
use crate::job::Job;

/// The copies in a matter, with what a list shows of their items.
pub(super) struct Gathered {
    /// Copies, in the order in which their items were received.
    pub(super) copies: Vec<Copy>,
    /// For each copy, the position of its item.
    pub(super) of: Vec<usize>,
    /// Items that hold a copy.
    pub(super) items: Vec<Item>,
}

/// What a list shows of an item.
pub(super) struct Item {
    pub(super) id: EvidenceId,
    pub(super) name: String,
    pub(super) claimant: Option<u32>,
    pub(super) claimant_name: String,
    /// How well it proves that its claimant was told.
    pub(super) tier: Option<u8>,
}

/// Every copy of the notice, those of items set aside left out.
pub(super) fn gather(reader: &Reader<'_>, open: &OpenMatter, job: &Job) -> Result<Gathered> {
    let items = store::list(reader, Which::All)?;
    let total = items.len() as u64;
    let mut gathered = Gathered { copies: Vec::new(), of: Vec::new(), items: Vec::new() };
    for (done, item) in (0_u64..).zip(&items) {
        if done.is_multiple_of(500) {
            job.step(done, total, "Comparing the copies of the notice")?;
        }
        let Some(found) = of(reader, open, item)? else { continue };
        let at = gathered.items.len();
        gathered.of.extend(found.iter().map(|_| at));
        gathered.copies.extend(found);
        let claimant = match item.state {
            State::Assigned(number) => Some(number.0),
            State::Unassigned | State::SetAside(_) => None,
        };
        gathered.items.push(Item {
            id: item.id,
            name: item.name.clone(),
            claimant,
            claimant_name: String::new(),
            tier: item.grade.as_ref().map(|grade| grade.tier),
        });
    }
    job.step(total, total, "Comparing the copies of the notice")?;
    Ok(gathered)
}

/// The copies in an item; `None` when there are none or it is set aside.
pub(super) fn of(reader: &Reader<'_>, open: &OpenMatter, item: &Evidence) -> Result<Option<Vec<Copy>>> {
    if matches!(item.state, State::SetAside(_)) {
        return Ok(None);
    }
    // An item that was read by an earlier Joinder lacks what compares it: its original is read again.
    // One whose bytes are gone or altered has no copy to compare; checking originals names it.
    let bytes = match is_complete(item) {
        true => None,
        false => match store::bytes(reader, item.id) {
            Ok(bytes) => Some(bytes),
            Err(_) => return Ok(None),
        },
    };
    let found = copies(item, bytes.as_deref(), &open.profile);
    Ok((!found.is_empty()).then_some(found))
}

/// Puts the names of claimants into `items`.
pub(super) fn name<'i>(reader: &Reader<'_>, items: impl Iterator<Item = &'i mut Item>) -> Result<()> {
    let items: Vec<&mut Item> = items.collect();
    let mut numbers: Vec<_> =
        items.iter().filter_map(|item| item.claimant).map(joinder_domain::id::ClaimantNumber).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let names: BTreeMap<u32, String> =
        claimant::rows(reader, &numbers)?.into_iter().map(|row| (row.number.0, row.name)).collect();
    for item in items {
        let name = item.claimant.and_then(|number| names.get(&number));
        item.claimant_name = name.cloned().unwrap_or_default();
    }
    Ok(())
}
