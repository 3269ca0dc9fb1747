//! A CSV file: its headings, and its rows one by one.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};
use sha2::{Digest, Sha256};

use super::column::{Column, Field};
use super::row::{CellProblem, Cells};
use crate::error::{Error, Result};
use crate::spreadsheet_cell::bare;
use crate::text;

/// Characters that one cell may hold; own words are the longest, and 100,000 characters are 40 pages.
const CELL_LIMIT: usize = 100_000;
const REQUIRED: &[Field] = &[Field::Forenames, Field::Surname];

/// A CSV file that is being read.
#[derive(Debug)]
pub struct CsvFile {
    reader: csv::Reader<BufReader<File>>,
    record: ByteRecord,
    columns: Vec<Option<Column>>,
    /// Headings, with what they mean to Joinder if they mean anything.
    pub headings: Vec<(String, Option<Column>)>,
    /// Bytes in the file.
    pub size: u64,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
}

/// One row as read.
pub enum RowRead<'a> {
    /// Its cells, blanks left out.
    Cells(Cells<'a>),
    /// The row as a whole cannot be taken.
    Bad(CellProblem),
    /// Nothing in any cell.
    Blank,
}

impl CsvFile {
    /// Opens the file at `path` and reads its headings.
    ///
    /// # Errors
    /// `unreadable-file`, `csv-empty`, `csv-not-csv`, `csv-not-utf8`, `csv-missing-column`, `csv-duplicate-column`.
    pub fn open(path: &Path) -> Result<Self> {
        let unreadable = |_| Error::new("unreadable-file");
        let mut file = File::open(path).map_err(unreadable)?;
        let size = file.metadata().map_err(unreadable)?.len();
        let mut start = [0_u8; 8];
        let read = file.read(&mut start).map_err(unreadable)?;
        refuse_other_kinds(start.get(..read).unwrap_or_default())?;
        let sha256 = fingerprint(&mut file)?;
        file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(BufReader::with_capacity(1 << 20, file));
        let found = reader.byte_headers().map_err(|_| Error::new("csv-empty"))?.clone();
        let headings = headings(&found)?;
        let columns = headings.iter().map(|(_, column)| *column).collect();
        Ok(Self { reader, record: ByteRecord::new(), columns, headings, size, sha256 })
    }

    /// Bytes read so far.
    pub fn position(&self) -> u64 {
        self.reader.position().byte()
    }

    /// The next row and the line that it begins on, counted from 1; `None` after the last one.
    pub fn next_row(&mut self) -> Option<(u64, RowRead<'_>)> {
        let read = self.reader.read_byte_record(&mut self.record);
        let line = self.record.position().map_or(0, csv::Position::line);
        match read {
            Ok(false) => None,
            Err(_) => Some((line, RowRead::Bad(problem("csv-broken", String::new(), &[])))),
            Ok(true) => Some((line, self.cells(line))),
        }
    }

    fn cells(&self, line: u64) -> RowRead<'_> {
        if self.record.iter().all(<[u8]>::is_empty) {
            return RowRead::Blank;
        }
        if self.record.len() != self.columns.len() {
            let (found, expected) = (self.record.len().to_string(), self.columns.len().to_string());
            let values = [("found", found.as_str()), ("expected", expected.as_str())];
            return RowRead::Bad(problem("csv-column-count", String::new(), &values));
        }
        let mut cells = BTreeMap::new();
        for (cell, column) in self.record.iter().zip(&self.columns) {
            let Some(column) = column else { continue };
            let Ok(cell) = std::str::from_utf8(cell) else {
                let line = line.to_string();
                let found = String::from_utf8_lossy(cell).into_owned();
                return RowRead::Bad(at(*column, problem("csv-not-utf8", found, &[("line", &line)])));
            };
            if cell.len() > CELL_LIMIT {
                let (length, limit) = (cell.chars().count().to_string(), CELL_LIMIT.to_string());
                let found: String = cell.chars().take(40).collect();
                let values = [("length", length.as_str()), ("limit", limit.as_str())];
                return RowRead::Bad(at(*column, problem("csv-too-long", found, &values)));
            }
            let cell = bare(cell.trim()).trim();
            if !cell.is_empty() {
                cells.insert(*column, cell);
            }
        }
        if cells.is_empty() { RowRead::Blank } else { RowRead::Cells(cells) }
    }
}

fn headings(found: &ByteRecord) -> Result<Vec<(String, Option<Column>)>> {
    let mut headings = Vec::new();
    for heading in found {
        let heading =
            std::str::from_utf8(heading).map_err(|_| Error::with("csv-not-utf8", &[("line", "1")]))?;
        let heading = heading.trim_start_matches('\u{feff}').trim().to_owned();
        let column = Column::parse(&heading);
        if column.is_some() && headings.iter().any(|(_, known)| *known == column) {
            return Err(Error::with("csv-duplicate-column", &[("column", &heading)]));
        }
        headings.push((heading, column));
    }
    if headings.iter().all(|(heading, _)| heading.is_empty()) {
        return Err(Error::new("csv-empty"));
    }
    for field in REQUIRED {
        if !headings.iter().any(|(_, column)| *column == Some(Column::Claimant(*field))) {
            let found: Vec<&str> = headings.iter().map(|(heading, _)| heading.as_str()).collect();
            let values = [("column", field.heading()), ("found", &found.join(", "))];
            return Err(Error::with("csv-missing-column", &values));
        }
    }
    Ok(headings)
}

/// Files that people mistake for CSV, told by their first bytes.
fn refuse_other_kinds(start: &[u8]) -> Result<()> {
    let kind = match start {
        [] => return Err(Error::new("csv-empty")),
        [b'P', b'K', 3, 4, ..] => "a spreadsheet (.xlsx or .ods)",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Excel spreadsheet (.xls)",
        [b'%', b'P', b'D', b'F', ..] => "a PDF",
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "“Unicode text” (UTF-16)",
        _ => return Ok(()),
    };
    Err(Error::with("csv-not-csv", &[("kind", kind)]))
}

fn fingerprint(file: &mut File) -> Result<String> {
    let unreadable = |_| Error::new("unreadable-file");
    file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    let mut hash = Sha256::new();
    std::io::copy(file, &mut hash).map_err(unreadable)?;
    Ok(hex(&hash.finalize()))
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn problem(code: &str, found: String, values: &[(&str, &str)]) -> CellProblem {
    CellProblem {
        column: None,
        found,
        message: text::text(&format!("err-{code}"), values),
        fix: text::text(&format!("fix-{code}"), values),
    }
}

fn at(column: Column, problem: CellProblem) -> CellProblem {
    CellProblem { column: Some(column), ..problem }
}
