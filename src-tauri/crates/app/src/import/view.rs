//! A file before anything is decided: its headings, what they may mean, and the first of its rows.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::column::Column;
use super::plan::{Chosen, meanings};
use super::sheet::{RowRead, Sheet};
use crate::command::{Applied, Context};
use crate::error::Result;

/// Rows of which samples are shown.
const SAMPLES: usize = 5;
/// Characters of a sample.
const SAMPLE_MOST: usize = 80;
/// Episodes whose columns are offered.
const EPISODES: usize = 4;

/// A file to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportSheetOf"))]
pub struct SheetOf {
    /// The CSV file or workbook.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// The sheet of a workbook; empty for the likeliest.
    #[serde(default)]
    pub sheet: String,
    /// What headings mean, as far as that was said.
    #[serde(default)]
    pub columns: Vec<Chosen>,
}

/// The file as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportSheet"))]
pub struct SheetView {
    /// Sheets to choose from; none for text.
    pub sheets: Vec<String>,
    /// The sheet that is shown.
    pub sheet: String,
    /// Its columns.
    pub headings: Vec<HeadingView>,
    /// What a column can mean.
    pub meanings: Vec<String>,
    /// Cells that formulas work out: what was stored with them is taken.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub formulas: u64,
    /// Rows that are hidden in the workbook; they are taken like the others.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub hidden_rows: u64,
    /// Ranges that were merged into one cell: what it shows is taken for its own row only.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub merged: u64,
    /// How its letters are written, where it is not UTF-8: `windows-1252` or `utf-16`; else empty.
    pub encoding: String,
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportHeading"))]
pub struct HeadingView {
    /// Its heading as written.
    pub heading: String,
    /// What it is taken for; empty when it is left out.
    pub meaning: String,
    /// What the first rows hold.
    pub samples: Vec<String>,
}

pub(crate) fn read(context: Context<'_>, input: SheetOf) -> Result<Applied<SheetView>> {
    let open = context.app.open_matter()?;
    let mut sheet = Sheet::open(&input.path, &input.sheet)?;
    let columns = open.matter.read(|reader| meanings(reader, &sheet.headings, &input.columns))?;
    let mut samples = vec![Vec::new(); sheet.headings.len()];
    let mut seen = 0;
    while seen < SAMPLES
        && let Some((_, row)) = sheet.next_row()
    {
        let RowRead::Cells(cells) = row else { continue };
        seen += 1;
        for (into, cell) in samples.iter_mut().zip(cells) {
            let cell = cell.unwrap_or_else(|bad| bad.found);
            into.push(cell.chars().take(SAMPLE_MOST).collect());
        }
    }
    let headings = sheet.headings.into_iter().zip(columns).zip(samples);
    let headings = headings.map(|((heading, column), samples)| HeadingView {
        heading,
        meaning: column.map(Column::heading).unwrap_or_default(),
        samples,
    });
    Ok(Applied::unchanged(SheetView {
        headings: headings.collect(),
        sheets: sheet.sheets,
        sheet: sheet.name,
        meanings: Column::all(EPISODES).map(Column::heading).collect(),
        formulas: sheet.formulas,
        hidden_rows: sheet.hidden_rows,
        merged: sheet.merged,
        encoding: sheet.encoding.to_owned(),
    }))
}
