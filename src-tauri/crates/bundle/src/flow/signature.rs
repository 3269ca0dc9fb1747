//! A box to sign in.

use super::setter::{Setter, Side, leading, line_ink};
use super::{Strip, size};
use crate::ink::{Dash, Ink, Tone};
use joinder_domain::bundle::{SignatureRow, Style, plain};

const LABEL: f32 = 90.0;
const PADDING: f32 = 12.0;
/// Room for a signature written by hand.
const ROW: f32 = 30.0;

/// Lines between a heading and its box at most that go onto a new page with it.
const HELD: usize = 24;

impl Setter<'_, '_> {
    /// Nobody signs apart from what is signed: a short text under its heading stays with the box.
    fn hold_to_heading(&mut self) {
        let strips = &mut self.flow.strips;
        let Some(from) = strips.iter().rposition(|strip| strip.heading.is_some()) else { return };
        if strips.len() - from <= HELD {
            strips.iter_mut().skip(from).for_each(|strip| strip.keep = true);
        }
    }

    pub(super) fn signature(&mut self, rows: &[SignatureRow]) {
        let mut ink = Vec::new();
        let mut y = PADDING;
        let left = PADDING + LABEL;
        let right = self.width - PADDING;
        for row in rows {
            let label = self.wrap(&plain(&row.label), size::TABLE, Style::Bold, LABEL - 6.0);
            let value = self.wrap(&plain(&row.value), size::BODY, Style::Plain, right - left);
            let height = |lines: &[crate::text::Line]| lines.iter().map(leading).sum::<f32>();
            let row_height = ROW.max(height(&label)).max(height(&value) + 6.0);
            for (lines, x, width) in [(&label, PADDING, LABEL), (&value, left, right - left)] {
                let mut top = y + row_height - height(lines) - 4.0;
                for line in lines.iter() {
                    ink.extend(line_ink(line, x, top, width, Side::Left, Tone::Black));
                    top += leading(line);
                }
            }
            y += row_height;
            ink.push(Ink::rule((left, y), (right, y), 0.5, Tone::Black));
        }
        y += PADDING;
        ink.extend(Ink::frame(0.0, 0.0, self.width, y, 0.8, Dash::Solid, Tone::Black));
        self.hold_to_heading();
        self.space(12.0);
        self.push(Strip { height: y, ink, ..Strip::default() });
        self.space(12.0);
    }
}
