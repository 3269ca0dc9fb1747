//! Running header and foot of a page.

use crate::flow::{Side, line_ink, size};
use crate::font::{Face, Shaper};
use crate::ink::{Ink, Link, Tone};
use crate::leaf::{BAND, Leaf};
use crate::text::{Line, Piece, Setting, wrap};
use joinder_domain::bundle::{Style, plain};

/// Size of the page number.
pub(crate) const NUMBER: f32 = 11.0;
/// Space between the edge of the paper and the words of header and foot.
const EDGE: f32 = 40.0;

/// What is printed above and below every page.
pub(crate) struct Words<'w> {
    /// Above, at the left: the proceeding.
    pub(crate) title: &'w str,
    /// Above, at the right: whose paper it is.
    pub(crate) reference: &'w str,
    /// Below, at the left.
    pub(crate) foot: Foot<'w>,
}

/// What stands at the foot of a page beside its number.
pub(crate) enum Foot<'w> {
    /// A way back to the index on this page, and a marking such as "Draft", which may be empty.
    BackTo {
        /// The page of the index.
        index: usize,
        /// May be empty.
        marking: &'w str,
    },
    /// A marking such as "Confidential"; the number says of how many pages it is one.
    Marked {
        /// May be empty.
        marking: &'w str,
        /// Number of pages.
        pages: usize,
    },
}

/// The lines that are the same on every page, set once.
pub(crate) struct Furniture<'s, 'f> {
    shaper: &'s Shaper<'f>,
    title: Line,
    reference: Line,
    foot: Line,
    marking: Line,
    /// Page of the index.
    index: Option<usize>,
    pages: Option<usize>,
}

impl<'s, 'f> Furniture<'s, 'f> {
    pub(crate) fn new(shaper: &'s Shaper<'f>, words: &Words<'_>) -> Self {
        let (foot, width, index, pages) = match words.foot {
            Foot::BackTo { index, .. } => ("Back to index", 120.0, Some(index), None),
            Foot::Marked { marking, pages } => (marking, 380.0, None, Some(pages)),
        };
        let marking = match words.foot {
            Foot::BackTo { marking, .. } => short(shaper, marking, size::SMALL, Style::Bold, 180.0),
            Foot::Marked { .. } => Line::default(),
        };
        let reference = short(shaper, words.reference, size::SMALL, Style::Plain, 150.0);
        let title = short(shaper, words.title, size::SMALL, Style::Plain, 340.0);
        let foot = short(shaper, foot, size::SMALL, Style::Plain, width);
        Self { shaper, title, reference, foot, marking, index, pages }
    }

    /// Prints header and foot of page `number` on it.
    pub(crate) fn dress(&self, leaf: &mut Leaf, number: usize) {
        let (width, height) = leaf.size();
        let inner = width - 2.0 * EDGE;
        let mut ink = Vec::new();
        if leaf.header {
            let top = 34.0;
            ink.extend(line_ink(&self.title, EDGE, top, inner, Side::Left, Tone::Grey));
            ink.extend(line_ink(&self.reference, EDGE, top, inner, Side::Right, Tone::Grey));
            ink.push(Ink::rule((EDGE, top + 14.0), (width - EDGE, top + 14.0), 0.5, Tone::Light));
        }
        let band = height - BAND;
        if leaf.under != crate::leaf::Under::Nothing {
            ink.push(Ink::rule((EDGE, band + 2.0), (width - EDGE, band + 2.0), 0.4, Tone::Light));
        }
        let top = band + 6.0;
        ink.extend(line_ink(&self.foot, EDGE, top + 2.0, inner, Side::Left, Tone::Grey));
        if let Some(page) = self.index {
            leaf.links.push(Link { area: [EDGE, top, EDGE + self.foot.width, top + 15.0], page });
        }
        // Between the way back and the exhibit's own number.
        ink.extend(line_ink(&self.marking, EDGE + 76.0, top + 2.0, inner, Side::Left, Tone::Black));
        if !leaf.label.is_empty() {
            let label = short(self.shaper, &leaf.label, size::SMALL, Style::Plain, 220.0);
            ink.extend(line_ink(&label, EDGE, top + 2.0, inner, Side::Centre, Tone::Grey));
        }
        ink.extend(self.stamp(number, width - EDGE, top));
        leaf.ink.append(&mut ink);
    }

    /// The page's number, in one run and last of all, so that a check can read it back.
    fn stamp(&self, number: usize, right: f32, top: f32) -> Vec<Ink> {
        let words = match self.pages {
            Some(pages) => format!("{number} of {pages}"),
            None => number.to_string(),
        };
        let run = self.shaper.shape(Face::of_style(Style::Bold), false, &words);
        let line = Line::new(vec![Piece { run, level: 0, space: false }], NUMBER, false);
        line_ink(&line, right - line.width, top, line.width, Side::Left, Tone::Black)
    }
}

/// One line of `text`, cut with an ellipsis where it is too wide.
fn short(shaper: &Shaper<'_>, text: &str, size: f32, style: Style, width: f32) -> Line {
    let text = text.replace(['\n', '\r'], " ");
    let set = |text: &str, width: f32| wrap(shaper, &plain(text), Setting { size, width, style });
    let mut lines = set(&text, width);
    if lines.len() > 1 {
        let kept: String = lines.first().map_or(String::new(), |line| line.text.clone());
        lines = set(&format!("{} …", kept.trim_end()), width + 20.0);
    }
    if lines.is_empty() { Line::default() } else { lines.swap_remove(0) }
}
