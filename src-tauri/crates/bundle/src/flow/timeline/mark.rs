//! Days that matter: labels on tiers above the bars, lines down through them.

use super::axis::Axis;
use super::{Setter, leading, line_ink, size};
use crate::ink::{Dash, Ink, Tone};
use joinder_domain::bundle::{Align, Mark, MarkStyle, Style, TimelinePicture, plain};

/// Labels that do not overlap, and where each line starts.
pub(super) struct Labels {
    pub(super) ink: Vec<Ink>,
    pub(super) height: f32,
    /// Top of the line of each mark, in the order of the picture.
    starts: Vec<f32>,
}

impl Setter<'_, '_> {
    /// Sets each label on a tier of its own, so that none covers another.
    pub(super) fn mark_labels(&self, picture: &TimelinePicture, axis: &Axis) -> Labels {
        let mut labels = Labels { ink: Vec::new(), height: 0.0, starts: vec![0.0; picture.marks.len()] };
        let middle = |mark: &Mark| {
            let (early, late) = axis.mark(mark);
            (early + late) / 2.0
        };
        // From right to left, each label left of its line: no line then crosses a label below it.
        let mut order: Vec<(usize, &Mark)> = picture.marks.iter().enumerate().collect();
        order.sort_by(|(_, a), (_, b)| middle(b).total_cmp(&middle(a)));
        for (index, mark) in order {
            let middle = middle(mark);
            let style = if mark.style == MarkStyle::Other { Style::Plain } else { Style::Bold };
            let room = (middle - 4.0).min(self.width * 0.6);
            let lines = self.wrap(&plain(&mark.label), size::SMALL, style, room);
            if let Some(start) = labels.starts.get_mut(index) {
                *start = labels.height + 1.0;
            }
            for line in &lines {
                let left = middle - 4.0 - room;
                labels.ink.extend(line_ink(line, left, labels.height, room, Align::End, Tone::Black));
                labels.height += leading(line);
            }
            labels.height += 2.0;
        }
        labels
    }
}

/// Grey bands under everything, for days that are not certain.
pub(super) fn bands(picture: &TimelinePicture, axis: &Axis, top: f32, bottom: f32) -> Vec<Ink> {
    picture
        .marks
        .iter()
        .map(|mark| axis.mark(mark))
        .filter(|(early, late)| late - early > 1.0)
        .map(|(early, late)| Ink::rect(early, top, late - early, bottom - top, Tone::Ground))
        .collect()
}

/// Lines over everything, from each label to the axis; a band has a line at either end.
pub(super) fn lines(picture: &TimelinePicture, axis: &Axis, labels: &Labels, bottom: f32) -> Vec<Ink> {
    let mut ink = Vec::new();
    for (mark, top) in picture.marks.iter().zip(&labels.starts) {
        let (early, late) = axis.mark(mark);
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
