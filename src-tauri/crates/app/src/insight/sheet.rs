//! The sections as sheets, as one long table, and the claimants behind each number.

use joinder_domain::id::ClaimantNumber;
use joinder_domain::report::{Sheet, SheetCell, Workbook};

use super::grid::{Cell, Section};
use super::key::Key;
use super::study::Study;
use super::words::{self, text, with};
use crate::claimant::ranges;
use crate::error::{Error, Result};
use crate::spreadsheet_cell::harmless;

/// Claimants on one line of a sheet.
const LINE: usize = 500;

/// The claimants behind each number that is shown.
pub(super) struct Annex {
    pub(super) entries: Vec<Entry>,
}

/// The claimants behind one number.
pub(super) struct Entry {
    pub(super) section: String,
    pub(super) row: String,
    pub(super) column: String,
    pub(super) key: String,
    pub(super) numbers: Vec<ClaimantNumber>,
}

impl Annex {
    /// Totals are left out: a list of all less the lists of some would name those behind a withheld number.
    pub(super) fn of(
        study: &Study<'_>,
        sections: &[Section],
        mut step: impl FnMut() -> Result<()>,
    ) -> Result<Self> {
        let mut entries = Vec::new();
        for section in sections {
            for (grid, row) in
                section.grids.iter().flat_map(|grid| grid.rows.iter().map(move |row| (grid, row)))
            {
                for (cell, column) in row.cells.iter().zip(grid.columns.iter().skip(1)) {
                    let Some(name) = cell.key.as_ref().filter(|_| !cell.withheld) else { continue };
                    let key = Key::read(study, name)?;
                    if matches!(key, Key::Cell(_, _, None, _) | Key::Cell(_, _, _, None)) {
                        continue;
                    }
                    step()?;
                    let numbers = key.claimants(study)?;
                    if study.is_small(numbers.len() as u64) {
                        continue;
                    }
                    entries.push(Entry {
                        section: section.title.clone(),
                        row: row.label.clone(),
                        column: column.clone(),
                        key: name.clone(),
                        numbers,
                    });
                }
            }
        }
        Ok(Self { entries })
    }
}

impl Entry {
    /// "C-000001 to C-000004, C-000009".
    pub(super) fn ranges(&self) -> String {
        ranges(&self.numbers, usize::MAX)
    }
}

/// A workbook with a sheet for each section, and one for the claimants.
pub(super) fn workbook(
    study: &Study<'_>,
    list_caveat: &str,
    sections: &[Section],
    annex: Option<&Annex>,
) -> Workbook {
    let mut sheets = vec![about(study, list_caveat)];
    sheets.extend(sections.iter().map(sheet));
    sheets.extend(annex.map(numbers));
    Workbook { title: text("insight-title"), as_at: study.group.as_at, sheets }
}

fn about(study: &Study<'_>, list_caveat: &str) -> Sheet {
    let day = with("insight-as-at", &[("day", &words::day(study.group.as_at))]);
    let mut rows = vec![
        vec![SheetCell::Heading(text("insight-title"))],
        vec![SheetCell::Text(study.open.profile.title.clone())],
        vec![SheetCell::Text(day)],
        vec![SheetCell::Text(text("insight-marking"))],
        vec![SheetCell::Text(text("insight-caveat"))],
        vec![SheetCell::Text(list_caveat.to_owned())],
    ];
    if let Some(threshold) = study.threshold().filter(|threshold| *threshold > 1) {
        let words = with("insight-withheld-note", &[("threshold", &threshold.to_string())]);
        rows.push(vec![SheetCell::Text(words)]);
    }
    Sheet { name: text("insight-sheet-about"), widths: vec![110], rows }
}

fn sheet(section: &Section) -> Sheet {
    let line = |words: &String| vec![SheetCell::Text(words.clone())];
    let mut rows = vec![vec![SheetCell::Heading(section.title.clone())]];
    rows.extend(section.text.iter().map(line));
    for grid in &section.grids {
        rows.push(Vec::new());
        rows.push(vec![SheetCell::Heading(grid.caption.clone())]);
        rows.push(grid.columns.iter().map(|heading| SheetCell::Heading(heading.clone())).collect());
        rows.extend(grid.rows.iter().map(|row| {
            let label = std::iter::once(SheetCell::Text(row.label.clone()));
            label.chain(row.cells.iter().map(value)).collect()
        }));
    }
    rows.push(Vec::new());
    rows.extend(section.notes.iter().map(line));
    Sheet { name: section.title.clone(), widths: vec![44, 16, 16, 16, 16, 16, 16, 16, 16, 16], rows }
}

/// A number where the words are no more than the number.
fn value(cell: &Cell) -> SheetCell {
    match cell.number {
        Some(number) if cell.text == words::count(number.max(0.0) as u64) => SheetCell::Number(number),
        _ => SheetCell::Text(cell.text.clone()),
    }
}

fn numbers(annex: &Annex) -> Sheet {
    let headings = [
        "insight-sheet-section",
        "insight-sheet-row",
        "insight-sheet-column",
        "insight-claimants",
        "insight-sheet-numbers",
    ];
    let mut rows = vec![
        vec![SheetCell::Text(text("insight-annex-text"))],
        headings.iter().map(|key| SheetCell::Heading(text(key))).collect(),
    ];
    for entry in &annex.entries {
        for part in entry.numbers.chunks(LINE) {
            let listed = part.iter().map(|number| number.0.to_string()).collect::<Vec<_>>().join(", ");
            rows.push(vec![
                SheetCell::Text(entry.section.clone()),
                SheetCell::Text(entry.row.clone()),
                SheetCell::Text(entry.column.clone()),
                SheetCell::Number(entry.numbers.len() as f64),
                SheetCell::Text(listed),
            ]);
        }
    }
    Sheet { name: text("insight-sheet-claimants"), widths: vec![30, 34, 20, 12, 100], rows }
}

/// Every number on a line of its own, as CSV.
///
/// # Errors
/// `internal`: writing into memory does not fail.
pub(super) fn long(sections: &[Section]) -> Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let failed = |_: csv::Error| Error::new("internal");
    out.write_record(["section", "table", "row", "column", "shown", "number", "withheld", "name"])
        .map_err(failed)?;
    for section in sections {
        for grid in &section.grids {
            for row in &grid.rows {
                for (cell, column) in row.cells.iter().zip(grid.columns.iter().skip(1)) {
                    let number = cell.number.map(|number| number.to_string()).unwrap_or_default();
                    let withheld = if cell.withheld { "yes" } else { "" };
                    let name = cell.key.as_deref().unwrap_or_default();
                    let words = [&section.key, &grid.caption, &row.label, column, &cell.text];
                    let words = words.map(|words| harmless(words));
                    let rest = [number, withheld.to_owned(), name.to_owned()];
                    out.write_record(words.iter().chain(&rest)).map_err(failed)?;
                }
            }
        }
    }
    out.into_inner().map_err(|_| Error::new("internal"))
}

/// The claimants behind each number, one on a line, as CSV.
///
/// # Errors
/// `internal`: writing into memory does not fail.
pub(super) fn claimants(annex: &Annex) -> Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let failed = |_: csv::Error| Error::new("internal");
    out.write_record(["name", "row", "column", "claimant"]).map_err(failed)?;
    for entry in &annex.entries {
        let (row, column) = (harmless(&entry.row), harmless(&entry.column));
        for number in &entry.numbers {
            out.write_record([&entry.key, &row, &column, &number.to_string()]).map_err(failed)?;
        }
    }
    out.into_inner().map_err(|_| Error::new("internal"))
}
