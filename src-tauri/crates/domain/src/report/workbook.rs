//! Numbers in sheets, for spreadsheets.

use jiff::civil::Date;

/// A workbook as plain data. Nothing in it is ever a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// What it is.
    pub title: String,
    /// The day it speaks for, written into the file's metadata; never the clock of the machine.
    pub as_at: Date,
    /// The sheets in order.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name; shortened and made unique where a spreadsheet needs it.
    pub name: String,
    /// Widths of the columns in characters; others have the usual one.
    pub widths: Vec<u16>,
    /// The rows from top to bottom.
    pub rows: Vec<Vec<SheetCell>>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetCell {
    /// Nothing.
    Empty,
    /// Heavy words.
    Heading(String),
    /// Words, whatever they begin with.
    Text(String),
    /// A number.
    Number(f64),
}
