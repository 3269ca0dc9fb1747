//! Values over days, as slopes or as steps.

use super::columns::HEIGHT;
use super::scale::Scale;
use super::stroke;
use crate::flow::axis::Axis;
use crate::flow::setter::{Setter, Side};
use crate::flow::{Strip, size};
use crate::ink::{Ink, Tone};
use joinder_domain::bundle::{Chart, Curve, Curves};

impl Setter<'_, '_> {
    pub(super) fn lines(&mut self, chart: &Chart, curves: &Curves) {
        let names = curves.lines.iter().map(|line| line.label.as_str());
        let sample = |index| {
            let (dash, width, tone) = stroke(index);
            vec![Ink::Rule { from: (0.0, 3.5), to: (15.0, 3.5), width, dash, tone }]
        };
        let (mut ink, mut top) = self.key(names, sample);
        if !chart.measure.is_empty() {
            ink.extend(self.small(&chart.measure, 0.0, top, self.width, Side::Left));
            top += size::SMALL * 1.5;
        }
        top += size::SMALL * 0.7;
        let bottom = top + HEIGHT;
        let values = curves.lines.iter().flat_map(|line| line.points.iter().map(|(_, value)| *value));
        let scale = Scale::new(values.max().unwrap_or(0), chart.unit.is_empty(), bottom, -HEIGHT);
        let left = self.rising_axis(chart, &scale, &mut ink);
        if let Some(axis) = Axis::new(curves.from, curves.to, left, self.width - 4.0) {
            for (x, year) in axis.years() {
                ink.push(Ink::rule((x, bottom), (x, bottom + 3.0), 0.5, Tone::Black));
                ink.extend(self.small(&year.to_string(), x - 20.0, bottom + 3.0, 40.0, Side::Centre));
            }
            for (index, line) in curves.lines.iter().enumerate() {
                ink.extend(curve(index, line, &axis, &scale));
            }
        }
        self.push(Strip { height: bottom + size::SMALL * 1.8, ink, ..Strip::default() });
    }
}

fn curve(index: usize, line: &Curve, axis: &Axis, scale: &Scale) -> Vec<Ink> {
    let (dash, width, tone) = stroke(index);
    let points: Vec<(f32, f32)> =
        line.points.iter().map(|(day, value)| (axis.x(*day), scale.at(*value))).collect();
    let mut ink = Vec::new();
    let mut draw = |from: (f32, f32), to: (f32, f32)| {
        if from != to {
            ink.push(Ink::Rule { from, to, width, dash, tone });
        }
    };
    for pair in points.windows(2) {
        let [from, to] = pair else { continue };
        if line.step {
            let corner = (to.0, from.1);
            draw(*from, corner);
            draw(corner, *to);
        } else {
            draw(*from, *to);
        }
    }
    match points.last() {
        // The last step holds to the end of the axis.
        Some(last) if line.step => draw(*last, (axis.right, last.1)),
        Some(only) if points.len() == 1 => draw((only.0 - 1.5, only.1), (only.0 + 1.5, only.1)),
        _ => {}
    }
    ink
}
