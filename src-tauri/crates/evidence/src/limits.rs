//! The most that reading one item may cost.

use serde::{Deserialize, Serialize};

/// Bounds on size, depth and count for reading one item; what lies beyond a bound is reported as damage, not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Largest file that is read at all, in bytes; a larger one is only hashed and recognised.
    pub item_bytes: u64,
    /// Deepest nesting of multiparts and messages together.
    pub depth: usize,
    /// MIME parts in one item, those of nested messages included.
    pub parts: usize,
    /// Header fields kept in one item, those of nested messages included.
    pub headers: usize,
    /// Addresses kept in one item.
    pub addresses: usize,
    /// Bytes that all parts of one item may decode to.
    pub decoded_bytes: u64,
    /// Bytes of text kept of each body.
    pub text_bytes: usize,
    /// Largest picture that may be placed on a page, in pixels.
    pub image_pixels: u64,
    /// Pages of a PDF whose text is read.
    pub pdf_text_pages: u32,
    /// Files in an archive, those of archives inside it included.
    pub members: usize,
    /// Archives inside archives.
    pub archive_depth: usize,
    /// Bytes that an archive may unpack to, however small it is.
    pub unpacked_bytes: u64,
    /// How many times its own size it may unpack to beyond that.
    pub unpacked_ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            item_bytes: 64 << 20,
            depth: 32,
            parts: 1_000,
            headers: 10_000,
            addresses: 20_000,
            decoded_bytes: 256 << 20,
            text_bytes: 4 << 20,
            image_pixels: 250_000_000,
            pdf_text_pages: 20,
            members: 200_000,
            archive_depth: 4,
            unpacked_bytes: 256 << 20,
            unpacked_ratio: 100,
        }
    }
}
