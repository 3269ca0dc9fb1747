//! Looking at a packet, and turning one away.

use joinder_domain::id::PacketNumber;
use joinder_packet::How;
use joinder_store::Op;
use joinder_store::packet::{self as store, Decision, State};
use serde::{Deserialize, Serialize};

use super::kept::Kept;
use super::list::Which;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// A packet that is turned away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketReject"))]
pub struct Reject {
    /// Its number.
    pub number: u32,
    /// Why.
    pub reason: String,
}

pub(crate) fn begin(context: Context<'_>, input: Which) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let number = PacketNumber(input.number);
    let packet = open.matter.read(|reader| store::get(reader, number))?;
    let packet = packet.ok_or_else(|| Error::new("no-such-packet"))?;
    // Whoever looks again takes nothing back that was said before.
    if packet.state != State::Received {
        return Ok(Applied::unchanged(Nothing {}));
    }
    let done = open.write(Op("packet.review"), context.app.clock().now(), |tx| {
        Ok(store::decide(
            tx,
            number,
            Decision { state: State::InReview, claimant: packet.claimant, reason: "" },
        )?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

/// The paper that somebody signed was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketPaper"))]
pub struct Paper {
    /// The packet's number.
    pub number: u32,
    /// Who saw it.
    pub seen_by: String,
}

pub(crate) fn see_paper(context: Context<'_>, input: Paper) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let seen_by = input.seen_by.trim();
    if seen_by.is_empty() {
        return Err(Error::new("paper-seen-by"));
    }
    let number = PacketNumber(input.number);
    let packet = open.matter.read(|reader| store::get(reader, number))?;
    let kept = Kept::of(&packet.ok_or_else(|| Error::new("no-such-packet"))?)?;
    if kept.manifest.signature.is_none_or(|signature| signature.how != How::Paper) {
        return Err(Error::new("paper-not-signed"));
    }
    let done = open.write(Op("packet.paper"), context.app.clock().now(), |tx| {
        Ok(store::see_paper(tx, number, seen_by)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn reject(context: Context<'_>, input: Reject) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let reason = input.reason.trim();
    if reason.is_empty() {
        return Err(Error::new("reason-missing"));
    }
    let done = open.write(Op("packet.reject"), context.app.clock().now(), |tx| {
        // A packet that says whose it is stays theirs, so that it goes when they are erased.
        let number = PacketNumber(input.number);
        let claimant = store::get(tx, number)?.and_then(|packet| packet.claimant);
        let decision = Decision { state: State::Rejected, claimant, reason };
        Ok(store::decide(tx, number, decision)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}
