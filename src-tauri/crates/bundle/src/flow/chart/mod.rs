//! Charts: bars, columns and lines, readable in black and white and without their picture's colours.
//!
//! Series differ by fill (dark, pale, hatched) and lines by dash; whiskers have a white edge, so that they are seen
//! on any fill.

mod bars;
mod columns;
mod lines;
mod scale;

use super::setter::{Look, Setter, Side, line_ink};
use super::{fill, size};
use crate::ink::{Dash, Ink, Tone};
use joinder_domain::bundle::{Chart, ChartKind, Style, plain};

/// Height of the key to the series.
const KEY: f32 = size::SMALL * 1.6;

impl Setter<'_, '_> {
    pub(super) fn chart(&mut self, chart: &Chart) {
        self.space(10.0);
        let start = self.flow.strips.len();
        if !chart.caption.is_empty() {
            self.text(&plain(&chart.caption), Look::bold(size::TABLE));
        }
        for strip in self.flow.strips.iter_mut().skip(start) {
            strip.keep = true;
        }
        self.space(3.0);
        match &chart.kind {
            ChartKind::Bars(groups) => self.bars(chart, groups),
            ChartKind::Columns(groups) => self.columns(chart, groups),
            ChartKind::Lines(curves) => self.lines(chart, curves),
        }
        self.space(10.0);
    }

    /// Signs and names of the series, with the height that they take; nothing for fewer than two.
    fn key<'n>(
        &self,
        names: impl Iterator<Item = &'n str>,
        sign: impl Fn(usize) -> Vec<Ink>,
    ) -> (Vec<Ink>, f32) {
        let names: Vec<&str> = names.collect();
        if names.len() < 2 {
            return (Vec::new(), 0.0);
        }
        let (mut x, mut y) = (0.0, 0.0);
        let mut ink = Vec::new();
        for (index, name) in names.into_iter().enumerate() {
            for line in self.wrap(&plain(name), size::SMALL, Style::Plain, self.width - 40.0) {
                if x > 0.0 && x + 24.0 + line.width > self.width {
                    (x, y) = (0.0, y + KEY);
                }
                ink.extend(sign(index).into_iter().map(|ink| ink.moved(x, y + 2.0)));
                ink.extend(line_ink(&line, x + 20.0, y, line.width, Side::Left, Tone::Black));
                x += 20.0 + line.width + 16.0;
            }
        }
        (ink, y + KEY)
    }

    /// One short line of small words beside an axis.
    fn small(&self, words: &str, left: f32, y: f32, width: f32, side: Side) -> Vec<Ink> {
        let lines = self.wrap(&plain(words), size::SMALL, Style::Plain, width);
        lines.first().map_or_else(Vec::new, |line| line_ink(line, left, y, width, side, Tone::Black))
    }

    /// Width of one line of small words.
    fn small_width(&self, words: &str) -> f32 {
        let lines = self.wrap(&plain(words), size::SMALL, Style::Plain, self.width);
        lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }
}

/// A bar of the series with this index.
fn bar(series: usize, x: f32, y: f32, width: f32, height: f32) -> Vec<Ink> {
    match series % 4 {
        0 => fill::certain(x, y, width, height, Tone::Strong),
        1 => fill::certain(x, y, width, height, Tone::Pale),
        2 => fill::uncertain(x, y, width, height),
        _ => fill::certain(x, y, width, height, Tone::White),
    }
}

/// A whisker between two points, with a foot at each.
fn whisker(from: (f32, f32), to: (f32, f32)) -> Vec<Ink> {
    let upright = (to.1 - from.1).abs() > (to.0 - from.0).abs();
    let foot = |(x, y): (f32, f32)| {
        if upright { ((x - 2.5, y), (x + 2.5, y)) } else { ((x, y - 2.5), (x, y + 2.5)) }
    };
    let strokes = [(from, to), foot(from), foot(to)];
    let drawn = |width, tone| strokes.map(|(from, to)| Ink::rule(from, to, width, tone));
    drawn(2.4, Tone::White).into_iter().chain(drawn(0.9, Tone::Black)).collect()
}

/// How the line with this index is drawn.
fn stroke(index: usize) -> (Dash, f32, Tone) {
    match index % 4 {
        0 => (Dash::Solid, 1.4, Tone::Black),
        1 => (Dash::Dashed, 1.4, Tone::Black),
        2 => (Dash::Dotted, 1.6, Tone::Black),
        _ => (Dash::Solid, 2.2, Tone::Medium),
    }
}
