//! Text with a sign in the margin.

use super::setter::{Look, Setter, Side, line_ink};
use super::size;
use crate::ink::Tone;
use joinder_domain::bundle::{Span, Style, plain};

impl Setter<'_, '_> {
    /// Sets `text` indented, with `sign` beside its first line.
    pub(super) fn marked(&mut self, sign: &str, text: &[Span], indent: f32) {
        let start = self.flow.strips.len();
        self.text(text, Look { indent, ..Look::plain(size::BODY) });
        let signs = self.wrap(&plain(sign), size::BODY, Style::Plain, indent);
        if let (Some(line), Some(strip)) = (signs.first(), self.flow.strips.get_mut(start)) {
            // A line of a tall script is higher: the sign shares its baseline.
            let ink = line_ink(line, 0.0, 0.0, indent, Side::Left, Tone::Black);
            let drop = (strip.height - size::BODY * 1.4).max(0.0) / 2.0;
            strip.ink.extend(ink.into_iter().map(|ink| ink.moved(0.0, drop)));
        }
    }
}
