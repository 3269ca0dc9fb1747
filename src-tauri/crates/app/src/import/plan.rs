//! How a spreadsheet is to be taken: what each column means, what to do about damaged cells, what was corrected.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use joinder_store::{Reader, setting};
use serde::{Deserialize, Serialize};

use super::column::{Column, Field, plain};
use super::doubt::{Answer, Kind, Way};
use super::sheet::Sheet;
use crate::error::{Error, Result};

/// What people said that headings mean, kept for the next file.
const REMEMBERED: &str = "import.columns";
/// Headings that are kept.
const REMEMBERED_MOST: usize = 2_000;

/// How a file is to be taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportPlan"))]
#[serde(default)]
pub struct Plan {
    /// The CSV file or workbook.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// The sheet of a workbook; empty for the likeliest.
    pub sheet: String,
    /// What headings mean, where they do not say it themselves.
    pub columns: Vec<Chosen>,
    /// What to do about damage that spreadsheets do.
    pub doubts: Vec<Answer>,
    /// Cells that were put right.
    pub corrections: Vec<Correction>,
    /// What to do with single rows.
    pub rows: Vec<RowTaken>,
    /// Whether rows change claimants who are there already.
    pub key: Key,
}

/// What a heading means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportColumn"))]
pub struct Chosen {
    /// The heading as written.
    pub heading: String,
    /// The meaning; empty leaves the column out.
    pub meaning: String,
}

/// A cell that was put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportCorrection"))]
pub struct Correction {
    /// The row, as the report numbers it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub row: u64,
    /// The column, by its meaning.
    pub column: String,
    /// What the cell is to hold.
    pub value: String,
}

/// What to do with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportRowTaken"))]
pub struct RowTaken {
    /// Which row.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub row: u64,
    /// What to do.
    pub take: Take,
    /// Whom it changes.
    #[serde(default)]
    pub number: Option<u32>,
}

/// What to do with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportTake"))]
#[serde(rename_all = "kebab-case")]
pub enum Take {
    /// Add a claimant.
    Add,
    /// Change the claimant with the number given.
    Update,
    /// Leave it out.
    LeaveOut,
}

/// By what rows find claimants who are there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportKey"))]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// By nothing: every row is a new claimant.
    #[default]
    None,
    /// By the reference of whoever supplied the record.
    Reference,
    /// By the claimant's number.
    Number,
}

/// A plan as it is carried out.
pub(super) struct Ready {
    /// What each column holds; `None` leaves it out.
    pub(super) columns: Vec<Option<Column>>,
    pub(super) key: Key,
    doubts: BTreeMap<(Option<Column>, Kind), Way>,
    corrections: BTreeMap<(u64, Column), String>,
    rows: BTreeMap<u64, (Take, Option<u32>)>,
}

/// What headings mean: as chosen, as remembered, as they say.
pub(super) fn meanings(
    reader: &Reader<'_>,
    headings: &[String],
    chosen: &[Chosen],
) -> Result<Vec<Option<Column>>> {
    let remembered: BTreeMap<String, String> = setting::get(reader, REMEMBERED)?.unwrap_or_default();
    for choice in chosen {
        if !headings.iter().any(|heading| plain(heading) == plain(&choice.heading)) {
            return Err(Error::with("no-such-column", &[("column", &choice.heading)]));
        }
    }
    let meaning = |heading: &String| {
        let key = plain(heading);
        let says = Column::parse(once(heading));
        if let Some(choice) = chosen.iter().find(|choice| plain(&choice.heading) == key) {
            return of_meaning(&choice.meaning);
        }
        match remembered.get(&key) {
            // What a newer program knew may mean nothing to this one.
            Some(meaning) => Ok(of_meaning(meaning).unwrap_or(says)),
            None => Ok(says),
        }
    };
    headings.iter().map(meaning).collect()
}

/// Headings of which none is said twice, so that each can be spoken of: the second "Email" is "Email (2)". Blank ones stay.
pub(super) fn each_once(headings: &mut [String]) {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for heading in headings.iter_mut().filter(|heading| !heading.is_empty()) {
        let count = seen.entry(plain(heading)).or_insert(0);
        *count = count.saturating_add(1);
        if *count > 1 {
            heading.push_str(&format!(" ({count})"));
        }
    }
}

/// The heading as the file has it, without what [`each_once`] added.
fn once(heading: &str) -> &str {
    let number = heading.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    number.filter(|(_, number)| number.parse::<u32>().is_ok()).map_or(heading, |(heading, _)| heading)
}

fn of_meaning(meaning: &str) -> Result<Option<Column>> {
    match meaning.trim() {
        "" | "-" => Ok(None),
        meaning => match Column::parse(meaning) {
            Some(column) => Ok(Some(column)),
            None => {
                let known: Vec<String> = Column::all(1).map(Column::heading).collect();
                let values = [("found", meaning), ("known", &known.join(", "))];
                Err(Error::with("no-such-meaning", &values))
            }
        },
    }
}

impl Ready {
    /// The plan for a table.
    ///
    /// # Errors
    /// `csv-duplicate-column`, `csv-missing-column`, `no-such-column`, `no-such-meaning`.
    pub(super) fn of(reader: &Reader<'_>, plan: &Plan, sheet: &Sheet) -> Result<Self> {
        let columns = meanings(reader, &sheet.headings, &plan.columns)?;
        let mut known = BTreeSet::new();
        for (heading, column) in sheet.headings.iter().zip(&columns) {
            if let Some(column) = column
                && !known.insert(*column)
                && !column.is_joined()
            {
                return Err(Error::with("csv-duplicate-column", &[("column", heading)]));
            }
        }
        complete(&known, plan.key, &sheet.headings)?;
        let column = |meaning: &str| of_meaning(meaning);
        let mut doubts = BTreeMap::new();
        for answer in &plan.doubts {
            doubts.insert((column(&answer.column)?, answer.kind), answer.way);
        }
        let mut corrections = BTreeMap::new();
        for correction in &plan.corrections {
            if let Some(column) = column(&correction.column)? {
                corrections.insert((correction.row, column), correction.value.clone());
            }
        }
        let rows = plan.rows.iter().map(|row| (row.row, (row.take, row.number))).collect();
        Ok(Self { columns, key: plan.key, doubts, corrections, rows })
    }

    /// What was decided about damage in a column.
    pub(super) fn way(&self, column: Column, kind: Kind) -> Option<Way> {
        let way = self.doubts.get(&(Some(column), kind)).or_else(|| self.doubts.get(&(None, kind)));
        way.copied().filter(|way| kind.ways().contains(way))
    }

    /// What a person put into a cell.
    pub(super) fn corrected(&self, row: u64, column: Column) -> Option<&str> {
        self.corrections.get(&(row, column)).map(String::as_str)
    }

    /// What was decided about a row.
    pub(super) fn row(&self, row: u64) -> Option<(Take, Option<u32>)> {
        self.rows.get(&row).copied()
    }
}

fn complete(known: &BTreeSet<Column>, key: Key, headings: &[String]) -> Result<()> {
    let there = |field| known.contains(&Column::Claimant(field));
    let missing = match key {
        Key::Reference => [Field::Reference].into_iter().find(|field| !there(*field)),
        Key::Number => [Field::Number].into_iter().find(|field| !there(*field)),
        Key::None if there(Field::FullName) => None,
        Key::None => [Field::Forenames, Field::Surname].into_iter().find(|field| !there(*field)),
    };
    let Some(field) = missing else { return Ok(()) };
    let values = [("column", field.heading()), ("found", &headings.join(", "))];
    Err(Error::with("csv-missing-column", &values))
}

/// Keeps what headings were taken for, where it is not what they say.
pub(super) fn remember(tx: &mut joinder_store::Write<'_>, sheet: &Sheet, ready: &Ready) -> Result<()> {
    let before: BTreeMap<String, String> = setting::get(tx, REMEMBERED)?.unwrap_or_default();
    let mut after = before.clone();
    for (heading, column) in sheet.headings.iter().zip(&ready.columns) {
        let key = plain(heading);
        if *column == Column::parse(once(heading)) {
            after.remove(&key);
        } else if after.len() < REMEMBERED_MOST {
            after.insert(key, column.map(Column::heading).unwrap_or_default());
        }
    }
    if after != before {
        setting::put(tx, REMEMBERED, &after)?;
    }
    Ok(())
}
