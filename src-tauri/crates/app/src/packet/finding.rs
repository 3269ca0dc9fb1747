//! What a person should look at before deciding about a packet. Nothing here decides anything.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Span, Timestamp};
use joinder_domain::claimant::Claimant;
use joinder_packet::How;
use joinder_store::claimant::{EmailKeys, find_by_email};
use joinder_store::packet::{self as store, Packet, State};
use joinder_store::{Reader, exchange};
use serde::Serialize;

use super::kept::Kept;
use super::sent;
use super::signal::{ADDRESS, DEVICE, SKETCH_ALIKE, addresses, near, signal, sketch};
use crate::error::Result;
use crate::text::text;

/// Registrations sealed around the same time that are a burst.
const BURST: u32 = 20;
const BURST_MINUTES: i64 = 10;
const NAMED_MOST: usize = 8;
const SHARING_MOST: u32 = 50;

/// Something about a packet that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PacketFinding {
    /// A stable short name.
    pub code: String,
    /// What was found, and what it may mean.
    pub text: String,
    /// Other packets that it concerns, by number.
    pub packets: Vec<u32>,
    /// Claimants whom it concerns, by number.
    pub claimants: Vec<u32>,
}

/// Everything to look at, in the order in which it matters. `known_sender` says whether somebody here has trusted the key of
/// a colleague who sends it.
pub(super) fn findings(
    reader: &Reader<'_>,
    packet: &Packet,
    kept: &Kept,
    claimant: &Claimant,
    known: Option<u32>,
    known_sender: bool,
) -> Result<Vec<PacketFinding>> {
    let mut found = Vec::new();
    if let Some(transfer) = &kept.manifest.transfer {
        sent::findings(reader, packet, transfer, known_sender, &mut found)?;
        same_address(reader, claimant, known, &mut found)?;
        return Ok(found);
    }
    let series = store::of_series(reader, &kept.series())?;
    paper(packet, kept, &mut found);
    order(packet, kept, &series, reader, &mut found)?;
    times(reader, packet, kept, &mut found)?;
    same_address(reader, claimant, known, &mut found)?;
    shared(reader, kept, claimant, &mut found)?;
    Ok(found)
}

/// A signature on paper is not in the packet: somebody has to have seen it.
fn paper(packet: &Packet, kept: &Kept, found: &mut Vec<PacketFinding>) {
    let on_paper = kept.manifest.signature.as_ref().is_some_and(|signature| signature.how == How::Paper);
    if on_paper && packet.paper.is_none() {
        found.push(of("paper-not-seen", &[], &[]));
    }
}

/// Where the packet stands among those of its registration.
fn order(
    packet: &Packet,
    kept: &Kept,
    series: &[Packet],
    reader: &Reader<'_>,
    found: &mut Vec<PacketFinding>,
) -> Result<()> {
    let sequence = |one: &Packet| one.opened.as_ref().map(|opened| opened.sequence).unwrap_or_default();
    let newer = series.iter().filter(|one| sequence(one) > kept.manifest.sequence);
    let newer: Vec<u32> = newer.map(|one| one.number.0).collect();
    if !newer.is_empty() {
        found.push(of("newer-packet", &newer, &[]));
    }
    let same = series.iter().filter(|one| {
        one.number != packet.number && sequence(one) == kept.manifest.sequence && one.state != State::Refused
    });
    let same: Vec<u32> = same.map(|one| one.number.0).collect();
    if !same.is_empty() {
        found.push(of("same-sequence", &same, &[]));
    }
    if let Some(replaces) = kept.manifest.replaces {
        match store::find_by_id(reader, replaces)? {
            None => found.push(of("replaces-unknown", &[], &[])),
            Some(earlier) => {
                let other = earlier.opened.as_ref().is_some_and(|one| one.series != kept.manifest.recipient);
                if other {
                    found.push(of("replaces-other-key", &[earlier.number.0], &[]));
                }
            }
        }
    }
    Ok(())
}

/// Whether the times fit the invitation and each other. A claimant's clock may be wrong: nothing is refused for it.
fn times(reader: &Reader<'_>, packet: &Packet, kept: &Kept, found: &mut Vec<PacketFinding>) -> Result<()> {
    let sealed = kept.manifest.sealed;
    let sent = exchange::invitations(reader)?;
    match sent.iter().find(|sent| Some(sent.id) == kept.manifest.invitation) {
        None => found.push(of("unknown-invitation", &[], &[])),
        Some(invitation) => {
            if sealed > invitation.expires {
                found.push(of("invitation-ended", &[], &[]));
            }
            if sealed < earlier(invitation.made, Span::new().hours(1)) {
                found.push(of("clock-behind", &[], &[]));
            }
        }
    }
    if earlier(sealed, Span::new().hours(1)) > packet.received {
        found.push(of("clock-ahead", &[], &[]));
    }
    let (from, to) = (
        earlier(sealed, Span::new().minutes(BURST_MINUTES)),
        sealed.checked_add(Span::new().minutes(BURST_MINUTES)).unwrap_or(sealed),
    );
    let others = store::sealed_between(reader, &kept.manifest.recipient, from, to)?;
    if others >= BURST {
        let mut burst = of("burst", &[], &[]);
        burst.text = text("packet-finding-burst", &[("count", &others.to_string())]);
        found.push(burst);
    }
    Ok(())
}

fn earlier(at: Timestamp, by: Span) -> Timestamp {
    at.checked_sub(by).unwrap_or(at)
}

/// Claimants who gave an address that this packet gives too.
fn same_address(
    reader: &Reader<'_>,
    claimant: &Claimant,
    known: Option<u32>,
    found: &mut Vec<PacketFinding>,
) -> Result<()> {
    let mut numbers = BTreeSet::new();
    for email in &claimant.contact.emails {
        let Some(keys) = EmailKeys::of(&email.address) else { continue };
        numbers.extend(find_by_email(reader, &keys)?.into_iter().map(|(number, _)| number.0));
    }
    let others: Vec<u32> = numbers.into_iter().filter(|number| Some(*number) != known).collect();
    if !others.is_empty() {
        found.push(of("same-address", &[], &others));
    }
    Ok(())
}

/// What this packet has in common with those of others.
fn shared(
    reader: &Reader<'_>,
    kept: &Kept,
    claimant: &Claimant,
    found: &mut Vec<PacketFinding>,
) -> Result<()> {
    let series = &kept.manifest.recipient;
    if let Some(device) = kept.manifest.device {
        let with =
            store::sharing(reader, &signal(DEVICE, device.to_string().as_bytes()), series, SHARING_MOST)?;
        if !with.is_empty() {
            found.push(named("same-device", with.iter().map(|(number, _)| number.0)));
        }
    }
    let mut common: BTreeMap<u32, usize> = BTreeMap::new();
    for least in sketch(claimant) {
        for (number, _) in store::sharing(reader, &least, series, SHARING_MOST)? {
            *common.entry(number.0).or_default() += 1;
        }
    }
    let alike = common.into_iter().filter(|(_, count)| *count >= SKETCH_ALIKE).map(|(number, _)| number);
    let alike: Vec<u32> = alike.collect();
    if !alike.is_empty() {
        found.push(named("same-words", alike.into_iter()));
    }
    let mut close = BTreeSet::new();
    for address in addresses(claimant) {
        let exact = signal(ADDRESS, address.as_bytes());
        let same: BTreeSet<u32> = store::sharing(reader, &exact, series, SHARING_MOST)?
            .into_iter()
            .map(|(number, _)| number.0)
            .collect();
        for variant in near(&address) {
            let with = store::sharing(reader, &variant, series, SHARING_MOST)?;
            close
                .extend(with.into_iter().map(|(number, _)| number.0).filter(|number| !same.contains(number)));
        }
    }
    if !close.is_empty() {
        found.push(named("near-address", close.into_iter()));
    }
    Ok(())
}

fn named(code: &str, packets: impl Iterator<Item = u32>) -> PacketFinding {
    let all: Vec<u32> = packets.collect();
    let mut finding = of(code, all.get(..all.len().min(NAMED_MOST)).unwrap_or_default(), &[]);
    finding.text = text(&format!("packet-finding-{code}"), &[("count", &all.len().to_string())]);
    finding
}

pub(super) fn of(code: &str, packets: &[u32], claimants: &[u32]) -> PacketFinding {
    let count = packets.len().max(claimants.len()).to_string();
    PacketFinding {
        code: code.to_owned(),
        text: text(&format!("packet-finding-{code}"), &[("count", &count)]),
        packets: packets.to_vec(),
        claimants: claimants.to_vec(),
    }
}
