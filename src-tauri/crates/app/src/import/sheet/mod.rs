//! A table of people as a file holds it: headings, and rows of text one by one.

mod book;
mod csv_file;
mod encoding;

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use joinder_domain::audit::Digest;
use sha2::{Digest as _, Sha256};

use super::column::Column;
use super::plan::each_once;
use crate::error::{Error, Result};
use book::Book;
use csv_file::CsvFile;

pub(crate) use csv_file::delimiter;

/// Characters that one cell may hold; own words are the longest, and 100,000 characters are 40 pages.
const CELL_LIMIT: usize = 100_000;
/// Columns of a table; spreadsheets have no more.
const COLUMNS_MOST: usize = 16_384;
/// Rows at the top among which the headings are looked for: people put titles above them.
const TOP: usize = 20;
/// Bytes of a file that has to be read whole: a workbook, or text in UTF-16.
const WHOLE_MOST: u64 = 512 << 20;

/// Something of a row that cannot be read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bad {
    /// Of which texts.
    pub code: &'static str,
    /// What the cell holds, as far as it can be shown.
    pub found: String,
    /// What stands in the texts.
    pub values: Vec<(&'static str, String)>,
}

/// One row as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowRead {
    /// Its cells, one for each heading.
    Cells(Vec<Result<String, Bad>>),
    /// The row as a whole cannot be taken.
    Bad(Bad),
    /// Nothing in any cell.
    Blank,
}

/// A table that is being read.
pub struct Sheet {
    /// Headings as written.
    pub headings: Vec<String>,
    /// The names of the sheets to choose from; none for text.
    pub sheets: Vec<String>,
    /// The sheet that is read; empty for text.
    pub name: String,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// Cells that a formula works out; only what was stored with them is read.
    pub formulas: u64,
    /// Rows that are hidden in the workbook; they are read like the others.
    pub hidden_rows: u64,
    /// Ranges that were merged into one cell, which holds what they show for its own row only.
    pub merged: u64,
    /// How its letters are written, where it is not UTF-8; else empty.
    pub encoding: &'static str,
    rows: Rows,
}

enum Rows {
    Text(Box<CsvFile>),
    Book(Book),
}

impl Sheet {
    /// Opens the file at `path` and reads its headings: text with commas, semicolons or tabs, or a workbook, of which the
    /// sheet called `sheet` is read, or the likeliest one when that is empty.
    ///
    /// # Errors
    /// `unreadable-file`, `csv-empty`, `csv-not-csv`, `csv-not-utf8`, `no-such-sheet`, `import-too-large`.
    pub fn open(path: &Path, sheet: &str) -> Result<Self> {
        let unreadable = |_| Error::new("unreadable-file");
        let mut file = File::open(path).map_err(unreadable)?;
        let mut start = [0_u8; 8];
        let read = file.read(&mut start).map_err(unreadable)?;
        let start = start.get(..read).unwrap_or_default();
        let sha256 = fingerprint(path)?;
        match start {
            [] => Err(Error::new("csv-empty")),
            [b'%', b'P', b'D', b'F', ..] => Err(not_csv("a PDF")),
            [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => book::open(path, sheet, sha256),
            _ => csv_file::open(path, sha256),
        }
        .map(|mut sheet| {
            each_once(&mut sheet.headings);
            sheet
        })
    }

    /// The next row and where it begins: the line of a text, the row of a sheet, counted from 1. `None` after the last one.
    pub fn next_row(&mut self) -> Option<(u64, RowRead)> {
        match &mut self.rows {
            Rows::Text(file) => file.next_row(self.headings.len()),
            Rows::Book(book) => book.next_row(self.headings.len()),
        }
    }

    /// Begins again with the first row.
    ///
    /// # Errors
    /// `unreadable-file`.
    pub fn rewind(&mut self) -> Result<()> {
        match &mut self.rows {
            Rows::Text(file) => file.rewind(),
            Rows::Book(book) => {
                book.rewind();
                Ok(())
            }
        }
    }

    /// How far reading has come, and the end of it, in units of the file's own.
    pub fn progress(&self) -> (u64, u64) {
        match &self.rows {
            Rows::Text(file) => file.progress(),
            Rows::Book(book) => book.progress(),
        }
    }
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sheet").finish_non_exhaustive()
    }
}

fn not_csv(kind: &str) -> Error {
    Error::with("csv-not-csv", &[("kind", kind)])
}

/// Headings that mean something without anybody saying so.
fn recognised<'h>(headings: impl Iterator<Item = &'h str>) -> usize {
    headings.filter(|heading| Column::parse(heading).is_some()).count()
}

/// Cells as they are taken: without spaces around them, and without what spreadsheets put around words to keep them words.
fn plain(cell: &str) -> &str {
    let cell = cell.trim();
    // `="0123"` is how people keep the zeros of a number in a CSV file.
    let quoted = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let cell = quoted.filter(|inner| !inner.contains('"')).unwrap_or(cell);
    crate::spreadsheet_cell::bare(cell).trim()
}

fn limited(cell: &str) -> Result<String, Bad> {
    if cell.len() <= CELL_LIMIT {
        // Control characters show as nothing, and break what is printed later.
        let shown = |c: &char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
        let clean = cell.chars().all(|c| shown(&c));
        return Ok(if clean { cell.to_owned() } else { cell.chars().filter(shown).collect() });
    }
    Err(Bad {
        code: "csv-too-long",
        found: cell.chars().take(40).collect(),
        values: vec![("length", cell.chars().count().to_string()), ("limit", CELL_LIMIT.to_string())],
    })
}

fn fingerprint(path: &Path) -> Result<Digest> {
    let unreadable = |_| Error::new("unreadable-file");
    let mut hash = Sha256::new();
    std::io::copy(&mut File::open(path).map_err(unreadable)?, &mut hash).map_err(unreadable)?;
    Ok(Digest(hash.finalize().into()))
}
