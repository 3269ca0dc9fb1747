//! Requests that went back to a claimant.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::{PacketNumber, PersonId};
use joinder_domain::noun::Noun;
use rusqlite::Row;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::column::{document, id, milliseconds, read, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// A request that went back.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptRequest {
    /// Which request.
    pub id: Uuid,
    /// The packet that it is about.
    pub packet: PacketNumber,
    /// When it was made.
    pub made: Timestamp,
    /// By whom.
    pub person: PersonId,
    /// What was asked.
    pub request: Value,
}

/// Keeps what was asked about a packet.
///
/// # Errors
/// Those of the database.
pub fn add_request(tx: &mut Write<'_>, which: Uuid, packet: PacketNumber, request: &Value) -> Result<()> {
    let kept =
        KeptRequest { id: which, packet, made: tx.now(), person: tx.actor().id, request: request.clone() };
    tx.conn.execute(
        "INSERT INTO packet_request (id, packet, made, person, request) VALUES (?1, ?2, ?3, ?4, ?5)",
        (which.as_bytes(), packet.0, milliseconds(kept.made), kept.person.0.as_bytes(), document(request)?),
    )?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Request, which.to_string()),
        claimant: None,
        detail: json!({ "packet": packet.0 }),
        change: None,
        content: Some(content(&kept)?),
    })?;
    tx.touch(Noun::Packet, None);
    Ok(())
}

/// What was asked about a packet, the earliest first.
///
/// # Errors
/// Those of the database.
pub fn requests(reader: &Reader<'_>, packet: PacketNumber) -> Result<Vec<KeptRequest>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, packet, made, person, request FROM packet_request WHERE packet = ?1 ORDER BY made, id",
    )?;
    let found = statement.query_map([packet.0], kept)?;
    found.map(|kept| kept?).collect()
}

/// Every request with the digest that the audit should have of it.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(Uuid, Digest)>> {
    let mut statement = reader
        .conn
        .prepare("SELECT id, packet, made, person, request FROM packet_request ORDER BY made, id")?;
    let found = statement.query_map((), kept)?;
    found
        .map(|found| {
            let found = found??;
            Ok((found.id, content(&found)?))
        })
        .collect()
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Result<KeptRequest>> {
    let Ok(request) = read("request", row.get_ref(4)?.as_str()?) else {
        return Ok(Err(Error::Unreadable("request")));
    };
    Ok(Ok(KeptRequest {
        id: id(row.get(0)?),
        packet: PacketNumber(row.get(1)?),
        made: timestamp(row.get(2)?),
        person: PersonId(id(row.get(3)?)),
        request,
    }))
}

fn content(kept: &KeptRequest) -> Result<Digest> {
    let content = json!({
        "id": kept.id,
        "made": milliseconds(kept.made),
        "packet": kept.packet,
        "person": kept.person,
        "request": kept.request,
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}
