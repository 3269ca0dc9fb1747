//! Shaped runs to the operators that show text (ISO 32000-1, 9.4).

use crate::font::{Glyph, Run};
use std::fmt::Write as _;

/// Width of a hidden glyph in percent of its own.
const NARROW: i32 = 10;

/// Whether glyphs follow each other by their own advance, so that they can stand in one string.
pub(crate) fn is_level(run: &Run) -> bool {
    run.glyphs.iter().all(|glyph| glyph.dy == 0 && !glyph.hidden)
}

/// An array of strings and offsets that is being written, so that neighbouring runs share it.
#[derive(Default)]
pub(crate) struct Strings {
    array: bool,
    string: bool,
}

impl Strings {
    /// Adds glyphs, with their numbers in the face as it is embedded.
    pub(crate) fn add(&mut self, out: &mut String, glyphs: &[Glyph], number: &mut impl FnMut(&Glyph) -> u16) {
        for glyph in glyphs {
            if glyph.dx != 0 {
                self.offset(out, -glyph.dx);
            }
            if !self.array {
                out.push('[');
                self.array = true;
            }
            if !self.string {
                out.push('<');
                self.string = true;
            }
            hex(out, number(glyph));
            // A viewer moves on by the glyph's own width: the rest is made up after it.
            let offset = glyph.width - glyph.advance + glyph.dx;
            if offset != 0 {
                self.offset(out, offset);
            }
        }
    }

    fn offset(&mut self, out: &mut String, by: i32) {
        if !self.array {
            out.push('[');
            self.array = true;
        }
        if std::mem::take(&mut self.string) {
            out.push('>');
        }
        // Writing to a string cannot fail.
        let _ = write!(out, "{by}");
    }

    /// Shows what was added.
    pub(crate) fn end(&mut self, out: &mut String) {
        if std::mem::take(&mut self.string) {
            out.push('>');
        }
        if std::mem::take(&mut self.array) {
            out.push_str("]TJ\n");
        }
    }
}

/// Shows a run whose glyphs are raised, or only there to be found; `stretch` is the scaling in force, in percent, and
/// `mode` the rendering mode.
pub(crate) fn uneven(
    out: &mut String,
    run: &Run,
    size: f32,
    (stretch, mode): (f32, u8),
    number: &mut impl FnMut(&Glyph) -> u16,
) {
    let mut strings = Strings::default();
    let mut rise = 0;
    for glyph in &run.glyphs {
        if glyph.dy != rise {
            strings.end(out);
            rise = glyph.dy;
            length(out, rise as f32 * size / 1000.0);
            out.push_str("Ts ");
        }
        if glyph.hidden {
            strings.end(out);
            // As narrow as readers of text put up with; the pen is moved back behind it.
            let _ = write!(out, "3 Tr {NARROW} Tz [<");
            hex(out, number(glyph));
            let _ = write!(out, ">{}]TJ ", glyph.width);
            length(out, stretch);
            let _ = write!(out, "Tz {mode} Tr ");
            continue;
        }
        strings.add(out, std::slice::from_ref(glyph), number);
    }
    strings.end(out);
    if rise != 0 {
        out.push_str("0 Ts ");
    }
}

fn hex(out: &mut String, glyph: u16) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    for shift in [12, 8, 4, 0] {
        out.push(DIGITS.get(usize::from(glyph >> shift & 15)).copied().unwrap_or('0'));
    }
}

/// A length and a space, of no more figures than a printer can show.
pub(crate) fn length(out: &mut String, value: f32) {
    let hundredths = (value * 100.0).round() as i64;
    if hundredths < 0 {
        out.push('-');
    }
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    // Writing to a string cannot fail.
    let _ = match (part, part % 10) {
        (0, _) => write!(out, "{whole} "),
        (_, 0) => write!(out, "{whole}.{} ", part / 10),
        _ => write!(out, "{whole}.{part:02} "),
    };
}

/// Text as a hexadecimal string in UTF-16 (ISO 32000-1, 7.9.2.2).
pub(crate) fn utf16(text: &str) -> String {
    let mut out = String::from("<feff");
    text.encode_utf16().for_each(|unit| hex(&mut out, unit));
    out.push('>');
    out
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn lengths_have_no_more_figures_than_they_need() {
        let said = |value| {
            let mut out = String::new();
            length(&mut out, value);
            out
        };
        assert_eq!(
            [12.0, 0.5, -7.25, 595.279_97, -0.001, 3.004].map(said),
            ["12 ", "0.5 ", "-7.25 ", "595.28 ", "0 ", "3 "]
        );
    }
}
