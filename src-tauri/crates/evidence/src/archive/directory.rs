//! What a ZIP archive lists: its central directory, or, where that is missing, the headers before each file
//! (APPNOTE 4.3.6 to 4.3.16).

use std::io::{self, Read, Seek, SeekFrom};

use super::{entry::Entry, name};

/// The end record and the longest comment after it.
const END: u64 = 22 + 65_535;
/// Bytes of a directory, or of an archive without one, that are searched at a time.
const CHUNK: usize = 256 << 10;
/// Bytes of the header before a file, without its names.
const FIXED: usize = 30;
/// The newest version of the format that there is, 6.3: a header that needs a newer one is none.
const NEWEST: u64 = 63;

const CENTRAL: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";
const END_RECORD: &[u8] = b"PK\x05\x06";
const END_64_LOCATOR: &[u8] = b"PK\x06\x07";
const END_64: &[u8] = b"PK\x06\x06";

/// The files that an archive lists.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub(super) entries: Vec<Entry>,
    /// Whether there are more than the limit.
    pub(super) more: bool,
    /// Whether the directory is missing or damaged, so that there may be others.
    pub(super) broken: bool,
}

/// Reads the directory of an archive, at most `most` files of it.
pub(super) fn list<R: Read + Seek>(source: &mut R, length: u64, most: usize) -> io::Result<Listing> {
    if let Some((start, count, shift)) = directory(source, length)? {
        let listing = central(source, start, count, shift, most)?;
        if !listing.broken {
            return Ok(listing);
        }
        let searched = local(source, length, most)?;
        let better = searched.entries.len() > listing.entries.len();
        return Ok(if better { searched } else { listing });
    }
    local(source, length, most)
}

/// Where the directory begins, how many files it lists, and how far everything is shifted by what stands before it.
fn directory<R: Read + Seek>(source: &mut R, length: u64) -> io::Result<Option<(u64, u64, u64)>> {
    let tail_at = length.saturating_sub(END);
    let tail = read_at(source, tail_at, END)?;
    let whole = |at: &usize| {
        let comment = field(&tail, at + 20, 2).unwrap_or_default();
        (tail.len() - at) as u64 >= 22 + comment
    };
    let Some(at) = memchr::memmem::rfind_iter(&tail, END_RECORD).find(whole) else { return Ok(None) };
    let number = |offset: usize, bytes: usize| field(&tail, at + offset, bytes).unwrap_or_default();
    let (mut count, mut size, mut start) = (number(10, 2), number(12, 4), number(16, 4));
    let mut end = tail_at + at as u64;
    if let Some(locator) =
        at.checked_sub(20).and_then(|at| tail.get(at..)).filter(|l| l.starts_with(END_64_LOCATOR))
    {
        let record = read_at(source, field(locator, 8, 8).unwrap_or(u64::MAX), 56)?;
        if record.starts_with(END_64) {
            let number = |offset: usize| field(&record, offset, 8).unwrap_or_default();
            (count, size, start) = (number(32), number(40), number(48));
            end = field(locator, 8, 8).unwrap_or_default();
        }
    }
    // A program that unpacks itself, or a mail header, may stand before the archive.
    let Some(found) = end.checked_sub(size) else { return Ok(None) };
    Ok(found.checked_sub(start).map(|shift| (found, count, shift)))
}

fn central<R: Read + Seek>(
    source: &mut R,
    start: u64,
    count: u64,
    shift: u64,
    most: usize,
) -> io::Result<Listing> {
    let mut listing = Listing::default();
    source.seek(SeekFrom::Start(start))?;
    let mut source = io::BufReader::with_capacity(CHUNK, source);
    for _ in 0..count {
        if listing.entries.len() >= most {
            listing.more = true;
            break;
        }
        let mut head = [0; 46];
        if !fill(&mut source, &mut head)? || !head.starts_with(CENTRAL) {
            listing.broken = true;
            break;
        }
        let number = |offset: usize, bytes: usize| field(&head, offset, bytes).unwrap_or_default();
        let lengths =
            [number(28, 2), number(30, 2), number(32, 2)].map(|length| usize::try_from(length).unwrap_or(0));
        let mut names = vec![0; lengths.iter().sum()];
        if !fill(&mut source, &mut names)? {
            listing.broken = true;
            break;
        }
        let (raw_name, rest) = names.split_at_checked(lengths[0]).unwrap_or_default();
        let extra = rest.get(..lengths[1]).unwrap_or_default();
        let mut entry = Entry {
            index: listing.entries.len(),
            name: name::decoded(raw_name, number(8, 2) & 0x800 != 0, extra),
            size: number(24, 4),
            packed: number(20, 4),
            modified: name::modified(number(14, 2), number(12, 2)),
            flags: number(8, 2),
            method: number(10, 2),
            crc: Some(number(16, 4)),
            header: number(42, 4),
        };
        wide(&mut entry, extra);
        entry.header = entry.header.saturating_add(shift);
        listing.entries.push(entry);
    }
    Ok(listing)
}

/// Sizes and places that need more than four bytes stand in an extra field.
fn wide(entry: &mut Entry, extra: &[u8]) {
    let Some(mut wide) = name::extra(extra, 0x0001) else { return };
    for slot in [&mut entry.size, &mut entry.packed, &mut entry.header] {
        if *slot == u64::from(u32::MAX) {
            let Some(value) = field(wide, 0, 8) else { return };
            *slot = value;
            wide = wide.get(8..).unwrap_or_default();
        }
    }
}

/// Looks for files by the header before each, in an archive that was cut off. Every byte is gone over once, whatever claims
/// to be a header: what is refused costs no more than the bytes that refuse it, and names do not overlap.
fn local<R: Read + Seek>(source: &mut R, length: u64, most: usize) -> io::Result<Listing> {
    let mut listing = Listing { broken: true, ..Listing::default() };
    let mut at = 0;
    while at < length {
        let chunk = read_at(source, at, CHUNK as u64)?;
        let mut from = 0;
        loop {
            let rest = chunk.get(from..).unwrap_or_default();
            let Some(hit) = memchr::memmem::find(rest, LOCAL).map(|hit| from + hit) else {
                // A mark may stand across the seam of two chunks.
                let seam = chunk.len().saturating_sub(LOCAL.len() - 1);
                at += if chunk.len() < CHUNK { length } else { seam.max(from) as u64 };
                break;
            };
            let head = chunk.get(hit..).unwrap_or_default();
            let whole = head.get(..FIXED).and_then(|fixed| head.get(..header_length(fixed)));
            let Some(whole) = whole else {
                // All of the longest header is in a chunk that begins with it.
                if hit > 0 && chunk.len() == CHUNK {
                    at += hit as u64;
                    break;
                }
                from = hit + LOCAL.len();
                continue;
            };
            from = hit + LOCAL.len();
            let header = at + hit as u64;
            let Some(mut entry) = local_entry(whole, header) else { continue };
            if listing.entries.len() >= most {
                listing.more = true;
                return Ok(listing);
            }
            entry.index = listing.entries.len();
            let data = header + whole.len() as u64;
            let mut next = data;
            if entry.flags & 8 != 0 && entry.packed == 0 {
                entry.packed = length.saturating_sub(data);
                entry.crc = None;
            } else {
                next = data.saturating_add(entry.packed);
            }
            listing.entries.push(entry);
            match usize::try_from(next - at) {
                Ok(inside) if inside < chunk.len() => from = inside,
                _ => {
                    at = next;
                    break;
                }
            }
        }
    }
    Ok(listing)
}

/// Bytes of a header that begins with these.
fn header_length(fixed: &[u8]) -> usize {
    let length = |offset: usize| field(fixed, offset, 2).and_then(|length| usize::try_from(length).ok());
    FIXED + length(26).unwrap_or_default() + length(28).unwrap_or_default()
}

/// The file whose header these bytes are; `None` if they are none.
fn local_entry(head: &[u8], header: u64) -> Option<Entry> {
    let (fixed, names) = head.split_at_checked(FIXED)?;
    let number = |offset: usize, bytes: usize| field(fixed, offset, bytes).unwrap_or_default();
    if number(4, 2) & 0xFF > NEWEST {
        return None;
    }
    let (raw_name, extra) = names.split_at_checked(usize::try_from(number(26, 2)).ok()?)?;
    if raw_name.is_empty() || raw_name.contains(&0) {
        return None;
    }
    let mut entry = Entry {
        index: 0,
        name: name::decoded(raw_name, number(6, 2) & 0x800 != 0, extra),
        size: number(22, 4),
        packed: number(18, 4),
        modified: name::modified(number(12, 2), number(10, 2)),
        flags: number(6, 2),
        method: number(8, 2),
        crc: Some(number(14, 4)),
        header,
    };
    wide(&mut entry, extra);
    entry.header = header;
    Some(entry)
}

/// At most `length` bytes from a place on; fewer at the end.
pub(super) fn read_at<R: Read + Seek>(source: &mut R, at: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if i64::try_from(at).is_ok() {
        source.seek(SeekFrom::Start(at))?;
        source.by_ref().take(length).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn fill(source: &mut impl Read, into: &mut [u8]) -> io::Result<bool> {
    match source.read_exact(into) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// A little-endian number of at most eight bytes.
pub(super) fn field(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte)))
}
