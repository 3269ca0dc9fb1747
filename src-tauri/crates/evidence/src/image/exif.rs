//! EXIF tags that bear on when and how a picture was made; where it was made is nobody's business here.

use ::exif::{Exif, In, Reader, Tag, Value};

use super::ImageFacts;
use crate::mail::{cut, text_of};

/// Largest EXIF block that is read; a JPEG segment cannot hold more.
const BLOCK: usize = 64 * 1024;
/// Pieces of a picture that are looked at.
const PIECES: usize = 100_000;

/// Adds what an EXIF block says; a damaged one adds nothing.
pub(super) fn read(block: &[u8], facts: &mut ImageFacts) {
    let block = block.get(..BLOCK).unwrap_or(block);
    if let Some(exif) = parse(block) {
        tell(&exif, facts);
    }
}

/// Reads a TIFF picture, of whose form EXIF is a part; `None` if it holds no size.
pub(super) fn tiff(bytes: &[u8]) -> Option<ImageFacts> {
    let exif = parse(bytes)?;
    let numbers = |tag: Tag| {
        let value = exif.get_field(tag, In::PRIMARY).map(|field| &field.value);
        value
            .and_then(Value::iter_uint)
            .map(|numbers| numbers.take(PIECES).collect::<Vec<u32>>())
            .unwrap_or_default()
    };
    let number = |tag: Tag| numbers(tag).first().copied();
    let mut facts = ImageFacts {
        width: number(Tag::ImageWidth)?,
        height: number(Tag::ImageLength)?,
        ..ImageFacts::default()
    };
    let (starts, lengths) = match numbers(Tag::StripOffsets) {
        starts if starts.is_empty() => (numbers(Tag::TileOffsets), numbers(Tag::TileByteCounts)),
        starts => (starts, numbers(Tag::StripByteCounts)),
    };
    let end = starts.iter().zip(&lengths).map(|(start, length)| u64::from(*start) + u64::from(*length)).max();
    facts.complete = end.is_some_and(|end| end <= bytes.len() as u64);
    tell(&exif, &mut facts);
    Some(facts)
}

fn parse(block: &[u8]) -> Option<Exif> {
    let read = Reader::new().continue_on_error(true).read_raw(block.to_vec());
    read.or_else(|error| error.distill_partial_result(|_| {})).ok()
}

fn tell(exif: &Exif, facts: &mut ImageFacts) {
    let orientation = exif.get_field(Tag::Orientation, In::PRIMARY).and_then(|field| field.value.get_uint(0));
    facts.orientation = orientation.filter(|turn| (1..=8).contains(turn));
    facts.taken_raw = words(exif, Tag::DateTimeOriginal).or_else(|| words(exif, Tag::DateTime));
    facts.taken_offset_raw = words(exif, Tag::OffsetTimeOriginal).or_else(|| words(exif, Tag::OffsetTime));
    facts.software = words(exif, Tag::Software);
    let device: Vec<String> =
        [words(exif, Tag::Make), words(exif, Tag::Model)].into_iter().flatten().collect();
    facts.device = (!device.is_empty()).then(|| device.join(" "));
}

fn words(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(lines) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let text = cut(text_of(lines.first()?).0.replace('\0', "").trim().to_owned(), 500).0;
    (!text.is_empty()).then_some(text)
}
