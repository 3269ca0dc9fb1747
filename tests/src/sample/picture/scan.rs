//! A scanned card.

use image::DynamicImage;
use image::codecs::jpeg::JpegEncoder;

use super::canvas::{Canvas, Weight};

/// Pixels of a scanned page.
pub const WIDTH: u32 = 1000;
/// Pixels of a scanned page.
pub const HEIGHT: u32 = 1414;

/// A page with a membership card on it, as grey JPEG.
pub fn card(name: &str, number: &str, since: &str) -> Vec<u8> {
    let mut page = Canvas::new(WIDTH, HEIGHT, [247, 246, 242]);
    page.fill((170, 300), (660, 410), [120, 120, 120]);
    page.fill((172, 302), (656, 406), [228, 222, 220]);
    page.fill((172, 302), (656, 96), [150, 60, 70]);
    page.write("The Labour Party", (200.0, 322.0), 600.0, 34.0, Weight::Bold, [255, 255, 255]);
    let mut y = page.write("Membership card", (200.0, 430.0), 600.0, 26.0, Weight::Regular, [60, 60, 60]);
    y = page.write(name, (200.0, y + 20.0), 600.0, 34.0, Weight::Bold, [30, 30, 30]);
    y = page.write(number, (200.0, y + 14.0), 600.0, 28.0, Weight::Regular, [30, 30, 30]);
    page.write(
        &format!("Member since {since}"),
        (200.0, y + 10.0),
        600.0,
        24.0,
        Weight::Regular,
        [60, 60, 60],
    );
    let grey = DynamicImage::ImageRgb8(page.image).to_luma8();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 55).encode_image(&grey).expect("memory takes every byte");
    jpeg
}
