//! What is kept of each page until all of them have been read.

use super::lint::Area;
use super::sheet::{Line, Sheet, Turn, lines};
use super::stamp::{self, Seen};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Margins that hold headers, labels and numbers, in points.
const ABOVE: f32 = 52.0;
const BELOW: f32 = 40.0;
/// Pages at the front whose words are kept, to find the index and its notes.
pub(super) const FRONT: usize = 40;
/// Characters below which a page has too little to be told from another, and none to be searched.
const FEW: usize = 120;
const NONE: usize = 12;
/// Denser than this a picture is a fault (EB-09); the sixth part of a dot is rounding.
pub(super) const DENSEST: f32 = 303.0;
/// Less dense than this a page-filling picture may be hard to read: 200 (EB-09), and as much for rounding.
const THINNEST: f32 = 198.0;
/// A picture with fewer pixels is an ornament.
const ORNAMENT: u64 = 40_000;

/// Facts of one page.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) readable: bool,
    pub(super) cut: bool,
    pub(super) numbers: Vec<Seen>,
    pub(super) search: Search,
    /// The way that most of its words run, where it is not upright.
    pub(super) turned: Option<Turn>,
    pub(super) dense: Vec<(Area, f32)>,
    pub(super) thin: Option<f32>,
    pub(super) covers: Vec<(Area, usize)>,
    /// A fingerprint of what it shows, where that is enough to tell it from others.
    pub(super) print: Option<u64>,
    /// Its lines, for pages at the front.
    pub(super) lines: Vec<Line>,
}

/// Whether a page can be searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Search {
    /// It has words, or nothing at all.
    #[default]
    Can,
    /// It is a picture.
    Picture,
    /// It is drawn in shapes.
    Shapes,
    /// Its words have no characters behind them.
    Unknown,
}

impl Facts {
    pub(super) fn of(number: usize, sheet: &Sheet) -> Self {
        let body: Vec<_> = sheet
            .glyphs
            .iter()
            .filter(|glyph| glyph.area.top > ABOVE && glyph.area.bottom < sheet.height - BELOW)
            .filter(|glyph| !sheet.characters(glyph).trim().is_empty())
            .collect();
        let unknown = body.iter().filter(|glyph| !glyph.known).count();
        let turned = Turn::ALL.into_iter().max_by_key(|turn| {
            // The upright way wins where two are equal.
            let count = body.iter().filter(|glyph| glyph.turn == *turn).count();
            (count, *turn == Turn::Upright)
        });
        let dense = sheet
            .pictures
            .iter()
            .filter(|picture| pixels(picture.pixels) >= ORNAMENT && picture.density > DENSEST)
            .map(|picture| (picture.area, picture.density))
            .collect();
        let filling = |share: f32| {
            let page = sheet.area().size();
            sheet.pictures.iter().filter(move |picture| picture.area.size() > share * page)
        };
        Self {
            readable: true,
            cut: sheet.cut,
            numbers: stamp::read(sheet),
            search: match body.len() {
                0..=NONE if filling(0.1).next().is_some() => Search::Picture,
                0..=NONE if sheet.marks.len() > 200 => Search::Shapes,
                all if all > NONE && unknown * 2 > all => Search::Unknown,
                _ => Search::Can,
            },
            turned: turned.filter(|turn| *turn != Turn::Upright && body.len() > 20),
            dense,
            thin: filling(0.5).map(|picture| picture.density).find(|density| *density < THINNEST),
            covers: sheet.covers.clone(),
            print: print(sheet, &body),
            lines: if number <= FRONT { lines(sheet, Turn::Upright, 60.0) } else { Vec::new() },
        }
    }
}

fn pixels((width, height): (u32, u32)) -> u64 {
    u64::from(width) * u64::from(height)
}

fn print(sheet: &Sheet, body: &[&super::sheet::Glyph]) -> Option<u64> {
    let pictures: Vec<u64> = sheet
        .pictures
        .iter()
        .filter(|picture| pixels(picture.pixels) >= ORNAMENT)
        .map(|picture| picture.print)
        .collect();
    if body.len() < FEW && pictures.is_empty() {
        return None;
    }
    let mut hash = DefaultHasher::new();
    pictures.hash(&mut hash);
    for glyph in body {
        sheet.characters(glyph).hash(&mut hash);
    }
    Some(hash.finish())
}
