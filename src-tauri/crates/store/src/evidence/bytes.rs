//! The bytes of an original.

use std::io::{Read, Write};

use joinder_domain::audit::Digest;
use joinder_domain::id::EvidenceId;
use rusqlite::{MAIN_DB, OptionalExtension};
use sha2::{Digest as _, Sha256};

use crate::error::{Error, Result};
use crate::write::Reader;

const BLOCK: usize = 256 * 1024;

/// The bytes of an original, checked against its fingerprint.
///
/// # Errors
/// [`Error::NoSuchEvidence`]; [`Error::AlteredEvidence`] when the bytes are not those that were received.
pub fn bytes(reader: &Reader<'_>, id: EvidenceId) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    copy(reader, id, &mut bytes)?;
    Ok(bytes)
}

/// Copies the bytes of an original to `target` block by block. What was copied counts only when this succeeds: the
/// fingerprint is known at the end.
///
/// # Errors
/// As for [`bytes`]; those of writing.
pub fn copy(reader: &Reader<'_>, id: EvidenceId, target: &mut impl Write) -> Result<u64> {
    let (row, sha256): (i64, [u8; 32]) = reader
        .conn
        .prepare_cached("SELECT row, sha256 FROM evidence WHERE id = ?1")?
        .query_row([id.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or(Error::NoSuchEvidence)?;
    let held: bool = reader
        .conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM evidence_blob WHERE evidence = ?1)")?
        .query_row([row], |row| row.get(0))?;
    if !held {
        return Err(Error::AlteredEvidence);
    }
    let (found, size) = walk(reader, row, target)?;
    if found == Digest(sha256) { Ok(size) } else { Err(Error::AlteredEvidence) }
}

/// Copies the bytes in a row and returns their digest and number.
pub(crate) fn walk(reader: &Reader<'_>, row: i64, target: &mut impl Write) -> Result<(Digest, u64)> {
    let mut blob = reader.conn.blob_open(MAIN_DB, c"evidence_blob", c"bytes", row, true)?;
    let (mut digest, mut size) = (Sha256::new(), 0_u64);
    let mut block = vec![0; BLOCK];
    loop {
        let read = blob.read(&mut block)?;
        let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { break };
        digest.update(part);
        target.write_all(part)?;
        size = size.saturating_add(u64::try_from(read).unwrap_or_default());
    }
    Ok((Digest(digest.finalize().into()), size))
}
