//! Boxes to black out on the pages of an original.

use serde::{Deserialize, Serialize};

/// A box on a page as it is seen, from its upper left corner; lengths are ten-thousandths of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RedactionBox {
    /// The page of the original, from 1.
    pub page: u32,
    /// From the left edge.
    pub x: u16,
    /// From the upper edge.
    pub y: u16,
    /// To the right.
    pub width: u16,
    /// Downwards.
    pub height: u16,
}

impl RedactionBox {
    /// Ten-thousandths in the width and the height of a page.
    pub const WHOLE: u16 = 10_000;

    /// It has an area and lies on the page.
    pub fn is_on_the_page(&self) -> bool {
        let fits = |from: u16, length: u16| length > 0 && from.saturating_add(length) <= Self::WHOLE;
        self.page > 0 && fits(self.x, self.width) && fits(self.y, self.height)
    }
}
