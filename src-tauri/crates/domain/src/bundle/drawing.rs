//! A line drawing: a few strokes, boxes and words, the same on paper and on a screen.

use serde::{Deserialize, Serialize};

/// A drawing. Lengths are points, from the top left corner downwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// Width.
    pub width: u16,
    /// Height.
    pub height: u16,
    /// What it shows, for whoever cannot see it; printed under it.
    pub description: String,
    /// What is drawn, the lowest first.
    pub shapes: Vec<Shape>,
}

/// One part of a drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A line from one point to another.
    Line {
        /// From here.
        from: (i16, i16),
        /// To here.
        to: (i16, i16),
        /// How strongly it is drawn.
        stroke: Stroke,
    },
    /// A box.
    Box {
        /// Its top left corner.
        at: (i16, i16),
        /// Its width and height.
        size: (u16, u16),
        /// Its ground.
        ground: Ground,
        /// How strongly its edge is drawn.
        stroke: Stroke,
    },
    /// A filled area.
    Area {
        /// Its corners.
        points: Vec<(i16, i16)>,
    },
    /// Words on one line; what does not fit is left out.
    Words {
        /// Left end of the line and top of its letters.
        at: (i16, i16),
        /// Widest that they may be.
        width: u16,
        /// The words.
        text: String,
        /// Whether they are heavy.
        bold: bool,
    },
}

/// How strongly a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stroke {
    /// A hairline.
    Thin,
    /// What the drawing is about.
    Heavy,
}

/// What a box is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The paper.
    Plain,
    /// A pale tone.
    Pale,
}
