//! EXIF tags that bear on when and how a picture was made; where it was made is nobody's business here.

use ::exif::{Exif, In, Reader, Tag, Value};

use super::ImageFacts;
use crate::mail::{cut, text_of};

/// Largest EXIF block that is read; a JPEG segment cannot hold more.
const BLOCK: usize = 64 * 1024;

/// Adds what an EXIF block says; a damaged one adds nothing.
pub(super) fn read(block: &[u8], facts: &mut ImageFacts) {
    let block = block.get(..BLOCK).unwrap_or(block);
    let Ok(exif) = Reader::new()
        .continue_on_error(true)
        .read_raw(block.to_vec())
        .or_else(|error| error.distill_partial_result(|_| {}))
    else {
        return;
    };
    let orientation = exif.get_field(Tag::Orientation, In::PRIMARY).and_then(|field| field.value.get_uint(0));
    facts.orientation = orientation.filter(|turn| (1..=8).contains(turn));
    facts.taken_raw = words(&exif, Tag::DateTimeOriginal).or_else(|| words(&exif, Tag::DateTime));
    facts.taken_offset_raw = words(&exif, Tag::OffsetTimeOriginal).or_else(|| words(&exif, Tag::OffsetTime));
    facts.software = words(&exif, Tag::Software);
    let device: Vec<String> =
        [words(&exif, Tag::Make), words(&exif, Tag::Model)].into_iter().flatten().collect();
    facts.device = (!device.is_empty()).then(|| device.join(" "));
}

fn words(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(lines) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let text = cut(text_of(lines.first()?).0.replace('\0', "").trim().to_owned(), 500).0;
    (!text.is_empty()).then_some(text)
}
