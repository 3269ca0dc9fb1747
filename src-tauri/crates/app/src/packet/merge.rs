//! A known claimant's record and what a packet changes in it, field by field.
//!
//! What the claimant changed since the last accepted packet is laid over the record as it stands: what the firm has put
//! right in the meantime is not undone by answers that are older. Where both changed a field, a person chooses.

use std::collections::{BTreeMap, BTreeSet};

use joinder_domain::audit::{Change, Pair};
use joinder_domain::claimant::Claimant;
use joinder_store::claimant::document;
use serde::Serialize;
use serde_json::Value;

use crate::claimant::{label, said};
use crate::error::Result;

/// A field that a packet changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketMove"))]
pub struct FieldMove {
    /// Which field, as a path.
    pub field: String,
    /// The same in words.
    pub label: String,
    /// As it stands; empty when it is blank.
    pub before: String,
    /// As the packet has it; empty when it is blank there.
    pub after: String,
    /// The firm changed it too since the last packet.
    pub conflict: bool,
}

/// Who wrote a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writer {
    /// A claimant, who does not write what only the firm does.
    Claimant,
    /// A colleague in another copy of the matter.
    Colleague,
}

/// A record as a packet would make it.
pub(super) struct Merged {
    pub(super) claimant: Claimant,
    pub(super) moves: Vec<FieldMove>,
}

/// Lays what changed from `base` to `theirs` over `ours`, but for the fields in `leave`. Without a base, everything that
/// differs is a change.
pub(super) fn merge(
    base: Option<&Claimant>,
    theirs: &Claimant,
    ours: &Claimant,
    leave: &BTreeSet<String>,
    writer: Writer,
) -> Result<Merged> {
    let firm = |claimant: &Claimant| document(&with_the_firms_own(claimant, ours, writer));
    let (base, theirs_document, ours_document) =
        (base.map(firm).transpose()?.map_or_else(|| document(ours), Ok)?, firm(theirs)?, document(ours)?);
    let wished = apply(&Change::between(&base, &theirs_document), &ours_document);
    // A change that no longer fits the record is none that could be shown: then the whole answers stand against it.
    let wished = match serde_json::from_value::<Claimant>(wished) {
        Ok(claimant) => document(&claimant)?,
        Err(_) => theirs_document,
    };
    let firms: BTreeSet<String> = Change::between(&base, &ours_document).0.into_keys().collect();
    let change = Change::between(&ours_document, &wished);
    let moves = change.0.iter().map(|(field, Pair(before, after))| FieldMove {
        conflict: firms.iter().any(|touched| overlap(touched, field)),
        label: label(field),
        field: field.clone(),
        before: said(before),
        after: said(after),
    });
    let moves = moves.collect();
    let taken = Change(change.0.into_iter().filter(|(field, _)| !leave.contains(field)).collect());
    let merged = serde_json::from_value(apply(&taken, &ours_document));
    let claimant = merged.unwrap_or_else(|_| with_the_firms_own(theirs, ours, writer));
    Ok(Merged { claimant, moves })
}

/// A claimant's record with what only the firm writes: its reference, its checks of identity. A consent that was given again
/// to the same text is no change: every packet is signed anew, and the packet itself keeps when.
pub(super) fn with_the_firms_own(claimant: &Claimant, ours: &Claimant, writer: Writer) -> Claimant {
    let mut own = claimant.clone();
    if writer == Writer::Colleague {
        return own;
    }
    for consent in &mut own.consents {
        let same = ours.consents.iter().find(|known| {
            (&known.kind, known.version, &known.text_sha256, known.given)
                == (&consent.kind, consent.version, &consent.text_sha256, consent.given)
        });
        if let Some(known) = same {
            consent.clone_from(known);
        }
    }
    own.external_reference.clone_from(&ours.external_reference);
    own.identity.checks.clone_from(&ours.identity.checks);
    own
}

/// `to` with a change made: undoing the change the other way round.
fn apply(change: &Change, to: &Value) -> Value {
    let reversed: BTreeMap<String, Pair> = change
        .0
        .iter()
        .map(|(field, Pair(before, after))| (field.clone(), Pair(after.clone(), before.clone())))
        .collect();
    Change(reversed).undo(to)
}

/// Whether one path is the other or lies within it.
fn overlap(one: &str, other: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    within(one, other) || within(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claimant(forenames: &str, mobile: &str) -> Claimant {
        let mut claimant = Claimant::default();
        claimant.identity.forenames = forenames.to_owned();
        claimant.identity.surname = "Enghraifft".to_owned();
        claimant.contact.mobile = mobile.to_owned();
        claimant
    }

    fn fields(merged: &Merged) -> Vec<(&str, &str, &str, bool)> {
        merged
            .moves
            .iter()
            .map(|one| (one.field.as_str(), one.before.as_str(), one.after.as_str(), one.conflict))
            .collect()
    }

    #[test]
    fn what_the_firm_put_right_is_not_undone_by_older_answers() {
        let first = claimant("Nia", "07700 900001");
        let mut ours = first.clone();
        ours.identity.forenames = "Nia Mair".into();
        ours.external_reference = "ROW-7".into();
        let theirs = claimant("Nia", "07700 900002");
        let merged = merge(Some(&first), &theirs, &ours, &BTreeSet::new(), Writer::Claimant).unwrap();
        assert_eq!(fields(&merged), [("contact.mobile", "07700 900001", "07700 900002", false)]);
        assert_eq!(merged.claimant.identity.forenames, "Nia Mair");
        assert_eq!(merged.claimant.external_reference, "ROW-7");
    }

    #[test]
    fn a_field_that_both_changed_is_shown_as_such_and_can_be_left() {
        let first = claimant("Nia", "07700 900001");
        let (ours, theirs) = (claimant("Nia", "07700 900003"), claimant("Nia", "07700 900002"));
        let merged = merge(Some(&first), &theirs, &ours, &BTreeSet::new(), Writer::Claimant).unwrap();
        assert_eq!(fields(&merged), [("contact.mobile", "07700 900003", "07700 900002", true)]);
        let leave = BTreeSet::from(["contact.mobile".to_owned()]);
        assert_eq!(merge(Some(&first), &theirs, &ours, &leave, Writer::Claimant).unwrap().claimant, ours);
    }

    #[test]
    fn without_an_earlier_packet_every_difference_is_shown() {
        let (ours, theirs) = (claimant("Nia", ""), claimant("Nia", "07700 900002"));
        let merged = merge(None, &theirs, &ours, &BTreeSet::new(), Writer::Claimant).unwrap();
        // A part of which nothing was known is shown as a whole.
        assert_eq!(fields(&merged), [("contact", "", "mobile: 07700 900002", false)]);
        assert_eq!(merged.claimant, theirs);
    }
}
