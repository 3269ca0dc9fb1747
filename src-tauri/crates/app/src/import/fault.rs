//! The rows to correct as a file of their own, in the columns of the file that they came from: corrected in a spreadsheet,
//! it is imported like any other.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::plan::Plan;
use super::reading::{Reading, Taken};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile;
use crate::spreadsheet_cell::harmless;
use crate::text::text;

/// Where to write the rows to correct.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportFaults"))]
pub struct Faults {
    /// How the file is taken.
    pub plan: Plan,
    /// The CSV file to write.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

/// The rows to correct were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportFaultsWritten"))]
pub struct FaultsWritten {
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub rows: u64,
    /// Where they are.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
}

pub(crate) fn write(context: Context<'_>, input: Faults) -> Result<Applied<FaultsWritten>> {
    let open = context.app.open_matter()?;
    let today = context.app.clock().today();
    let mut reading = Reading::begin(&open, &input.plan, today, context.job)?;
    reading.keep_raw();
    let failed = |_| Error::new("out-not-writable");
    let rows = outfile::put(&input.out, |out| {
        // The mark at the beginning tells spreadsheets that this is UTF-8.
        std::io::Write::write_all(out, "\u{feff}".as_bytes()).map_err(|_| Error::new("out-not-writable"))?;
        let mut csv = csv::Writer::from_writer(out);
        let marks = [text("import-faults-row", &[]), text("import-faults-why", &[])];
        let headings = reading.sheet.headings.clone();
        csv.write_record(headings.iter().chain(&marks).map(|cell| harmless(cell))).map_err(failed)?;
        let mut rows = 0_u64;
        open.matter.read(|reader| {
            while let Some((line, taken)) = reading.next(reader)? {
                let Taken::Problems(problems) = taken else { continue };
                let mut cells = reading.raw().to_vec();
                cells.resize(headings.len(), String::new());
                cells.push(line.to_string());
                let why = problems.iter().map(|problem| {
                    let column = problem.column.map(|column| format!("{}: ", column.heading()));
                    format!("{}{} {}", column.unwrap_or_default(), problem.message, problem.fix)
                });
                cells.push(why.collect::<Vec<_>>().join(" "));
                csv.write_record(cells.iter().map(|cell| harmless(cell))).map_err(failed)?;
                rows = rows.saturating_add(1);
            }
            csv.flush().map_err(|_| Error::new("out-not-writable"))
        })?;
        Ok(rows)
    })?;
    Ok(Applied::unchanged(FaultsWritten { rows, path: input.out }))
}
