//! The one EXIF tag that a printed picture needs (EXIF 2.32, 4.6.4.A; TIFF 6.0, section 2).

use super::Orientation;

const TAG: u16 = 0x0112;

/// The orientation in a TIFF structure, if it has one.
pub(super) fn orientation(tiff: &[u8]) -> Option<Orientation> {
    let little = match tiff.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let pair = [*tiff.get(at)?, *tiff.get(at.checked_add(1)?)?];
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let (first, second) = (short(4)?, short(6)?);
    let (low, high) = if little { (first, second) } else { (second, first) };
    let start = usize::from(low) | usize::from(high) << 16;
    let count = usize::from(short(start)?);
    (0..count).find_map(|index| {
        let entry = start.checked_add(2 + index * 12)?;
        if short(entry)? != TAG {
            return None;
        }
        let value = u8::try_from(short(entry.checked_add(8)?)?).ok()?;
        (1..=8).contains(&value).then_some(Orientation(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_held_upright_is_read_in_both_byte_orders() {
        let little = [b"II*\0\x08\0\0\0\x01\0".as_slice(), &[0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]].concat();
        let big = [b"MM\0*\0\0\0\x08\0\x01".as_slice(), &[1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]].concat();
        assert_eq!(orientation(&little), Some(Orientation(6)));
        assert_eq!(orientation(&big), Some(Orientation(6)));
    }

    #[test]
    fn an_offset_beyond_the_end_is_no_orientation() {
        assert_eq!(orientation(b"II*\0\xff\xff\xff\xff"), None);
    }
}
