//! How a packet stands, and who said so.

use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::id::{ClaimantNumber, PacketNumber};
use joinder_domain::noun::Noun;
use serde_json::json;

use super::State;
use super::get::{content, get};
use crate::column::milliseconds;
use crate::error::{Error, Result};
use crate::write::{Entered, Write};

/// How a packet is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision<'a> {
    /// The state.
    pub state: State,
    /// Whose it became.
    pub claimant: Option<ClaimantNumber>,
    /// Why, in words; may be empty.
    pub reason: &'a str,
}

/// Says how a packet stands. What was accepted, rejected or refused stays so.
///
/// # Errors
/// [`Error::NoSuchPacket`], [`Error::PacketDecided`]; those of the database.
pub fn decide(tx: &mut Write<'_>, number: PacketNumber, decision: Decision<'_>) -> Result<()> {
    let before = get(tx, number)?.ok_or(Error::NoSuchPacket)?;
    if before.state.is_final() {
        return Err(Error::PacketDecided);
    }
    let now = milliseconds(tx.now());
    tx.conn
        .prepare_cached(
            "UPDATE packet SET state = ?2, claimant = ?3, reason = ?4, decided = ?5, decided_by = ?6 WHERE number = ?1",
        )?
        .execute((
            number.0,
            decision.state.code(),
            decision.claimant.map(|claimant| claimant.0),
            decision.reason,
            now,
            tx.actor().id.0.as_bytes(),
        ))?;
    let after = get(tx, number)?.ok_or(Error::NoSuchPacket)?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Packet, number.0.to_string()),
        claimant: decision.claimant,
        detail: json!({ "state": decision.state.code() }),
        change: None,
        content: Some(content(&after)?),
    })?;
    tx.touch(Noun::Packet, None);
    Ok(())
}
