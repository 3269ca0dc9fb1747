//! Lines to strips: the parts that all kinds of block are set with.

use super::{Flow, Strip};
use crate::font::Shaper;
use crate::ink::{Ink, Tone};
use crate::text::{Line, Setting, wrap};
use joinder_domain::bundle::{Span, Style};
use std::collections::BTreeMap;

/// Sets blocks one after the other into a flow of a given width.
pub(crate) struct Setter<'s, 'f> {
    pub(crate) shaper: &'s Shaper<'f>,
    pub(crate) width: f32,
    pub(crate) flow: Flow,
    /// Width and height of the pictures that can be drawn, by their hashes.
    pub(crate) pictures: BTreeMap<String, (f32, f32)>,
    /// Space owed above the next strip.
    pub(super) gap: f32,
    pub(super) new_page: bool,
}

/// Where a line stands between the edges of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    /// Where its script begins: right for Arabic and Hebrew.
    Script,
    Centre,
    Right,
}

/// How the lines of a block are set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) size: f32,
    pub(crate) style: Style,
    pub(crate) side: Side,
    pub(crate) tone: Tone,
    /// Space from the left edge.
    pub(crate) indent: f32,
}

impl Look {
    pub(crate) fn plain(size: f32) -> Self {
        Self { size, style: Style::Plain, side: Side::Left, tone: Tone::Black, indent: 0.0 }
    }

    pub(crate) fn bold(size: f32) -> Self {
        Self { style: Style::Bold, ..Self::plain(size) }
    }

    pub(crate) fn centred(self) -> Self {
        Self { side: Side::Centre, ..self }
    }
}

/// Height of a line, in points.
pub(crate) fn leading(line: &Line) -> f32 {
    (line.size * 1.4).max(line.ascent + line.descent)
}

/// The ink of a line whose top is at `y`, between `left` and `left + width`.
pub(crate) fn line_ink(line: &Line, left: f32, y: f32, width: f32, side: Side, tone: Tone) -> Vec<Ink> {
    let free = (width - line.width).max(0.0);
    let mut x = left
        + match (side, line.rtl) {
            (Side::Left, _) | (Side::Script, false) => 0.0,
            (Side::Right, _) | (Side::Script, true) => free,
            (Side::Centre, _) => free / 2.0,
        };
    let baseline = y + (leading(line) - line.ascent - line.descent) / 2.0 + line.ascent;
    line.runs
        .iter()
        .map(|run| {
            let ink = Ink::Run { x, y: baseline, size: line.size, run: std::rc::Rc::clone(run), tone };
            x += run.width as f32 * line.size / 1000.0;
            ink
        })
        .collect()
}

impl<'s, 'f> Setter<'s, 'f> {
    pub(crate) fn new(shaper: &'s Shaper<'f>, width: f32) -> Self {
        Self { shaper, width, flow: Flow::default(), pictures: BTreeMap::new(), gap: 0.0, new_page: false }
    }

    pub(crate) fn wrap(&self, spans: &[Span], size: f32, style: Style, width: f32) -> Vec<Line> {
        wrap(self.shaper, spans, Setting { size, width: width.max(size), style })
    }

    /// Adds space above the next strip, unless more is owed already.
    pub(crate) fn space(&mut self, points: f32) {
        self.gap = self.gap.max(points);
    }

    pub(crate) fn push(&mut self, mut strip: Strip) {
        strip.before += std::mem::take(&mut self.gap);
        strip.new_page |= std::mem::take(&mut self.new_page);
        self.flow.strips.push(strip);
    }

    /// One strip a line, with the ends of the paragraph held together.
    pub(crate) fn text(&mut self, spans: &[Span], look: Look) {
        let width = self.width - look.indent;
        let lines = self.wrap(spans, look.size, look.style, width);
        let count = lines.len();
        for (index, line) in lines.iter().enumerate() {
            let ink = line_ink(line, look.indent, 0.0, width, look.side, look.tone);
            let keep = index + 1 < count && (index == 0 || index + 2 == count);
            self.push(Strip { height: leading(line), keep, ink, ..Strip::default() });
        }
    }

    /// Makes the last strip stay with the next one.
    pub(crate) fn keep_last(&mut self) {
        if let Some(strip) = self.flow.strips.last_mut() {
            strip.keep = true;
        }
    }
}
