//! JPEG markers (ITU-T T.81 annex B): the frame header for the size, the first APP1 for EXIF.

use super::{ImageFacts, exif};

/// Markers looked at before the picture data begins.
const MARKERS: usize = 2_000;

/// Reads markers up to the picture data; `None` if there is no frame header before it.
pub(super) fn read(bytes: &[u8]) -> Option<ImageFacts> {
    let mut facts = ImageFacts { complete: ends(bytes), ..ImageFacts::default() };
    let mut rest = bytes.get(2..)?;
    for _ in 0..MARKERS {
        // Fill bytes may stand before a marker.
        let marker_at = rest.iter().position(|&byte| byte != 0xFF)?;
        let marker = *rest.get(marker_at)?;
        if marker_at == 0 {
            return None;
        }
        rest = rest.get(marker_at + 1..)?;
        if matches!(marker, 0x01 | 0xD0..=0xD8) {
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?]));
        let segment = rest.get(2..length.max(2)).unwrap_or_default();
        match marker {
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                facts.height = u32::from(u16::from_be_bytes([*segment.get(1)?, *segment.get(2)?]));
                facts.width = u32::from(u16::from_be_bytes([*segment.get(3)?, *segment.get(4)?]));
                return Some(facts);
            }
            0xE1 => {
                if let Some(block) = segment.strip_prefix(b"Exif\0\0") {
                    exif::read(block, &mut facts);
                }
            }
            0xD9 | 0xDA => return None,
            _ => {}
        }
        rest = rest.get(length.max(2)..)?;
    }
    None
}

/// The end marker may be followed by what a telephone appends, such as a moving picture.
fn ends(bytes: &[u8]) -> bool {
    memchr::memmem::rfind(bytes, b"\xFF\xD9").is_some()
}
