//! What an import did or would do, and the file of rows to correct.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::row::CellProblem;
use crate::error::{Error, Result};
use crate::spreadsheet_cell::harmless;

/// Problems that a report lists; the file of rows to correct has them all.
const LISTED: usize = 200;

/// What an import did or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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
    /// Rows that were taken and are worth a look.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub warnings: u64,
    /// Columns, with what they mean.
    pub columns: Vec<ColumnView>,
    /// Headings that mean nothing to Joinder; their cells are left out.
    pub unknown_columns: Vec<String>,
    /// The first 200 problems.
    pub problems: Vec<RowProblem>,
    /// The file of rows to correct, when there are any.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub error_file: Option<PathBuf>,
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
            column: problem.column.map(super::column::Column::heading).unwrap_or_default(),
            value_found: problem.found,
            message: problem.message,
            fix: problem.fix,
        }
    }
}

impl Report {
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
        let part = PathBuf::from(format!("{}.part", path.display()));
        Self { path: path.to_owned(), part, writer: None }
    }

    pub(super) fn write(&mut self, problem: &RowProblem) -> Result<()> {
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
    pub(super) fn finish(self) -> Result<Option<PathBuf>> {
        let Some(mut writer) = self.writer else { return Ok(None) };
        writer.flush().map_err(|_| Error::new("out-not-writable"))?;
        drop(writer);
        fs::rename(&self.part, &self.path).map_err(|_| Error::new("out-not-writable"))?;
        Ok(Some(self.path))
    }
}
