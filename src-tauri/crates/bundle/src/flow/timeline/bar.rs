//! One spell: filled where certain, hatched inside a dashed edge where possible.

use crate::flow::axis::Axis;
use crate::flow::fill::{certain, uncertain};
use crate::ink::{Ink, Tone};
use joinder_domain::bundle::{Bar, BarEnd, Tone as BarTone};

/// Two ends nearer than this are one, in points.
const SAME: f32 = 0.8;

pub(super) fn ink(bar: &Bar, axis: &Axis, top: f32, height: f32) -> Vec<Ink> {
    let tone = match bar.tone {
        BarTone::Strong => Tone::Strong,
        BarTone::Medium => Tone::Medium,
        BarTone::Pale => Tone::Pale,
    };
    let (start_early, start_late) = axis.span(bar.start);
    let (end_early, end_late) = match bar.end {
        BarEnd::Ended(range) => axis.span(range),
        BarEnd::Open => (axis.right, axis.right),
    };
    let end_late = end_late.max(start_early);
    let mut ink = Vec::new();
    if end_early - start_late >= -SAME {
        if start_late - start_early > SAME {
            ink.extend(uncertain(start_early, top, start_late - start_early, height));
        }
        if end_late - end_early > SAME {
            ink.extend(uncertain(end_early, top, end_late - end_early, height));
        }
        // A spell of a few days is still seen.
        ink.extend(certain(start_late, top, (end_early - start_late).max(1.5), height, tone));
    } else {
        // It may have begun after it may have ended: no day is certain.
        ink.extend(uncertain(start_early, top, end_late - start_early, height));
    }
    if bar.end == BarEnd::Open {
        ink.extend(arrow(axis.right, top, height));
    }
    ink
}

/// The head of an arrow whose point is a little beyond `x`.
pub(super) fn arrow(x: f32, y: f32, height: f32) -> Vec<Ink> {
    vec![Ink::Fill {
        points: vec![(x - 2.0, y - 2.0), (x + 4.5, y + height / 2.0), (x - 2.0, y + height + 2.0)],
        tone: Tone::Black,
    }]
}
