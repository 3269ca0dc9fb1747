//! What a picture says about itself, from its headers alone: no pixel is ever decoded here.

mod exif;
mod jpeg;
mod png;

use serde::{Deserialize, Serialize};

use crate::{
    damage::{Code, DamageLog},
    limits::Limits,
    shape::Shape,
};

/// What a JPEG or PNG picture says about itself.
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
    let facts = if shape == Shape::Png { png::read(bytes) } else { jpeg::read(bytes) };
    let Some(facts) = facts.filter(|facts| facts.width > 0 && facts.height > 0) else {
        damage.add(Code::ImageUnreadable, 0);
        return None;
    };
    if u64::from(facts.width) * u64::from(facts.height) > limits.image_pixels {
        damage.add(Code::ImageTooLarge, 0);
    }
    if !facts.complete {
        damage.add(Code::ImageTruncated, 0);
    }
    Some(facts)
}
