//! PNG chunks (ISO/IEC 15948): IHDR for the size, tEXt and eXIf for the maker.

use super::{ImageFacts, exif};
use crate::mail::{cut, text_of};

/// Chunks looked at.
const CHUNKS: usize = 100_000;

/// Reads chunk headers; `None` if the first chunk does not hold the size.
pub(super) fn read(bytes: &[u8]) -> Option<ImageFacts> {
    let mut facts = ImageFacts::default();
    let mut rest = bytes.get(8..)?;
    let mut first = true;
    for _ in 0..CHUNKS {
        let Some((head, tail)) = rest.split_first_chunk::<8>() else { break };
        let [a, b, c, d, kind @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).ok()?;
        let data = tail.get(..length).unwrap_or(tail);
        if first && &kind != b"IHDR" {
            return None;
        }
        first = false;
        match &kind {
            b"IHDR" => {
                let number = |at: usize| {
                    data.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes)
                };
                (facts.width, facts.height) = number(0).zip(number(4))?;
            }
            b"tEXt" => note(data, &mut facts),
            b"eXIf" => exif::read(data, &mut facts),
            b"IEND" => facts.complete = true,
            _ => {}
        }
        let Some(next) = length.checked_add(4).and_then(|end| tail.get(end..)) else { break };
        rest = next;
    }
    (!first).then_some(facts)
}

fn note(data: &[u8], facts: &mut ImageFacts) {
    let Some(end) = memchr::memchr(0, data) else { return };
    let value = data.get(end + 1..).unwrap_or_default();
    let value = cut(text_of(value.get(..500).unwrap_or(value)).0, 500).0;
    match data.get(..end) {
        Some(b"Software") => facts.software = Some(value),
        Some(b"Creation Time" | b"date:create") => {
            facts.taken_raw.get_or_insert(value);
        }
        _ => {}
    }
}
