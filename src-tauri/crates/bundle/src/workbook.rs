//! Workbooks as XLSX (ISO/IEC 29500): words are always words, never formulas.

mod list;

pub use list::render_list_workbook;

use joinder_domain::report::{Sheet, SheetCell, Workbook};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Worksheet, XlsxError};
use std::collections::BTreeSet;
use std::io::Write;

/// Characters of a sheet's name.
const NAME: usize = 31;
/// Characters of a cell.
const CELL: usize = 32_767;

/// A workbook cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// It has more rows or columns than a spreadsheet can hold.
    #[error("the workbook cannot be made: {0}")]
    Refused(#[from] XlsxError),
    /// Somebody stopped it.
    #[error("the work was stopped")]
    Stopped,
    /// The output cannot be written.
    #[error("the workbook cannot be written: {0}")]
    Write(#[from] std::io::Error),
}

/// Writes a workbook: equal workbooks give equal bytes.
///
/// # Errors
///
/// See [`WorkbookError`].
pub fn render_workbook(workbook: &Workbook, out: &mut impl Write) -> Result<(), WorkbookError> {
    let mut file = rust_xlsxwriter::Workbook::new();
    let day = workbook.as_at;
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let month = u8::try_from(day.month()).unwrap_or(1);
    let created = ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).unwrap_or(1))?;
    file.set_properties(&DocProperties::new().set_title(&workbook.title).set_creation_datetime(&created));
    let mut names = BTreeSet::new();
    for sheet in &workbook.sheets {
        let worksheet = file.add_worksheet();
        worksheet.set_name(name(&sheet.name, &mut names))?;
        fill(worksheet, sheet)?;
    }
    out.write_all(&file.save_to_buffer()?)?;
    Ok(())
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), WorkbookError> {
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let number = Format::new().set_align(FormatAlign::Top);
    for (column, width) in (0..).zip(&sheet.widths) {
        worksheet.set_column_width(column, f64::from(*width))?;
    }
    for (row, cells) in (0..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                SheetCell::Empty => {}
                SheetCell::Heading(text) => {
                    worksheet.write_string_with_format(row, column, cut(text), &heading)?;
                }
                SheetCell::Text(text) => {
                    worksheet.write_string_with_format(row, column, cut(text), &words)?;
                }
                SheetCell::Number(value) => {
                    worksheet.write_number_with_format(row, column, *value, &number)?;
                }
            }
        }
    }
    Ok(())
}

/// What a cell can hold; the end of longer words is lost and says so.
fn cut(text: &str) -> String {
    if text.chars().count() <= CELL {
        return text.to_owned();
    }
    text.chars().take(CELL - 1).chain(['…']).collect()
}

/// A name that a spreadsheet takes, unlike all before it.
fn name(wanted: &str, names: &mut BTreeSet<String>) -> String {
    let plain: String =
        wanted.chars().map(|c| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c }).collect();
    let plain = plain.trim().trim_matches('\'').trim();
    let plain = if plain.is_empty() { "Sheet" } else { plain };
    let mut number = 1;
    loop {
        let end = if number == 1 { String::new() } else { format!(" {number}") };
        let kept: String = plain.chars().take(NAME - end.len()).collect();
        let name = format!("{}{end}", kept.trim_end());
        // Spreadsheets do not tell names apart by case.
        if names.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::name;
    use std::collections::BTreeSet;

    #[test]
    fn names_of_sheets_are_short_plain_and_unlike() {
        let mut names = BTreeSet::new();
        let long = "Who was told, by year of leaving the party";
        assert_eq!(name(long, &mut names), "Who was told, by year of leavin");
        assert_eq!(name(long, &mut names), "Who was told, by year of leav 2");
        assert_eq!(name("Told/not told?", &mut names), "Told not told");
        assert_eq!(name("''", &mut names), "Sheet");
    }
}
