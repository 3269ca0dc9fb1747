//! Ink to the content of a page.
//!
//! Words that follow each other on a line are shown by one operator: a page of print is a third as long for it.

use super::show::{Strings, is_level, length, uneven, utf16};
use super::subset::Subsets;
use crate::font::{Face, Run};
use crate::ink::{Dash, Ink, Tone};
use crate::leaf::Leaf;
use std::fmt::Write as _;

/// The content of one page.
pub(super) fn page(leaf: &Leaf, subsets: &Subsets) -> String {
    let mut pen = Pen::new(subsets, leaf.size().1);
    for ink in &leaf.ink {
        match ink {
            Ink::Run { x, y, size, run, tone } => {
                pen.fill_tone(*tone);
                pen.run(Place { x: *x, y: *y, size: *size, stretch: 100.0, unseen: false }, run);
            }
            Ink::Unseen { x, y, size, stretch, run } => {
                pen.run(Place { x: *x, y: *y, size: *size, stretch: *stretch, unseen: true }, run);
            }
            Ink::Rule { from, to, width, dash, tone } => pen.rule(*from, *to, *width, *dash, *tone),
            Ink::Fill { points, tone } => pen.fill(points, *tone),
            // It lies under the ink, with what is imported.
            Ink::Picture { .. } => {}
        }
    }
    pen.end_text();
    pen.out
}

/// Where and how a run stands.
#[derive(Clone, Copy)]
struct Place {
    x: f32,
    /// The baseline, from above.
    y: f32,
    size: f32,
    /// Percent of its own width.
    stretch: f32,
    /// It is there to be found, not to be seen.
    unseen: bool,
}

struct Pen<'s> {
    out: String,
    subsets: &'s Subsets,
    height: f32,
    in_text: bool,
    strings: Strings,
    /// Where the strings that are being written end.
    end: Option<(f32, f32)>,
    font: Option<(Face, f32)>,
    stretch: f32,
    unseen: bool,
    fill: Option<Tone>,
    line: Option<(Tone, f32, Dash)>,
}

impl<'s> Pen<'s> {
    fn new(subsets: &'s Subsets, height: f32) -> Self {
        Self {
            out: String::new(),
            subsets,
            height,
            in_text: false,
            strings: Strings::default(),
            end: None,
            font: None,
            stretch: 100.0,
            unseen: false,
            fill: None,
            line: None,
        }
    }

    fn run(&mut self, at: Place, run: &Run) {
        if run.glyphs.is_empty() {
            return;
        }
        // Only where the glyphs do not say it, and never from right to left: readers turn such text round again.
        let spoken = !run.rtl && (run.complex || !self.subsets.reads_back(run));
        let level = is_level(run);
        let follows = |(x, y): (f32, f32)| (at.x - x).abs() < 0.01 && (at.y - y).abs() < 0.01;
        let same =
            self.font == Some((run.face, at.size)) && (self.stretch, self.unseen) == (at.stretch, at.unseen);
        if spoken || !level || !same || !self.end.is_some_and(follows) {
            self.begin(at, run);
            if spoken {
                let _ = write!(self.out, "/Span <</ActualText {}>> BDC ", utf16(&run.text));
            }
            self.out.push_str("1 0 0 1 ");
            length(&mut self.out, at.x);
            length(&mut self.out, self.height - at.y);
            self.out.push_str("Tm ");
        }
        let subsets = self.subsets;
        let mut number = |glyph: &crate::font::Glyph| subsets.glyph(run.face, glyph.id);
        if level {
            self.strings.add(&mut self.out, &run.glyphs, &mut number);
        } else {
            let mode = if at.unseen { 3 } else { 0 };
            uneven(&mut self.out, run, at.size, (at.stretch, mode), &mut number);
        }
        if spoken {
            self.end_strings();
            self.out.push_str("EMC\n");
        } else if level {
            let width = run.width as f32 * at.size / 1000.0 * at.stretch / 100.0;
            self.end = Some((at.x + width, at.y));
        }
    }

    /// Puts face, size and mode in force.
    fn begin(&mut self, at: Place, run: &Run) {
        self.end_strings();
        if !self.in_text {
            self.out.push_str("BT\n");
            self.in_text = true;
        }
        if self.font != Some((run.face, at.size)) {
            let _ = write!(self.out, "/{} ", run.face.name());
            length(&mut self.out, at.size);
            self.out.push_str("Tf ");
            self.font = Some((run.face, at.size));
        }
        if self.stretch != at.stretch {
            length(&mut self.out, at.stretch);
            self.out.push_str("Tz ");
            self.stretch = at.stretch;
        }
        if self.unseen != at.unseen {
            self.out.push_str(if at.unseen { "3 Tr " } else { "0 Tr " });
            self.unseen = at.unseen;
        }
    }

    fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32, dash: Dash, tone: Tone) {
        self.end_text();
        if self.line.map(|(tone, ..)| tone) != Some(tone) {
            self.tone(tone, true);
        }
        if self.line.map(|(_, width, _)| width) != Some(width) {
            length(&mut self.out, width);
            self.out.push_str("w ");
        }
        if self.line.map_or(Dash::Solid, |(.., dash)| dash) != dash {
            self.out.push_str(match dash {
                Dash::Solid => "[] 0 d ",
                Dash::Dashed => "[3 2] 0 d ",
                Dash::Dotted => "[1 1.5] 0 d ",
            });
        }
        self.line = Some((tone, width, dash));
        self.point(from);
        self.out.push_str("m ");
        self.point(to);
        self.out.push_str("l S\n");
    }

    fn fill(&mut self, points: &[(f32, f32)], tone: Tone) {
        self.end_text();
        self.fill_tone(tone);
        for (at, point) in points.iter().enumerate() {
            self.point(*point);
            self.out.push_str(if at == 0 { "m " } else { "l " });
        }
        self.out.push_str("h f\n");
    }

    fn fill_tone(&mut self, tone: Tone) {
        if self.fill != Some(tone) {
            self.end_strings();
            self.tone(tone, false);
            self.fill = Some(tone);
        }
    }

    /// The operator that sets a tone, for lines or for areas and letters.
    fn tone(&mut self, tone: Tone, lines: bool) {
        let grey = match tone {
            Tone::Black => "0",
            Tone::Grey => "0.33",
            Tone::Light => "0.7",
            Tone::Ground => "0.94",
            Tone::White => "1",
            Tone::Strong => "0.3",
            Tone::Medium => "0.55",
            Tone::Pale => "0.8",
            Tone::Accent => {
                self.out.push_str(if lines { "0.09 0.22 0.4 RG " } else { "0.09 0.22 0.4 rg " });
                return;
            }
        };
        self.out.push_str(grey);
        self.out.push_str(if lines { " G " } else { " g " });
    }

    fn end_strings(&mut self) {
        self.strings.end(&mut self.out);
        self.end = None;
    }

    fn end_text(&mut self) {
        self.end_strings();
        if std::mem::take(&mut self.in_text) {
            self.out.push_str("ET\n");
        }
    }

    fn point(&mut self, (x, y): (f32, f32)) {
        length(&mut self.out, x);
        length(&mut self.out, self.height - y);
    }
}
