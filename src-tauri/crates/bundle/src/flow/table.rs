//! Tables: columns by weight, a heading that is repeated, rows that stay in one piece where they can.

use super::setter::{Setter, Side, leading, line_ink};
use super::{Strip, size};
use crate::ink::{Ink, Link, Tone};
use crate::text::{Line, fit};
use joinder_domain::bundle::{Align, Column, Span, Style, Table, plain};

const PAD_X: f32 = 5.0;
const PAD_Y: f32 = 3.5;
/// A row higher than this may be split between its lines.
const UNSPLIT: f32 = 260.0;

/// Part of the line up to which a column is widened for one word.
const WORD_MOST: f32 = 0.4;
/// Width of a wide letter, in parts of its size: a word of so many of them is the longest that it can be.
const WIDE: f32 = 0.8;

/// A column's place on the page.
#[derive(Clone, Copy)]
struct Slot {
    left: f32,
    width: f32,
    side: Side,
}

/// How a row looks.
#[derive(Clone, Copy, Default)]
pub(crate) struct RowLook {
    /// Words of the first column are heavy.
    pub(crate) bold_first: bool,
    /// The whole row leads to this page.
    pub(crate) page: Option<usize>,
}

impl Setter<'_, '_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.space(7.0);
        let columns = self.unbroken(table);
        let head = self.table_head(&columns);
        for row in &table.rows {
            self.table_row(&columns, row, head, RowLook::default());
        }
        self.space(9.0);
    }

    /// The columns with weights by which no word is broken while another column has room to spare. What is longer than a good
    /// part of the line, such as a long address, breaks anyway.
    fn unbroken(&self, table: &Table) -> Vec<Column> {
        let slots = slots(&table.columns, self.width);
        let heads: Vec<Vec<Span>> =
            table.columns.iter().map(|column| vec![Span::bold(&column.heading)]).collect();
        let rows = || std::iter::once(&heads).chain(&table.rows);
        // Only a word that is long for its column is measured: of most tables none is.
        let broken = rows().any(|row| {
            row.iter().zip(&slots).any(|(cell, slot)| {
                let room = slot.width - 2.0 * PAD_X;
                self.longest(cell, room) > room
            })
        });
        if !broken {
            return table.columns.clone();
        }
        let mut least = vec![0.0_f32; slots.len()];
        for row in rows() {
            for (cell, least) in row.iter().zip(&mut least) {
                *least = least.max(self.longest(cell, 0.0) + 2.0 * PAD_X + 0.5);
            }
        }
        let mut widths: Vec<f32> = slots.iter().map(|slot| slot.width).collect();
        fit(&mut widths, &least);
        let weigh =
            |(column, width): (&Column, f32)| Column { weight: (width * 50.0) as u16, ..column.clone() };
        table.columns.iter().zip(widths).map(weigh).collect()
    }

    /// Width of the longest word of a cell that may be wider than `room`.
    fn longest(&self, cell: &[Span], room: f32) -> f32 {
        let most = self.width * WORD_MOST;
        let words = cell.iter().filter(|span| span.style != Style::Mono).filter_map(|span| {
            let word = span.text.split_whitespace().max_by_key(|word| word.chars().count())?;
            let wide = word.chars().count() as f32 * size::TABLE * WIDE > room;
            wide.then(|| Span { text: word.to_owned(), style: span.style })
        });
        let width = |word: Span| {
            let lines = self.wrap(&[word], size::TABLE, Style::Plain, most * 4.0);
            lines.first().map_or(0.0, |line| line.width)
        };
        words.map(width).filter(|width| *width <= most).fold(0.0, f32::max)
    }

    pub(super) fn key_values(&mut self, rows: &[(String, Vec<Span>)]) {
        let columns = [Column::left("", 32), Column::left("", 68)];
        self.space(5.0);
        let mut top = Strip::default();
        top.ink.push(Ink::rule((0.0, 0.0), (self.width, 0.0), 0.5, Tone::Light));
        top.keep = true;
        self.push(top);
        for (key, value) in rows {
            let cells = [plain(key), value.clone()];
            self.table_row(&columns, &cells, None, RowLook { bold_first: true, page: None });
        }
        self.space(9.0);
    }

    /// The heading row; `None` where all headings are empty.
    pub(crate) fn table_head(&mut self, columns: &[Column]) -> Option<usize> {
        if columns.iter().all(|column| column.heading.is_empty()) {
            return None;
        }
        let slots = slots(columns, self.width);
        let cells: Vec<_> = columns
            .iter()
            .zip(&slots)
            .map(|(column, slot)| {
                let width = slot.width - 2.0 * PAD_X;
                self.wrap(&plain(&column.heading), size::TABLE, Style::Bold, width)
            })
            .collect();
        let height = cells.iter().map(|lines| height(lines)).fold(0.0, f32::max) + 2.0 * PAD_Y;
        let mut ink = vec![Ink::rect(0.0, 0.0, self.width, height, Tone::Ground)];
        for (lines, slot) in cells.iter().zip(&slots) {
            // Headings stand on the rule below them.
            let mut y = height - PAD_Y - self::height(lines);
            for line in lines {
                ink.extend(cell_ink(line, *slot, y));
                y += leading(line);
            }
        }
        ink.push(Ink::rule((0.0, height), (self.width, height), 0.9, Tone::Black));
        let strip = Strip { height, keep: true, ink, ..Strip::default() };
        self.flow.heads.push(Strip { keep: false, ..strip.clone() });
        self.push(strip);
        Some(self.flow.heads.len() - 1)
    }

    /// One row; its lines may part where it is very high.
    pub(crate) fn table_row(
        &mut self,
        columns: &[Column],
        row: &[Vec<Span>],
        head: Option<usize>,
        look: RowLook,
    ) {
        let slots = slots(columns, self.width);
        let empty = Vec::new();
        let cells: Vec<Vec<Line>> = slots
            .iter()
            .enumerate()
            .map(|(index, slot)| {
                let text = row.get(index).unwrap_or(&empty);
                let style = if index == 0 && look.bold_first { Style::Bold } else { Style::Plain };
                self.wrap(text, size::TABLE, style, slot.width - 2.0 * PAD_X)
            })
            .collect();
        let height = cells.iter().map(|lines| height(lines)).fold(0.0, f32::max);
        let mut strips = if height <= UNSPLIT {
            vec![self.row_strip(&cells, &slots, height)]
        } else {
            self.split_row(&cells, &slots)
        };
        let count = strips.len();
        for (index, strip) in strips.iter_mut().enumerate() {
            strip.head = head;
            strip.keep = count > 1 && (index == 0 || index + 2 == count);
            let top = if index == 0 { PAD_Y } else { 0.0 };
            let bottom = if index + 1 == count { PAD_Y } else { 0.0 };
            strip.ink = std::mem::take(&mut strip.ink).into_iter().map(|ink| ink.moved(0.0, top)).collect();
            strip.height += top + bottom;
            if index + 1 == count {
                let y = strip.height;
                strip.ink.push(Ink::rule((0.0, y), (self.width, y), 0.5, Tone::Light));
            }
            if let Some(page) = look.page {
                strip.links.push(Link { area: [0.0, 0.0, self.width, strip.height], page });
            }
        }
        for strip in strips {
            self.push(strip);
        }
    }

    fn row_strip(&self, cells: &[Vec<Line>], slots: &[Slot], height: f32) -> Strip {
        let mut strip = Strip { height, ..Strip::default() };
        for (lines, slot) in cells.iter().zip(slots) {
            let mut y = 0.0;
            for line in lines {
                strip.ink.extend(cell_ink(line, *slot, y));
                y += leading(line);
            }
        }
        strip
    }

    /// The n-th lines of all cells make the n-th strip.
    fn split_row(&self, cells: &[Vec<Line>], slots: &[Slot]) -> Vec<Strip> {
        let count = cells.iter().map(Vec::len).max().unwrap_or(0);
        (0..count)
            .map(|index| {
                let lines: Vec<_> = cells
                    .iter()
                    .zip(slots)
                    .filter_map(|(l, s)| l.get(index).map(|line| (line, *s)))
                    .collect();
                let height = lines.iter().map(|(line, _)| leading(line)).fold(0.0, f32::max);
                let ink = lines.iter().flat_map(|(line, slot)| cell_ink(line, *slot, 0.0)).collect();
                Strip { height, ink, ..Strip::default() }
            })
            .collect()
    }
}

fn height(lines: &[Line]) -> f32 {
    lines.iter().map(leading).sum()
}

fn cell_ink(line: &Line, slot: Slot, y: f32) -> Vec<Ink> {
    line_ink(line, slot.left + PAD_X, y, slot.width - 2.0 * PAD_X, slot.side, Tone::Black)
}

fn slots(columns: &[Column], width: f32) -> Vec<Slot> {
    let total: f32 = columns.iter().map(|column| f32::from(column.weight.max(1))).sum();
    let mut left = 0.0;
    columns
        .iter()
        .map(|column| {
            let slot = Slot {
                left,
                width: width * f32::from(column.weight.max(1)) / total.max(1.0),
                side: match column.align {
                    Align::Start => Side::Left,
                    Align::Centre => Side::Centre,
                    Align::End => Side::Right,
                },
            };
            left += slot.width;
            slot
        })
        .collect()
}
