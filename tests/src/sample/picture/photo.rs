//! A photograph of a screen, a little askew, as a telephone's camera writes it.

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

use super::screen::screen;
use crate::sample::seed::Seed;

const WIDTH: u32 = 900;
const HEIGHT: u32 = 1280;

/// A photograph as JPEG with Exif, showing the address `to`.
pub fn photo(to: &str) -> Vec<u8> {
    let flat = screen(Some(to)).image;
    let noise = Seed::new("photo").bytes("noise", 4096);
    let mut image = RgbImage::from_pixel(WIDTH, HEIGHT, Rgb([52, 48, 46]));
    let (sin, cos) = (0.035f32.sin(), 0.035f32.cos());
    for (x, y, pixel) in image.enumerate_pixels_mut() {
        let (dx, dy) = (x as f32 - 450.0, y as f32 - 640.0);
        let (sx, sy) = ((dx * cos + dy * sin) * 0.86 + 320.0, (dy * cos - dx * sin) * 0.96 + 590.0);
        let fade = 1.0 - (dx * dx + dy * dy) / 1_600_000.0;
        let grain = f32::from(noise[((x * 31 + y * 57) % 4096) as usize] % 7) - 3.0;
        if sx >= 0.0
            && sy >= 0.0
            && let Some(found) = flat.get_pixel_checked(sx as u32, sy as u32)
        {
            *pixel = Rgb(found.0.map(|c| (f32::from(c) * fade * 0.94 + grain).clamp(0.0, 255.0) as u8));
        }
    }
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 62).encode_image(&image).expect("memory takes every byte");
    with_exif(&jpeg)
}

/// Puts an APP1 segment with Exif after the start marker: make, model and the moment of the photograph.
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let make = b"Sample\0";
    let model = b"Phone 1\0";
    let taken = b"2026:04:11 18:22:40\0";
    let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
    let first_value = 8 + 2 + 3 * 12 + 4;
    tiff.extend(3u16.to_be_bytes());
    let mut at = first_value;
    for (tag, value) in [(0x010f_u16, &make[..]), (0x0110, &model[..]), (0x0132, &taken[..])] {
        tiff.extend(tag.to_be_bytes());
        tiff.extend(2u16.to_be_bytes());
        tiff.extend(u32::try_from(value.len()).expect("short").to_be_bytes());
        tiff.extend(u32::try_from(at).expect("short").to_be_bytes());
        at += value.len();
    }
    tiff.extend(0u32.to_be_bytes());
    for value in [&make[..], &model[..], &taken[..]] {
        tiff.extend(value);
    }
    let length = u16::try_from(2 + 6 + tiff.len()).expect("short");
    let (start, rest) = jpeg.split_at(2);
    [start, &[0xff, 0xe1], &length.to_be_bytes(), b"Exif\0\0", &tiff, rest].concat()
}
