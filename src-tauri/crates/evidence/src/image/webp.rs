//! WebP (RFC 9649): the first picture chunk for the size, the EXIF chunk for the maker.

use super::{
    ImageFacts, exif,
    number::{le16, le24, le32},
};

/// Chunks looked at.
const CHUNKS: usize = 10_000;

/// Reads chunk headers; `None` if none of them holds a size.
pub(super) fn read(bytes: &[u8]) -> Option<ImageFacts> {
    let claimed = usize::try_from(le32(bytes, 4)?).ok()?.saturating_add(8);
    let mut facts = ImageFacts { complete: bytes.len() >= claimed, ..ImageFacts::default() };
    let mut rest = bytes.get(12..)?;
    for _ in 0..CHUNKS {
        let (Some(kind), Some(length)) = (rest.get(..4), le32(rest, 4)) else { break };
        let length = usize::try_from(length).ok()?;
        let tail = rest.get(8..)?;
        let data = tail.get(..length).unwrap_or(tail);
        let size = match kind {
            b"VP8X" => le24(data, 4).zip(le24(data, 7)).map(|(width, height)| (width + 1, height + 1)),
            // A key frame begins with these three bytes after its tag.
            b"VP8 " if data.get(3..6) == Some(b"\x9D\x01\x2A") => {
                le16(data, 6).zip(le16(data, 8)).map(|(width, height)| (width & 0x3FFF, height & 0x3FFF))
            }
            b"VP8L" => le32(data, 1).map(|bits| ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)),
            b"EXIF" => {
                exif::read(data.strip_prefix(b"Exif\0\0").unwrap_or(data), &mut facts);
                None
            }
            _ => None,
        };
        if let Some(size) = size.filter(|_| facts.width == 0) {
            (facts.width, facts.height) = size;
        }
        // Chunks are filled up to an even length.
        let Some(next) = length.checked_next_multiple_of(2).and_then(|end| tail.get(end..)) else { break };
        rest = next;
    }
    (facts.width > 0).then_some(facts)
}
