//! The lead firm's template: read, mapped to Joinder's fields, remembered.

use std::path::PathBuf;

use joinder_domain::noun::Noun;
use joinder_domain::register::{
    Allowed, Bound, Field, FieldKind, Limit, Template, TemplateColumn, folded, suggest_field, suggest_value,
};
use joinder_evidence::{
    Row, Rule, RuleKind, Sheet, Spreadsheet, Value, column_letters, is_date_format, spreadsheet_day,
};
use joinder_store::{Op, setting};
use serde::{Deserialize, Serialize};

use super::sheet::{Source, headings, hidden, source, workbook};
use super::words;
use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

pub(super) const TEMPLATE: &str = "register.template";
/// Rows above the headings that are kept.
const ABOVE: u32 = 40;
/// Values that the drop-downs of all columns may offer together; no honest template has as many.
const OFFERED: usize = 1_000_000;
/// Width of a column that has the usual one.
const WIDTH: u16 = 12;

/// A template to use, or choices to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterTemplateSet", optional_fields))]
pub struct TemplateSet {
    /// The workbook; `null` changes the choices for the one in use.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub path: Option<PathBuf>,
    /// The sheet, where there are several.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The row that holds the headings, from 1, where it cannot be told.
    #[serde(default)]
    pub header_row: Option<u32>,
    /// What columns hold, where it is not what is suggested.
    #[serde(default)]
    pub columns: Option<Vec<Choice>>,
}

/// What a column of a template holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterColumnChoice", optional_fields))]
pub struct Choice {
    /// Its heading.
    pub heading: String,
    /// A field's code; empty for nothing at all, `null` to leave it as it is.
    #[serde(default)]
    pub field: Option<String>,
    /// What stands for a value of Joinder's, as pairs of ours and theirs.
    #[serde(default)]
    pub values: Option<Vec<(String, String)>>,
}

/// A template as it is used.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterTemplate"))]
pub struct TemplateView {
    /// File name.
    pub name: String,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// The sheet.
    pub sheet: String,
    /// The row that holds the headings, from 1.
    pub header_row: u32,
    /// The columns.
    pub columns: Vec<ColumnView>,
    /// Headings for which nobody has said what they hold.
    pub open: Vec<String>,
}

/// A column of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterTemplateColumn"))]
pub struct ColumnView {
    /// Its letter.
    pub letter: String,
    /// Its heading.
    pub heading: String,
    /// What Joinder writes there.
    pub field: Option<Field>,
    /// Somebody said that it stays empty.
    pub left_empty: bool,
    /// A value must be there.
    pub required: bool,
    /// It is hidden from whoever opens the template.
    pub hidden: bool,
    /// What may be there, in words.
    pub allowed: String,
    /// The values of its drop-down.
    pub choices: Vec<String>,
    /// What stands for a value of Joinder's, as pairs of ours and theirs.
    pub values: Vec<(String, String)>,
}

impl TemplateView {
    pub(super) fn new(template: &Template) -> Self {
        let view = |column: &TemplateColumn| ColumnView {
            letter: column_letters(column.column),
            heading: column.heading.clone(),
            field: column.field,
            left_empty: column.left_empty,
            required: column.required,
            hidden: column.hidden,
            allowed: allowed(column),
            choices: match &column.allowed {
                Allowed::OneOf(values) => values.clone(),
                _ => Vec::new(),
            },
            values: column.values.clone(),
        };
        let open = template.columns.iter().filter(|column| column.is_open());
        Self {
            name: template.name.clone(),
            sha256: template.sha256.clone(),
            sheet: template.sheet.clone(),
            header_row: template.header_row,
            columns: template.columns.iter().map(view).collect(),
            open: open.map(|column| column.heading.clone()).collect(),
        }
    }
}

fn allowed(column: &TemplateColumn) -> String {
    let format = format_words(&column.format);
    match &column.allowed {
        Allowed::Anything => words::text("register-allowed-anything"),
        Allowed::Words => words::text("register-allowed-words"),
        Allowed::OneOf(values) => {
            words::with("register-allowed-one-of", &[("count", &values.len().to_string())])
        }
        Allowed::Number { whole: true, .. } => words::text("register-allowed-whole"),
        Allowed::Number { .. } => words::text("register-allowed-number"),
        Allowed::Day { .. } if format.is_empty() => words::text("register-allowed-any-day"),
        Allowed::Day { .. } => words::with("register-allowed-day", &[("format", &format)]),
        Allowed::Length { .. } => words::text("register-allowed-length"),
        Allowed::Formula(_) => words::text("register-allowed-formula"),
    }
}

/// A number format as people write it: without the signs that only a spreadsheet reads; nothing for none.
fn format_words(format: &str) -> String {
    let shown = format.split(';').next().unwrap_or_default().rsplit(']').next().unwrap_or_default();
    if shown == "General" { String::new() } else { shown.replace(['\\', '"'], "") }
}

pub(crate) fn set(context: Context<'_>, input: TemplateSet) -> Result<Applied<TemplateView>> {
    let open = context.app.open_matter()?;
    let before = in_use(&open)?;
    let mut template = match &input.path {
        Some(path) => {
            let mut template = read(&source(path)?, input.sheet.as_deref(), input.header_row)?;
            suggest_values(&open, &mut template);
            remember(&mut template, before.as_ref());
            template
        }
        None => before.ok_or_else(|| Error::new("register-no-template"))?,
    };
    for choice in input.columns.unwrap_or_default() {
        choose(&mut template, &choice)?;
    }
    let done = open.write(Op("register.template"), context.app.clock().now(), |tx| {
        Ok::<_, Error>(setting::put(tx, TEMPLATE, &Some(&template))?)
    })?;
    let view = TemplateView::new(&template);
    Ok(Applied::stored(view, &done.changes).and(Noun::Register, None))
}

pub(crate) fn forget(context: Context<'_>, _: Nothing) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let done = open.write(Op("register.template"), context.app.clock().now(), |tx| {
        Ok::<_, Error>(setting::put(tx, TEMPLATE, &None::<Template>)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes).and(Noun::Register, None))
}

/// The template in use.
pub(super) fn in_use(open: &OpenMatter) -> Result<Option<Template>> {
    let kept: Option<Option<Template>> = open.matter.read(|reader| setting::get(reader, TEMPLATE))?;
    Ok(kept.flatten())
}

fn choose(template: &mut Template, choice: &Choice) -> Result<()> {
    let known: Vec<String> = template.columns.iter().map(|column| column.heading.clone()).collect();
    let wanted = folded(&choice.heading);
    let field = match choice.field.as_deref().map(str::trim) {
        None => None,
        Some("") => Some(None),
        Some(code) => Some(Some(Field::from_code(code).ok_or_else(|| {
            let codes: Vec<&str> = Field::ALL.iter().map(|field| field.code()).collect();
            Error::with("register-no-field", &[("found", code), ("known", &codes.join(", "))])
        })?)),
    };
    let column = template.columns.iter_mut().find(|column| folded(&column.heading) == wanted);
    let column = column.ok_or_else(|| {
        let values = [("found", choice.heading.as_str()), ("known", &known.join(", "))];
        Error::with("register-no-heading", &values)
    })?;
    if let Some(field) = field {
        (column.field, column.left_empty) = (field, field.is_none());
    }
    if let Some(values) = &choice.values {
        column.values = values.clone();
    }
    Ok(())
}

/// Choices that were made for an earlier template hold for columns of the same heading.
fn remember(template: &mut Template, before: Option<&Template>) {
    for column in &mut template.columns {
        let earlier = before.and_then(|before| {
            before.columns.iter().find(|earlier| folded(&earlier.heading) == folded(&column.heading))
        });
        if let Some(earlier) = earlier.filter(|earlier| !earlier.is_open()) {
            (column.field, column.left_empty) = (earlier.field, earlier.left_empty);
            let offered = |to: &str| match &column.allowed {
                Allowed::OneOf(values) => values.iter().any(|value| value == to),
                _ => true,
            };
            let kept: Vec<_> = earlier.values.iter().filter(|(_, to)| offered(to)).cloned().collect();
            column.values.retain(|(from, _)| kept.iter().all(|(known, _)| known != from));
            column.values.extend(kept);
        }
    }
}

/// What stands for our words in the drop-downs.
fn suggest_values(open: &OpenMatter, template: &mut Template) {
    for column in &mut template.columns {
        let Allowed::OneOf(values) = &column.allowed else { continue };
        let ours: Vec<String> = match column.field {
            Some(Field::Status) => {
                let labels = open.choices.statuses.iter().map(|choice| choice.label.clone());
                labels.chain([words::text("register-not-settled")]).collect()
            }
            Some(Field::Cohort) => open.choices.cohorts.iter().map(|choice| choice.label.clone()).collect(),
            _ => Vec::new(),
        };
        let theirs = |ours: &str| match (column.field, suggest_value(ours, values)) {
            (_, Some(theirs)) => Some(theirs.to_owned()),
            // "Confirmed" as the heading of a yes or no.
            (Some(Field::Cohort), None) => {
                let word = if folded(ours).starts_with("not ") { "no" } else { "yes" };
                values.iter().find(|value| folded(value) == word).cloned()
            }
            _ => None,
        };
        let unlike = ours.into_iter().filter(|ours| !values.contains(ours));
        column.values = unlike.filter_map(|ours| theirs(&ours).map(|theirs| (ours, theirs))).collect();
    }
}

/// Reads a template from a workbook.
///
/// # Errors
/// `register-which-sheet`, `register-template-headings` and others that say where the template cannot be followed.
pub(super) fn read(source: &Source, sheet: Option<&str>, header_row: Option<u32>) -> Result<Template> {
    let book = workbook(source)?;
    let sheet = which_sheet(source, &book, sheet)?;
    let header = super::header::row(sheet, header_row)?;
    super::header::check(sheet, header)?;
    let mut taken = Vec::new();
    let mut room = OFFERED;
    let columns = headings(header).into_iter().map(|(at, heading)| {
        let field = suggest_field(&heading).filter(|field| !taken.contains(field));
        taken.extend(field);
        let column = column(sheet, header.number, at, heading, field, book.from_1904);
        let offered = if let Allowed::OneOf(values) = &column.allowed { values.len() } else { 0 };
        match room.checked_sub(offered) {
            Some(left) => {
                room = left;
                column
            }
            None => TemplateColumn { allowed: Allowed::Anything, ..column },
        }
    });
    let columns = columns.collect();
    let above = (1..header.number.min(ABOVE)).map(|row| {
        let cells = sheet.row(row).map(|row| row.cells.as_slice()).unwrap_or_default();
        let last = cells.last().map_or(0, |cell| cell.column + 1);
        let text = |column| cells.iter().find(|cell| cell.column == column).map(|cell| cell.value.text());
        (0..last).map(|column| text(column).unwrap_or_default()).collect()
    });
    Ok(Template {
        name: source.name.clone(),
        sha256: source.sha256.clone(),
        sheet: sheet.name.clone(),
        header_row: header.number,
        above: above.collect(),
        columns,
    })
}

fn which_sheet<'b>(source: &Source, book: &'b Spreadsheet, wanted: Option<&str>) -> Result<&'b Sheet> {
    let seen: Vec<&Sheet> = book.sheets.iter().filter(|sheet| !sheet.hidden).collect();
    let names = |sheets: &[&Sheet]| {
        sheets.iter().map(|sheet| format!("“{}”", sheet.name)).collect::<Vec<_>>().join(", ")
    };
    if let Some(wanted) = wanted {
        let found = book.sheets.iter().find(|sheet| folded(&sheet.name) == folded(wanted));
        let known: Vec<&Sheet> = book.sheets.iter().collect();
        return found.ok_or_else(|| {
            Error::with("register-no-sheet", &[("sheet", wanted), ("known", &names(&known))])
        });
    }
    // A sheet of instructions has one column of words; one with headings has several.
    let wide: Vec<&Sheet> =
        seen.iter().copied().filter(|sheet| sheet.rows.iter().any(|row| headings(row).len() > 1)).collect();
    let ruled: Vec<&Sheet> = wide.iter().copied().filter(|sheet| !sheet.rules.is_empty()).collect();
    match (seen.as_slice(), wide.as_slice(), ruled.as_slice()) {
        ([], ..) => Err(hidden(source)),
        (_, [one], _) | (_, _, [one]) | ([one], ..) => Ok(one),
        _ => Err(Error::with("register-which-sheet", &[("known", &names(&wide))])),
    }
}

fn column(
    sheet: &Sheet,
    header: u32,
    at: u32,
    heading: String,
    field: Option<Field>,
    from_1904: bool,
) -> TemplateColumn {
    let look = sheet.look(at);
    let below = sheet.row(header + 1).and_then(|row| row.cell(at)).map(|cell| &cell.format);
    let below = below.or_else(|| sheet.blank_formats.get(&(header + 1, at))).map(ToString::to_string);
    let format = below
        .filter(|format| format != "General")
        .or_else(|| look.map(|look| look.format.to_string()))
        .unwrap_or_else(|| "General".to_owned());
    let rule = sheet.rules.iter().find(|rule| rule.areas.iter().any(|area| area.holds(header + 1, at)));
    let folded = folded(&heading);
    let named =
        heading.trim_end().ends_with('*') || folded.contains("required") || folded.contains("mandatory");
    let own = matches!(field, Some(Field::Number | Field::Name | Field::Surname));
    let width = look.and_then(|look| look.width).map_or(WIDTH, |width| width.clamp(4.0, 120.0) as u16);
    TemplateColumn {
        column: at,
        required: named || own,
        allowed: rule.map_or_else(|| by_format(&format), |rule| by_rule(rule, from_1904)),
        heading,
        field,
        left_empty: false,
        format,
        width,
        hidden: look.is_some_and(|look| look.hidden),
        unread: rule.map(|rule| rule.formulas.clone()).unwrap_or_default(),
        values: Vec::new(),
    }
}

fn by_format(format: &str) -> Allowed {
    if is_date_format(format) {
        Allowed::Day { limit: None }
    } else if format == "@" {
        Allowed::Words
    } else if format != "General" && format.contains(['0', '#']) {
        Allowed::Number { whole: false, limit: None }
    } else {
        Allowed::Anything
    }
}

fn by_rule(rule: &Rule, from_1904: bool) -> Allowed {
    let limit = || {
        let (bound, first) = (Bound::from_code(&rule.operator)?, rule.first?);
        let second = if bound.has_two() { rule.second? } else { first };
        Some(Limit { bound, first, second })
    };
    match &rule.kind {
        RuleKind::List { values: Some(values), .. } if !values.is_empty() => Allowed::OneOf(values.to_vec()),
        RuleKind::List { source, .. } => Allowed::Formula(source.clone()),
        RuleKind::Number { whole } => Allowed::Number { whole: *whole, limit: limit() },
        RuleKind::Day => Allowed::Day {
            limit: limit().and_then(|limit: Limit<f64>| {
                let first = spreadsheet_day(limit.first, from_1904)?;
                Some(Limit { bound: limit.bound, first, second: spreadsheet_day(limit.second, from_1904)? })
            }),
        },
        RuleKind::Length => Allowed::Length { limit: limit() },
        RuleKind::Formula(formula) => Allowed::Formula(formula.clone()),
    }
}

/// Whether a cell may stand in a row of headings.
pub(super) fn is_heading(row: &Row) -> bool {
    row.cells.iter().all(|cell| matches!(cell.value, Value::Text(_)))
}

/// Whether a column holds whole numbers of Joinder's.
pub(super) fn is_number(column: &TemplateColumn) -> bool {
    column.field.is_some_and(|field| field.kind() == FieldKind::Number) && column.allowed != Allowed::Words
}
