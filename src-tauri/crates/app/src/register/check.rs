//! A register held against a template: our own before it goes out, another firm's when it comes in.

use std::path::PathBuf;

use joinder_domain::register::{
    Allowed, Audience, Checker, Fault, FaultCode, Found, FoundCell, ListCell, Template,
};
use joinder_evidence::column_letters;
use serde::{Deserialize, Serialize};

use super::live::entries;
use super::sheet::{source, table};
use super::template::{in_use, read};
use super::view::Which;
use super::{list, words};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// Rows between two reports of progress.
const STEP: u64 = 2_000;
/// Values of a drop-down that a fault names.
const NAMED: usize = 60;

/// A register of another firm, and the template that it should follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterValidate", optional_fields))]
pub struct Validate {
    /// The register: a workbook or CSV.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// The template, a workbook; `null` for the one in use.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub template: Option<PathBuf>,
    /// The template's sheet, where there are several.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The template's row of headings, from 1, where it cannot be told.
    #[serde(default)]
    pub header_row: Option<u32>,
    /// The register's row of headings, from 1, where it cannot be told.
    #[serde(default)]
    pub register_header_row: Option<u32>,
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterChecked"))]
pub struct Checked {
    /// What was checked: a file's name, or a version of ours.
    pub checked: String,
    /// The sheet; empty for a file of text and for a register of ours.
    pub sheet: String,
    /// The template's file name.
    pub template: String,
    /// Rows under the headings.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub rows: u64,
    /// How many faults there are in all.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub total: u64,
    /// The first 10,000 faults, from top to bottom.
    pub faults: Vec<FaultView>,
    /// What was not checked, and other remarks.
    pub notes: Vec<String>,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterFault"))]
pub struct FaultView {
    /// The row, from 1, as a spreadsheet counts.
    pub row: u32,
    /// The column's letter.
    pub column: String,
    /// Its heading.
    pub heading: String,
    /// A stable short name of the kind of fault.
    pub code: String,
    /// What was found.
    pub found: String,
    /// What is allowed, as values to type.
    pub allowed: Vec<String>,
    /// What is wrong, in words.
    pub message: String,
    /// What to do.
    pub fix: String,
}

pub(crate) fn validate(context: Context<'_>, input: Validate) -> Result<Applied<Checked>> {
    let template = match &input.template {
        Some(path) => read(&source(path)?, input.sheet.as_deref(), input.header_row)?,
        None => {
            let open = context.app.open_matter().map_err(|_| Error::new("register-no-template"))?;
            in_use(&open)?.ok_or_else(|| Error::new("register-no-template"))?
        }
    };
    context.job.step(0, 0, "Reading the file")?;
    let table = table(&source(&input.path)?, &template, input.register_header_row)?;
    let mut checker = Checker::new(&template, &table.headings, table.header_row, table.is_text);
    for area in &table.merged {
        checker.push(Fault {
            code: FaultCode::Merged,
            row: area.first_row,
            column: area.first_column,
            heading: String::new(),
            found: area.to_string(),
            allowed: Vec::new(),
            other: String::new(),
        });
    }
    let total = table.rows.len() as u64;
    for (done, (row, cells)) in (0_u64..).zip(&table.rows) {
        if done.is_multiple_of(STEP) {
            context.job.step(done, total, "Checking rows")?;
        }
        checker.row(*row, cells);
    }
    let mut notes = Vec::new();
    if table.from_1904 {
        notes.push(words::text("register-note-1904"));
    }
    if table.cut {
        notes.push(words::text("register-note-cut"));
    }
    let checked = Checked { checked: table.name, sheet: table.sheet, ..Checked::default() };
    Ok(Applied::unchanged(report(checked, &template, checker, notes)))
}

pub(crate) fn check(context: Context<'_>, input: Which) -> Result<Applied<Checked>> {
    let open = context.app.open_matter()?;
    let template = in_use(&open)?.ok_or_else(|| Error::new("register-no-template"))?;
    let entries = entries(context, &open, input.version)?;
    let headings: Vec<(u32, String)> =
        template.columns.iter().map(|column| (column.column, column.heading.clone())).collect();
    let mut checker = Checker::new(&template, &headings, template.header_row, false);
    for (row, entry) in (template.header_row + 1..).zip(&entries) {
        let cells = template.columns.iter().filter_map(|column| {
            let found = match list::cell(entry, column, Audience::Confidential) {
                ListCell::Empty => return None,
                ListCell::Words(words) => Found::Words(words),
                ListCell::Number(value) => Found::Number { value, as_day: None },
                ListCell::Day(day) => Found::Day(Some(day)),
            };
            Some(FoundCell { column: column.column, found, formula: false })
        });
        checker.row(row, &cells.collect::<Vec<_>>());
    }
    let mut notes = Vec::new();
    for column in template.columns.iter().filter(|column| column.is_open()) {
        notes.push(words::with("register-note-open", &[("heading", &words::one_line(&column.heading))]));
    }
    let checked = match input.version {
        Some(version) => words::with("register-version", &[("version", &version.to_string())]),
        None => words::text("register-today"),
    };
    Ok(Applied::unchanged(report(Checked { checked, ..Checked::default() }, &template, checker, notes)))
}

fn report(checked: Checked, template: &Template, checker: Checker<'_>, mut notes: Vec<String>) -> Checked {
    for column in &template.columns {
        if let Allowed::Formula(formula) = &column.allowed {
            let heading = words::one_line(&column.heading);
            let values = [("heading", heading.as_str()), ("formula", formula.as_str())];
            notes.push(words::with("register-note-formula", &values));
        }
        if !column.unread.is_empty() {
            let (heading, formula) = (words::one_line(&column.heading), column.unread.join(", "));
            let values = [("heading", heading.as_str()), ("formula", formula.as_str())];
            notes.push(words::with("register-note-bound", &values));
        }
    }
    if let Some(((first, last), count)) = checker.empty_rows() {
        let what = match count {
            1 if first == last => "row",
            1 => "rows",
            _ => "places",
        };
        let values = [
            ("what", what.to_owned()),
            ("first", first.to_string()),
            ("last", last.to_string()),
            ("count", count.to_string()),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        notes.push(words::with("register-note-empty", &values));
    }
    let (rows, faults, total) = checker.finish();
    Checked {
        template: template.name.clone(),
        rows,
        total,
        faults: faults.into_iter().map(view).collect(),
        notes,
        ..checked
    }
}

fn view(fault: Fault) -> FaultView {
    let code = fault.code.code();
    let allowed = fault.allowed.iter().take(NAMED).map(|value| format!("“{value}”")).collect::<Vec<_>>();
    let mut allowed = allowed.join(", ");
    if fault.allowed.len() > NAMED {
        allowed.push_str(", …");
    }
    if allowed.is_empty() {
        // A number, which the texts can ask for.
        allowed.push('0');
    }
    let column = column_letters(fault.column);
    let heading = words::one_line(&fault.heading);
    let bound = fault.other.split_once('\t').map_or(String::new(), |(bound, rest)| {
        let (first, second) = rest.split_once('\t').unwrap_or((rest, ""));
        words::with(&format!("register-bound-{bound}"), &[("first", first), ("second", second)])
    });
    let values = [
        ("found", fault.found.as_str()),
        ("allowed", allowed.as_str()),
        ("heading", heading.as_str()),
        ("column", column.as_str()),
        ("other", fault.other.as_str()),
        ("bound", bound.as_str()),
    ];
    FaultView {
        row: fault.row,
        message: words::with(&format!("register-fault-{code}"), &values),
        fix: words::with(&format!("register-fix-{code}"), &values),
        column,
        heading: fault.heading,
        code: code.to_owned(),
        found: fault.found,
        allowed: fault.allowed,
    }
}
