//! PNG with its packed rows as they are where PDF can hold them, unpacked otherwise (W3C PNG, third edition).

use super::{Orientation, Picture, check_size, image_dictionary, named_space};
use crate::pack;
use lopdf::{Dictionary, Object, Stream, StringFormat};
use std::io::Read;

/// What the chunks say.
#[derive(Default)]
struct Chunks {
    width: u32,
    height: u32,
    bits: u8,
    kind: u8,
    interlaced: bool,
    palette: Vec<u8>,
    transparent: bool,
    data: Vec<u8>,
}

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

pub(super) fn open(bytes: &[u8]) -> Result<Picture, String> {
    let chunks =
        Chunks::read(bytes).ok_or_else(|| "The picture is not a PNG, or it is damaged.".to_owned())?;
    check_size(chunks.width, chunks.height)?;
    let channels = match chunks.kind {
        0 | 3 => 1,
        2 => 3,
        4 => 2,
        6 => 4,
        _ => return Err("The picture is damaged: its colours cannot be read.".to_owned()),
    };
    let plain = matches!(chunks.kind, 0 | 2 | 3) && !chunks.interlaced && !chunks.transparent;
    if plain { chunks.into_packed(channels) } else { unpacked(bytes, chunks.width, chunks.height) }
}

impl Chunks {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(&SIGNATURE)?;
        let mut chunks = Self::default();
        // A file that was cut off has no end chunk, but may have rows.
        while let (Some(length), Some(kind)) = (rest.first_chunk::<4>(), rest.get(4..8)) {
            let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
            let whole = rest.get(8..8 + length);
            let data = whole.or_else(|| rest.get(8..))?;
            match (kind, data) {
                (b"IHDR", [w3, w2, w1, w0, h3, h2, h1, h0, bits, kind, _, _, interlace]) => {
                    chunks.width = u32::from_be_bytes([*w3, *w2, *w1, *w0]);
                    chunks.height = u32::from_be_bytes([*h3, *h2, *h1, *h0]);
                    (chunks.bits, chunks.kind, chunks.interlaced) = (*bits, *kind, *interlace != 0);
                }
                (b"PLTE", _) => chunks.palette = data.to_vec(),
                (b"tRNS", _) => chunks.transparent = true,
                (b"IDAT", _) => chunks.data.extend_from_slice(data),
                (b"IEND", _) => break,
                _ => {}
            }
            rest = rest.get(12 + length..).unwrap_or_default();
        }
        (chunks.bits != 0).then_some(chunks)
    }

    /// Packed rows with the filters of PNG, which PDF calls predictors (ISO 32000-1, 7.4.4.4).
    fn into_packed(self, channels: u8) -> Result<Picture, String> {
        let row = (u64::from(self.width) * u64::from(channels) * u64::from(self.bits)).div_ceil(8) + 1;
        let expected = row * u64::from(self.height);
        let mut remarks = Vec::new();
        let found = unpacked_length(&self.data, expected);
        if found < row {
            return Err("The picture is damaged: it holds no rows.".to_owned());
        }
        if found < expected {
            remarks.push("The picture ends early: its lower part is missing.".to_owned());
        }
        let space = if self.kind == 3 {
            let last = i64::try_from(self.palette.len() / 3).unwrap_or(0) - 1;
            if last < 0 {
                return Err("The picture is damaged: its colours cannot be read.".to_owned());
            }
            Object::Array(vec![
                Object::Name(b"Indexed".to_vec()),
                Object::Name(b"DeviceRGB".to_vec()),
                Object::Integer(last),
                Object::String(self.palette, StringFormat::Hexadecimal),
            ])
        } else {
            named_space(channels)
        };
        let mut entries = image_dictionary(self.width, self.height, self.bits, space);
        entries.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        let mut predictor = Dictionary::new();
        predictor.set("Predictor", Object::Integer(15));
        predictor.set("Colors", Object::Integer(i64::from(channels)));
        predictor.set("BitsPerComponent", Object::Integer(i64::from(self.bits)));
        predictor.set("Columns", Object::Integer(i64::from(self.width)));
        entries.set("DecodeParms", Object::Dictionary(predictor));
        Ok(Picture {
            stream: Stream::new(entries, self.data).with_compression(false),
            mask: None,
            width: self.width,
            height: self.height,
            orientation: Orientation::UPRIGHT,
            page: 0,
            remarks,
        })
    }
}

/// Bytes that `data` unpacks to, counted no further than needed.
fn unpacked_length(data: &[u8], enough: u64) -> u64 {
    let mut unpacked = flate2::read::ZlibDecoder::new(data).take(enough);
    let mut buffer = [0; 32 * 1024];
    let mut length = 0;
    // A broken end counts as the end: readers show the rows before it.
    while let Ok(read @ 1..) = unpacked.read(&mut buffer) {
        length += read as u64;
    }
    length
}

/// Interlaced or transparent pictures, as eight-bit colours with a mask.
fn unpacked(bytes: &[u8], width: u32, height: u32) -> Result<Picture, String> {
    let damaged = |_| "The picture is damaged and cannot be opened.".to_owned();
    let mut decoder = ::png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(::png::Transformations::EXPAND | ::png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(damaged)?;
    let size = reader.output_buffer_size().ok_or_else(|| "The picture is too large to open.".to_owned())?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(damaged)?;
    pixels.truncate(frame.buffer_size());
    let (channels, alpha) = match frame.color_type {
        ::png::ColorType::Grayscale => (1, false),
        ::png::ColorType::GrayscaleAlpha => (1, true),
        ::png::ColorType::Rgba => (3, true),
        _ => (3, false),
    };
    let mut mask = Vec::new();
    if alpha {
        let mut colours = Vec::with_capacity(pixels.len());
        for pixel in pixels.chunks_exact(channels + 1) {
            if let Some((opacity, colour)) = pixel.split_last() {
                colours.extend_from_slice(colour);
                mask.push(*opacity);
            }
        }
        pixels = colours;
    }
    let channels = if channels == 1 { 1 } else { 3 };
    let mask = mask
        .iter()
        .any(|opacity| *opacity != 255)
        .then(|| pack(Stream::new(image_dictionary(width, height, 8, named_space(1)), mask)));
    Ok(Picture {
        stream: pack(Stream::new(image_dictionary(width, height, 8, named_space(channels)), pixels)),
        mask,
        width,
        height,
        orientation: Orientation::UPRIGHT,
        page: 0,
        remarks: Vec::new(),
    })
}
