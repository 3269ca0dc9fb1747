//! Taking in sealed files.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::{ClaimantNumber, PacketNumber};
use joinder_domain::noun::Noun;
use serde_json::{Value, json};
use uuid::Uuid;

use super::get::{content, get};
use crate::column::{document, milliseconds};
use crate::error::{Error, Result};
use crate::write::{Entered, Write};

/// What was in a packet.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The packet's own id.
    pub id: Uuid,
    /// The claimant's public key: the same in every packet of one registration.
    pub series: String,
    /// Counts the packets of the registration, from 1.
    pub sequence: u32,
    /// The packet in whose place this one comes.
    pub replaces: Option<Uuid>,
    /// When it was sealed, by the claimant's clock.
    pub sealed: Timestamp,
    /// The claimant's name, for lists.
    pub name: String,
    /// The whole manifest, and what was found in the files.
    pub manifest: Value,
}

/// A sealed file that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPacket<'a> {
    /// SHA-256 of the sealed bytes.
    pub sha256: Digest,
    /// How many bytes there are.
    pub size: u64,
    /// The file's name, without its folder.
    pub file_name: &'a str,
    /// The claimant whom it is about, where the file itself says so.
    pub claimant: Option<ClaimantNumber>,
    /// What was in it, or the code of why it could not be opened.
    pub opened: Result<&'a Opened, &'a str>,
}

/// Keeps that a sealed file came in; the bytes of one that was opened are put beside it with [`super::put_bytes`].
/// The same bytes must not have come in before.
///
/// # Errors
/// Those of the database.
pub fn add(tx: &mut Write<'_>, new: &NewPacket<'_>) -> Result<PacketNumber> {
    let next: u32 = tx
        .conn
        .prepare_cached("SELECT 1 + ifnull(max(number), 0) FROM packet")?
        .query_row((), |row| row.get(0))?;
    let number = PacketNumber(next);
    let opened = new.opened.ok();
    tx.conn
        .prepare_cached(
            "INSERT INTO packet (number, sha256, size, file_name, received, person, problem, id, series, sequence,
               replaces, sealed, name, manifest, state, claimant, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, '')",
        )?
        .execute((
            number.0,
            new.sha256.0,
            new.size,
            new.file_name,
            milliseconds(tx.now()),
            tx.actor().id.0.as_bytes(),
            new.opened.err().unwrap_or_default(),
            opened.map(|opened| opened.id.into_bytes()),
            opened.map(|opened| opened.series.as_str()).unwrap_or_default(),
            opened.map(|opened| opened.sequence).unwrap_or_default(),
            opened.and_then(|opened| opened.replaces).map(Uuid::into_bytes),
            opened.map(|opened| milliseconds(opened.sealed)),
            opened.map(|opened| opened.name.as_str()).unwrap_or_default(),
            opened.map(|opened| document(&opened.manifest)).transpose()?.unwrap_or_default(),
            if opened.is_some() { "received" } else { "refused" },
            new.claimant.map(|claimant| claimant.0),
        ))?;
    let packet = get(tx, number)?.ok_or(Error::NoSuchPacket)?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Packet, number.0.to_string()),
        claimant: new.claimant,
        detail: json!({ "problem": packet.problem, "sha256": packet.sha256, "size": packet.size }),
        change: None,
        content: Some(content(&packet)?),
    })?;
    tx.touch(Noun::Packet, None);
    Ok(number)
}
