//! A packet that a colleague sent from another copy of the matter: who, what happened there, what to look at.

use joinder_domain::id::ClaimantId;
use joinder_packet::Transfer;
use joinder_store::packet::{self as store, Packet};
use joinder_store::{Reader, erasure};
use serde::Serialize;

use super::finding::{PacketFinding, of};
use super::kept::Kept;
use crate::app::OpenMatter;
use crate::claimant::{HistoryEntry, what};
use crate::error::Result;
use crate::exchange;
use crate::invitation::words;

/// Who sends a claimant from another copy of the matter, and what happened there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketTransfer"))]
pub struct TransferView {
    /// Who sends it.
    pub person: String,
    /// The claimant's number there.
    pub reference: String,
    /// The words of the sender's key, to compare with the sender's.
    pub fingerprint: Vec<String>,
    /// Something that was signed with this key was accepted before, or it is the key of this matter.
    pub known_sender: bool,
    /// Entries in the audit there.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
    /// Hash of the last of them.
    pub head: String,
    /// What the audit there says of the claimant, the latest first.
    pub history: Vec<HistoryEntry>,
}

/// Who sends a packet; `None` for what a claimant sealed.
pub(super) fn view(reader: &Reader<'_>, open: &OpenMatter, kept: &Kept) -> Result<Option<TransferView>> {
    let Some(transfer) = &kept.manifest.transfer else { return Ok(None) };
    let history = transfer.history.iter().rev().map(|event| {
        let shown = HistoryEntry {
            seq: event.seq,
            at: event.at.to_string(),
            who: event.who.clone(),
            what: what(&event.op, &event.subject),
            ..HistoryEntry::default()
        };
        shown.with(open, event.fields.0.clone())
    });
    Ok(Some(TransferView {
        person: transfer.person.clone(),
        reference: transfer.reference.clone(),
        fingerprint: kept.manifest.sender().as_ref().map(words).unwrap_or_default(),
        known_sender: is_known(reader, transfer)?,
        entries: transfer.entries,
        head: transfer.head.to_string(),
        history: history.collect(),
    }))
}

/// What to look at before deciding about what a colleague sent.
pub(super) fn findings(
    reader: &Reader<'_>,
    packet: &Packet,
    transfer: &Transfer,
    series: &[Packet],
    found: &mut Vec<PacketFinding>,
) -> Result<()> {
    if !is_known(reader, transfer)? {
        found.push(of("transfer-unknown-sender", &[], &[]));
    }
    let sequence = |one: &Packet| one.opened.as_ref().map(|opened| opened.sequence).unwrap_or_default();
    let others = || series.iter().filter(|one| one.number != packet.number);
    let newer: Vec<u32> =
        others().filter(|one| sequence(one) > sequence(packet)).map(|one| one.number.0).collect();
    if !newer.is_empty() {
        found.push(of("transfer-newer", &newer, &[]));
    }
    let same: Vec<u32> =
        others().filter(|one| sequence(one) == sequence(packet)).map(|one| one.number.0).collect();
    if !same.is_empty() {
        found.push(of("transfer-same-sequence", &same, &[]));
    }
    let erased = erasure::list(reader)?;
    if let Some(gone) = erased.iter().find(|one| one.id == ClaimantId(transfer.claimant)) {
        found.push(of("transfer-erased", &[], &[gone.number.0]));
    }
    Ok(())
}

/// Whether a person here has trusted this key before.
fn is_known(reader: &Reader<'_>, transfer: &Transfer) -> Result<bool> {
    let own =
        exchange::known(reader)?.is_some_and(|key| key.public().verifying_text() == transfer.verifying_key);
    Ok(own || store::accepted_from(reader, &transfer.verifying_key)?)
}
