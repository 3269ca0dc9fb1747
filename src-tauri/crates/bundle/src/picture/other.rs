//! Pictures of kinds that PDF does not know: decoded, and held without loss; photographs of iPhones as JPEG.

use super::opened::{is_heic, upright};
use super::thin::{flat, jpeg, thinned};
use super::{Orientation, Picture, check_size};
use std::panic::catch_unwind;

pub(super) fn open(bytes: &[u8]) -> Result<Picture, String> {
    let damaged = || "The picture is damaged, too large, or of a kind that cannot be opened here.".to_owned();
    let decoded = catch_unwind(|| upright(bytes)).ok().flatten().ok_or_else(damaged)?;
    let (width, height) = (decoded.width(), decoded.height());
    check_size(width, height)?;
    let mut remarks = Vec::new();
    let packed = if is_heic(bytes) {
        remarks.push(
            "The picture is of a kind that PDF does not know and is printed as a JPEG; the original is kept unchanged."
                .to_owned(),
        );
        jpeg(&decoded)
    } else {
        None
    };
    let (stream, mask) = packed.unwrap_or_else(|| flat(&decoded));
    if bytes.starts_with(b"GIF8") {
        remarks.push("Of a picture that moves, the first is printed.".to_owned());
    }
    let picture = Picture { stream, mask, width, height, orientation: Orientation::UPRIGHT, remarks };
    Ok(thinned(picture, &decoded))
}
