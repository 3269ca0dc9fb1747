//! A register held against a template, row by row.

mod cell;
mod heading;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::fault::{Fault, FaultCode};
use super::field::Field;
use super::template::{Template, TemplateColumn};

/// Faults that are kept; beyond, they are only counted.
const FAULTS: usize = 10_000;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Words.
    Words(String),
    /// A number that is not formatted as a day.
    Number {
        /// The number.
        value: f64,
        /// The day that it would be, formatted as one.
        as_day: Option<Date>,
    },
    /// A number that is formatted as a day; `None` where no calendar has it.
    Day(Option<Date>),
    /// What a formula failed with.
    Failed(String),
}

/// A cell of a register that is checked.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundCell {
    /// From 0.
    pub column: u32,
    /// What it holds.
    pub found: Found,
    /// It is worked out by a formula.
    pub formula: bool,
}

impl Found {
    /// What it shows.
    pub fn text(&self) -> String {
        match self {
            Self::Words(text) | Self::Failed(text) => text.clone(),
            Self::Number { value, .. } => value.to_string(),
            Self::Day(Some(day)) => day.to_string(),
            Self::Day(None) => String::new(),
        }
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Words(text) if text.trim().is_empty())
    }
}

/// Holds a register against a template.
#[derive(Debug)]
pub struct Checker<'t> {
    template: &'t Template,
    /// The template's column for a column of the file.
    places: BTreeMap<u32, &'t TemplateColumn>,
    from_text: bool,
    numbers: HashMap<String, u32>,
    without_heading: BTreeSet<u32>,
    faults: Vec<Fault>,
    total: u64,
    rows: u64,
    /// The row with something in it that was seen last.
    last: Option<u32>,
    /// How many stretches of empty rows lie between rows with something in them, and the first of them.
    empty: u32,
    first_empty: Option<(u32, u32)>,
}

impl<'t> Checker<'t> {
    /// Begins with the headings of a file, each with its column from 0, in the row `header_row` from 1. All cells of
    /// a file of text, such as CSV, are words.
    pub fn new(template: &'t Template, headings: &[(u32, String)], header_row: u32, from_text: bool) -> Self {
        let (places, found) = heading::places(template, headings, header_row);
        let mut checker = Self {
            template,
            places,
            from_text,
            numbers: HashMap::new(),
            without_heading: headings.iter().map(|(column, _)| *column).collect(),
            faults: Vec::new(),
            total: 0,
            rows: 0,
            last: None,
            empty: 0,
            first_empty: None,
        };
        found.into_iter().for_each(|fault| checker.push(fault));
        checker
    }

    /// Checks a row, from 1 as a spreadsheet counts; one without anything in it is passed over.
    pub fn row(&mut self, row: u32, cells: &[FoundCell]) {
        if cells.iter().all(|cell| cell.found.is_blank() && !cell.formula) {
            return;
        }
        self.rows += 1;
        let by_column: BTreeMap<u32, &FoundCell> = cells.iter().map(|cell| (cell.column, cell)).collect();
        let places = std::mem::take(&mut self.places);
        for (column, place) in &places {
            let found = match by_column.get(column) {
                Some(cell) if !cell.found.is_blank() || cell.formula => {
                    cell::check(place, cell, self.from_text)
                }
                _ if place.required => Some((FaultCode::Blank, cell::choices(place), String::new())),
                _ => None,
            };
            if let Some((code, allowed, other)) = found {
                let found = by_column.get(column).map(|cell| cell.found.text()).unwrap_or_default();
                let heading = place.heading.clone();
                self.push(Fault { code, row, column: *column, heading, found, allowed, other });
            }
        }
        self.places = places;
        if let Some(before) = self.last.replace(row)
            && row > before.saturating_add(1)
        {
            self.empty += 1;
            self.first_empty.get_or_insert((before + 1, row - 1));
        }
        self.number_twice(row, &by_column);
        self.ended_early(row, &by_column);
        for cell in cells.iter().filter(|cell| !cell.found.is_blank()) {
            // One word about a column without a heading is enough.
            if self.without_heading.insert(cell.column) {
                self.push(Fault {
                    code: FaultCode::NoHeading,
                    row,
                    column: cell.column,
                    heading: String::new(),
                    found: cell.found.text(),
                    allowed: Vec::new(),
                    other: String::new(),
                });
            }
        }
    }

    /// Adds a fault that something else found.
    pub fn push(&mut self, fault: Fault) {
        self.total += 1;
        if self.faults.len() < FAULTS {
            self.faults.push(fault);
        }
    }

    /// The template that it holds against.
    pub fn template(&self) -> &'t Template {
        self.template
    }

    /// The first and last row of the first stretch of empty rows between others, and how many such stretches there are.
    pub fn empty_rows(&self) -> Option<((u32, u32), u32)> {
        Some((self.first_empty?, self.empty))
    }

    /// Rows that were checked, the faults from top to bottom, and how many there were in all.
    pub fn finish(mut self) -> (u64, Vec<Fault>, u64) {
        self.faults.sort_by_key(|fault| (fault.row, fault.column, fault.code));
        (self.rows, self.faults, self.total)
    }

    fn column_of(&self, field: Field) -> Option<(u32, &'t TemplateColumn)> {
        self.places
            .iter()
            .find(|(_, place)| place.field == Some(field))
            .map(|(column, place)| (*column, *place))
    }

    fn number_twice(&mut self, row: u32, cells: &BTreeMap<u32, &FoundCell>) {
        let Some((column, place)) = self.column_of(Field::Number) else { return };
        let number = cells.get(&column).map(|cell| cell.found.text().trim().to_owned()).unwrap_or_default();
        if number.is_empty() {
            return;
        }
        if let Some(first) = self.numbers.get(&number) {
            let other = first.to_string();
            let heading = place.heading.clone();
            let code = FaultCode::NumberTwice;
            self.push(Fault { code, row, column, heading, found: number, allowed: Vec::new(), other });
        } else {
            self.numbers.insert(number, row);
        }
    }

    fn ended_early(&mut self, row: u32, cells: &BTreeMap<u32, &FoundCell>) {
        let day = |field| {
            let (column, place) = self.column_of(field)?;
            Some((column, place, cell::day_of(place, &cells.get(&column)?.found)?))
        };
        let (Some((_, _, entered)), Some((column, place, ended))) = (day(Field::Entered), day(Field::Ended))
        else {
            return;
        };
        if ended < entered {
            self.push(Fault {
                code: FaultCode::EndedEarly,
                row,
                column,
                heading: place.heading.clone(),
                found: cell::shown(place, ended),
                allowed: Vec::new(),
                other: cell::shown(place, entered),
            });
        }
    }
}
