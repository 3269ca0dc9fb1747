//! Figures of the guides, drawn from what they show.

use joinder_domain::bundle::{Drawing, Ground, Shape, Stroke};

use crate::text::text;

/// What a figure shows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Figure {
    /// A menu with the entry to choose.
    Menu {
        /// What opens it; empty for three dots.
        opener: &'static str,
        /// Its entries.
        entries: &'static [&'static str],
        /// The one to choose, from 0.
        chosen: usize,
    },
    /// An email dragged to the desktop.
    Drag,
    /// An email attached to another one.
    Attach,
}

const WIDTH: u16 = 300;
const MENU: (i16, u16) = (130, 160);
const ROW: i16 = 17;

impl Figure {
    /// The figure as lines, boxes and words.
    pub(super) fn drawing(self) -> Drawing {
        match self {
            Self::Menu { opener, entries, chosen } => menu(opener, entries, chosen),
            Self::Drag => drag(),
            Self::Attach => attach(),
        }
    }
}

fn menu(opener: &str, entries: &[&str], chosen: usize) -> Drawing {
    let rows = i16::try_from(entries.len()).unwrap_or(i16::MAX / ROW);
    let bottom = 40 + rows * ROW;
    let mut shapes = window(WIDTH, bottom + 12);
    if opener.is_empty() {
        shapes.push(frame(270, 6, 18, 20, Stroke::Heavy));
        shapes.extend((0..3).map(|dot| dot_at(278, 9 + dot * 5)));
    } else {
        shapes.push(frame(MENU.0 + 60, 7, 100, 18, Stroke::Heavy));
        shapes.push(words(MENU.0 + 66, 11, 90, opener, true));
    }
    shapes.push(filled(MENU.0, 34, MENU.1, bottom - 32, Ground::Plain, Stroke::Thin));
    for (row, entry) in (0..).zip(entries) {
        let top = 37 + row * ROW;
        let is_chosen = usize::try_from(row).is_ok_and(|row| row == chosen);
        if is_chosen {
            shapes.push(filled(MENU.0 + 3, top, MENU.1 - 6, ROW - 2, Ground::Pale, Stroke::Heavy));
            shapes.extend(arrow_right(MENU.0 - 34, top + 7, 30));
        }
        shapes.push(words(MENU.0 + 10, top + 4, MENU.1 - 20, entry, is_chosen));
    }
    let three_dots = text("howto-figure-three-dots", &[]);
    let opener = if opener.is_empty() { &three_dots } else { opener };
    let entry = entries.get(chosen).copied().unwrap_or_default();
    drawing(bottom + 12, text("howto-figure-menu", &[("opener", opener), ("entry", entry)]), shapes)
}

fn drag() -> Drawing {
    let mut shapes = window(150, 92);
    for row in 0..4 {
        let top = 32 + row * 14;
        let stroke = if row == 1 { Stroke::Heavy } else { Stroke::Thin };
        shapes.push(filled(10, top, 130, 11, if row == 1 { Ground::Pale } else { Ground::Plain }, stroke));
    }
    shapes.extend(arrow_right(146, 52, 60));
    shapes.extend(sheet(226, 32));
    shapes.push(words(222, 72, 70, ".eml", true));
    drawing(96, text("howto-figure-drag", &[]), shapes)
}

fn attach() -> Drawing {
    let mut shapes = window(WIDTH, 96);
    for row in 0..3 {
        shapes.push(line(
            (14, 38 + row * 12),
            (if row == 2 { 120 } else { 190 }, 38 + row * 12),
            Stroke::Thin,
        ));
    }
    shapes.push(filled(206, 34, 82, 54, Ground::Pale, Stroke::Heavy));
    shapes.extend(sheet(234, 39));
    shapes.push(words(230, 76, 50, ".eml", true));
    shapes.extend(arrow_right(164, 70, 34));
    drawing(98, text("howto-figure-attach", &[]), shapes)
}

fn drawing(height: i16, description: String, shapes: Vec<Shape>) -> Drawing {
    Drawing { width: WIDTH, height: height.unsigned_abs() + 2, description, shapes }
}

/// The outline of a program's window with its bar.
fn window(width: u16, height: i16) -> Vec<Shape> {
    let right = i16::try_from(width).unwrap_or(i16::MAX) - 1;
    vec![
        filled(1, 1, width - 2, height, Ground::Plain, Stroke::Thin),
        line((1, 28), (right, 28), Stroke::Thin),
        line((12, 12), (90, 12), Stroke::Thin),
        line((12, 18), (70, 18), Stroke::Thin),
    ]
}

/// A sheet of paper with a folded corner.
fn sheet(x: i16, y: i16) -> Vec<Shape> {
    let edge = [(0, 0), (20, 0), (28, 8), (28, 34), (0, 34), (0, 0)];
    let mut shapes: Vec<Shape> = edge
        .iter()
        .zip(edge.iter().skip(1))
        .map(|(from, to)| line((x + from.0, y + from.1), (x + to.0, y + to.1), Stroke::Heavy))
        .collect();
    shapes.push(line((x + 20, y), (x + 20, y + 8), Stroke::Thin));
    shapes.push(line((x + 20, y + 8), (x + 28, y + 8), Stroke::Thin));
    shapes
        .extend((0..3).map(|row| line((x + 5, y + 15 + row * 6), (x + 23, y + 15 + row * 6), Stroke::Thin)));
    shapes
}

fn arrow_right(x: i16, y: i16, length: i16) -> Vec<Shape> {
    let tip = x + length;
    vec![
        line((x, y), (tip - 6, y), Stroke::Heavy),
        Shape::Area { points: vec![(tip - 8, y - 5), (tip, y), (tip - 8, y + 5)] },
    ]
}

fn dot_at(x: i16, y: i16) -> Shape {
    Shape::Area {
        points: vec![
            (x, y),
            (x + 2, y),
            (x + 3, y + 1),
            (x + 3, y + 3),
            (x, y + 3),
            (x - 1, y + 2),
            (x - 1, y + 1),
        ],
    }
}

fn line(from: (i16, i16), to: (i16, i16), stroke: Stroke) -> Shape {
    Shape::Line { from, to, stroke }
}

fn frame(x: i16, y: i16, width: u16, height: u16, stroke: Stroke) -> Shape {
    Shape::Box { at: (x, y), size: (width, height), ground: Ground::Plain, stroke }
}

fn filled(x: i16, y: i16, width: u16, height: i16, ground: Ground, stroke: Stroke) -> Shape {
    Shape::Box { at: (x, y), size: (width, height.unsigned_abs()), ground, stroke }
}

fn words(x: i16, y: i16, width: u16, words: &str, bold: bool) -> Shape {
    Shape::Words { at: (x, y), width, text: words.to_owned(), bold }
}
