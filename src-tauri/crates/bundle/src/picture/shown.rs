//! A picture as the window shows it: decoded here, within limits, and drawn anew as a PNG.
//!
//! The window never gets the bytes of a picture that somebody sent: what decodes them is this, in a language that does not
//! forgive a buffer's edge, with a bound on what a few bytes may unfold to.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::DynamicImage;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;

use super::opened::upright;
use super::tiff::Pages;
use crate::preview::PreviewError;

/// Longest side of a picture that is shown, in pixels.
const SHOWN: u32 = 8_000;

/// A picture ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// A PNG.
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Pages that there are; a TIFF may have several.
    pub pages: usize,
}

/// How many pages a picture has: one, unless it is a TIFF with more.
pub fn picture_pages(bytes: &[u8]) -> usize {
    Pages::of(bytes).count()
}

/// Draws a JPEG, PNG, GIF (its first frame), WebP, HEIC, or the page of a TIFF at `index` from 0, upright and at most
/// `width` pixels wide.
///
/// # Errors
///
/// [`PreviewError::NoSuchPage`]; [`PreviewError::Undrawable`] for bytes that are no such picture, or one that unfolds
/// beyond what is opened.
pub fn picture_preview(bytes: &[u8], index: usize, width: u32) -> Result<Shown, PreviewError> {
    let mut file = Pages::of(bytes);
    let pages = file.count();
    if index >= pages {
        return Err(PreviewError::NoSuchPage { index, pages });
    }
    let page = file.alone(index);
    let draw = || draw(page, width.clamp(1, SHOWN));
    let shown = catch_unwind(AssertUnwindSafe(draw)).ok().flatten().ok_or(PreviewError::Undrawable)?;
    Ok(Shown { pages, ..shown })
}

fn draw(bytes: &[u8], width: u32) -> Option<Shown> {
    let mut picture = upright(bytes)?;
    if picture.width() > width || picture.height() > SHOWN {
        picture = picture.resize(width, SHOWN, FilterType::Triangle);
    }
    let mut png = Vec::new();
    // It is looked at once and thrown away: quick beats small.
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Fast, PngFilter::Sub);
    DynamicImage::from(picture.to_rgba8()).write_with_encoder(encoder).ok()?;
    Some(Shown { png, width: picture.width(), height: picture.height(), pages: 1 })
}
