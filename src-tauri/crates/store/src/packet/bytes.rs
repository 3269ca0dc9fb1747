//! The sealed bytes, as they came in.

use std::io::{self, Read, Write as _};

use joinder_domain::audit::Digest;
use joinder_domain::id::PacketNumber;
use rusqlite::blob::Blob;
use rusqlite::{MAIN_DB, OptionalExtension};
use sha2::{Digest as _, Sha256};

use crate::error::{Error, Result};
use crate::write::{Reader, Write};

const BLOCK: usize = 256 * 1024;

/// Keeps the sealed bytes of a packet that was just added, block by block; they have to be those that it was added with.
///
/// # Errors
/// [`Error::AlteredPacket`] when they are others; those of reading and of the database.
pub fn put_bytes(tx: &mut Write<'_>, number: PacketNumber, source: &mut dyn Read) -> Result<()> {
    let (size, sha256) = about(tx, number)?;
    tx.conn
        .prepare_cached("INSERT INTO packet_blob (packet, bytes) VALUES (?1, zeroblob(?2))")?
        .execute((number.0, size))?;
    let mut blob = tx.conn.blob_open(MAIN_DB, c"packet_blob", c"bytes", i64::from(number.0), false)?;
    let (mut digest, mut left, mut block) = (Sha256::new(), size, vec![0; BLOCK]);
    loop {
        let read = source.read(&mut block)?;
        let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { break };
        left = left.checked_sub(read as u64).ok_or(Error::AlteredPacket)?;
        digest.update(part);
        blob.write_all(part)?;
    }
    if left == 0 && <[u8; 32]>::from(digest.finalize()) == sha256 {
        Ok(())
    } else {
        Err(Error::AlteredPacket)
    }
}

/// The sealed bytes of a packet, to be read.
pub struct SealedBytes<'a>(Blob<'a>);

impl Read for SealedBytes<'_> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        self.0.read(target)
    }
}

/// Opens the sealed bytes of a packet. What they hold is authenticated by their seal.
///
/// # Errors
/// [`Error::NoSuchPacket`] when there is none or it has no bytes here.
pub fn open_bytes<'a>(reader: &Reader<'a>, number: PacketNumber) -> Result<SealedBytes<'a>> {
    let held: bool = reader
        .conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM packet_blob WHERE packet = ?1)")?
        .query_row([number.0], |row| row.get(0))?;
    if !held {
        return Err(Error::NoSuchPacket);
    }
    Ok(SealedBytes(reader.conn.blob_open(MAIN_DB, c"packet_blob", c"bytes", i64::from(number.0), true)?))
}

/// Whether the sealed bytes are not those that came in.
pub(crate) fn altered(reader: &Reader<'_>, number: PacketNumber) -> Result<bool> {
    let (_, sha256) = about(reader, number)?;
    let mut bytes = match open_bytes(reader, number) {
        Ok(bytes) => bytes,
        Err(Error::NoSuchPacket) => return Ok(true),
        Err(error) => return Err(error),
    };
    let (mut digest, mut block) = (Sha256::new(), vec![0; BLOCK]);
    loop {
        let read = bytes.read(&mut block)?;
        let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { break };
        digest.update(part);
    }
    Ok(Digest(digest.finalize().into()) != Digest(sha256))
}

fn about(reader: &Reader<'_>, number: PacketNumber) -> Result<(u64, [u8; 32])> {
    reader
        .conn
        .prepare_cached("SELECT size, sha256 FROM packet WHERE number = ?1")?
        .query_row([number.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or(Error::NoSuchPacket)
}
