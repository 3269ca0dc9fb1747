//! GIF (89a): the logical screen for the size, the trailer for the end.

use super::{ImageFacts, number::le16};

/// Reads the header; `None` if it is cut off.
pub(super) fn read(bytes: &[u8]) -> Option<ImageFacts> {
    let (width, height) = (le16(bytes, 6)?, le16(bytes, 8)?);
    let end = bytes.iter().rev().take(64).find(|&&byte| byte != 0);
    Some(ImageFacts { width, height, complete: end == Some(&b';'), ..ImageFacts::default() })
}
