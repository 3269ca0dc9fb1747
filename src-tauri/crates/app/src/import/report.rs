//! What an import did or would do, and the file of rows to correct.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::column::Column;
use super::doubt::Doubt;
use super::row::CellProblem;
use super::sheet::Sheet;
use crate::claimant::FieldChange;
use crate::error::{Error, Result};
use crate::spreadsheet_cell::harmless;

/// Problems that a report lists; the file of rows to correct has them all.
const LISTED: usize = 200;

/// What an import did or would do.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportReport"))]
pub struct Report {
    /// Rows that are not blank.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub rows: u64,
    /// Rows that became or would become claimants.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub good: u64,
    /// Rows to correct.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bad: u64,
    /// Rows that were imported before.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub already_there: u64,
    /// Rows that change or would change claimants who are there.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub updated: u64,
    /// Rows that say of a claimant what is there already.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub unchanged: u64,
    /// Rows that a person left out.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub left_out: u64,
    /// Rows that were taken and are worth a look.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub warnings: u64,
    /// Cells that formulas work out: what was stored with them is taken.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub formulas: u64,
    /// How its letters are written, where it is not UTF-8: `windows-1252` or `utf-16`; else empty.
    pub encoding: String,
    /// Columns, with what they mean.
    pub columns: Vec<ColumnView>,
    /// Headings that mean nothing to Joinder; their cells are left out.
    pub unknown_columns: Vec<String>,
    /// What spreadsheets seem to have done to cells, and what was decided about it.
    pub doubts: Vec<Doubt>,
    /// The first 200 problems.
    pub problems: Vec<RowProblem>,
    /// The first 200 changes of claimants who are there.
    pub row_changes: Vec<RowChange>,
    /// New rows that look like claimants who are there, at most 200, the likeliest first.
    pub matches: Vec<RowMatch>,
    /// How many look like somebody.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub like: u64,
    /// Number of the import, once it was done.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub import: Option<i64>,
    /// Possible duplicates were not looked for: that was stopped, or failed, and can be done at any time.
    pub not_compared: bool,
    /// The file of rows to correct, when there are any.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub error_file: Option<PathBuf>,
}

/// A claimant who is there, as a row changes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportRowChange"))]
pub struct RowChange {
    /// The row.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub row: u64,
    /// Whom.
    pub number: u32,
    /// The number as people see it.
    pub reference: String,
    /// Full name.
    pub name: String,
    /// What changes.
    pub fields: Vec<FieldChange>,
}

/// A row that looks like a claimant who is there.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportRowMatch"))]
pub struct RowMatch {
    /// The row.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub row: u64,
    /// The name in the row.
    pub name: String,
    /// Like whom.
    pub number: u32,
    /// The number as people see it.
    pub reference: String,
    /// That claimant's name.
    pub other_name: String,
    /// Probability that both are one person.
    pub score: f64,
    /// What it looks like, in one sentence.
    pub summary: String,
}

/// A column of the spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ColumnView {
    /// Its heading as written.
    pub header: String,
    /// What it is taken for.
    pub meaning: String,
}

/// Something to correct in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RowProblem {
    /// The line of the file on which the row begins, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub row: u64,
    /// The column's heading; empty when it is the row as a whole.
    pub column: String,
    /// What the cell holds.
    pub value_found: String,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub fix: String,
}

impl RowProblem {
    pub(super) fn new(row: u64, problem: CellProblem) -> Self {
        Self {
            row,
            column: problem.column.map(Column::heading).unwrap_or_default(),
            value_found: problem.found,
            message: problem.message,
            fix: problem.fix,
        }
    }
}

impl Report {
    /// Of a table whose columns mean this.
    pub(super) fn of(sheet: &Sheet, columns: &[Option<Column>]) -> Self {
        let encoding = sheet.encoding.to_owned();
        let mut report = Self { formulas: sheet.formulas, encoding, ..Self::default() };
        for (header, column) in sheet.headings.iter().zip(columns) {
            match column {
                Some(column) => {
                    let meaning = column.heading();
                    report.columns.push(ColumnView { header: header.clone(), meaning });
                }
                None if header.is_empty() => {}
                None => report.unknown_columns.push(header.clone()),
            }
        }
        report
    }

    /// Lists a change, as far as there is room.
    pub(super) fn change(&mut self, change: impl FnOnce() -> RowChange) {
        if self.row_changes.len() < LISTED {
            self.row_changes.push(change());
        }
    }

    pub(super) fn list(&mut self, problem: &RowProblem) {
        if self.problems.len() < LISTED {
            self.problems.push(problem.clone());
        }
    }
}

/// The file of rows to correct. It appears under its name only when it is complete.
pub(super) struct ErrorFile {
    path: PathBuf,
    part: PathBuf,
    writer: Option<Box<csv::Writer<BufWriter<File>>>>,
}

impl ErrorFile {
    pub(super) fn new(path: &Path) -> Self {
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        Self { path: path.to_owned(), part, writer: None }
    }

    pub(super) fn write(&mut self, problem: &RowProblem) -> Result<()> {
        if self.path.as_os_str().is_empty() {
            return Ok(());
        }
        let failed = |_| Error::new("out-not-writable");
        let writer = match &mut self.writer {
            Some(writer) => writer,
            none => {
                let file = File::create(&self.part).map_err(|_| Error::new("out-not-writable"))?;
                let mut writer = csv::Writer::from_writer(BufWriter::new(file));
                let headings = ["row", "column", "value found", "what is wrong", "what would be right"];
                writer.write_record(headings).map_err(failed)?;
                none.insert(Box::new(writer))
            }
        };
        let cells =
            [&problem.row.to_string(), &problem.column, &problem.value_found, &problem.message, &problem.fix];
        writer.write_record(cells.map(|cell| harmless(cell))).map_err(failed)
    }

    /// Puts the file in its place; `None` when nothing had to be written.
    pub(super) fn finish(&mut self) -> Result<Option<PathBuf>> {
        let Some(writer) = &mut self.writer else { return Ok(None) };
        writer.flush().map_err(|_| Error::new("out-not-writable"))?;
        self.writer = None;
        if fs::rename(&self.part, &self.path).is_err() {
            fs::remove_file(&self.part).ok();
            return Err(Error::new("out-not-writable"));
        }
        Ok(Some(self.path.clone()))
    }
}

impl Drop for ErrorFile {
    fn drop(&mut self) {
        // What is left of a file that was not finished helps nobody.
        if self.writer.take().is_some() {
            fs::remove_file(&self.part).ok();
        }
    }
}
