//! A page as it is shown: its words, pictures and shapes, in points from its top left corner.

mod device;
mod line;
mod open;

pub(super) use line::{Line, lines, runs};
pub(super) use open::{Sheets, Unreadable};

use super::lint::Area;
use hayro::kurbo::{Affine, Point};

/// What was drawn on one page, in the order of drawing.
pub(super) struct Sheet {
    pub(super) width: f32,
    pub(super) height: f32,
    /// The characters of all glyphs, one after the other.
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) pictures: Vec<Picture>,
    /// Shapes that show on white paper.
    pub(super) marks: Vec<Area>,
    /// Dark boxes that were drawn over words, with the number of characters under each.
    pub(super) covers: Vec<(Area, usize)>,
    /// The page draws more than is read here.
    pub(super) cut: bool,
}

/// A character on the page.
pub(super) struct Glyph {
    /// Its characters in [`Sheet::text`].
    start: usize,
    end: usize,
    pub(super) known: bool,
    pub(super) area: Area,
    pub(super) baseline: (f32, f32),
    pub(super) size: f32,
    pub(super) turn: Turn,
}

/// Which way a line of words runs on the page as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    Upright,
    Down,
    Over,
    Up,
}

impl Turn {
    pub(super) const ALL: [Self; 4] = [Self::Upright, Self::Down, Self::Over, Self::Up];

    /// Along `x` to the right and `y` downwards; slanted words count as the nearest quarter.
    fn of(x: f32, y: f32) -> Self {
        match (x.abs() >= y.abs(), x >= 0.0, y >= 0.0) {
            (true, true, _) => Self::Upright,
            (true, false, _) => Self::Over,
            (false, _, true) => Self::Down,
            (false, _, false) => Self::Up,
        }
    }

    /// A point of the page, as somebody sees it who turns the paper to read.
    fn read_at(self, (x, y): (f32, f32)) -> (f32, f32) {
        match self {
            Self::Upright => (x, y),
            Self::Down => (y, -x),
            Self::Over => (-x, -y),
            Self::Up => (-y, x),
        }
    }
}

/// A picture on the page.
pub(super) struct Picture {
    pub(super) area: Area,
    /// Pixels across and down as stored.
    pub(super) pixels: (u32, u32),
    /// Dots to the inch as placed: the denser of both directions.
    pub(super) density: f32,
    /// A fingerprint of its bytes.
    pub(super) print: u64,
}

impl Sheet {
    pub(super) fn characters(&self, glyph: &Glyph) -> &str {
        self.text.get(glyph.start..glyph.end).unwrap_or_default()
    }

    pub(super) fn area(&self) -> Area {
        Area { left: 0.0, top: 0.0, right: self.width, bottom: self.height }
    }
}

/// A rectangle of a page's own units, as it is shown.
pub(super) fn shown(view: Affine, rect: crate::import::Rect) -> Area {
    let corner = |x: f32, y: f32| {
        let Point { x, y } = view * Point::new(f64::from(x), f64::from(y));
        Area { left: x as f32, top: y as f32, right: x as f32, bottom: y as f32 }
    };
    corner(rect.x0, rect.y0).around(corner(rect.x1, rect.y1))
}
