//! A table as one sheet of a workbook. Its cells are read as the text that they show; formulas are never worked out.

use std::fs;
use std::path::Path;

use joinder_domain::audit::Digest;
use joinder_evidence::{Cell, Row, Spreadsheet, SpreadsheetError, Value, read_spreadsheet};

use super::{COLUMNS_MOST, RowRead, Rows, Sheet, TOP, WHOLE_MOST, limited, not_csv, plain, recognised};
use crate::error::{Error, Result};

pub(super) struct Book {
    rows: Vec<Row>,
    columns: Vec<u32>,
    at: usize,
}

pub(super) fn open(path: &Path, wanted: &str, sha256: Digest) -> Result<Sheet> {
    let unreadable = |_| Error::new("unreadable-file");
    if fs::metadata(path).map_err(unreadable)?.len() > WHOLE_MOST {
        return Err(Error::new("import-too-large"));
    }
    let book = read_spreadsheet(&fs::read(path).map_err(unreadable)?).map_err(|error| match error {
        SpreadsheetError::OtherKind => not_csv("a ZIP archive without a workbook in it"),
        SpreadsheetError::OldOrLocked => not_csv("an old Excel spreadsheet (.xls), or one with a password"),
        SpreadsheetError::OpenDocument => not_csv("an OpenDocument spreadsheet (.ods)"),
        SpreadsheetError::Binary => not_csv("a binary Excel workbook (.xlsb)"),
        SpreadsheetError::Damaged => not_csv("a damaged Excel workbook"),
        SpreadsheetError::TooLarge => Error::new("import-too-large"),
    })?;
    of(book, wanted, sha256)
}

fn of(book: Spreadsheet, wanted: &str, sha256: Digest) -> Result<Sheet> {
    let filled = || book.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
    let sheets: Vec<String> = filled().map(|sheet| sheet.name.clone()).collect();
    let chosen = if wanted.is_empty() {
        let known = |rows: &[Row]| head(rows).map_or(0, |(known, _)| known);
        // The first of several that are alike; a hidden one only where nothing else is there.
        filled().rev().max_by_key(|sheet| (!sheet.hidden, known(&sheet.rows)))
    } else {
        let found = filled().find(|sheet| sheet.name == wanted);
        Some(found.ok_or_else(|| Error::with("no-such-sheet", &[("sheet", wanted)]))?)
    };
    let Some(sheet) = chosen.cloned() else { return Err(Error::new("csv-empty")) };
    if sheet.cut {
        return Err(Error::new("import-too-large"));
    }
    let mut rows = sheet.rows;
    let at = head(&rows).map_or(0, |(_, at)| at);
    let rest = rows.split_off(at.saturating_add(1));
    let Some(first) = rows.pop() else { return Err(Error::new("csv-empty")) };
    let (mut columns, mut headings) = (Vec::new(), Vec::new());
    for cell in first.cells.iter().take(COLUMNS_MOST) {
        let heading = plain(&shown(cell)).to_owned();
        if !heading.is_empty() {
            columns.push(cell.column);
            headings.push(heading);
        }
    }
    let hidden_rows = rest.iter().filter(|row| row.hidden).count() as u64;
    let merged = sheet.merged.iter().filter(|area| area.last_row > first.number).count() as u64;
    let formulas = rest.iter().flat_map(|row| &row.cells).filter(|cell| cell.formula).count() as u64;
    let rows = Rows::Book(Book { rows: rest, columns, at: 0 });
    Ok(Sheet {
        headings,
        sheets,
        name: sheet.name,
        sha256,
        formulas,
        hidden_rows,
        merged,
        encoding: "",
        rows,
    })
}

/// The row of headings: of the first rows the one with most headings that are known, else the first with more than one
/// cell.
fn head(rows: &[Row]) -> Option<(usize, usize)> {
    let top = rows.iter().take(TOP).enumerate();
    let known = |row: &Row| {
        let texts: Vec<String> = row.cells.iter().map(shown).collect();
        recognised(texts.iter().map(String::as_str))
    };
    top.map(|(at, row)| (known(row), row.cells.len() > 1, at))
        .max_by_key(|(known, several, at)| (*known, *several, std::cmp::Reverse(*at)))
        .map(|(known, _, at)| (known, at))
}

impl Book {
    pub(super) fn next_row(&mut self, columns: usize) -> Option<(u64, RowRead)> {
        let row = self.rows.get(self.at)?;
        self.at = self.at.saturating_add(1);
        let line = u64::from(row.number);
        let cell = |column: &u32| row.cell(*column).map(shown).unwrap_or_default();
        let cells: Vec<String> = self.columns.iter().take(columns).map(cell).collect();
        if cells.iter().all(|cell| plain(cell).is_empty()) {
            return Some((line, RowRead::Blank));
        }
        Some((line, RowRead::Cells(cells.iter().map(|cell| limited(plain(cell))).collect())))
    }

    pub(super) fn rewind(&mut self) {
        self.at = 0;
    }

    pub(super) fn progress(&self) -> (u64, u64) {
        (self.at as u64, self.rows.len() as u64)
    }
}

/// What a cell shows, as far as it bears on what was meant: zeros that only its format puts there, and a month where the
/// day was made up.
fn shown(cell: &Cell) -> String {
    match &cell.value {
        Value::Number(number) => numbered(*number, &cell.format),
        Value::Day { day: Some(day), .. } => {
            let format = cell.format.to_lowercase();
            if format.contains('d') || !format.contains('y') {
                day.to_string()
            } else if format.contains('m') {
                format!("{}/{}", day.month(), day.year())
            } else {
                day.year().to_string()
            }
        }
        value => value.text(),
    }
}

fn numbered(number: f64, format: &str) -> String {
    let text = number.to_string();
    let zeros = format.len() > 1 && format.chars().all(|c| c == '0');
    if zeros && number >= 0.0 && number.fract() == 0.0 {
        format!("{text:0>width$}", width = format.len())
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn a_number_shows_the_zeros_of_its_format_and_all_its_figures() {
        assert_eq!(numbered(1234.0, "0000000"), "0001234");
        assert_eq!(numbered(7_700_900_123.0, "General"), "7700900123");
        assert_eq!(numbered(447_700_900_123.0, "0"), "447700900123");
        assert_eq!(numbered(2.5, "0.00"), "2.5");
    }
}
