//! Notes and quotations: text with a bar beside it.

use super::setter::{Look, Setter, Side};
use super::{Strip, size};
use crate::ink::{Ink, Tone};
use joinder_domain::bundle::{NoteKind, Span, Style};

const BAR: f32 = 3.0;
const INDENT: f32 = 14.0;
const PADDING: f32 = 6.0;

impl Setter<'_, '_> {
    pub(super) fn quote(&mut self, paragraphs: &[Vec<Span>]) {
        self.space(6.0);
        let start = self.flow.strips.len();
        for paragraph in paragraphs {
            self.text(paragraph, Look { indent: INDENT, side: Side::Script, ..Look::plain(size::BODY) });
            self.space(6.0);
        }
        self.decorate(start, Tone::Light, None);
        self.space(6.0);
    }

    pub(crate) fn note(&mut self, kind: NoteKind, text: &[Span]) {
        let (bar, word) = match kind {
            NoteKind::Info => (Tone::Grey, "Note"),
            NoteKind::Warning => (Tone::Black, "Warning"),
        };
        self.space(8.0);
        let start = self.flow.strips.len();
        self.push(Strip { height: PADDING, keep: true, ..Strip::default() });
        let mut spans = vec![Span { text: format!("{word}: "), style: Style::Bold }];
        spans.extend_from_slice(text);
        self.text(&spans, Look { indent: INDENT, ..Look::plain(size::TABLE) });
        self.keep_last();
        self.push(Strip { height: PADDING, ..Strip::default() });
        self.decorate(start, bar, Some(Tone::Ground));
        self.space(8.0);
    }

    /// Draws a bar, and a ground where asked, beside and under the strips from `start` on.
    fn decorate(&mut self, start: usize, bar: Tone, ground: Option<Tone>) {
        let width = self.width;
        for (index, strip) in self.flow.strips.iter_mut().skip(start).enumerate() {
            // The bar runs on through the space between two paragraphs, not above the first.
            let above = if index == 0 { 0.0 } else { strip.before };
            let mut ink = Vec::with_capacity(strip.ink.len() + 2);
            if let Some(tone) = ground {
                ink.push(Ink::rect(0.0, -above, width, strip.height + above + 0.2, tone));
            }
            ink.push(Ink::rect(0.0, -above, BAR, strip.height + above + 0.2, bar));
            ink.append(&mut strip.ink);
            strip.ink = ink;
        }
    }
}
