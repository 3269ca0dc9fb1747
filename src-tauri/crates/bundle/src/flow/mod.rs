//! Blocks to strips, strips to pages.
//!
//! A strip is never split. A table that runs over a page end repeats its heading; a heading stays with what
//! follows; the first and the last two lines of a paragraph stay together.

mod axis;
mod block;
mod boxed;
mod chart;
mod drawing;
mod fill;
mod list;
mod paginate;
mod picture;
mod setter;
mod signature;
mod table;
mod timeline;

pub(crate) use paginate::{Area, paginate};
pub(crate) use setter::{Look, Setter, Side, leading, line_ink};
pub(crate) use table::RowLook;

use crate::ink::{Ink, Link};

/// Type sizes in points.
pub(crate) mod size {
    pub(crate) const BODY: f32 = 10.5;
    pub(crate) const TABLE: f32 = 9.5;
    pub(crate) const SMALL: f32 = 8.0;
    pub(crate) const MONO: f32 = 9.0;
    pub(crate) const HEADINGS: [f32; 3] = [18.0, 13.0, 11.0];
}

/// A piece of a page that is not split. Lengths are points; positions are within the strip.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strip {
    pub(crate) height: f32,
    /// Space above it, left out at the top of a page.
    pub(crate) before: f32,
    /// Must stand on the page of the strip after it.
    pub(crate) keep: bool,
    /// Starts a new page.
    pub(crate) new_page: bool,
    /// The heading to repeat if a page begins with this strip.
    pub(crate) head: Option<usize>,
    pub(crate) ink: Vec<Ink>,
    pub(crate) links: Vec<Link>,
    /// A heading that begins here.
    pub(crate) heading: Option<Heading>,
}

/// A heading as a place to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// 1 to 3.
    pub(crate) level: u8,
    pub(crate) text: String,
}

/// Strips in reading order, with the headings that some of them repeat.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flow {
    pub(crate) strips: Vec<Strip>,
    pub(crate) heads: Vec<Strip>,
}
