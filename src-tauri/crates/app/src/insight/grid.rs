//! Sections of numbers, the same for window, paper and sheet.

use joinder_domain::bundle::Chart;
use serde::Serialize;

use super::words;

/// A part of what the group shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InsightSection"))]
pub struct Section {
    /// Its name in commands and files.
    pub key: String,
    /// Its heading.
    pub title: String,
    /// What it shows, in sentences.
    pub text: Vec<String>,
    /// Pictures; every number in them is in the grids too.
    pub charts: Vec<Chart>,
    /// The numbers.
    pub grids: Vec<Grid>,
    /// How they were counted.
    pub notes: Vec<String>,
}

/// Numbers in rows and columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InsightGrid"))]
pub struct Grid {
    /// What it shows.
    pub caption: String,
    /// Headings: first that of the row labels.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// One row of a grid.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InsightRow"))]
pub struct GridRow {
    /// What it is about.
    pub label: String,
    /// One cell for each further column.
    pub cells: Vec<Cell>,
}

/// One number, or a few words.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InsightCell"))]
pub struct Cell {
    /// As it is printed.
    pub text: String,
    /// The number, where it is one.
    pub number: Option<f64>,
    /// Its name, where claimants stand behind it.
    pub key: Option<String>,
    /// A small number that is not shown.
    pub withheld: bool,
}

impl Cell {
    /// A few words.
    pub(super) fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A count, with the name of its claimants where there are any.
    pub(super) fn count(count: u64, key: Option<String>) -> Self {
        Self {
            text: words::count(count),
            number: Some(count as f64),
            key: key.filter(|_| count > 0),
            withheld: false,
        }
    }

    /// A number that is not shown.
    pub(super) fn withheld() -> Self {
        Self { text: words::text("insight-withheld"), withheld: true, ..Self::default() }
    }

    /// A share in percent with its interval.
    pub(super) fn share(count: u64, total: u64) -> Self {
        if total == 0 {
            return Self::words("–");
        }
        let percent = 100.0 * count as f64 / total as f64;
        Self {
            text: words::share(count, total),
            number: Some((percent * 10.0).round() / 10.0),
            ..Self::default()
        }
    }
}
