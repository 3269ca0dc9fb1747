//! A page of the bundle before it is written.

use crate::flow::Heading;
use crate::ink::{Ink, Link};

/// A4 in points (ISO 216: 210 by 297 mm).
pub(crate) const A4: (f32, f32) = (595.28, 841.89);

/// Height of the band at the foot of every page that holds the page number.
pub(crate) const BAND: f32 = 28.0;

/// What lies under the ink of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Under {
    /// Nothing: the page is all ours.
    Nothing,
    /// A page of the imported PDF of this document.
    Pdf {
        /// Index into the plan's documents.
        document: usize,
        /// Index into its pages.
        page: usize,
    },
    /// A picture of this document.
    Picture {
        /// Index into the plan's documents.
        document: usize,
    },
}

/// One page.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    pub(crate) landscape: bool,
    pub(crate) under: Under,
    pub(crate) ink: Vec<Ink>,
    pub(crate) links: Vec<Link>,
    /// Number within the exhibit, such as "JJS1-2" (outputs.md 4.3); empty elsewhere.
    pub(crate) label: String,
    /// Case title and reference are printed above.
    pub(crate) header: bool,
    /// Headings that begin on it.
    pub(crate) headings: Vec<Heading>,
    /// Words were read in what lies under it, so that it can be searched.
    pub(crate) read: bool,
}

impl Leaf {
    pub(crate) fn drawn(ink: Vec<Ink>, links: Vec<Link>) -> Self {
        Self {
            landscape: false,
            under: Under::Nothing,
            ink,
            links,
            label: String::new(),
            header: true,
            headings: Vec::new(),
            read: false,
        }
    }

    /// Width and height in points.
    pub(crate) fn size(&self) -> (f32, f32) {
        if self.landscape { (A4.1, A4.0) } else { A4 }
    }
}
