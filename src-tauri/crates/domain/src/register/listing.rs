//! A long list as it is printed or written into a spreadsheet, row by row.

use jiff::civil::Date;

/// A list without its rows, which come one by one: a register may have a hundred thousand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// What it is.
    pub title: String,
    /// Short title of the proceeding, printed above every page.
    pub case_title: String,
    /// Which one it is, such as "Version 3"; printed above every page.
    pub reference: String,
    /// The day it speaks for; never the clock of the machine.
    pub as_at: Date,
    /// The same day as it is printed.
    pub as_at_words: String,
    /// BCP 47 tag.
    pub language: String,
    /// Printed at the foot of every page, such as "Confidential"; may be empty.
    pub marking: String,
    /// Printed under the title.
    pub notes: Vec<String>,
    /// Name of the sheet.
    pub sheet: String,
    /// Rows that a template has above its headings, cell by cell.
    pub above: Vec<Vec<String>>,
    /// The columns.
    pub columns: Vec<ListColumn>,
    /// SHA-256 of what it lists, lower-case hex: equal lists give equal files.
    pub fingerprint: String,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListColumn {
    /// Its heading, exactly as it is written.
    pub heading: String,
    /// Width in characters.
    pub width: u16,
    /// Number format in a spreadsheet, such as "dd/mm/yyyy"; empty for none.
    pub format: String,
    /// Values of its drop-down; empty for none.
    pub values: Vec<String>,
    /// It is hidden in a spreadsheet.
    pub hidden: bool,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRow {
    /// The part of the list that begins with it, as it is bookmarked; empty inside a part.
    pub part: String,
    /// The cells.
    pub cells: Vec<ListCell>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ListCell {
    /// Nothing.
    #[default]
    Empty,
    /// Words, whatever they begin with.
    Words(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
}
