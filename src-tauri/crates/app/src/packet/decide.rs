//! Looking at a packet, and turning one away.

use joinder_domain::id::PacketNumber;
use joinder_store::Op;
use joinder_store::packet::{self as store, Decision, State};
use serde::{Deserialize, Serialize};

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

pub(crate) fn reject(context: Context<'_>, input: Reject) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let reason = input.reason.trim();
    if reason.is_empty() {
        return Err(Error::new("reason-missing"));
    }
    let done = open.write(Op("packet.reject"), context.app.clock().now(), |tx| {
        let decision = Decision { state: State::Rejected, claimant: None, reason };
        Ok(store::decide(tx, PacketNumber(input.number), decision)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}
