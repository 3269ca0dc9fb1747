//! Bars that are told apart in black and white: filled, or hatched inside a dashed edge.

use crate::ink::{Dash, Ink, Tone};

pub(crate) fn certain(x: f32, y: f32, width: f32, height: f32, tone: Tone) -> Vec<Ink> {
    let mut ink = vec![Ink::rect(x, y, width, height, tone)];
    ink.extend(Ink::frame(x, y, width, height, 0.6, Dash::Solid, Tone::Black));
    ink
}

pub(crate) fn uncertain(x: f32, y: f32, width: f32, height: f32) -> Vec<Ink> {
    let mut ink = vec![Ink::rect(x, y, width, height, Tone::White)];
    let mut start = x - height;
    while start < x + width {
        let (left, right) = (start.max(x), (start + height).min(x + width));
        if right > left {
            let from = (left, y + height - (left - start));
            let to = (right, y + height - (right - start));
            ink.push(Ink::rule(from, to, 0.45, Tone::Grey));
        }
        start += 4.0;
    }
    ink.extend(Ink::frame(x, y, width, height, 0.6, Dash::Dashed, Tone::Black));
    ink
}
