//! One line of text, its runs in visual order.

use crate::font::Run;
use std::rc::Rc;

/// A run with its direction level; spaces between words are runs of their own.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) run: Rc<Run>,
    pub(crate) level: u8,
    pub(crate) space: bool,
}

/// A set line. Lengths are points.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    /// Runs from left to right.
    pub(crate) runs: Vec<Rc<Run>>,
    pub(crate) size: f32,
    pub(crate) width: f32,
    /// The paragraph reads from right to left.
    pub(crate) rtl: bool,
    pub(crate) ascent: f32,
    pub(crate) descent: f32,
    /// The characters in reading order.
    pub(crate) text: String,
}

impl Line {
    /// Orders pieces for the eye (UAX 9, rule L2), leaving out spaces at the end.
    pub(crate) fn new(mut pieces: Vec<Piece>, size: f32, rtl: bool) -> Self {
        while pieces.last().is_some_and(|piece| piece.space) {
            pieces.pop();
        }
        let text = pieces.iter().map(|piece| &*piece.run.text).collect();
        reorder(&mut pieces);
        let mut line = Self { size, rtl, ascent: 0.95 * size, descent: 0.3 * size, text, ..Self::default() };
        for piece in pieces {
            let (ascent, descent) = piece.run.face.extent();
            line.ascent = line.ascent.max(ascent * size);
            line.descent = line.descent.max(descent * size);
            line.width += points(piece.run.width, size);
            line.runs.push(piece.run);
        }
        line
    }
}

/// Thousandths of an em to points.
pub(crate) fn points(thousandths: i32, size: f32) -> f32 {
    thousandths as f32 * size / 1000.0
}

fn reorder(pieces: &mut [Piece]) {
    let highest = pieces.iter().map(|piece| piece.level).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        for stretch in pieces.chunk_by_mut(|a, b| (a.level >= level) == (b.level >= level)) {
            if stretch.first().is_some_and(|piece| piece.level >= level) {
                stretch.reverse();
            }
        }
    }
}
