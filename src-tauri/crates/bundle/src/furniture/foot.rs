//! Running header and foot of a page.

use crate::flow::{Side, line_ink, size};
use crate::font::Shaper;
use crate::ink::{Ink, Link, Tone};
use crate::leaf::{BAND, Leaf};
use crate::text::{Line, Setting, wrap};
use joinder_domain::bundle::{BundlePlan, Style, plain};

/// Size of the page number.
pub(crate) const NUMBER: f32 = 11.0;
/// Space between the edge of the paper and the words of header and foot.
const EDGE: f32 = 40.0;

/// The lines that are the same on every page, set once.
pub(crate) struct Furniture<'s, 'f> {
    shaper: &'s Shaper<'f>,
    title: Line,
    reference: Line,
    back: Line,
    /// Page of the index.
    index: usize,
}

impl<'s, 'f> Furniture<'s, 'f> {
    pub(crate) fn new(shaper: &'s Shaper<'f>, plan: &BundlePlan, index: usize) -> Self {
        let reference = short(shaper, &plan.reference, size::SMALL, Style::Plain, 150.0);
        let title = short(shaper, &plan.case_title, size::SMALL, Style::Plain, 340.0);
        let back = short(shaper, "Back to index", size::SMALL, Style::Plain, 120.0);
        Self { shaper, title, reference, back, index }
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
        let baseline_top = band + 6.0;
        let back_width = self.back.width;
        ink.extend(line_ink(&self.back, EDGE, baseline_top + 2.0, inner, Side::Left, Tone::Grey));
        leaf.links.push(Link {
            area: [EDGE, baseline_top, EDGE + back_width, baseline_top + 15.0],
            page: self.index,
        });
        if !leaf.label.is_empty() {
            let label = short(self.shaper, &leaf.label, size::SMALL, Style::Plain, 220.0);
            ink.extend(line_ink(&label, EDGE, baseline_top + 2.0, inner, Side::Centre, Tone::Grey));
        }
        let stamp = short(self.shaper, &number.to_string(), NUMBER, Style::Bold, 100.0);
        ink.extend(line_ink(&stamp, EDGE, baseline_top, inner, Side::Right, Tone::Black));
        leaf.ink.append(&mut ink);
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
