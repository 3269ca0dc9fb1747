//! What packets have in common. A signal is a kind and a digest of eight bytes; it is derived, so the audit does not hold it.

use joinder_domain::id::PacketNumber;

use jiff::Timestamp;

use crate::column::milliseconds;
use crate::error::Result;
use crate::write::{Reader, Write};

/// Something that packets can share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signal {
    /// What kind of thing: a short word that the caller chooses.
    pub kind: &'static str,
    /// A digest of it.
    pub value: [u8; 8],
}

/// Keeps the signals of a packet that was just added.
///
/// # Errors
/// Those of the database.
pub fn add_signals(tx: &Write<'_>, number: PacketNumber, signals: &[Signal]) -> Result<()> {
    let mut insert = tx.conn.prepare_cached(
        "INSERT INTO packet_signal (kind, value, packet) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
    )?;
    for signal in signals {
        insert.execute((signal.kind, signal.value, number.0))?;
    }
    Ok(())
}

/// Other registrations' packets that have this signal: at most `most`, the latest first.
///
/// # Errors
/// Those of the database.
pub fn sharing(
    reader: &Reader<'_>,
    signal: &Signal,
    series: &str,
    most: u32,
) -> Result<Vec<(PacketNumber, String)>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT p.number, p.series FROM packet_signal s JOIN packet p ON p.number = s.packet
         WHERE s.kind = ?1 AND s.value = ?2 AND p.series <> ?3 ORDER BY p.number DESC LIMIT ?4",
    )?;
    let found = statement.query_map((signal.kind, signal.value, series, most), |row| {
        Ok((PacketNumber(row.get(0)?), row.get(1)?))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// How many registrations other than this one were sealed between two moments.
///
/// # Errors
/// Those of the database.
pub fn sealed_between(reader: &Reader<'_>, series: &str, from: Timestamp, to: Timestamp) -> Result<u32> {
    Ok(reader
        .conn
        .prepare_cached(
            "SELECT count(DISTINCT series) FROM packet WHERE sealed BETWEEN ?1 AND ?2 AND series <> ?3",
        )?
        .query_row((milliseconds(from), milliseconds(to), series), |row| row.get(0))?)
}
