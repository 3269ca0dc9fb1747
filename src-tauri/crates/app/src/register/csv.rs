//! Registers as text: CSV with commas, semicolons or tabs.

use joinder_domain::register::{Found, FoundCell, Template};

use super::sheet::{HEAD, Source, Table, score};
use crate::error::{Error, Result};

/// Columns of one row at most.
const COLUMNS: usize = 1_000;
/// Bytes of one cell that are kept.
const CELL: usize = 100_000;

/// Reads a table whose headings stand in row `header_row` from 1, or in the first rows where they are most like those of
/// the template.
pub(super) fn table(source: &Source, template: &Template, header_row: Option<u32>) -> Result<Table> {
    let text = decode(source)?;
    let mut rows = rows(&text)?;
    let best = || {
        let first = rows.iter().take(HEAD).map(|(number, cells)| (score(cells, template), *number));
        first.max_by_key(|(score, number)| (*score, std::cmp::Reverse(*number)))
    };
    let first = rows.first().map(|(number, _)| *number);
    let wanted = header_row.or_else(|| best().filter(|(score, _)| *score > 0).map(|(_, number)| number));
    let wanted = wanted.or(first).unwrap_or(1).max(1);
    let headings = rows.iter().find(|(number, _)| *number == wanted).map(|(_, cells)| cells.clone());
    let headings: Vec<(u32, String)> = headings.unwrap_or_default();
    if headings.is_empty() {
        return Err(Error::with("register-csv-empty", &[("file", &source.name)]));
    }
    rows.retain(|(number, _)| *number > wanted);
    let cell = |(column, words)| FoundCell { column, found: Found::Words(words), formula: false };
    Ok(Table {
        name: source.name.clone(),
        sheet: String::new(),
        header_row: wanted,
        headings,
        rows: rows.into_iter().map(|(row, cells)| (row, cells.into_iter().map(cell).collect())).collect(),
        merged: Vec::new(),
        is_text: true,
        from_1904: false,
        cut: false,
    })
}

/// Cells with something in them, each with its column from 0.
type Cells = Vec<(u32, String)>;

/// The rows with something in them, each with its number as a spreadsheet counts: an empty line is a row too.
fn rows(text: &str) -> Result<Vec<(u32, Cells)>> {
    let delimiter = delimiter(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut numbers = numbers(text.as_bytes(), delimiter).into_iter();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| Error::new("register-csv-broken"))? {
        let number = numbers.next().unwrap_or(u32::MAX);
        let cells = (0..).zip(record.iter().take(COLUMNS)).filter(|(_, cell)| !cell.trim().is_empty());
        let cells: Cells = cells.map(|(at, cell)| (at, cell.chars().take(CELL).collect())).collect();
        if !cells.is_empty() {
            rows.push((number, cells));
        }
    }
    Ok(rows)
}

/// The numbers of the lines that hold a record, from 1; a line break within quotes ends none.
fn numbers(text: &[u8], delimiter: u8) -> Vec<u32> {
    let (mut found, mut row) = (Vec::new(), 1_u32);
    let (mut begins, mut quoted, mut blank) = (true, false, true);
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if quoted => quoted = bytes.next_if_eq(&b'"').is_some(),
            _ if quoted => {}
            b'\r' if bytes.peek() == Some(&b'\n') => {}
            b'\n' | b'\r' => {
                if !blank {
                    found.push(row);
                }
                row = row.saturating_add(1);
                (begins, blank) = (true, true);
            }
            b'"' => (begins, quoted, blank) = (false, begins, false),
            _ => (begins, blank) = (byte == delimiter, false),
        }
    }
    if !blank {
        found.push(row);
    }
    found
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

/// What parts the cells: titles above the headings may have none of it.
fn delimiter(text: &str) -> u8 {
    let most = |sign: char| text.lines().take(HEAD).map(|line| line.matches(sign).count()).max();
    let count = |sign: char| most(sign).unwrap_or_default();
    let most = [',', ';', '\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == ','));
    most.and_then(|sign| u8::try_from(sign).ok()).unwrap_or(b',')
}
