//! That somebody saw the paper on which a packet was signed.

use jiff::Timestamp;
use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::id::PacketNumber;
use joinder_domain::noun::Noun;
use serde_json::json;

use super::get::{content, get};
use crate::column::milliseconds;
use crate::error::{Error, Result};
use crate::write::{Entered, Write};

/// Who saw the paper on which a packet was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperSeen {
    /// When it was said here.
    pub at: Timestamp,
    /// By whom it was seen.
    pub by: String,
}

/// Keeps who saw the paper, once; the packet may have been decided already.
///
/// # Errors
/// [`Error::NoSuchPacket`]; [`Error::PacketDecided`] when it was said before; those of the database.
pub fn see_paper(tx: &mut Write<'_>, number: PacketNumber, by: &str) -> Result<()> {
    let before = get(tx, number)?.ok_or(Error::NoSuchPacket)?;
    if before.paper.is_some() {
        return Err(Error::PacketDecided);
    }
    tx.conn.execute(
        "INSERT INTO packet_paper (packet, at, seen_by) VALUES (?1, ?2, ?3)",
        (number.0, milliseconds(tx.now()), by),
    )?;
    let after = get(tx, number)?.ok_or(Error::NoSuchPacket)?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Packet, number.0.to_string()),
        claimant: after.claimant,
        detail: json!({ "is": "paper-seen" }),
        change: None,
        content: Some(content(&after)?),
    })?;
    tx.touch(Noun::Packet, None);
    Ok(())
}
