//! Rows to pages on their side.

use super::face::Faces;
use super::text::{Text, short};
use crate::font::{Face, Shaper};
use crate::leaf::{A4, BAND};
use crate::text::{Line, Piece, Setting, fit, wrap};
use joinder_domain::bundle::{Style, plain};
use joinder_domain::register::{ListCell, ListRow, Listing, show_day};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::rc::Rc;

/// Columns from which on a list needs A3.
const WIDE: usize = 13;
/// Space at the left and right of the paper.
const SIDE: f32 = 34.0;
const TOP: f32 = 52.0;
const BOTTOM: f32 = BAND + 8.0;
const PAD_X: f32 = 3.0;
const PAD_Y: f32 = 2.0;
const SMALL: f32 = 8.0;
/// Behind the heading of a part on every page after its first.
const CONTINUED: &str = " (continued)";
/// The widest day in figures.
const DAY: &str = "00/00/0000";
/// Cells that are remembered, because many rows say the same.
const CELLS: usize = 4_000;

type Lines = Rc<Vec<Line>>;

/// Width and height of the paper on its side: A4, and A3 for a list of many columns.
pub(super) fn paper(listing: &Listing) -> (f32, f32) {
    if listing.columns.len() > WIDE { (2.0 * A4.0, A4.1) } else { (A4.1, A4.0) }
}

/// What is the same on all pages.
pub(super) struct Layout {
    width: f32,
    height: f32,
    columns: Vec<Slot>,
    size: f32,
    heads: Vec<Lines>,
    title: Line,
    reference: Line,
    foot: Line,
    cells: RefCell<HashMap<(u32, String), Lines>>,
}

struct Slot {
    left: f32,
    width: f32,
    format: String,
}

/// A row as it is set.
pub(super) struct SetRow {
    part: Option<Lines>,
    /// The heading of the part that it belongs to, as a page that goes on with it has it; empty outside a part.
    goes_on: Lines,
    cells: Vec<Lines>,
    /// Lines that are on an earlier page.
    from: usize,
}

/// A page that is being filled.
pub(super) struct Page {
    width: f32,
    height: f32,
    graphics: String,
    text: Text,
    /// Distance from the top of the paper.
    y: f32,
    rows: usize,
    content: String,
}

impl Layout {
    pub(super) fn new(listing: &Listing, shaper: &Shaper<'_>) -> Self {
        let size = match listing.columns.len() {
            0..=8 => 9.0,
            9..=13 => 7.5,
            _ => 7.0,
        };
        let (width, height) = paper(listing);
        let mut left = SIDE;
        let columns: Vec<Slot> = widths(listing, shaper, size, width - 2.0 * SIDE)
            .into_iter()
            .zip(&listing.columns)
            .map(|(width, column)| {
                left += width;
                Slot { left: left - width, width, format: column.format.clone() }
            })
            .collect();
        let set = |words: &str, size: f32, style: Style, width: f32| {
            wrap(shaper, &plain(words), Setting { size, width: width.max(size), style })
        };
        let heads = listing.columns.iter().zip(&columns);
        let heads = heads
            .map(|(column, slot)| Rc::new(set(&column.heading, size, Style::Bold, slot.width - 2.0 * PAD_X)))
            .collect();
        let one = |words: &str, width: f32| {
            let mut lines = set(&words.replace(['\n', '\r'], " "), SMALL, Style::Plain, width);
            if lines.is_empty() { Line::default() } else { lines.swap_remove(0) }
        };
        let reference = [listing.reference.as_str(), listing.as_at_words.as_str()];
        let reference =
            reference.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ");
        Self {
            width,
            height,
            title: one(&listing.case_title, 420.0),
            reference: one(&reference, 320.0),
            foot: one(&listing.marking, 620.0),
            columns,
            size,
            heads,
            cells: RefCell::default(),
        }
    }

    /// Sets a row.
    ///
    /// `part` is the part of the list that the row belongs to; empty outside a part.
    pub(super) fn row(&self, shaper: &Shaper<'_>, row: &ListRow, part: &str) -> SetRow {
        let set = |words: &str, style: Style, width: f32, size: f32| {
            Rc::new(wrap(shaper, &plain(words), Setting { size, width: width.max(size), style }))
        };
        let goes_on = match part {
            "" => Rc::default(),
            part => {
                let words = format!("{part}{CONTINUED}");
                set(&words, Style::Bold, self.width - 2.0 * SIDE, self.size + 1.0)
            }
        };
        let part = (!row.part.is_empty())
            .then(|| set(&row.part, Style::Bold, self.width - 2.0 * SIDE, self.size + 1.0));
        let cells = (0..).zip(&self.columns).zip(&row.cells).map(|((at, slot), cell)| {
            let words = match cell {
                ListCell::Empty => return Rc::default(),
                ListCell::Words(words) => words.clone(),
                ListCell::Number(number) => number.to_string(),
                ListCell::Day(day) => show_day(*day, &slot.format),
            };
            let key = (at, words);
            if let Some(known) = self.cells.borrow().get(&key) {
                return Rc::clone(known);
            }
            let lines = set(&key.1, Style::Plain, slot.width - 2.0 * PAD_X, self.size);
            let mut cells = self.cells.borrow_mut();
            if cells.len() >= CELLS {
                cells.clear();
            }
            cells.insert(key, Rc::clone(&lines));
            lines
        });
        SetRow { part, goes_on, cells: cells.collect(), from: 0 }
    }

    fn leading(&self) -> f32 {
        self.size * 1.3
    }

    /// Height of a line of a row: letters of some scripts need more.
    fn line_height(&self, cells: &[Lines], at: usize) -> f32 {
        let lines = cells.iter().filter_map(|lines| lines.get(at));
        lines.map(|line| line.ascent + line.descent).fold(self.leading(), f32::max)
    }
}

/// The widths of the columns: as the list asks for, but none so narrow that a word of its heading, or a day, would be broken
/// while another has room to spare.
fn widths(listing: &Listing, shaper: &Shaper<'_>, size: f32, room: f32) -> Vec<f32> {
    let wanted: Vec<f32> = listing.columns.iter().map(|column| f32::from(column.width.max(4))).collect();
    let least: Vec<f32> = listing
        .columns
        .iter()
        .map(|column| {
            let day = if column.format.is_empty() { "" } else { DAY };
            let words = column.heading.split_whitespace().chain([day]).filter(|word| !word.is_empty());
            let width = |word: &str| {
                let setting = Setting { size, width: 10_000.0, style: Style::Bold };
                wrap(shaper, &plain(word), setting).first().map_or(0.0, |line| line.width)
            };
            words.map(width).fold(0.0, f32::max) + 2.0 * PAD_X + 0.5
        })
        .collect();
    let all: f32 = wanted.iter().sum();
    let mut widths: Vec<f32> = wanted.iter().map(|width| room * width / all.max(1.0)).collect();
    fit(&mut widths, &least);
    widths
}

impl Page {
    /// The first page, with the title above the list.
    pub(super) fn first(layout: &Layout, shaper: &Shaper<'_>, listing: &Listing, faces: &mut Faces) -> Self {
        let mut page = Self::blank(layout);
        let width = layout.width - 2.0 * SIDE;
        let notes = listing.notes.iter().map(|note| (note.as_str(), 9.0, Style::Plain));
        let words =
            [(listing.title.as_str(), 18.0, Style::Bold), (listing.as_at_words.as_str(), 9.5, Style::Plain)];
        for (words, size, style) in words.into_iter().chain(notes).filter(|(words, ..)| !words.is_empty()) {
            for line in wrap(shaper, &plain(words), Setting { size, width, style }) {
                page.line(faces, &line, SIDE, 0.0, false);
                page.y += size * 1.4;
            }
            page.y += 2.0;
        }
        page.y += 6.0;
        page.head(layout, faces);
        page
    }

    pub(super) fn next(layout: &Layout, faces: &mut Faces) -> Self {
        let mut page = Self::blank(layout);
        page.head(layout, faces);
        page
    }

    fn blank(layout: &Layout) -> Self {
        Self {
            width: layout.width,
            height: layout.height,
            graphics: String::new(),
            text: Text::default(),
            y: TOP,
            rows: 0,
            content: String::new(),
        }
    }

    fn head(&mut self, layout: &Layout, faces: &mut Faces) {
        let lines = layout.heads.iter().map(|lines| lines.len()).max().unwrap_or(0);
        let height = lines as f32 * layout.leading() + 2.0 * PAD_Y;
        let (x, y, width) = (SIDE, self.height - self.y - height, self.width - 2.0 * SIDE);
        // Writing to a string cannot fail.
        let _ = writeln!(
            self.graphics,
            "0.94 g {x} {} {} {} re f 0 G 0.9 w {x} {} m {} {} l S",
            short(y),
            short(width),
            short(height),
            short(y),
            short(x + width),
            short(y)
        );
        for (lines, slot) in layout.heads.iter().zip(&layout.columns) {
            for (at, line) in lines.iter().enumerate() {
                self.line(faces, line, slot.left + PAD_X, PAD_Y + at as f32 * layout.leading(), false);
            }
        }
        self.y += height;
    }

    /// Places a row; returns what does not fit.
    pub(super) fn take(&mut self, layout: &Layout, mut row: SetRow, faces: &mut Faces) -> Option<SetRow> {
        let room = self.height - BOTTOM - self.y;
        let count = row.cells.iter().map(|lines| lines.len()).max().unwrap_or(0).max(1);
        // A page that goes on with a part says with which.
        if self.rows == 0 && row.part.is_none() && !row.goes_on.is_empty() {
            row.part = Some(Rc::clone(&row.goes_on));
        }
        let part =
            row.part.as_ref().map_or(0.0, |lines| lines.len() as f32 * (layout.size + 1.0) * 1.3 + 8.0);
        let heights: Vec<f32> = (row.from..count).map(|at| layout.line_height(&row.cells, at)).collect();
        let needed = part + heights.iter().sum::<f32>() + 2.0 * PAD_Y;
        // A row that is higher than a page is parted between its lines.
        let parts = needed > self.height - BOTTOM - TOP - 60.0;
        let least = part + heights.first().copied().unwrap_or(0.0) + 2.0 * PAD_Y;
        if (needed > room && !parts) || least > room {
            // On an empty page something must go on, or there would be no end.
            if self.rows > 0 {
                return Some(row);
            }
        }
        if let Some(lines) = row.part.take() {
            self.y += 5.0;
            for line in lines.iter() {
                self.line(faces, line, SIDE + PAD_X, 0.0, false);
                self.y += (layout.size + 1.0) * 1.3;
            }
            self.y += 3.0;
        }
        self.rows += 1;
        let mut dy = PAD_Y;
        let mut drawn = row.from;
        for height in &heights {
            if drawn > row.from && self.y + dy + height + PAD_Y > self.height - BOTTOM {
                break;
            }
            for (lines, slot) in row.cells.iter().zip(&layout.columns) {
                if let Some(line) = lines.get(drawn) {
                    self.line(faces, line, slot.left + PAD_X, dy, false);
                }
            }
            dy += height;
            drawn += 1;
        }
        self.y += dy + PAD_Y;
        if drawn < count {
            row.from = drawn;
            return Some(row);
        }
        let y = short(self.height - self.y);
        let _ = writeln!(self.graphics, "0.7 G 0.4 w {SIDE} {y} m {} {y} l S", short(self.width - SIDE));
        None
    }

    /// Prints what stands above and below; the number comes last of all.
    pub(super) fn finish(&mut self, layout: &Layout, shaper: &Shaper<'_>, number: u32, faces: &mut Faces) {
        self.y = 0.0;
        self.line(faces, &layout.title, SIDE, 26.0, true);
        self.line(faces, &layout.reference, self.width - SIDE - layout.reference.width, 26.0, true);
        self.line(faces, &layout.foot, SIDE, self.height - BAND + 8.0, true);
        let run = shaper.shape(Face::of_style(Style::Bold), false, &number.to_string());
        let line = Line::new(vec![Piece { run, level: 0, space: false }], 11.0, false);
        self.line(faces, &line, self.width - SIDE - line.width, self.height - BAND + 6.0, false);
        let top = short(self.height - 40.0);
        let _ = writeln!(self.graphics, "0.7 G 0.5 w {SIDE} {top} m {} {top} l S", short(self.width - SIDE));
        self.content = format!("{}0 g BT\n{}ET\n", self.graphics, self.text.out);
    }

    pub(super) fn content(&self) -> &str {
        &self.content
    }

    /// Shows a line whose top is `dy` below where the page is filled to.
    fn line(&mut self, faces: &mut Faces, line: &Line, left: f32, dy: f32, grey: bool) {
        let baseline = self.height - self.y - dy - line.ascent;
        let mut x = left;
        for run in &line.runs {
            self.text.run(faces, (x, baseline), line.size, run, grey);
            x += run.width as f32 * line.size / 1000.0;
        }
    }
}
