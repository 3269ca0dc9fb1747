//! What is drawn, before it is written in PDF. Points, from the top left corner downwards.

use crate::font::Run;
use std::rc::Rc;

/// The few tones of a page: court papers are printed in black and white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Black,
    /// Secondary text.
    Grey,
    /// Hairlines.
    Light,
    /// Grounds under headings and notes.
    Ground,
    White,
    /// The one accent, for rules.
    Accent,
    /// Bars of the timeline.
    Strong,
    Medium,
    Pale,
}

/// One mark on a page.
#[derive(Clone, Debug)]
pub(crate) enum Ink {
    Run {
        x: f32,
        /// The baseline.
        y: f32,
        size: f32,
        run: Rc<Run>,
        tone: Tone,
    },
    /// Words that are there to be found, over a picture that shows them.
    Unseen {
        x: f32,
        /// The baseline.
        y: f32,
        size: f32,
        /// Percent of its own width, so that it is as wide as what the picture shows.
        stretch: f32,
        run: Rc<Run>,
    },
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        width: f32,
        dash: Dash,
        tone: Tone,
    },
    Fill {
        points: Vec<(f32, f32)>,
        tone: Tone,
    },
    /// A picture of the document, named by its hash; it lies under all other ink of the page.
    Picture {
        /// Left and top.
        at: (f32, f32),
        /// Width and height.
        size: (f32, f32),
        sha256: Rc<str>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dash {
    Solid,
    Dashed,
    Dotted,
}

impl Ink {
    pub(crate) fn rule(from: (f32, f32), to: (f32, f32), width: f32, tone: Tone) -> Self {
        Self::Rule { from, to, width, dash: Dash::Solid, tone }
    }

    pub(crate) fn rect(x: f32, y: f32, width: f32, height: f32, tone: Tone) -> Self {
        Self::Fill { points: vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)], tone }
    }

    /// The outline of a rectangle.
    pub(crate) fn frame(x: f32, y: f32, w: f32, h: f32, width: f32, dash: Dash, tone: Tone) -> Vec<Self> {
        let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)];
        corners
            .windows(2)
            .filter_map(|side| match side {
                [from, to] => Some(Self::Rule { from: *from, to: *to, width, dash, tone }),
                _ => None,
            })
            .collect()
    }

    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        let shift = |point: &mut (f32, f32)| {
            point.0 += dx;
            point.1 += dy;
        };
        match &mut self {
            Self::Run { x, y, .. } | Self::Unseen { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Self::Rule { from, to, .. } => {
                shift(from);
                shift(to);
            }
            Self::Fill { points, .. } => points.iter_mut().for_each(shift),
            Self::Picture { at, .. } => shift(at),
        }
        self
    }
}

/// An area of a page that leads to another page of the same file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Link {
    /// Left, top, right, bottom.
    pub(crate) area: [f32; 4],
    /// The page's number, from 1.
    pub(crate) page: usize,
}

impl Link {
    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        let [left, top, right, bottom] = self.area;
        self.area = [left + dx, top + dy, right + dx, bottom + dy];
        self
    }
}
