//! The bytes of one file of an archive, unpacked as they are asked for.

use std::fmt;
use std::io::{self, BufReader, Read, Seek, Take};

use flate2::{Crc, bufread::DeflateDecoder};

use super::{directory, entry::Entry};
use crate::damage::Code;

/// Bytes read of the archive at a time.
const CHUNK: usize = 64 << 10;

type Packed<'a, R> = BufReader<Take<&'a mut R>>;

/// Unpacks one file; ends with an error if it is not what the archive says or is more than an honest archive holds.
pub struct MemberReader<'a, R> {
    bytes: Unpacked<'a, R>,
    budget: &'a mut u64,
    crc: Crc,
    expected: Option<u64>,
    checked: bool,
}

enum Unpacked<'a, R> {
    Stored(Packed<'a, R>),
    Deflated(DeflateDecoder<Packed<'a, R>>),
}

impl<R> fmt::Debug for MemberReader<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemberReader").finish_non_exhaustive()
    }
}

impl<'a, R: Read + Seek> MemberReader<'a, R> {
    pub(super) fn open(source: &'a mut R, entry: &Entry, budget: &'a mut u64) -> io::Result<Self> {
        if entry.is_encrypted() {
            return Err(damaged(Code::ArchiveEncrypted));
        }
        if !entry.is_stored() && !entry.is_deflated() {
            return Err(damaged(Code::ArchiveMethod));
        }
        let head = directory::read_at(source, entry.header, 30)?;
        if !head.starts_with(b"PK\x03\x04") || head.len() < 30 {
            return Err(damaged(Code::ArchiveMemberDamaged));
        }
        let data = entry.header.saturating_add(entry.local_length(&head));
        source.seek(io::SeekFrom::Start(data.min(i64::MAX as u64)))?;
        let packed = BufReader::with_capacity(CHUNK, source.take(entry.packed));
        let bytes = if entry.is_stored() {
            Unpacked::Stored(packed)
        } else {
            Unpacked::Deflated(DeflateDecoder::new(packed))
        };
        Ok(Self { bytes, budget, crc: Crc::new(), expected: entry.crc, checked: false })
    }
}

impl<R: Read> Read for MemberReader<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() || self.checked {
            return Ok(0);
        }
        let read = match &mut self.bytes {
            Unpacked::Stored(bytes) => bytes.read(into)?,
            // The decoder's errors are about the packed bytes, unless the source itself failed.
            Unpacked::Deflated(bytes) => bytes.read(into).map_err(|error| match error.kind() {
                io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => {
                    damaged(Code::ArchiveMemberDamaged)
                }
                _ => error,
            })?,
        };
        if read == 0 {
            self.checked = true;
            let whole = self.expected.is_none_or(|crc| crc == u64::from(self.crc.sum()));
            return if whole { Ok(0) } else { Err(damaged(Code::ArchiveMemberDamaged)) };
        }
        match self.budget.checked_sub(read as u64) {
            Some(left) => *self.budget = left,
            None => return Err(damaged(Code::ArchiveBomb)),
        }
        self.crc.update(into.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// Damage as the error of a stream.
#[derive(Debug)]
struct Damaged(Code);

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.text())
    }
}

impl std::error::Error for Damaged {}

fn damaged(code: Code) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, Damaged(code))
}

/// What is wrong with a file of an archive, if that is why reading it failed; `None` for an error of the source.
pub fn unpacking_damage(error: &io::Error) -> Option<Code> {
    error.get_ref()?.downcast_ref::<Damaged>().map(|damaged| damaged.0)
}
