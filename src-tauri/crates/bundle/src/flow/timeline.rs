//! The drawn axis: labels on the left, bars on the right, days that matter as lines from top to bottom.
//!
//! Readable in black and white: what is certain is filled, what is only possible is hatched inside a dashed
//! edge, and lines differ by weight and dash rather than by colour.

mod bar;
mod mark;

use super::axis::Axis;
use super::setter::{Look, Setter, Side, leading, line_ink};
use super::{Strip, fill, size};
use crate::ink::{Ink, Tone};
use joinder_domain::bundle::{Bar, Style, TimelinePicture, plain};

/// Width of the labels beside the bars.
const LABELS: f32 = 166.0;
const BAR_HEIGHT: f32 = 12.0;
const ROW_PADDING: f32 = 5.0;
/// Height of the rows of one picture; more rows make a further picture with the same axis and days.
const ROWS: f32 = 560.0;

impl Setter<'_, '_> {
    pub(super) fn timeline(&mut self, picture: &TimelinePicture) {
        let Some(axis) = Axis::new(picture.from, picture.to, LABELS, self.width - 4.0) else { return };
        let rows: Vec<(&Bar, Row)> = picture.bars.iter().map(|bar| (bar, self.row(bar))).collect();
        let mut parts: Vec<Vec<(&Bar, Row)>> = vec![Vec::new()];
        let mut used = 0.0;
        for (bar, row) in rows {
            if used > 0.0 && used + row.height > ROWS {
                parts.push(Vec::new());
                used = 0.0;
            }
            used += row.height;
            if let Some(part) = parts.last_mut() {
                part.push((bar, row));
            }
        }
        let mut parted = false;
        for part in parts {
            self.space(8.0);
            parted = self.picture(picture, &axis, part);
        }
        self.keep_last();
        self.legend(picture, parted);
        self.space(10.0);
    }

    /// One axis with its rows; whether days were drawn further apart than they are.
    fn picture(&mut self, picture: &TimelinePicture, axis: &Axis, rows: Vec<(&Bar, Row)>) -> bool {
        let mut ink = Vec::new();
        let marks = self.mark_labels(picture, axis);
        let top = marks.height + 4.0;
        let bottom = top + rows.iter().map(|(_, row)| row.height).sum::<f32>().max(20.0);
        ink.extend(mark::bands(&marks, top, bottom));
        ink.extend(self.grid(axis, top, bottom));
        let mut y = top;
        for (bar, row) in rows {
            ink.extend(row.ink.into_iter().map(|ink| ink.moved(0.0, y)));
            let middle = y + row.height / 2.0;
            ink.extend(bar::ink(bar, axis, middle - BAR_HEIGHT / 2.0, BAR_HEIGHT));
            y += row.height;
            ink.push(Ink::rule((0.0, y), (self.width, y), 0.3, Tone::Light));
        }
        ink.extend(mark::lines(picture, &marks, bottom));
        let parted = marks.parted;
        ink.extend(marks.ink);
        self.push(Strip { height: bottom + size::SMALL * 1.4 + 4.0, ink, ..Strip::default() });
        parted
    }

    /// The label of a bar and its dates in the claimant's words.
    fn row(&self, bar: &Bar) -> Row {
        let mut ink = Vec::new();
        let mut y = ROW_PADDING;
        for (words, style, points) in
            [(&bar.label, Style::Bold, size::SMALL + 0.5), (&bar.words, Style::Plain, size::SMALL)]
        {
            if words.is_empty() {
                continue;
            }
            for line in self.wrap(&plain(words), points, style, LABELS - 12.0) {
                ink.extend(line_ink(&line, 0.0, y, LABELS - 12.0, Side::Left, Tone::Black));
                y += leading(&line);
            }
        }
        Row { ink, height: (y + ROW_PADDING).max(BAR_HEIGHT + 2.0 * ROW_PADDING) }
    }

    /// Years below the axis, with a hairline up through the bars.
    fn grid(&self, axis: &Axis, top: f32, bottom: f32) -> Vec<Ink> {
        let mut ink = vec![Ink::rule((axis.left, bottom), (axis.right, bottom), 0.8, Tone::Black)];
        for (x, year) in axis.years() {
            ink.push(Ink::rule((x, top), (x, bottom + 3.0), 0.3, Tone::Light));
            for line in self.wrap(&plain(year.to_string()), size::SMALL, Style::Plain, 40.0) {
                ink.extend(line_ink(&line, x - 20.0, bottom + 3.0, 40.0, Side::Centre, Tone::Black));
            }
        }
        ink
    }

    fn legend(&mut self, picture: &TimelinePicture, parted: bool) {
        let mut ink = Vec::new();
        let mut x = 0.0;
        let mut entry = |setter: &Self, sign: Vec<Ink>, words: &str| {
            ink.extend(sign.into_iter().map(|ink| ink.moved(x, 0.0)));
            for line in setter.wrap(&plain(words), size::SMALL, Style::Plain, 240.0) {
                ink.extend(line_ink(&line, x + 28.0, 0.0, 240.0, Side::Left, Tone::Black));
                x += 28.0 + line.width + 18.0;
            }
        };
        if !picture.bars.is_empty() {
            entry(self, fill::certain(0.0, 1.0, 22.0, 9.0, Tone::Strong), "certain");
            entry(self, fill::uncertain(0.0, 1.0, 22.0, 9.0), "possible, not certain");
        }
        if picture.bars.iter().any(|bar| bar.end == joinder_domain::bundle::BarEnd::Open) {
            entry(self, bar::arrow(20.0, 1.0, 9.0), "continues");
        }
        self.push(Strip { height: size::SMALL * 1.5, before: 4.0, keep: parted, ink, ..Strip::default() });
        if parted {
            let words = "Days that are very near each other are drawn side by side.";
            self.text(&plain(words), Look::plain(size::SMALL));
        }
    }
}

struct Row {
    ink: Vec<Ink>,
    height: f32,
}
