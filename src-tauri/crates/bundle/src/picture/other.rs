//! Pictures of kinds that PDF does not know: decoded, and held without loss.

use super::thin::{decode, flat, thin};
use super::{Orientation, Picture, check_size};

pub(super) fn open(bytes: &[u8]) -> Result<Picture, String> {
    let damaged = || "The picture is damaged, too large, or of a kind that cannot be opened here.".to_owned();
    let decoded = decode(bytes).ok_or_else(damaged)?;
    let (width, height) = (decoded.width(), decoded.height());
    check_size(width, height)?;
    let (stream, mask) = flat(&decoded);
    let mut remarks = Vec::new();
    if bytes.starts_with(b"GIF8") {
        remarks.push("Of a picture that moves, the first is printed.".to_owned());
    }
    let picture = Picture { stream, mask, width, height, orientation: Orientation::UPRIGHT, remarks };
    Ok(thin(bytes, picture))
}
