//! JPEG taken over byte for byte (ISO 10918-1; ISO 32000-1, 7.4.8).

use super::exif::orientation;
use super::{Orientation, Picture, check_size, image_dictionary, named_space};
use lopdf::{Object, Stream};

/// What the segments before the picture data say.
#[derive(Default)]
struct Header {
    width: u32,
    height: u32,
    bits: u8,
    channels: u8,
    frame: u8,
    adobe: bool,
    orientation: Option<Orientation>,
}

/// The picture without its bytes, which the caller has.
pub(super) fn open(bytes: &[u8]) -> Result<Picture, String> {
    let damaged = || "The picture is not a JPEG, or it is damaged.".to_owned();
    let header = Header::read(bytes).ok_or_else(damaged)?;
    check_size(header.width, header.height)?;
    // Baseline, extended and progressive frames are what readers decode (SOF0 to SOF2).
    if header.bits != 8 || !(0xc0..=0xc2).contains(&header.frame) || !matches!(header.channels, 1 | 3 | 4) {
        return Err("The picture is a kind of JPEG that cannot be shown in a PDF.".to_owned());
    }
    let mut entries =
        image_dictionary(header.width, header.height, header.bits, named_space(header.channels));
    entries.set("Filter", Object::Name(b"DCTDecode".to_vec()));
    if header.channels == 4 && header.adobe {
        // Adobe programs store ink upside down and readers do not put it right by themselves.
        let decode = [1, 0, 1, 0, 1, 0, 1, 0].map(Object::Integer);
        entries.set("Decode", Object::Array(decode.to_vec()));
    }
    let mut remarks = Vec::new();
    let tail = bytes.get(bytes.len().saturating_sub(4096)..).unwrap_or_default();
    if !tail.windows(2).any(|pair| pair == [0xff, 0xd9]) {
        remarks.push("The picture ends early: its lower part may be missing.".to_owned());
    }
    Ok(Picture {
        stream: Stream::new(entries, Vec::new()).with_compression(false),
        mask: None,
        width: header.width,
        height: header.height,
        orientation: header.orientation.unwrap_or(Orientation::UPRIGHT),
        page: 0,
        remarks,
    })
}

impl Header {
    /// Reads segments up to the start of the scan.
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut header = Self::default();
        let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
        loop {
            let start = rest.iter().position(|byte| *byte != 0xff)?;
            if start == 0 {
                return None;
            }
            let marker = *rest.get(start)?;
            rest = rest.get(start + 1..)?;
            if matches!(marker, 0x01 | 0xd0..=0xd7) {
                continue;
            }
            if matches!(marker, 0xd9 | 0xda) {
                return (header.frame != 0).then_some(header);
            }
            let length = usize::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?]));
            let segment = rest.get(2..length)?;
            header.segment(marker, segment);
            rest = rest.get(length..)?;
        }
    }

    fn segment(&mut self, marker: u8, segment: &[u8]) {
        match (marker, segment) {
            (0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf, [bits, h1, h0, w1, w0, channels, ..]) => {
                self.frame = marker;
                self.bits = *bits;
                self.height = u32::from(u16::from_be_bytes([*h1, *h0]));
                self.width = u32::from(u16::from_be_bytes([*w1, *w0]));
                self.channels = *channels;
            }
            (0xe1, _) => {
                if let Some(tiff) = segment.strip_prefix(b"Exif\0\0") {
                    self.orientation = self.orientation.or_else(|| orientation(tiff));
                }
            }
            (0xee, _) => self.adobe |= segment.starts_with(b"Adobe"),
            _ => {}
        }
    }
}
