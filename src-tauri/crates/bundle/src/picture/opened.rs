//! Pictures decoded within limits, whatever wrote them.

use heic_rs::{DecodeOptions, PixelLayout};
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage};
use std::io::Cursor;

/// Bytes that a picture may unfold to: a photograph of 80 megapixels.
const UNFOLDED: u64 = 256 * 1024 * 1024;
/// Longest side of a picture that is opened, in pixels.
const SIDE: u32 = 30_000;

/// A picture as its rows are stored; one of an iPhone stands upright, as its turning is part of how it is stored.
pub(super) fn decode(bytes: &[u8]) -> Option<DynamicImage> {
    if is_heic(bytes) { heic(bytes) } else { rows(bytes).map(|(picture, _)| picture) }
}

/// A picture as it is meant to be looked at.
pub(super) fn upright(bytes: &[u8]) -> Option<DynamicImage> {
    if is_heic(bytes) {
        return heic(bytes);
    }
    let (mut picture, turn) = rows(bytes)?;
    if let Some(turn) = turn {
        picture.apply_orientation(turn);
    }
    Some(picture)
}

/// Whether a file is of the family of HEIC (ISO/IEC 23008-12).
pub(super) fn is_heic(bytes: &[u8]) -> bool {
    bytes.get(4..8) == Some(b"ftyp".as_slice())
}

fn rows(bytes: &[u8]) -> Option<(DynamicImage, Option<image::metadata::Orientation>)> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(UNFOLDED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let turn = decoder.orientation().ok();
    if decoder.total_bytes() > UNFOLDED {
        return None;
    }
    Some((DynamicImage::from_decoder(decoder).ok()?, turn))
}

fn heic(bytes: &[u8]) -> Option<DynamicImage> {
    let about = heic_rs::probe(bytes).ok()?;
    if about.width > SIDE || about.height > SIDE {
        return None;
    }
    let options = DecodeOptions {
        layout: PixelLayout::Rgb8,
        max_pixels: Some(UNFOLDED / 3),
        threads: Some(1),
        ..DecodeOptions::default()
    };
    let picture = heic_rs::decode(bytes, &options).ok()?;
    RgbImage::from_raw(picture.width, picture.height, picture.data).map(DynamicImage::from)
}
