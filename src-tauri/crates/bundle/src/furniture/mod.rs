//! What a plan does not spell out: cover, index, exhibit sheets, running header and foot.

mod added;
mod cover;
mod divider;
mod foot;
mod index;
mod letter;
mod sheet;
mod title;

pub(crate) use added::{added, filler, left_out};
pub(crate) use cover::cover;
pub(crate) use divider::divider;
pub(crate) use foot::{Foot, Furniture, Words};
pub use index::ranges;
pub(crate) use index::{Entry, Remarks, index};
pub(crate) use letter::letter_leaves;
pub(crate) use sheet::{Behind, exhibit_sheet};
pub(crate) use title::report_leaves;

use crate::flow::{Area, Flow, Setter, Strip, paginate};
use crate::font::Shaper;
use crate::ink::{Ink, Tone};
use crate::leaf::{A4, BAND, Leaf};

/// Margins of drawn pages in points.
pub(crate) mod margin {
    /// 25 mm.
    pub(crate) const SIDE: f32 = 71.0;
    /// 35 mm, which a statement needs (PD 32, 19.1).
    pub(crate) const STATEMENT: f32 = 99.2;
    pub(crate) const TOP: f32 = 74.0;
    pub(crate) const BOTTOM: f32 = BASE + 22.0;
    const BASE: f32 = super::BAND;
}

/// A setter for a drawn page whose text begins at `left`.
pub(crate) fn setter<'s, 'f>(shaper: &'s Shaper<'f>, left: f32) -> Setter<'s, 'f> {
    Setter::new(shaper, A4.0 - left - margin::SIDE)
}

/// A line in the accent colour across a page of titles, so many points wide.
fn rule(width: f32) -> Strip {
    let ink = vec![Ink::rule((0.0, 1.0), (width, 1.0), 1.5, Tone::Accent)];
    Strip { height: 2.0, ink, ..Strip::default() }
}

/// Drawn pages of a flow.
pub(crate) fn leaves(flow: Flow, left: f32) -> Vec<Leaf> {
    let area = Area { left, top: margin::TOP, height: A4.1 - margin::TOP - margin::BOTTOM };
    paginate(flow, area)
        .into_iter()
        .map(|page| Leaf { headings: page.headings, ..Leaf::drawn(page.ink, page.links) })
        .collect()
}
