//! Days that matter: labels on tiers above the bars, lines down through them.

use super::{Setter, Side, leading, line_ink, size};
use crate::flow::axis::Axis;
use crate::ink::{Dash, Ink, Tone};
use joinder_domain::bundle::{Mark, MarkStyle, Style, TimelinePicture, plain};

/// Labels that do not overlap, and where each line starts.
pub(super) struct Labels {
    pub(super) ink: Vec<Ink>,
    pub(super) height: f32,
    /// Top of the line of each mark, in the order of the picture.
    starts: Vec<f32>,
    /// Ends of each mark on the axis, in the order of the picture.
    pub(super) spans: Vec<(f32, f32)>,
    /// Lines were drawn further apart than their days are.
    pub(super) parted: bool,
}

/// Lines nearer than this are drawn side by side, in points.
const APART: f32 = 4.5;

/// Where each mark lies; a line that would hide behind another is moved to the right of it.
fn spans(picture: &TimelinePicture, axis: &Axis) -> (Vec<(f32, f32)>, bool) {
    let mut spans: Vec<(f32, f32)> = picture.marks.iter().map(|mark| axis.span(mark.date)).collect();
    let mut order: Vec<&mut (f32, f32)> = spans.iter_mut().collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut parted = false;
    let mut last = f32::NEG_INFINITY;
    for (early, late) in order {
        if *early - last < APART {
            let shift = last + APART - *early;
            *early += shift;
            *late += shift;
            parted = true;
        }
        last = *early;
    }
    (spans, parted)
}

impl Setter<'_, '_> {
    /// Sets each label on a tier of its own, so that none covers another.
    pub(super) fn mark_labels(&self, picture: &TimelinePicture, axis: &Axis) -> Labels {
        let (spans, parted) = spans(picture, axis);
        let starts = vec![0.0; picture.marks.len()];
        let middles: Vec<f32> = spans.iter().map(|(early, late)| (early + late) / 2.0).collect();
        let mut labels = Labels { ink: Vec::new(), height: 0.0, starts, spans, parted };
        // From right to left, each label left of its line: no line then crosses a label below it.
        let mut order: Vec<_> = middles.into_iter().zip(&picture.marks).enumerate().collect();
        order.sort_by(|(_, (a, _)), (_, (b, _))| b.total_cmp(a));
        for (index, (middle, mark)) in order {
            let style = if mark.style == MarkStyle::Other { Style::Plain } else { Style::Bold };
            let room = (middle - 4.0).min(self.width * 0.6);
            let lines = self.wrap(&plain(&mark.label), size::SMALL, style, room);
            if let Some(start) = labels.starts.get_mut(index) {
                *start = labels.height + 1.0;
            }
            for line in &lines {
                let left = middle - 4.0 - room;
                labels.ink.extend(line_ink(line, left, labels.height, room, Side::Right, Tone::Black));
                labels.height += leading(line);
            }
            labels.height += 2.0;
        }
        labels
    }
}

/// Grey bands under everything, for days that are not certain.
pub(super) fn bands(labels: &Labels, top: f32, bottom: f32) -> Vec<Ink> {
    labels
        .spans
        .iter()
        .filter(|(early, late)| late - early > 1.0)
        .map(|(early, late)| Ink::rect(*early, top, late - early, bottom - top, Tone::Ground))
        .collect()
}

/// Lines over everything, from each label to the axis; a band has a line at either end.
pub(super) fn lines(picture: &TimelinePicture, labels: &Labels, bottom: f32) -> Vec<Ink> {
    let mut ink = Vec::new();
    for ((mark, top), (early, late)) in picture.marks.iter().zip(&labels.starts).zip(&labels.spans) {
        let (early, late) = (*early, *late);
        if late - early > 1.0 {
            let middle = (early + late) / 2.0;
            let low = labels.height + 4.0;
            ink.push(line(mark, middle, *top, low));
            ink.push(line(mark, early, low, bottom));
            ink.push(line(mark, late, low, bottom));
            ink.push(Ink::rule((early, low), (late, low), 0.8, Tone::Black));
        } else {
            ink.push(line(mark, early, *top, bottom));
        }
    }
    ink
}

fn line(mark: &Mark, x: f32, top: f32, bottom: f32) -> Ink {
    let (width, dash) = match mark.style {
        MarkStyle::Incident => (1.8, Dash::Solid),
        MarkStyle::Notice => (1.2, Dash::Dashed),
        MarkStyle::Other => (0.6, Dash::Dotted),
    };
    Ink::Rule { from: (x, top), to: (x, bottom), width, dash, tone: Tone::Black }
}
