//! The states that a record has had here, and the one that another copy knows too: what both sides changed since then is a
//! conflict, and nothing else is.

use std::collections::BTreeMap;

use joinder_domain::audit::{Digest, SubjectKind, canonical};
use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantNumber, PacketNumber};
use joinder_packet::Transfer;
use joinder_store::{Reader, audit, claimant as claimants, packet as packets};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::packet::transferred;

/// Every state of a record, and those that came in from other copies and were accepted, the earliest first.
pub(super) fn states(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<Value>> {
    let stored = claimants::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
    let mut record = claimants::document(&stored.claimant)?;
    let mut states = Vec::new();
    for listed in audit::of_claimant(reader, number)? {
        let entry = &listed.link.entry;
        match (entry.subject.kind, &listed.change) {
            (SubjectKind::Packet, _) if entry.op == "packet.accept" => {
                let Ok(packet) = entry.subject.id.parse().map(PacketNumber) else { continue };
                states.extend(packets::get(reader, packet)?.and_then(|packet| transferred(&packet)));
            }
            (SubjectKind::Claimant, Some(change)) => {
                let before = change.undo(&record);
                states.push(std::mem::replace(&mut record, before));
            }
            _ => {}
        }
    }
    states.push(record);
    states.reverse();
    Ok(states)
}

/// What a state is known by in every copy.
pub(super) fn digest(state: &Value) -> Digest {
    Digest::of(canonical(state).as_bytes())
}

/// The latest state that both copies know; `None` for records that have nothing in common.
pub(crate) fn common(
    reader: &Reader<'_>,
    transfer: &Transfer,
    number: ClaimantNumber,
) -> Result<Option<Claimant>> {
    let known: BTreeMap<Digest, Value> =
        states(reader, number)?.into_iter().map(|state| (digest(&state), state)).collect();
    let common = transfer.states.iter().rev().find_map(|state| known.get(state));
    Ok(common.and_then(|state| serde_json::from_value(state.clone()).ok()))
}
