//! Shaped runs to the operators of a content stream (ISO 32000-1, 9.4).

use super::face::Faces;
use crate::font::{Face, Run};
use std::fmt::Write as _;

/// Width of a hidden glyph in percent of its own.
const NARROW: i32 = 10;

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
        let glyphs: Vec<u16> = run.glyphs.iter().map(|glyph| faces.glyph(run, glyph)).collect();
        // Only where the glyphs do not say it, and never from right to left: readers turn such text round again.
        let spoken = !run.rtl && (run.complex || !faces.reads_back(run));
        if spoken {
            let _ = write!(self.out, "/Span <</ActualText {}>> BDC ", utf16(&run.text));
        }
        let _ = write!(self.out, "1 0 0 1 {} {} Tm ", short(x), short(y));
        let plain = run
            .glyphs
            .iter()
            .all(|glyph| glyph.dx == 0 && glyph.dy == 0 && !glyph.hidden && glyph.advance == glyph.width);
        if plain {
            self.out.push('<');
            glyphs.iter().for_each(|glyph| self.hex(*glyph));
            self.out.push_str(">Tj\n");
        } else {
            self.placed(run, &glyphs, size);
        }
        if spoken {
            self.out.push_str("EMC\n");
        }
    }

    /// Glyphs that are moved, raised or only there to be found.
    fn placed(&mut self, run: &Run, glyphs: &[u16], size: f32) {
        let mut rise = 0;
        let mut open = false;
        for (glyph, number) in run.glyphs.iter().zip(glyphs) {
            if open && (glyph.dy != rise || glyph.hidden) {
                self.out.push_str("]TJ ");
                open = false;
            }
            if glyph.dy != rise {
                rise = glyph.dy;
                let _ = write!(self.out, "{} Ts ", short(rise as f32 * size / 1000.0));
            }
            if glyph.hidden {
                // As narrow as readers of text put up with; the pen is moved back behind it.
                let _ = write!(self.out, "3 Tr {NARROW} Tz [<");
                self.hex(*number);
                let _ = write!(self.out, ">{}]TJ 100 Tz 0 Tr ", glyph.width);
                continue;
            }
            if !open {
                self.out.push('[');
                open = true;
            }
            if glyph.dx != 0 {
                let _ = write!(self.out, "{}", -glyph.dx);
            }
            self.out.push('<');
            self.hex(*number);
            self.out.push('>');
            // A viewer moves on by the glyph's own width: the rest is made up after it.
            let offset = glyph.width - glyph.advance + glyph.dx;
            if offset != 0 {
                let _ = write!(self.out, "{offset}");
            }
        }
        if open {
            self.out.push_str("]TJ ");
        }
        if rise != 0 {
            self.out.push_str("0 Ts ");
        }
        self.out.push('\n');
    }

    fn hex(&mut self, glyph: u16) {
        let _ = write!(self.out, "{glyph:04x}");
    }
}

/// A length of no more figures than a printer can show.
pub(super) fn short(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// Text as a hexadecimal string in UTF-16 (ISO 32000-1, 7.9.2.2).
pub(super) fn utf16(text: &str) -> String {
    let mut out = String::from("<feff");
    for unit in text.encode_utf16() {
        let _ = write!(out, "{unit:04x}");
    }
    out.push('>');
    out
}
