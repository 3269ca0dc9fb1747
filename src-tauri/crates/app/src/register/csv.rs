//! Registers as text: CSV with commas, semicolons or tabs.

use joinder_domain::register::{Found, FoundCell};

use super::sheet::{Source, Table};
use crate::error::{Error, Result};

/// Columns of one row at most.
const COLUMNS: usize = 1_000;
/// Bytes of one cell that are kept.
const CELL: usize = 100_000;

/// Reads a table whose first row, or row `header_row` from 1, holds the headings.
pub(super) fn table(source: &Source, header_row: Option<u32>) -> Result<Table> {
    let text = decode(source)?;
    let wanted = header_row.unwrap_or(1).max(1);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let (mut headings, mut rows, mut number) = (Vec::new(), Vec::new(), 0);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| Error::new("register-csv-broken"))? {
        number += 1;
        if number < wanted {
            continue;
        }
        if number == wanted {
            headings =
                (0..).zip(record.iter().take(COLUMNS)).map(|(at, cell)| (at, cell.to_owned())).collect();
            headings.retain(|(_, heading): &(u32, String)| !heading.trim().is_empty());
            continue;
        }
        let cells = (0..).zip(record.iter().take(COLUMNS)).filter(|(_, cell)| !cell.is_empty());
        let cell = |(column, cell): (u32, &str)| FoundCell {
            column,
            found: Found::Words(cell.chars().take(CELL).collect()),
            formula: false,
        };
        rows.push((number, cells.map(cell).collect()));
    }
    if headings.is_empty() {
        return Err(Error::with("register-csv-empty", &[("file", &source.name)]));
    }
    Ok(Table {
        name: source.name.clone(),
        sheet: String::new(),
        header_row: wanted,
        headings,
        rows,
        merged: Vec::new(),
        is_text: true,
        from_1904: false,
        cut: false,
    })
}

/// UTF-8 or UTF-16, as their first bytes say; other encodings garble names and are refused.
fn decode(source: &Source) -> Result<String> {
    let bytes = &source.bytes;
    let units = |bytes: &[u8], of: fn([u8; 2]) -> u16| -> String {
        let units = bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(of);
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    let not_text = || Error::with("register-csv-not-utf8", &[("file", &source.name)]);
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => Ok(units(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Ok(units(rest, u16::from_be_bytes)),
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).map(str::to_owned).map_err(|_| not_text()),
        rest if rest.contains(&0) => Err(Error::with("register-not-workbook", &[("file", &source.name)])),
        rest => std::str::from_utf8(rest).map(str::to_owned).map_err(|_| not_text()),
    }
}

/// What parts the cells of the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    let most = [',', ';', '\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == ','));
    most.and_then(|sign| u8::try_from(sign).ok()).unwrap_or(b',')
}
