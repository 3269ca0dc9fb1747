//! Shaped runs to the text of a page.

use super::face::Faces;
use crate::font::{Face, Run};
use crate::write::{Strings, is_level, length, uneven, utf16};
use std::fmt::Write as _;

/// The text of a page, inside one text object.
#[derive(Default)]
pub(super) struct Text {
    pub(super) out: String,
    font: Option<(Face, f32)>,
    grey: bool,
}

impl Text {
    /// Shows a run whose baseline begins at `x`, `y`, in points from the bottom left corner.
    pub(super) fn run(&mut self, faces: &mut Faces, (x, y): (f32, f32), size: f32, run: &Run, grey: bool) {
        if run.glyphs.is_empty() {
            return;
        }
        if self.grey != grey {
            self.out.push_str(if grey { "0.33 g " } else { "0 g " });
            self.grey = grey;
        }
        if self.font != Some((run.face, size)) {
            // Writing to a string cannot fail.
            let _ = write!(self.out, "/{} {size} Tf ", Faces::resource(run.face));
            self.font = Some((run.face, size));
        }
        let mut number = |glyph: &crate::font::Glyph| faces.glyph(run, glyph);
        // The characters behind a glyph are known once it has a number.
        run.glyphs.iter().for_each(|glyph| {
            number(glyph);
        });
        // Only where the glyphs do not say it, and never from right to left: readers turn such text round again.
        let spoken = !run.rtl && (run.complex || !faces.reads_back(run));
        if spoken {
            let _ = write!(self.out, "/Span <</ActualText {}>> BDC ", utf16(&run.text));
        }
        self.out.push_str("1 0 0 1 ");
        length(&mut self.out, x);
        length(&mut self.out, y);
        self.out.push_str("Tm ");
        let mut number = |glyph: &crate::font::Glyph| faces.glyph(run, glyph);
        if is_level(run) {
            let mut strings = Strings::default();
            strings.add(&mut self.out, &run.glyphs, &mut number);
            strings.end(&mut self.out);
        } else {
            uneven(&mut self.out, run, size, (100.0, 0), &mut number);
            self.out.push('\n');
        }
        if spoken {
            self.out.push_str("EMC\n");
        }
    }
}

/// A length of no more figures than a printer can show.
pub(super) fn short(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}
