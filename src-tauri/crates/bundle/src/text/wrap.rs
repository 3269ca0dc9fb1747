//! Paragraphs to lines: breaks by UAX 14, direction by UAX 9, long words cut where nothing else helps.

use super::clean::clean;
use super::line::{Line, Piece, points};
use super::pieces::Paragraph;
use crate::font::{Face, Shaper, is_silent};
use joinder_domain::bundle::{Span, Style};
use std::fmt::Write as _;
use std::ops::Range;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

/// How a paragraph is set. Lengths are points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    pub(crate) size: f32,
    pub(crate) width: f32,
    /// Set upright text in this style instead.
    pub(crate) style: Style,
}

/// Breaks `spans` into lines no wider than the setting; at least one line, which may be empty.
pub(crate) fn wrap(shaper: &Shaper<'_>, spans: &[Span], setting: Setting) -> Vec<Line> {
    let (text, faces) = join(shaper, spans, setting.style);
    let mut lines = Vec::new();
    let mut start = 0;
    for part in text.split('\n') {
        let end = start + part.len();
        let faces: Vec<_> = faces
            .iter()
            .filter(|(stop, _)| *stop > start)
            .map(|(stop, face)| (stop - start, *face))
            .collect();
        wrap_paragraph(shaper, part, &faces, setting, &mut lines);
        start = end + 1;
    }
    lines
}

fn join(shaper: &Shaper<'_>, spans: &[Span], base: Style) -> (String, Vec<(usize, Face)>) {
    let mut text = String::new();
    let mut faces = Vec::new();
    for span in spans {
        let style = if span.style == Style::Plain { base } else { span.style };
        let face = Face::of_style(style);
        spell(shaper, face, &clean(&span.text), &mut text);
        faces.push((text.len(), face));
    }
    (text, faces)
}

/// Adds text; a character that no face can draw is told by its number, so that the page itself says what stood there.
fn spell(shaper: &Shaper<'_>, face: Face, from: &str, to: &mut String) {
    if from.is_ascii() {
        to.push_str(from);
        return;
    }
    for character in from.chars() {
        let drawn = character == '\n' || is_silent(character) || shaper.cover(face, character).is_some();
        if drawn {
            to.push(character);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(to, "[U+{:04X}]", u32::from(character));
        }
    }
}

fn wrap_paragraph(
    shaper: &Shaper<'_>,
    text: &str,
    faces: &[(usize, Face)],
    setting: Setting,
    lines: &mut Vec<Line>,
) {
    let rtl = reads_from_right(text);
    let bidi = BidiInfo::new(text, Some(if rtl { Level::rtl() } else { Level::ltr() }));
    let paragraph = Paragraph { text, faces, levels: &bidi.levels };
    let mut filler = Filler { lines, setting, rtl, pieces: Vec::new(), width: 0.0 };
    let mut start = 0;
    for (end, _) in linebreaks(text) {
        let word = text.get(start..end).unwrap_or_default();
        let body = start + word.trim_end().len();
        filler.word(shaper, &paragraph, start..body);
        filler.space(paragraph.pieces(shaper, body..end, true));
        start = end;
    }
    filler.finish();
}

/// Whether most letters of a paragraph read from right to left: a sentence in English may begin with a name in Arabic.
fn reads_from_right(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let count = text.chars().fold((0_usize, 0_usize), |(left, right), letter| match bidi_class(letter) {
        BidiClass::L => (left + 1, right),
        BidiClass::R | BidiClass::AL => (left, right + 1),
        _ => (left, right),
    });
    count.1 > count.0
}

struct Filler<'l> {
    lines: &'l mut Vec<Line>,
    setting: Setting,
    rtl: bool,
    pieces: Vec<Piece>,
    width: f32,
}

impl Filler<'_> {
    fn word(&mut self, shaper: &Shaper<'_>, paragraph: &Paragraph<'_>, range: Range<usize>) {
        let pieces = paragraph.pieces(shaper, range.clone(), false);
        let width = self.measure(&pieces);
        if self.width + width <= self.setting.width {
            self.push(pieces, width);
            return;
        }
        if width <= self.setting.width {
            self.break_line();
            self.push(pieces, width);
            return;
        }
        // A short word before a long one stays with it: "SHA-256: 9f86…" reads better in one piece.
        if self.width > self.setting.width * 0.6 {
            self.break_line();
        }
        for part in self.cut(paragraph.text, range, &pieces) {
            let pieces = paragraph.pieces(shaper, part, false);
            let width = self.measure(&pieces);
            if self.width > 0.0 && self.width + width > self.setting.width {
                self.break_line();
            }
            self.push(pieces, width);
        }
    }

    /// Cuts a word that is wider than a line between its graphemes.
    fn cut(&self, text: &str, range: Range<usize>, pieces: &[Piece]) -> Vec<Range<usize>> {
        let mut widths = vec![0; range.len()];
        let mut base = 0;
        for piece in pieces {
            for glyph in &piece.run.glyphs {
                if let Some(width) = widths.get_mut(base + glyph.text.start.min(piece.run.text.len() - 1)) {
                    *width += glyph.advance;
                }
            }
            base += piece.run.text.len();
        }
        let mut parts = Vec::new();
        let mut start = range.start;
        let mut used = self.width;
        for (offset, grapheme) in text.get(range.clone()).unwrap_or_default().grapheme_indices(true) {
            let advance: i32 = widths.iter().skip(offset).take(grapheme.len()).sum();
            let advance = points(advance, self.setting.size);
            let at = range.start + offset;
            if used + advance > self.setting.width && (at > start || used > 0.0) {
                if at > start {
                    parts.push(start..at);
                }
                start = at;
                used = 0.0;
            }
            used += advance;
        }
        parts.push(start..range.end);
        parts
    }

    fn space(&mut self, pieces: Vec<Piece>) {
        let width = self.measure(&pieces);
        self.push(pieces, width);
    }

    fn measure(&self, pieces: &[Piece]) -> f32 {
        points(pieces.iter().map(|piece| piece.run.width).sum(), self.setting.size)
    }

    fn push(&mut self, pieces: Vec<Piece>, width: f32) {
        self.pieces.extend(pieces);
        self.width += width;
    }

    fn break_line(&mut self) {
        if self.pieces.is_empty() {
            return;
        }
        self.lines.push(Line::new(std::mem::take(&mut self.pieces), self.setting.size, self.rtl));
        self.width = 0.0;
    }

    fn finish(self) {
        self.lines.push(Line::new(self.pieces, self.setting.size, self.rtl));
    }
}
