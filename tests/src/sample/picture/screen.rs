//! A telephone's screen with the notice open.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder as _};

use super::canvas::{Canvas, Weight};
use crate::sample::letter::NOTICE;

const INK: [u8; 3] = [28, 28, 30];
const GREY: [u8; 3] = [118, 118, 122];
const BLUE: [u8; 3] = [0, 90, 200];

/// A screenshot as PNG; `to` shows the address of the recipient.
pub fn screenshot(to: Option<&str>) -> Vec<u8> {
    let canvas = screen(to);
    let mut png = Vec::new();
    let grey = DynamicImage::ImageRgb8(canvas.image).to_luma8();
    PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive)
        .write_image(&grey, grey.width(), grey.height(), image::ExtendedColorType::L8)
        .expect("memory takes every byte");
    png
}

pub(super) fn screen(to: Option<&str>) -> Canvas {
    let mut canvas = Canvas::new(640, 1180, [255, 255, 255]);
    canvas.write("15:47", (40.0, 14.0), 200.0, 20.0, Weight::Bold, INK);
    canvas.write("64%", (560.0, 16.0), 100.0, 17.0, Weight::Regular, INK);
    canvas.write("‹ Inbox", (20.0, 62.0), 300.0, 22.0, Weight::Regular, BLUE);
    let mut y = canvas.write(NOTICE.subject, (28.0, 116.0), 580.0, 27.0, Weight::Bold, INK);
    y = canvas.write(NOTICE.from.0, (28.0, y + 12.0), 580.0, 20.0, Weight::Bold, INK);
    y = canvas.write(NOTICE.from.1, (28.0, y), 580.0, 16.0, Weight::Regular, GREY);
    if let Some(to) = to {
        y = canvas.write(&format!("To: {to}"), (28.0, y), 580.0, 16.0, Weight::Regular, GREY);
        y = canvas.write("3 November 2021 at 15:41", (28.0, y), 580.0, 16.0, Weight::Regular, GREY);
    } else {
        y = canvas.write("to me", (28.0, y), 580.0, 16.0, Weight::Regular, GREY);
    }
    canvas.fill((28, y as u32 + 10), (584, 1), [210, 210, 214]);
    y += 28.0;
    for paragraph in NOTICE.text {
        y = canvas.write(paragraph, (28.0, y), 584.0, 18.0, Weight::Regular, INK) + 10.0;
    }
    canvas
}
