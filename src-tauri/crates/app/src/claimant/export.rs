//! A list as a spreadsheet: the columns of the view, in its order. What people wrote is never a formula there.

use std::path::PathBuf;

use joinder_bundle::render_workbook;
use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use joinder_domain::report::{Sheet, SheetCell, Workbook};
use joinder_store::Op;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::list::{Row, views};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile::Finished;
use crate::outgoing::release;
use crate::spreadsheet_cell::harmless;
use crate::text::text;

/// Rows that are fetched at a time.
const AT_ONCE: usize = 1_000;

macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident = $code:literal $width:literal),+ $(,)?) => {
        /// A column of a list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ListColumn"))]
        #[serde(rename_all = "kebab-case")]
        pub enum Column { $($(#[$doc])* $name),+ }

        impl Column {
            /// Every column, in the usual order.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// Characters that fit on one line of it.
            fn width(self) -> u16 {
                match self { $(Self::$name => $width),+ }
            }
        }
    };
}

columns! {
    /// The number as people see it.
    Reference = "reference" 12,
    /// Full name.
    Name = "name" 30,
    /// Date of birth.
    Born = "born" 14,
    /// Status at the incident.
    Status = "status" 30,
    /// How well the notice is proved.
    Notice = "notice" 18,
    /// Suggested outcome.
    Outcome = "outcome" 22,
    /// Cohort.
    Cohort = "cohort" 22,
    /// State of the work.
    State = "state" 20,
    /// Who works on the file.
    Assignee = "assignee" 24,
    /// Tags that people gave.
    Tags = "tags" 24,
    /// What the record lacks.
    Missing = "missing" 40,
    /// How many flags were raised.
    Flags = "flags" 8,
    /// How many items of evidence there are.
    Evidence = "evidence" 10,
    /// Day of the last change.
    Updated = "updated" 14,
}

/// What to write, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantExport"))]
pub struct Export {
    /// Whom, in order.
    pub numbers: Vec<u32>,
    /// Columns from left to right; empty for all of them.
    pub columns: Vec<Column>,
    /// The file, ending in .csv or .xlsx; one that is there is replaced.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantExported"))]
pub struct Exported {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// Rows beneath the headings.
    pub rows: u32,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
}

pub(crate) fn export(context: Context<'_>, input: Export) -> Result<Applied<Exported>> {
    let open = context.app.open_matter()?;
    let kind = input.path.extension().and_then(|kind| kind.to_str()).map(str::to_ascii_lowercase);
    let as_workbook = match kind.as_deref() {
        Some("csv") => false,
        Some("xlsx") => true,
        _ => return Err(Error::new("list-file-kind")),
    };
    let columns = if input.columns.is_empty() { Column::ALL.to_vec() } else { input.columns };
    let headings = columns.iter().map(|column| text(&format!("list-column-{}", column.code()), &[]));
    let mut table: Vec<Vec<Cell>> = vec![headings.map(Cell::Words).collect()];
    let numbers: Vec<ClaimantNumber> = input.numbers.into_iter().map(ClaimantNumber).collect();
    for block in numbers.chunks(AT_ONCE) {
        context.job.step(table.len() as u64, numbers.len() as u64, "Reading the list")?;
        let rows = open.matter.read(|reader| views(reader, &open, block))?;
        table.extend(rows.iter().map(|row| columns.iter().map(|column| cell(row, *column)).collect()));
    }
    let rows = u32::try_from(table.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let bytes = if as_workbook {
        workbook(&table, &columns, open.matter.name(), context.app.clock().today())?
    } else {
        csv(&table)?
    };
    let file = Finished::of(&input.path, &bytes)?;
    let exported = Exported { path: input.path, rows, sha256: file.sha256.to_string() };
    release(context, &open, Op("claimant.export"), [file], |tx| {
        let detail = json!({
            "claimants": rows, "sha256": exported.sha256,
            "columns": columns.iter().map(|column| column.code()).collect::<Vec<_>>(),
        });
        Ok(tx.note(Subject::new(SubjectKind::Matter, ""), None, detail)?)
    })?;
    Ok(Applied::changed(exported, Noun::Audit, None))
}

enum Cell {
    Words(String),
    Number(u32),
}

fn cell(row: &Row, column: Column) -> Cell {
    Cell::Words(match column {
        Column::Reference => row.reference.clone(),
        Column::Name => row.name.clone(),
        Column::Born => row.born.clone(),
        Column::Status => row.status.join(&text("list-or", &[])),
        Column::Notice => row.notice.clone(),
        Column::Outcome => row.outcome.clone(),
        Column::Cohort => row.cohort.clone(),
        Column::State => row.state.clone(),
        Column::Assignee => row.assignee.clone(),
        Column::Tags => row.tags.join("; "),
        Column::Missing => row.missing.join("; "),
        Column::Flags => return Cell::Number(row.flags),
        Column::Evidence => return Cell::Number(row.evidence),
        Column::Updated => row.updated.get(..10).unwrap_or_default().to_owned(),
    })
}

fn csv(table: &[Vec<Cell>]) -> Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in table {
        let cells = row.iter().map(|cell| match cell {
            Cell::Words(words) => harmless(words),
            Cell::Number(number) => number.to_string(),
        });
        out.write_record(cells).map_err(|_| Error::new("internal"))?;
    }
    out.into_inner().map_err(|_| Error::new("internal"))
}

fn workbook(
    table: &[Vec<Cell>],
    columns: &[Column],
    title: &str,
    as_at: jiff::civil::Date,
) -> Result<Vec<u8>> {
    let rows = table.iter().enumerate().map(|(at, row)| {
        let cells = row.iter().map(|cell| match cell {
            Cell::Words(words) if at == 0 => SheetCell::Heading(words.clone()),
            Cell::Words(words) if words.is_empty() => SheetCell::Empty,
            Cell::Words(words) => SheetCell::Text(words.clone()),
            Cell::Number(number) => SheetCell::Number(f64::from(*number)),
        });
        cells.collect()
    });
    let sheet = Sheet {
        name: text("list-sheet", &[]),
        widths: columns.iter().map(|column| column.width()).collect(),
        rows: rows.collect(),
    };
    let mut bytes = Vec::new();
    render_workbook(&Workbook { title: title.to_owned(), as_at, sheets: vec![sheet] }, &mut bytes)
        .map_err(|_| Error::new("list-too-long"))?;
    Ok(bytes)
}
