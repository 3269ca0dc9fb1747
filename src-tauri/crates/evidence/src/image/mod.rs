//! What a picture says about itself, from its headers alone: no pixel is ever decoded here.

mod exif;
mod gif;
mod heic;
mod jpeg;
mod number;
mod png;
mod webp;

use serde::{Deserialize, Serialize};

use crate::{
    damage::{Code, DamageLog},
    limits::Limits,
    made,
    mail::MailDate,
    shape::Shape,
};

/// What a picture says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImageFacts {
    /// Pixels across, before any turning.
    pub width: u32,
    /// Pixels down, before any turning.
    pub height: u32,
    /// How to turn it for viewing, 1 to 8 (EXIF orientation), if it says.
    pub orientation: Option<u32>,
    /// When it was taken, as written, for example `2021:11:03 18:22:01`.
    pub taken_raw: Option<String>,
    /// The zone of that time, for example `+00:00`.
    pub taken_offset_raw: Option<String>,
    /// That time in numbers; without a zone the instant is not known.
    #[serde(default)]
    pub taken: Option<MailDate>,
    /// The program that wrote it.
    pub software: Option<String>,
    /// The maker and model of the camera or telephone.
    pub device: Option<String>,
    /// Whether its end is there.
    pub complete: bool,
}

/// Reads the headers of a picture; `None` if its size cannot be found.
pub(crate) fn read(
    bytes: &[u8],
    shape: Shape,
    limits: &Limits,
    damage: &mut DamageLog,
) -> Option<ImageFacts> {
    let facts = match shape {
        Shape::Png => png::read(bytes),
        Shape::Gif => gif::read(bytes),
        Shape::Webp => webp::read(bytes),
        Shape::Tiff => exif::tiff(bytes),
        Shape::Heic => heic::read(bytes),
        _ => jpeg::read(bytes),
    };
    let Some(mut facts) = facts.filter(|facts| facts.width > 0 && facts.height > 0) else {
        damage.add(Code::ImageUnreadable, 0);
        return None;
    };
    if u64::from(facts.width) * u64::from(facts.height) > limits.image_pixels {
        damage.add(Code::ImageTooLarge, 0);
    }
    if !facts.complete {
        damage.add(Code::ImageTruncated, 0);
    }
    if shape == Shape::Heic && !heic::is_hevc(bytes) {
        damage.add_with_fix(Code::PictureNotPlaced, 0, shape.how_to_convert().unwrap_or_default());
    }
    let zone = facts.taken_offset_raw.as_deref();
    facts.taken = facts.taken_raw.as_deref().map(|raw| made::exif_date(raw, zone));
    Some(facts)
}
