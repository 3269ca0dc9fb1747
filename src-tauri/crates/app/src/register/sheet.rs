//! Tables that other programs wrote: workbooks, and CSV.

use std::fs;
use std::path::Path;

use joinder_domain::register::{Found, FoundCell, Template, folded};
use joinder_evidence::{
    Area, Cell, Row, Sheet, Spreadsheet, SpreadsheetError, Value, column_letters, read_spreadsheet,
    spreadsheet_day,
};
use sha2::{Digest as _, Sha256};

use crate::error::{Error, Result};

/// Largest file that is read.
const MOST: u64 = 256 << 20;
/// Rows in which the headings are looked for.
pub(super) const HEAD: usize = 50;

/// A file as it was read.
pub(super) struct Source {
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) bytes: Vec<u8>,
}

/// A table with its headings.
pub(super) struct Table {
    pub(super) name: String,
    /// The sheet; empty for a file of text.
    pub(super) sheet: String,
    pub(super) header_row: u32,
    pub(super) headings: Vec<(u32, String)>,
    pub(super) rows: Vec<(u32, Vec<FoundCell>)>,
    pub(super) merged: Vec<Area>,
    /// All cells are words.
    pub(super) is_text: bool,
    /// Days were counted from 1904.
    pub(super) from_1904: bool,
    /// There was more than is read.
    pub(super) cut: bool,
}

/// Reads a file into memory.
pub(super) fn source(path: &Path) -> Result<Source> {
    let unreadable = |_| Error::new("unreadable-file");
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > MOST {
        return Err(Error::new("register-file-large"));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    let digest = Sha256::digest(&bytes);
    Ok(Source {
        name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes,
    })
}

/// Reads a workbook.
pub(super) fn workbook(source: &Source) -> Result<Spreadsheet> {
    read_spreadsheet(&source.bytes).map_err(|error| {
        let code = match error {
            SpreadsheetError::OtherKind => "register-not-workbook",
            SpreadsheetError::OldOrLocked => "register-old-workbook",
            SpreadsheetError::OpenDocument => "register-open-document",
            SpreadsheetError::Binary => "register-binary-workbook",
            SpreadsheetError::Damaged => "register-damaged-workbook",
            SpreadsheetError::TooLarge => "register-file-large",
        };
        Error::with(code, &[("file", &source.name)])
    })
}

/// Reads the register of another firm, which should be in the form of a template.
pub(super) fn table(source: &Source, template: &Template, header_row: Option<u32>) -> Result<Table> {
    if source.bytes.starts_with(b"PK") || source.bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return from_workbook(source, template, header_row);
    }
    super::csv::table(source, template, header_row)
}

fn from_workbook(source: &Source, template: &Template, wanted: Option<u32>) -> Result<Table> {
    let book = workbook(source)?;
    let best = |sheet: &Sheet| {
        let rows =
            sheet.rows.iter().take(HEAD).filter(|row| wanted.is_none_or(|wanted| row.number == wanted));
        let scored = rows.map(|row| (score(&headings(row), template), row.number));
        scored.max_by_key(|(score, number)| (*score, std::cmp::Reverse(*number))).unwrap_or((0, 1))
    };
    let named =
        book.sheets.iter().find(|sheet| folded(&sheet.name) == folded(&template.sheet) && !sheet.hidden);
    let by_score = book.sheets.iter().filter(|sheet| !sheet.hidden).max_by_key(|sheet| best(sheet).0);
    let sheet = named.filter(|sheet| best(sheet).0 > 0).or(by_score).ok_or_else(|| hidden(source))?;
    let (found, header_row) = best(sheet);
    if found == 0 {
        let headings: Vec<&str> = template.columns.iter().map(|column| column.heading.as_str()).collect();
        let values = [("file", source.name.as_str()), ("headings", &headings.join(", "))];
        return Err(Error::with("register-no-headings", &values));
    }
    let headings = sheet.row(header_row).map(headings).unwrap_or_default();
    let rows = sheet.rows.iter().filter(|row| row.number > header_row);
    Ok(Table {
        name: source.name.clone(),
        sheet: sheet.name.clone(),
        header_row,
        headings,
        rows: rows.map(|row| (row.number, cells(row, book.from_1904))).collect(),
        merged: sheet.merged.iter().filter(|area| area.last_row >= header_row).copied().collect(),
        is_text: false,
        from_1904: book.from_1904,
        cut: sheet.cut,
    })
}

pub(super) fn hidden(source: &Source) -> Error {
    Error::with("register-all-hidden", &[("file", &source.name)])
}

/// How many headings of the template a row has.
pub(super) fn score(row: &[(u32, String)], template: &Template) -> usize {
    let found: Vec<String> = row.iter().map(|(_, words)| folded(words)).collect();
    template.columns.iter().filter(|column| found.contains(&folded(&column.heading))).count()
}

/// The headings of a row, exactly as they are written.
pub(super) fn headings(row: &Row) -> Vec<(u32, String)> {
    let words = row.cells.iter().map(|cell| (cell.column, cell.value.text()));
    words.filter(|(_, words)| !words.trim().is_empty()).collect()
}

fn cells(row: &Row, from_1904: bool) -> Vec<FoundCell> {
    let found = |cell: &Cell| match &cell.value {
        Value::Text(text) => Found::Words(text.to_string()),
        Value::Number(value) => Found::Number { value: *value, as_day: spreadsheet_day(*value, from_1904) },
        Value::Day { day, .. } => Found::Day(*day),
        Value::Truth(_) => Found::Words(cell.value.text()),
        Value::Fault(text) => Found::Failed(text.to_string()),
    };
    row.cells
        .iter()
        .map(|cell| FoundCell { column: cell.column, found: found(cell), formula: cell.formula })
        .collect()
}

/// "C7", as a spreadsheet names a cell.
pub(super) fn place(column: u32, row: u32) -> String {
    format!("{}{row}", column_letters(column))
}
