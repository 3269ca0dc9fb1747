//! One sheet: its cells, and what is said about ranges of them (ISO/IEC 29500-1, 18.3.1).

use super::area::{Area, COLUMNS, ROWS, corner};
use super::format::{Formats, day};
use super::rule::Written;
use super::strings::{CELL, Words, unwrap_escapes};
use super::xml::{Element, Token, walk};
use super::{Cell, ColumnLook, Row, Sheet, Value};
use std::sync::Arc;

/// Rows in which the formats of empty cells are kept: headings lie within them.
const FORMATTED: u32 = 64;
/// Rules, merged ranges and column ranges that are kept of a sheet.
const RANGES: usize = 100_000;

pub(super) struct Reader<'s> {
    strings: &'s [Arc<str>],
    formats: &'s Formats,
    from_1904: bool,
    left: usize,
    sheet: Sheet,
    row: Row,
    cell: Option<Open>,
    inside: Inside,
    rule: Option<Written>,
}

/// A cell that is being read.
#[derive(Default)]
struct Open {
    column: u32,
    kind: String,
    style: u32,
    formula: bool,
    value: String,
    words: Words,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Value,
    Words,
    First,
    Second,
    Areas,
}

impl<'s> Reader<'s> {
    /// Reads at most `left` cells.
    pub(super) fn new(strings: &'s [Arc<str>], formats: &'s Formats, from_1904: bool, left: usize) -> Self {
        Self {
            strings,
            formats,
            from_1904,
            left,
            sheet: Sheet::default(),
            row: Row::default(),
            cell: None,
            inside: Inside::Nothing,
            rule: None,
        }
    }

    pub(super) fn read(mut self, text: &str) -> Sheet {
        let whole = walk(text, &mut |token| {
            self.token(&token);
            !self.sheet.cut
        });
        self.end_row();
        self.sheet.cut |= !whole;
        // Rows and cells may be listed in any order, and twice.
        self.sheet.rows.sort_by_key(|row| row.number);
        self.sheet.rows.dedup_by(|later, kept| {
            later.number == kept.number && {
                kept.cells.append(&mut later.cells);
                true
            }
        });
        for row in &mut self.sheet.rows {
            row.cells.sort_by_key(|cell| cell.column);
            row.cells.dedup_by_key(|cell| cell.column);
        }
        self.sheet
    }

    fn token(&mut self, token: &Token<'_, '_>) {
        match token {
            Token::Open(name, element) => self.open(name, element),
            Token::Close(name) => self.close(name),
            Token::Text(words) => self.text(words),
        }
        if self.inside == Inside::Words
            && let Some(cell) = &mut self.cell
        {
            cell.words.token(token);
        }
    }

    fn open(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "row" => {
                self.end_row();
                let next = self.row.number.saturating_add(1);
                self.row.number = element.number("r").unwrap_or(next).clamp(1, ROWS);
                self.row.hidden = element.says("hidden");
            }
            "c" => {
                let next = self.row.cells.last().map_or(0, |cell| cell.column + 1);
                let place = element.get("r").and_then(|place| corner(&place));
                self.cell = Some(Open {
                    column: place.and_then(|(column, _)| column).unwrap_or(next).min(COLUMNS - 1),
                    kind: element.get("t").unwrap_or_default(),
                    style: element.number("s").unwrap_or(0),
                    ..Open::default()
                });
            }
            "f" => {
                if let Some(cell) = &mut self.cell {
                    cell.formula = true;
                }
            }
            "v" => self.inside = Inside::Value,
            "is" => self.inside = Inside::Words,
            "mergeCell" if self.sheet.merged.len() < RANGES => {
                self.sheet.merged.extend(element.get("ref").and_then(|area| Area::read(&area)));
            }
            "autoFilter" => self.sheet.filter = element.get("ref").and_then(|area| Area::read(&area)),
            "pane" if element.get("state").is_some_and(|state| state.starts_with("frozen")) => {
                self.sheet.frozen_rows = element.number("ySplit").unwrap_or(0);
            }
            "col" if self.sheet.columns.len() < RANGES => self.column(element),
            "dataValidation" => {
                self.rule = Some(Written {
                    kind: element.get("type").unwrap_or_default(),
                    operator: element.get("operator").unwrap_or_default(),
                    may_be_blank: element.says("allowBlank"),
                    areas: element.get("sqref").unwrap_or_default(),
                    ..Written::default()
                });
            }
            "formula1" => self.inside = Inside::First,
            "formula2" => self.inside = Inside::Second,
            "sqref" => self.inside = Inside::Areas,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "row" => self.end_row(),
            "c" => self.end_cell(),
            "v" | "is" | "formula1" | "formula2" | "sqref" => self.inside = Inside::Nothing,
            "dataValidation" => {
                let rule = self.rule.take().and_then(|rule| rule.rule(self.from_1904));
                if self.sheet.rules.len() < RANGES {
                    self.sheet.rules.extend(rule);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        let into = match (self.inside, &mut self.cell, &mut self.rule) {
            (Inside::Value, Some(cell), _) => &mut cell.value,
            (Inside::First, _, Some(rule)) => &mut rule.first,
            (Inside::Second, _, Some(rule)) => &mut rule.second,
            (Inside::Areas, _, Some(rule)) => &mut rule.areas,
            _ => return,
        };
        if into.len() < CELL {
            into.push_str(words);
        }
    }

    fn column(&mut self, element: &Element<'_>) {
        let (Some(first), Some(last)) = (element.number::<u32>("min"), element.number::<u32>("max")) else {
            return;
        };
        self.sheet.columns.push(ColumnLook {
            first: first.saturating_sub(1),
            last: last.saturating_sub(1),
            width: element.number("width"),
            hidden: element.says("hidden"),
            format: self.formats.of(element.number("style").unwrap_or(0)).0,
        });
    }

    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.row.cells);
        if !cells.is_empty() {
            let (number, hidden) = (self.row.number.max(1), self.row.hidden);
            self.sheet.rows.push(Row { number, cells, hidden });
        }
    }

    fn end_cell(&mut self) {
        let Some(mut cell) = self.cell.take() else { return };
        let (format, days) = self.formats.of(cell.style);
        let Some(value) = self.value(&mut cell, days).filter(|value| !value.is_blank() || cell.formula)
        else {
            let row = self.row.number.max(1);
            let formats = &mut self.sheet.blank_formats;
            if row <= FORMATTED && formats.len() < RANGES && &*format != "General" {
                formats.insert((row, cell.column), format);
            }
            return;
        };
        if self.left == 0 {
            self.sheet.cut = true;
            return;
        }
        self.left -= 1;
        self.row.cells.push(Cell { column: cell.column, value, formula: cell.formula, format });
    }

    fn value(&self, cell: &mut Open, days: bool) -> Option<Value> {
        let text = cell.value.trim();
        match cell.kind.as_str() {
            "s" => {
                let at: usize = text.parse().ok()?;
                self.strings.get(at).map(|words| Value::Text(Arc::clone(words)))
            }
            "inlineStr" => Some(Value::Text(cell.words.take())),
            "str" => Some(Value::Text(unwrap_escapes(&cell.value).into())),
            "b" => Some(Value::Truth(matches!(text, "1" | "true"))),
            "e" => Some(Value::Fault(text.into())),
            "d" => {
                let day = text.get(..10).and_then(|day| day.parse().ok());
                Some(Value::Day { day, serial: f64::NAN })
            }
            _ if text.is_empty() => cell.formula.then(|| Value::Text("".into())),
            _ => match text.parse::<f64>() {
                Ok(serial) if days => Some(Value::Day { day: day(serial, self.from_1904), serial }),
                Ok(number) if number.is_finite() => Some(Value::Number(number)),
                _ => Some(Value::Text(text.into())),
            },
        }
    }
}
