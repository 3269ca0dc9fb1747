//! Pages of a report: its title block above its blocks, upright or on their side.

use super::margin;
use crate::flow::{Area, Look, Setter, Strip, paginate, size};
use crate::font::Shaper;
use crate::ink::{Dash, Ink, Tone};
use crate::leaf::{A4, Leaf};
use joinder_domain::bundle::plain;
use joinder_domain::report::{Orientation, Report};

/// The pages of a report, without header and foot.
pub(crate) fn report_leaves(shaper: &Shaper<'_>, report: &Report) -> Vec<Leaf> {
    let landscape = report.orientation == Orientation::Landscape;
    let (width, height) = if landscape { (A4.1, A4.0) } else { A4 };
    let mut setter = Setter::new(shaper, width - 2.0 * margin::SIDE);
    title(&mut setter, report);
    setter.blocks(&report.blocks);
    let area = Area { left: margin::SIDE, top: margin::TOP, height: height - margin::TOP - margin::BOTTOM };
    paginate(setter.flow, area)
        .into_iter()
        .map(|page| Leaf { landscape, headings: page.headings, ..Leaf::drawn(page.ink, page.links) })
        .collect()
}

fn title(setter: &mut Setter<'_, '_>, report: &Report) {
    let grey = |look: Look| Look { tone: Tone::Grey, ..look };
    let start = setter.flow.strips.len();
    if !report.case_title.is_empty() {
        setter.text(&plain(&report.case_title), grey(Look::bold(size::BODY)));
        setter.space(4.0);
    }
    setter.text(&plain(&report.title), Look::bold(22.0));
    for words in [report.reference.as_deref().unwrap_or_default(), &report.as_at_words] {
        if !words.is_empty() {
            setter.space(3.0);
            setter.text(&plain(words), grey(Look::plain(size::BODY)));
        }
    }
    if !report.marking.is_empty() {
        setter.space(8.0);
        marking(setter, &report.marking);
    }
    setter.space(8.0);
    let rule = Ink::rule((0.0, 1.0), (setter.width, 1.0), 1.5, Tone::Accent);
    setter.push(Strip { height: 2.0, ink: vec![rule], ..Strip::default() });
    let block = setter.flow.strips.iter_mut().skip(start);
    block.for_each(|strip| strip.keep = true);
    setter.space(10.0);
}

/// The marking in a frame, as a stamp on paper would be.
fn marking(setter: &mut Setter<'_, '_>, words: &str) {
    let start = setter.flow.strips.len();
    setter.text(&plain(words), Look { indent: 6.0, ..Look::bold(size::TABLE) });
    let lines = setter.flow.strips.len() - start;
    let width = setter.width;
    for (index, strip) in setter.flow.strips.iter_mut().skip(start).enumerate() {
        let height = strip.height + if index + 1 == lines { 0.2 } else { 0.0 };
        strip.ink.extend(match lines {
            1 => Ink::frame(0.0, 0.0, width, height, 0.9, Dash::Solid, Tone::Black),
            _ => vec![Ink::rule((0.0, 0.0), (0.0, height), 2.0, Tone::Black)],
        });
    }
}
