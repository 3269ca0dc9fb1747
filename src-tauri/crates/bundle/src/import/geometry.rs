//! Boxes, rotation and the place of an imported page on the sheet (ISO 32000-1, 7.7.3.3 and 8.3.3).

use crate::leaf::{A4, BAND};
use lopdf::{Document, Object};

/// A transformation `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Matrix(pub(crate) [f32; 6]);

impl Matrix {
    pub(crate) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// This transformation, then `next`.
    pub(crate) fn then(self, next: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [na, nb, nc, nd, ne, nf] = next.0;
        Self([
            a * na + b * nc,
            a * nb + b * nd,
            c * na + d * nc,
            c * nb + d * nd,
            e * na + f * nc + ne,
            e * nb + f * nd + nf,
        ])
    }

    pub(crate) fn apply(self, (x, y): (f32, f32)) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The rectangle around the image of a rectangle.
    pub(crate) fn bounds(self, rect: Rect) -> Rect {
        let corners = [(rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x1, rect.y1), (rect.x0, rect.y1)];
        let mut points = corners.into_iter().map(|corner| self.apply(corner));
        let (x, y) = points.next().unwrap_or_default();
        points.fold(Rect { x0: x, y0: y, x1: x, y1: y }, |around, (x, y)| Rect {
            x0: around.x0.min(x),
            y0: around.y0.min(y),
            x1: around.x1.max(x),
            y1: around.y1.max(y),
        })
    }

    /// The operator that puts this transformation in force.
    pub(crate) fn operator(self) -> String {
        let [a, b, c, d, e, f] = self.0.map(number);
        format!("{a} {b} {c} {d} {e} {f} cm")
    }
}

/// A number as PDF writes it: no exponent.
pub(crate) fn number(value: f32) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() || text == "-" || text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A rectangle whose first corner is its lower left one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x0: f32,
    pub(crate) y0: f32,
    pub(crate) x1: f32,
    pub(crate) y1: f32,
}

impl Rect {
    /// US Letter, which readers assume where a page has no usable box.
    const LETTER: Self = Self { x0: 0.0, y0: 0.0, x1: 612.0, y1: 792.0 };

    /// Reads four numbers, whichever corners they name.
    pub(crate) fn read(document: &Document, value: &Object) -> Option<Self> {
        let numbers = numbers(document, value)?;
        let [a, b, c, d] = numbers.as_slice() else { return None };
        let rect = Self { x0: a.min(*c), y0: b.min(*d), x1: a.max(*c), y1: b.max(*d) };
        [rect.x0, rect.y0, rect.x1, rect.y1].iter().all(|n| n.is_finite()).then_some(rect)
    }

    pub(crate) fn width(self) -> f32 {
        self.x1 - self.x0
    }

    pub(crate) fn height(self) -> f32 {
        self.y1 - self.y0
    }

    fn usable(self) -> bool {
        self.width() > 0.5 && self.height() > 0.5
    }

    /// What shows of a page: its crop box inside its media box.
    pub(super) fn visible(media: Option<Self>, crop: Option<Self>) -> Self {
        let media = media.filter(|rect| rect.usable()).unwrap_or(Self::LETTER);
        let crop = crop.unwrap_or(media);
        let shown = Self {
            x0: crop.x0.max(media.x0),
            y0: crop.y0.max(media.y0),
            x1: crop.x1.min(media.x1),
            y1: crop.y1.min(media.y1),
        };
        if shown.usable() { shown } else { media }
    }

    pub(crate) fn object(self) -> Object {
        Object::Array(vec![self.x0.into(), self.y0.into(), self.x1.into(), self.y1.into()])
    }
}

/// An array of numbers, each direct or by reference.
pub(super) fn numbers(document: &Document, value: &Object) -> Option<Vec<f32>> {
    let (_, value) = document.dereference(value).ok()?;
    let items = value.as_array().ok()?;
    items.iter().map(|item| document.dereference(item).ok()?.1.as_float().ok()).collect()
}

/// Where a page or a picture lies on its sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placement {
    pub(crate) landscape: bool,
    pub(crate) matrix: Matrix,
}

impl Placement {
    /// Upright, never enlarged, in the middle of the sheet above the band that holds the page number.
    pub(crate) fn of_page(shown: Rect, rotate: i64, unit: f32) -> Self {
        let Rect { x0, y0, x1, y1 } = shown;
        let (turn, turned) = match rotate.rem_euclid(360) {
            90 => ([0.0, -1.0, 1.0, 0.0, -y0, x1], true),
            180 => ([-1.0, 0.0, 0.0, -1.0, x1, y1], false),
            270 => ([0.0, 1.0, -1.0, 0.0, y1, -x0], true),
            _ => ([1.0, 0.0, 0.0, 1.0, -x0, -y0], false),
        };
        let (width, height) = (shown.width() * unit, shown.height() * unit);
        let (width, height) = if turned { (height, width) } else { (width, height) };
        let (landscape, sheet_width, sheet_height) = sheet(width > height);
        let room = sheet_height - BAND;
        let scale = (sheet_width / width).min(room / height).min(1.0);
        let left = (sheet_width - width * scale) / 2.0;
        let bottom = BAND + (room - height * scale) / 2.0;
        let place = Matrix([scale * unit, 0.0, 0.0, scale * unit, left, bottom]);
        Self { landscape, matrix: Matrix(turn).then(place) }
    }
}

/// Width and height of a sheet on its long or its short side.
pub(crate) fn sheet(landscape: bool) -> (bool, f32, f32) {
    if landscape { (true, A4.1, A4.0) } else { (false, A4.0, A4.1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_turned_by_ninety_degrees_has_its_top_left_at_the_top_right() {
        let shown = Rect { x0: 10.0, y0: 20.0, x1: 210.0, y1: 420.0 };
        let placement = Placement::of_page(shown, 90, 1.0);
        assert!(placement.landscape);
        let (x, y) = placement.matrix.apply((10.0, 420.0));
        let (other_x, other_y) = placement.matrix.apply((210.0, 20.0));
        assert!(x > other_x, "the old top left is now right: {x} {other_x}");
        assert!(y > other_y, "and at the top: {y} {other_y}");
    }

    #[test]
    fn a_small_page_keeps_its_size() {
        let shown = Rect { x0: -50.0, y0: -50.0, x1: 50.0, y1: 10.0 };
        let placement = Placement::of_page(shown, 0, 1.0);
        assert_eq!(placement.matrix.0.first(), Some(&1.0));
    }

    #[test]
    fn numbers_are_written_without_exponents() {
        assert_eq!(number(0.000_000_1), "0");
        assert_eq!(number(-0.5), "-0.5");
        assert_eq!(number(12.0), "12");
    }
}
