//! A word to runs of one face, one script and one direction.

use super::line::Piece;
use crate::font::{Face, Shaper, is_silent};
use std::ops::Range;
use unicode_bidi::Level;
use unicode_segmentation::UnicodeSegmentation;

/// A paragraph with the style and direction of each of its bytes.
pub(super) struct Paragraph<'p> {
    pub(super) text: &'p str,
    /// Faces by the end of their stretch.
    pub(super) faces: &'p [(usize, Face)],
    pub(super) levels: &'p [Level],
}

impl Paragraph<'_> {
    fn face_at(&self, at: usize) -> Face {
        self.faces.iter().find(|(end, _)| at < *end).map_or(Face::Regular, |(_, face)| *face)
    }

    fn level_at(&self, at: usize) -> u8 {
        self.levels.get(at).map_or(0, |level| level.number())
    }

    /// Shapes the bytes of `range`.
    pub(super) fn pieces(&self, shaper: &Shaper<'_>, range: Range<usize>, space: bool) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let Some(word) = self.text.get(range.clone()) else { return pieces };
        let mut start = range.start;
        let mut current: Option<Key> = None;
        let mut emit = |from: usize, to: usize, key: Key| {
            if let Some(text) = self.text.get(from..to).filter(|text| !text.is_empty()) {
                let run = shaper.shape(key.face, key.level % 2 == 1, text);
                pieces.push(Piece { run, level: key.level, space });
            }
        };
        for (offset, grapheme) in word.grapheme_indices(true) {
            let at = range.start + offset;
            let key = self.key(shaper, at, grapheme, current);
            if let Some(before) = current.filter(|before| *before != key) {
                emit(start, at, before);
                start = at;
            }
            current = Some(key);
        }
        if let Some(key) = current {
            emit(start, range.end, key);
        }
        pieces
    }

    /// What a grapheme must share with its neighbours to be shaped with them.
    fn key(&self, shaper: &Shaper<'_>, at: usize, grapheme: &str, before: Option<Key>) -> Key {
        let level = self.level_at(at);
        let preferred = self.face_at(at);
        let mut letters = grapheme.chars();
        let base = letters.next().unwrap_or(' ');
        let script = Script::of(base);
        // Signs that all scripts share stay in the face of the letters before them, but not in that of a little picture.
        let like = |before: &Key| before.level == level && before.asked == preferred;
        if script == Script::Shared
            && let Some(before) = before.filter(|before| like(before) && before.face != Face::Emoji)
            && shaper.cover(before.face, base) == Some(before.face)
        {
            return before;
        }
        let covers =
            |face: Face| grapheme.chars().all(|c| is_silent(c) || shaper.cover(face, c) == Some(face));
        let face = shaper.cover(preferred, base).unwrap_or(Face::Regular);
        let face = if covers(face) {
            face
        } else {
            // A mark may be missing where its letter is not: one face must draw both.
            Face::ALL.iter().copied().find(|face| covers(*face)).unwrap_or(face)
        };
        Key { face, asked: preferred, level, script }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    face: Face,
    asked: Face,
    level: u8,
    script: Script,
}

/// As much of the script property as decides whether two letters can be shaped together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Space, digits and punctuation.
    Shared,
    Alphabetic,
    Hebrew,
    Arabic,
    /// One of the blocks from Devanagari to Sinhala.
    Indic(u8),
}

impl Script {
    fn of(character: char) -> Self {
        match character {
            '\u{590}'..='\u{5ff}' => Self::Hebrew,
            '\u{600}'..='\u{6ff}'
            | '\u{750}'..='\u{77f}'
            | '\u{8a0}'..='\u{8ff}'
            | '\u{fb50}'..='\u{feff}' => Self::Arabic,
            '\u{964}' | '\u{965}' => Self::Shared,
            '\u{900}'..='\u{dff}' => Self::Indic(u8::try_from(u32::from(character) >> 7).unwrap_or(0)),
            other if other.is_alphabetic() => Self::Alphabetic,
            _ => Self::Shared,
        }
    }
}
