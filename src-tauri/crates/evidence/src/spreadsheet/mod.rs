//! Office Open XML workbooks (ISO/IEC 29500) as other programs wrote them: cells, merged ranges, formats, drop-downs.
//!
//! Formulas are never worked out: a cell that holds one is named as such and shows the value that was stored with it.

mod area;
mod format;
mod package;
mod rule;
mod sheet;
mod strings;
mod xml;

pub use area::{Area, column_letters};
pub use format::{day as spreadsheet_day, is_date as is_date_format};
pub use package::SpreadsheetError;
pub use rule::{Rule, RuleKind};

use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use package::Package;

/// Cells that are read of a whole workbook; more than a register of 100,000 claimants with 50 columns has.
const CELLS: usize = 6_000_000;
/// Sheets that are read.
const SHEETS: usize = 200;

/// A workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Spreadsheet {
    /// The sheets in their order.
    pub sheets: Vec<Sheet>,
    /// Days are counted from 1904, as old programs for the Macintosh did.
    pub from_1904: bool,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// It is hidden from whoever opens the workbook.
    pub hidden: bool,
    /// The rows that hold something, in order.
    pub rows: Vec<Row>,
    /// Ranges of cells that were merged into one.
    pub merged: Vec<Area>,
    /// What may be typed where.
    pub rules: Vec<Rule>,
    /// How whole columns look.
    pub columns: Vec<ColumnLook>,
    /// Number formats of empty cells in the first rows, by row from 1 and column from 0: what a template asks for.
    pub blank_formats: BTreeMap<(u32, u32), Arc<str>>,
    /// Rows at the top that stay in sight; 0 for none.
    pub frozen_rows: u32,
    /// The range that has filter buttons.
    pub filter: Option<Area>,
    /// There was more than is read.
    pub cut: bool,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// From 1, as people count.
    pub number: u32,
    /// The cells that hold something, from left to right.
    pub cells: Vec<Cell>,
    /// It is hidden from whoever opens the workbook, by hand or by a filter.
    pub hidden: bool,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// From 0.
    pub column: u32,
    /// What it shows.
    pub value: Value,
    /// It is worked out by a formula.
    pub formula: bool,
    /// The number format, such as "dd/mm/yyyy"; "General" for none, "@" for text.
    pub format: Arc<str>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(Arc<str>),
    /// A number that is not formatted as a date.
    Number(f64),
    /// A number that is formatted as a date: the day, and whether there is a time of day too.
    Day {
        /// The day; `None` where no calendar has it.
        day: Option<Date>,
        /// The number behind it.
        serial: f64,
    },
    /// True or false.
    Truth(bool),
    /// What a formula failed with, such as "#REF!".
    Fault(Arc<str>),
}

/// How the columns of a range look.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnLook {
    /// The first column, from 0.
    pub first: u32,
    /// The last column, from 0.
    pub last: u32,
    /// Width in characters; `None` for the usual one.
    pub width: Option<f64>,
    /// It is hidden.
    pub hidden: bool,
    /// The number format of cells that were not touched yet.
    pub format: Arc<str>,
}

impl Sheet {
    /// The row with this number, from 1.
    pub fn row(&self, number: u32) -> Option<&Row> {
        let at = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        self.rows.get(at)
    }

    /// How a column looks.
    pub fn look(&self, column: u32) -> Option<&ColumnLook> {
        self.columns.iter().find(|look| look.first <= column && column <= look.last)
    }
}

impl Row {
    /// The cell in a column, from 0.
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }
}

impl Value {
    /// What it shows, without its format: a day as 2021-11-03, a number as few figures as tell it.
    pub fn text(&self) -> String {
        self.shown().into_owned()
    }

    fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Fault(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Day { day: Some(day), .. } => Cow::Owned(day.to_string()),
            Self::Day { serial, .. } => Cow::Owned(serial.to_string()),
            Self::Truth(true) => Cow::Borrowed("TRUE"),
            Self::Truth(false) => Cow::Borrowed("FALSE"),
        }
    }
}

/// Reads a workbook.
///
/// # Errors
/// [`SpreadsheetError`] for anything that is not a readable workbook.
pub fn read_spreadsheet(bytes: &[u8]) -> Result<Spreadsheet, SpreadsheetError> {
    let mut package = Package::open(bytes)?;
    let (places, names, from_1904) = package.contents()?;
    let formats = format::Formats::read(&package.part("styles")?.unwrap_or_default());
    let strings = strings::read(&package.part("sharedStrings")?.unwrap_or_default());
    let mut left = CELLS;
    let mut sheets = Vec::new();
    for place in places.into_iter().take(SHEETS) {
        let text = package.text(&place.path)?.unwrap_or_default();
        let reader = sheet::Reader::new(&strings, &formats, from_1904, left);
        let mut sheet = reader.read(&text);
        left = left.saturating_sub(sheet.rows.iter().map(|row| row.cells.len()).sum());
        (sheet.name, sheet.hidden) = (place.name, place.hidden);
        sheets.push(sheet);
    }
    resolve(&mut sheets, &names);
    Ok(Spreadsheet { sheets, from_1904 })
}

/// Drop-downs whose values lie in cells get those values; many rules may name the same cells, which are read once.
fn resolve(sheets: &mut [Sheet], names: &BTreeMap<String, String>) {
    let mut found = Vec::new();
    let mut read: BTreeMap<(usize, &str), Option<Arc<[String]>>> = BTreeMap::new();
    let mut budget = rule::Budget::default();
    for (at, sheet) in sheets.iter().enumerate() {
        for (place, rule) in sheet.rules.iter().enumerate() {
            let RuleKind::List { source, .. } = &rule.kind else { continue };
            let values = read
                .entry((at, source.as_str()))
                .or_insert_with(|| rule::listed(source, sheet, sheets, names, &mut budget));
            found.extend(values.clone().map(|values| (at, place, values)));
        }
    }
    for (at, place, listed) in found {
        let rule = sheets.get_mut(at).and_then(|sheet| sheet.rules.get_mut(place));
        if let Some(RuleKind::List { values, .. }) = rule.map(|rule| &mut rule.kind) {
            *values = Some(listed);
        }
    }
}
