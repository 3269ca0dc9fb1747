//! Ink to printpdf operators.

use super::subset::Subsets;
use crate::font::Run;
use crate::ink::{Dash, Ink, Tone};
use crate::leaf::Leaf;
use printpdf::{
    Codepoint, Color, DictItem, FontId, Greyscale, Line, LineDashPattern, LinePoint, Op, PaintMode,
    PdfFontHandle, Point, Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix, TextRenderingMode,
    WindingOrder,
};
use std::collections::BTreeMap;

/// The operators of one page.
pub(super) fn page(leaf: &Leaf, subsets: &Subsets) -> Vec<Op> {
    let mut pen = Pen { ops: Vec::new(), height: leaf.size().1, in_text: false, fill: None, font: None };
    for ink in &leaf.ink {
        match ink {
            Ink::Run { x, y, size, run, tone } => pen.run(subsets, (*x, *y), *size, run, *tone),
            Ink::Rule { from, to, width, dash, tone } => pen.rule(*from, *to, *width, *dash, *tone),
            Ink::Fill { points, tone } => pen.fill(points, *tone),
        }
    }
    pen.end_text();
    pen.ops
}

/// Width of a hidden glyph in percent of its own.
const NARROW: f32 = 10.0;

struct Pen {
    ops: Vec<Op>,
    height: f32,
    in_text: bool,
    fill: Option<Tone>,
    font: Option<(crate::font::Face, f32)>,
}

impl Pen {
    fn run(&mut self, subsets: &Subsets, at: (f32, f32), size: f32, run: &Run, tone: Tone) {
        if run.glyphs.is_empty() {
            return;
        }
        self.fill_tone(tone);
        if !self.in_text {
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
            self.font = None;
        }
        if self.font != Some((run.face, size)) {
            let font = PdfFontHandle::External(FontId(run.face.name().to_owned()));
            self.ops.push(Op::SetFont { font, size: Pt(size) });
            self.font = Some((run.face, size));
        }
        // Only where the glyphs do not say it, and never from right to left: readers turn such text round again.
        let spoken = !run.rtl && (run.complex || !subsets.reads_back(run));
        if spoken {
            self.ops.push(spoken_as(&run.text));
        }
        let matrix = TextMatrix::Translate(Pt(at.0), Pt(self.height - at.1));
        self.ops.push(Op::SetTextMatrix { matrix });
        self.glyphs(subsets, size, run);
        if spoken {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn glyphs(&mut self, subsets: &Subsets, size: f32, run: &Run) {
        let mut items = Vec::new();
        let mut line = Vec::with_capacity(run.glyphs.len());
        let mut rise = 0;
        for glyph in &run.glyphs {
            if glyph.dy != rise {
                self.show(&mut items, &mut line);
                rise = glyph.dy;
                self.ops.push(Op::SetLineOffset { multiplier: rise as f32 * size / 1000.0 });
            }
            if glyph.hidden {
                self.show(&mut items, &mut line);
                self.hidden(subsets.glyph(run.face, glyph.id), glyph.width);
                continue;
            }
            if glyph.dx != 0 {
                flush(&mut items, &mut line);
                items.push(TextItem::Offset(-glyph.dx as f32));
            }
            // A viewer moves on by the glyph's own width: the rest is made up after it.
            let offset = (glyph.width - glyph.advance + glyph.dx) as f32;
            line.push(Codepoint::new(subsets.glyph(run.face, glyph.id), offset));
        }
        self.show(&mut items, &mut line);
        if rise != 0 {
            self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
        }
    }

    /// A glyph without ink, as narrow as readers of text put up with; the pen is moved back behind it.
    fn hidden(&mut self, glyph: u16, width: i32) {
        let glyph = vec![Codepoint::new(glyph, width as f32)];
        self.ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Invisible });
        self.ops.push(Op::SetHorizontalScaling { percent: NARROW });
        self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyph)] });
        self.ops.push(Op::SetHorizontalScaling { percent: 100.0 });
        self.ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Fill });
    }

    fn show(&mut self, items: &mut Vec<TextItem>, line: &mut Vec<Codepoint>) {
        flush(items, line);
        if !items.is_empty() {
            self.ops.push(Op::ShowText { items: std::mem::take(items) });
        }
    }

    fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32, dash: Dash, tone: Tone) {
        self.end_text();
        let pattern = match dash {
            Dash::Solid => LineDashPattern::solid(),
            Dash::Dashed => LineDashPattern::new(0.0, &[3.0, 2.0]),
            Dash::Dotted => LineDashPattern::new(0.0, &[1.0, 1.5]),
        };
        self.ops.push(Op::SetOutlineColor { col: color(tone) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
        self.ops.push(Op::SetLineDashPattern { dash: pattern });
        let points = vec![self.point(from), self.point(to)];
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn fill(&mut self, points: &[(f32, f32)], tone: Tone) {
        self.end_text();
        self.fill_tone(tone);
        let ring = PolygonRing { points: points.iter().map(|point| self.point(*point)).collect() };
        let polygon =
            Polygon { rings: vec![ring], mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn fill_tone(&mut self, tone: Tone) {
        if self.fill != Some(tone) {
            self.ops.push(Op::SetFillColor { col: color(tone) });
            self.fill = Some(tone);
        }
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.in_text) {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn point(&self, (x, y): (f32, f32)) -> LinePoint {
        LinePoint { p: Point { x: Pt(x), y: Pt(self.height - y) }, bezier: false }
    }
}

fn flush(items: &mut Vec<TextItem>, line: &mut Vec<Codepoint>) {
    if !line.is_empty() {
        items.push(TextItem::GlyphIds(std::mem::take(line)));
    }
}

/// The characters that a search finds in place of the glyphs.
fn spoken_as(text: &str) -> Op {
    let data = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let text = DictItem::String { data, literal: false };
    let properties = DictItem::Dict { map: BTreeMap::from([("ActualText".to_owned(), text)]) };
    Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties }
}

fn color(tone: Tone) -> Color {
    let grey = |percent| Color::Greyscale(Greyscale { percent, icc_profile: None });
    match tone {
        Tone::Black => grey(0.0),
        Tone::Grey => grey(0.33),
        Tone::Light => grey(0.7),
        Tone::Ground => grey(0.94),
        Tone::White => grey(1.0),
        Tone::Accent => Color::Rgb(Rgb { r: 0.09, g: 0.22, b: 0.4, icc_profile: None }),
        Tone::Strong => grey(0.3),
        Tone::Medium => grey(0.55),
        Tone::Pale => grey(0.8),
    }
}
