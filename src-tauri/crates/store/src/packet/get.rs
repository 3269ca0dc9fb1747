//! Packets, found again.

use joinder_domain::audit::Digest;
use joinder_domain::id::{ClaimantNumber, PacketNumber, PersonId};
use rusqlite::{OptionalExtension, Row, params_from_iter};
use serde_json::json;
use uuid::Uuid;

use super::add::Opened;
use super::{Packet, PaperSeen, State};
use crate::column::{document, id, milliseconds, read, timestamp};
use crate::error::{Error, Result};
use crate::write::Reader;

const COLUMNS: &str =
    "number, sha256, size, file_name, received, person, problem, id, series, sequence, replaces,
    sealed, name, manifest, state, claimant, reason, decided, decided_by,
    (SELECT seen.at FROM packet_paper seen WHERE seen.packet = number),
    (SELECT seen.seen_by FROM packet_paper seen WHERE seen.packet = number)";

/// Which packets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Only those that stand so.
    pub state: Option<State>,
}

/// Numbers of the packets that match, the latest first.
///
/// # Errors
/// Those of the database.
pub fn numbers(reader: &Reader<'_>, query: Query) -> Result<Vec<PacketNumber>> {
    let sql = match query.state {
        Some(_) => "SELECT number FROM packet WHERE state = ?1 ORDER BY number DESC",
        None => "SELECT number FROM packet ORDER BY number DESC",
    };
    let mut statement = reader.conn.prepare_cached(sql)?;
    let found = statement
        .query_map(params_from_iter(query.state.map(State::code)), |row| row.get(0).map(PacketNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// How many packets stand how; states without any are left out.
///
/// # Errors
/// Those of the database.
pub fn counts(reader: &Reader<'_>) -> Result<Vec<(State, u32)>> {
    let mut statement = reader.conn.prepare_cached("SELECT state, count(*) FROM packet GROUP BY state")?;
    let found = statement.query_map((), |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut counts = Vec::new();
    for row in found {
        let (code, count) = row?;
        counts.extend(State::from_code(&code).map(|state| (state, count)));
    }
    counts.sort_unstable();
    Ok(counts)
}

/// A packet; `None` when there is none with that number.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, number: PacketNumber) -> Result<Option<Packet>> {
    one(reader, "number = ?1", number.0)
}

/// These packets, in the order of `numbers`; those that are not there are left out.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, numbers: &[PacketNumber]) -> Result<Vec<Packet>> {
    numbers.iter().filter_map(|number| get(reader, *number).transpose()).collect()
}

/// The packet with this digest of its sealed bytes.
///
/// # Errors
/// Those of the database.
pub fn find_by_sha256(reader: &Reader<'_>, sha256: Digest) -> Result<Option<Packet>> {
    one(reader, "sha256 = ?1", sha256.0)
}

/// The packet with this id of its own.
///
/// # Errors
/// Those of the database.
pub fn find_by_id(reader: &Reader<'_>, packet: Uuid) -> Result<Option<Packet>> {
    one(reader, "id = ?1", packet.into_bytes())
}

/// The packets of one registration, in the order in which they were sealed.
///
/// # Errors
/// Those of the database.
pub fn of_series(reader: &Reader<'_>, series: &str) -> Result<Vec<Packet>> {
    many(reader, "series = ?1 AND id IS NOT NULL ORDER BY sequence, number", series)
}

/// The packets in which colleagues send this claimant, from whichever copy of the matter, by number.
///
/// # Errors
/// Those of the database.
pub fn sent_of(reader: &Reader<'_>, claimant: Uuid) -> Result<Vec<Packet>> {
    many(reader, "series GLOB 'transfer:*:' || ?1 AND id IS NOT NULL ORDER BY number", claimant.to_string())
}

/// The packets of colleagues that nobody has decided about, in the order in which they came in.
///
/// # Errors
/// Those of the database.
pub fn sent_waiting(reader: &Reader<'_>) -> Result<Vec<PacketNumber>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT number FROM packet WHERE series GLOB 'transfer:*' AND id IS NOT NULL
           AND state IN ('received', 'in-review') ORDER BY number",
    )?;
    let found = statement.query_map((), |row| row.get(0).map(PacketNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Whether a packet was accepted that a colleague signed with this key.
///
/// # Errors
/// Those of the database.
pub fn accepted_from(reader: &Reader<'_>, verifying_key: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM packet WHERE state = 'accepted' AND series LIKE 'transfer:%'
                 AND json_extract(manifest, '$.manifest.transfer.verifying_key') = ?1)";
    Ok(reader.conn.prepare_cached(sql)?.query_row([verifying_key], |row| row.get(0))?)
}

fn one(reader: &Reader<'_>, condition: &str, value: impl rusqlite::ToSql) -> Result<Option<Packet>> {
    let sql = format!("SELECT {COLUMNS} FROM packet WHERE {condition}");
    reader.conn.prepare_cached(&sql)?.query_row([value], packet).optional()?.transpose()
}

fn many(reader: &Reader<'_>, condition: &str, value: impl rusqlite::ToSql) -> Result<Vec<Packet>> {
    let sql = format!("SELECT {COLUMNS} FROM packet WHERE {condition}");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map([value], packet)?;
    found.map(|packet| packet?).collect()
}

fn packet(row: &Row<'_>) -> rusqlite::Result<Result<Packet>> {
    let opened = match row.get::<_, Option<[u8; 16]>>(7)? {
        None => None,
        Some(packet) => {
            let Ok(manifest) = read("manifest", row.get_ref(13)?.as_str()?) else {
                return Ok(Err(Error::Unreadable("packet")));
            };
            Some(Opened {
                id: id(packet),
                series: row.get(8)?,
                sequence: row.get(9)?,
                replaces: row.get::<_, Option<[u8; 16]>>(10)?.map(id),
                sealed: timestamp(row.get::<_, Option<i64>>(11)?.unwrap_or_default()),
                name: row.get(12)?,
                manifest,
            })
        }
    };
    let Some(state) = State::from_code(row.get_ref(14)?.as_str()?) else {
        return Ok(Err(Error::Unreadable("packet")));
    };
    Ok(Ok(Packet {
        number: PacketNumber(row.get(0)?),
        sha256: Digest(row.get(1)?),
        size: row.get(2)?,
        file_name: row.get(3)?,
        received: timestamp(row.get(4)?),
        person: PersonId(id(row.get(5)?)),
        problem: row.get(6)?,
        opened,
        state,
        claimant: row.get::<_, Option<u32>>(15)?.map(ClaimantNumber),
        reason: row.get(16)?,
        decided: row.get::<_, Option<i64>>(17)?.map(timestamp),
        decided_by: row.get::<_, Option<[u8; 16]>>(18)?.map(|person| PersonId(id(person))),
        paper: match row.get::<_, Option<i64>>(19)? {
            None => None,
            Some(at) => Some(PaperSeen { at: timestamp(at), by: row.get(20)? }),
        },
    }))
}

/// The digest that the audit holds of a packet. The sealed bytes are in it by their own digest.
pub(crate) fn content(packet: &Packet) -> Result<Digest> {
    let opened = packet.opened.as_ref();
    let mut content = json!({
        "claimant": packet.claimant,
        "decided": packet.decided.map(milliseconds),
        "decided_by": packet.decided_by,
        "file_name": packet.file_name,
        "id": opened.map(|opened| opened.id),
        "manifest": opened.map(|opened| document(&opened.manifest)).transpose()?.map(|text| Digest::of(text.as_bytes())),
        "number": packet.number,
        "person": packet.person,
        "problem": packet.problem,
        "reason": packet.reason,
        "received": milliseconds(packet.received),
        "sequence": opened.map(|opened| opened.sequence),
        "series": opened.map(|opened| &opened.series),
        "sha256": packet.sha256,
        "size": packet.size,
        "state": packet.state.code(),
    });
    // What was not known of packets before is not in the digests of those that have none of it.
    if let (Some(paper), Some(fields)) = (&packet.paper, content.as_object_mut()) {
        fields.insert("paper".to_owned(), json!({ "at": milliseconds(paper.at), "by": paper.by }));
    }
    Ok(Digest::of(document(&content)?.as_bytes()))
}
