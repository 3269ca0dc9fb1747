//! A long list as a sheet: the columns, formats and drop-downs of a template, row by row.

use super::{WorkbookError, cut, name};
use joinder_domain::register::{ListCell, ListColumn, ListRow, Listing};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Worksheet,
};
use std::collections::BTreeSet;
use std::io::Write;

/// Characters that the values of a drop-down may have together before they need a sheet of their own.
const INLINE: usize = 255;
/// Rows that can be filled in under a list, each with its drop-downs.
const ROOM: u32 = 1_000;
/// Writes a list as a workbook and returns how many rows it has. `step` is told of every row and says whether to go on.
///
/// Equal lists give equal bytes. Words are always words, never formulas.
///
/// # Errors
///
/// See [`WorkbookError`].
pub fn render_list_workbook(
    listing: &Listing,
    rows: &mut dyn Iterator<Item = ListRow>,
    out: &mut impl Write,
    step: &mut dyn FnMut(u64) -> bool,
) -> Result<u64, WorkbookError> {
    let mut file = rust_xlsxwriter::Workbook::new();
    let created = moment(listing.as_at).unwrap_or(ExcelDateTime::from_ymd(1900, 1, 1)?);
    let title = [listing.title.as_str(), listing.marking.as_str()];
    let title = title.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". ");
    file.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&created));
    let mut names = BTreeSet::new();
    let sheet = file.add_worksheet();
    sheet.set_name(name(&listing.sheet, &mut names))?;
    let head = u32::try_from(listing.above.len()).unwrap_or(0);
    headings(sheet, listing, head)?;
    let formats: Vec<Format> = listing.columns.iter().map(format).collect();
    let mut written = 0;
    for row in rows {
        if !step(written) {
            return Err(WorkbookError::Stopped);
        }
        let at = head.saturating_add(1).saturating_add(u32::try_from(written).unwrap_or(u32::MAX));
        for ((column, cell), format) in (0..).zip(&row.cells).zip(&formats) {
            match cell {
                ListCell::Empty => {}
                ListCell::Words(words) => {
                    sheet.write_string_with_format(at, column, cut(words), format)?;
                }
                ListCell::Number(number) => {
                    sheet.write_number_with_format(at, column, *number, format)?;
                }
                ListCell::Day(day) => match moment(*day) {
                    Some(moment) => {
                        sheet.write_datetime_with_format(at, column, &moment, format)?;
                    }
                    // Before 1900 a spreadsheet knows no days.
                    None => {
                        sheet.write_string(at, column, day.to_string())?;
                    }
                },
            }
        }
        written += 1;
    }
    let last = head.saturating_add(u32::try_from(written).unwrap_or(0)).max(head + 1);
    if !listing.columns.is_empty() {
        let columns = u16::try_from(listing.columns.len() - 1).unwrap_or(u16::MAX);
        sheet.autofilter(head, 0, last, columns)?;
    }
    let lists_name = name(LISTS, &mut names);
    let mut lists: Vec<&[String]> = Vec::new();
    for (column, at) in listing.columns.iter().zip(0..).filter(|(column, _)| !column.values.is_empty()) {
        let validation = drop_down(column, &lists_name, &mut lists)?;
        sheet.add_data_validation(head + 1, at, last.saturating_add(ROOM).min(1_048_575), at, &validation)?;
    }
    if !lists.is_empty() {
        let sheet = file.add_worksheet();
        sheet.set_name(&lists_name)?.set_hidden(true);
        for (column, values) in (0..).zip(lists) {
            for (row, value) in (0..).zip(values) {
                sheet.write_string(row, column, cut(value))?;
            }
        }
    }
    out.write_all(&file.save_to_buffer()?)?;
    Ok(written)
}

const LISTS: &str = "Lists";
/// Columns from which on a list needs the larger paper.
const WIDE: usize = 13;
/// Sizes of paper by their numbers in a workbook (ECMA-376, 18.3.1.63).
const A3: u8 = 8;
const A4: u8 = 9;

fn headings(sheet: &mut Worksheet, listing: &Listing, head: u32) -> Result<(), WorkbookError> {
    for (row, cells) in (0..).zip(&listing.above) {
        for (column, words) in (0..).zip(cells).filter(|(_, words)| !words.is_empty()) {
            sheet.write_string(row, column, cut(words))?;
        }
    }
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (at, column) in (0..).zip(&listing.columns) {
        sheet.set_column_width(at, f64::from(column.width.max(4)))?;
        sheet.set_column_format(at, &format(column))?;
        if column.hidden {
            sheet.set_column_hidden(at)?;
        }
        sheet.write_string_with_format(head, at, cut(&column.heading), &heading)?;
    }
    sheet.set_freeze_panes(head + 1, 1)?;
    paper(sheet, listing, head)
}

/// How it is printed: on its side, all columns on one page, the headings on each, and marked as what it is.
fn paper(sheet: &mut Worksheet, listing: &Listing, head: u32) -> Result<(), WorkbookError> {
    // A sign that a spreadsheet would take for a command.
    let plain = |words: &str| words.replace('&', "&&");
    let size = if listing.columns.len() > WIDE { A3 } else { A4 };
    sheet.set_landscape().set_paper_size(size).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(head, head)?;
    sheet.set_header(format!("&L{}&R{}", plain(&listing.title), plain(&listing.reference)));
    sheet.set_footer(format!("&L{}&RPage &P of &N", plain(&listing.marking)));
    Ok(())
}

fn format(column: &ListColumn) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match column.format.as_str() {
        "" => format,
        code => format.set_num_format(code),
    }
}

/// A drop-down; values that are too long together go on a sheet of their own.
fn drop_down<'l>(
    column: &'l ListColumn,
    sheet: &str,
    lists: &mut Vec<&'l [String]>,
) -> Result<DataValidation, WorkbookError> {
    let length = column.values.iter().map(|value| value.chars().count() + 1).sum::<usize>();
    let plain = column.values.iter().all(|value| !value.contains(['"', ',']));
    let validation = if plain && length <= INLINE {
        DataValidation::new().allow_list_strings(&column.values)?
    } else {
        lists.push(&column.values);
        let letter = letters(lists.len());
        let range = format!("='{}'!${letter}$1:${letter}${}", sheet.replace('\'', "''"), column.values.len());
        DataValidation::new().allow_list_formula(Formula::new(range))
    };
    Ok(validation)
}

/// The first column is A.
fn letters(mut number: usize) -> String {
    let mut letters = String::new();
    while number > 0 {
        let letter = u8::try_from((number - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        number = (number - 1) / 26;
    }
    letters
}

fn moment(day: jiff::civil::Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year >= 1900)?;
    let (month, date) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, date).ok()
}
