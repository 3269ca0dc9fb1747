//! Content that no reader finds, taken from the bytes themselves: streams whose length or last word is damaged.

use super::STREAM_LIMIT;
use flate2::{Decompress, FlushDecompress, Status};
use lopdf::{Document, Object, ObjectId};
use memchr::memmem;
use std::collections::BTreeMap;

/// Bytes between the number of an object and its stream, in which its dictionary must lie.
const HEAD: usize = 4_096;
/// Streams of one page at most.
const STREAMS: usize = 200;

/// A file whose objects are found by their numbers alone.
pub(super) struct Salvage<'b> {
    bytes: &'b [u8],
    /// Where each begins, behind its number; of several the last.
    places: BTreeMap<ObjectId, usize>,
    /// Bytes that may still be unpacked.
    room: usize,
}

impl<'b> Salvage<'b> {
    pub(super) fn new(bytes: &'b [u8], document: &Document) -> Self {
        // Encrypted bytes would unpack to noise.
        let places = if document.was_encrypted() { BTreeMap::new() } else { places(bytes) };
        Self { bytes, places, room: STREAM_LIMIT }
    }

    /// What can be unpacked of a page's content; `None` where that is nothing.
    pub(super) fn content(&mut self, document: &Document, page: ObjectId) -> Option<Vec<u8>> {
        let entry = document.get_dictionary(page).ok()?.get(b"Contents").ok()?;
        let list = match document.dereference(entry) {
            Ok((_, Object::Array(items))) => items.as_slice(),
            _ => std::slice::from_ref(entry),
        };
        let mut content = Vec::new();
        for id in list.iter().take(STREAMS).filter_map(|item| item.as_reference().ok()) {
            let Some(part) = self.stream(id) else { continue };
            self.room = self.room.saturating_sub(part.len());
            content.extend_from_slice(&part);
            content.push(b'\n');
        }
        (!content.is_empty()).then_some(content)
    }

    fn stream(&self, id: ObjectId) -> Option<Vec<u8>> {
        let rest = self.bytes.get(*self.places.get(&id)?..)?;
        let object = rest.get(..memmem::find(rest, b"endobj").unwrap_or(rest.len()))?;
        let start = memmem::find(object.get(..object.len().min(HEAD))?, b"stream")?;
        let (head, body) = object.split_at_checked(start)?;
        let body = body.strip_prefix(b"stream")?;
        let body = body.strip_prefix(b"\r\n").or_else(|| body.strip_prefix(b"\n")).unwrap_or(body);
        let body = memmem::find(body, b"endstream").and_then(|end| body.get(..end)).unwrap_or(body);
        let has = |word: &[u8]| memmem::find(head, word).is_some();
        match (has(b"/Filter"), has(b"/FlateDecode"), has(b"/DecodeParms")) {
            (false, ..) => Some(without_end(body)).filter(|body| body.len() <= self.room).map(<[u8]>::to_vec),
            (true, true, false) => inflated(body, self.room),
            _ => None,
        }
    }
}

fn places(bytes: &[u8]) -> BTreeMap<ObjectId, usize> {
    let before = |end: usize| {
        let start = bytes.get(..end)?.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at + 1);
        let digits = bytes.get(start..end).filter(|digits| (1..=10).contains(&digits.len()))?;
        Some((start, std::str::from_utf8(digits).ok()?.parse::<u32>().ok()?))
    };
    let mut places = BTreeMap::new();
    for at in memmem::find_iter(bytes, b" obj") {
        let Some((start, generation)) = before(at) else { continue };
        let Some((_, number)) = start.checked_sub(1).and_then(before) else { continue };
        if let Ok(generation) = u16::try_from(generation) {
            places.insert((number, generation), at + b" obj".len());
        }
    }
    places
}

/// Without a last line that is a misspelt end.
fn without_end(body: &[u8]) -> &[u8] {
    let trimmed = body.trim_ascii_end();
    let last = trimmed.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(0, |at| at + 1);
    match trimmed.split_at_checked(last) {
        Some((kept, last)) if last.len() > 4 && last.iter().all(u8::is_ascii_lowercase) => kept,
        _ => body,
    }
}

/// Everything that comes out before the damage.
fn inflated(packed: &[u8], room: usize) -> Option<Vec<u8>> {
    let mut inflater = Decompress::new(true);
    let mut out = Vec::with_capacity(packed.len().saturating_mul(4).clamp(1_024, 1 << 20));
    while out.len() < room {
        let read = inflater.total_in();
        let before = out.len();
        let rest = packed.get(usize::try_from(read).ok()?..)?;
        if !matches!(
            inflater.decompress_vec(rest, &mut out, FlushDecompress::None),
            Ok(Status::Ok | Status::BufError)
        ) {
            break;
        }
        if out.len() == out.capacity() {
            out.reserve(out.len());
        } else if out.len() == before && inflater.total_in() == read {
            break;
        }
    }
    out.truncate(room);
    (!out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::{places, without_end};

    #[test]
    fn objects_are_found_by_their_numbers_and_the_last_of_two_counts() {
        let found = places(b"1 0 obj a endobj\n12 3 obj b endobj 1 0 obj c endobj obj x obj");
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [((1, 0), 42), ((12, 3), 25)]);
    }

    #[test]
    fn a_misspelt_end_is_not_drawn() {
        assert_eq!(without_end(b"(Potato) Tj\nET\nenxstream\n"), b"(Potato) Tj\nET\n");
        assert_eq!(without_end(b"(Potato) Tj\nET\n"), b"(Potato) Tj\nET\n");
    }
}
