//! Line drawings.

use super::setter::{Look, Setter, Side, line_ink};
use super::{Strip, size};
use crate::ink::{Dash, Ink, Tone};
use joinder_domain::bundle::{Drawing, Ground, Shape, Stroke, Style, plain};

impl Setter<'_, '_> {
    pub(super) fn drawing(&mut self, drawing: &Drawing) {
        self.space(6.0);
        let mut ink = Vec::new();
        for shape in &drawing.shapes {
            ink.extend(self.shape(shape));
        }
        let height = f32::from(drawing.height) + 4.0;
        self.push(Strip { height, keep: !drawing.description.is_empty(), ink, ..Strip::default() });
        if !drawing.description.is_empty() {
            self.text(&plain(&drawing.description), Look::plain(size::SMALL));
        }
        self.space(8.0);
    }

    fn shape(&self, shape: &Shape) -> Vec<Ink> {
        match shape {
            Shape::Line { from, to, stroke } => {
                vec![Ink::rule(point(*from), point(*to), width(*stroke), Tone::Black)]
            }
            Shape::Box { at, size: (wide, high), ground, stroke } => {
                let ((x, y), wide, high) = (point(*at), f32::from(*wide), f32::from(*high));
                let ground = match ground {
                    Ground::Plain => Tone::White,
                    Ground::Pale => Tone::Ground,
                };
                let mut ink = vec![Ink::rect(x, y, wide, high, ground)];
                ink.extend(Ink::frame(x, y, wide, high, width(*stroke), Dash::Solid, Tone::Black));
                ink
            }
            Shape::Area { points } => {
                vec![Ink::Fill { points: points.iter().copied().map(point).collect(), tone: Tone::Black }]
            }
            Shape::Words { at, width, text, bold } => {
                let ((x, y), width) = (point(*at), f32::from(*width));
                let style = if *bold { Style::Bold } else { Style::Plain };
                let lines = self.wrap(&plain(text), size::SMALL, style, width);
                lines
                    .first()
                    .map_or_else(Vec::new, |line| line_ink(line, x, y, width, Side::Left, Tone::Black))
            }
        }
    }
}

fn point((x, y): (i16, i16)) -> (f32, f32) {
    (f32::from(x), f32::from(y))
}

fn width(stroke: Stroke) -> f32 {
    match stroke {
        Stroke::Thin => 0.5,
        Stroke::Heavy => 1.6,
    }
}
