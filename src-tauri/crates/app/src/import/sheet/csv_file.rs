//! A table as text: CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.

use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};
use joinder_domain::audit::Digest;

use super::encoding::{Encoding, Scanned};
use super::{Bad, COLUMNS_MOST, RowRead, Rows, Sheet, TOP, WHOLE_MOST, limited, plain, recognised};
use crate::error::{Error, Result};

/// Bytes of the beginning in which the separator is looked for.
const START: u64 = 4096;

pub(super) struct CsvFile {
    source: Source,
    layout: Layout,
    reader: csv::Reader<Box<dyn Read + Send>>,
    record: ByteRecord,
    size: u64,
    /// A quotation mark is opened somewhere and never closed.
    open_quote: bool,
}

/// How the text is divided.
#[derive(Clone, Copy)]
struct Layout {
    delimiter: u8,
    /// Bytes before the headings that say how it is divided.
    skipped: u64,
    /// Rows down to the headings, with them.
    above: usize,
}

/// Where the text lies: in its file, or in memory when it had to be put into UTF-8.
enum Source {
    File(PathBuf),
    Memory(Arc<[u8]>),
}

impl Source {
    fn open(&self) -> Result<Box<dyn Read + Send>> {
        Ok(match self {
            Self::File(path) => {
                let file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
                Box::new(BufReader::with_capacity(1 << 20, file))
            }
            Self::Memory(text) => Box::new(Cursor::new(Arc::clone(text))),
        })
    }

    /// The beginning, and how long the whole is, in bytes.
    fn start(&self) -> Result<(Vec<u8>, u64)> {
        let unreadable = |_| Error::new("unreadable-file");
        let mut start = Vec::with_capacity(START as usize);
        self.open()?.take(START).read_to_end(&mut start).map_err(unreadable)?;
        let size = match self {
            Self::File(path) => fs::metadata(path).map_err(unreadable)?.len(),
            Self::Memory(text) => text.len() as u64,
        };
        Ok((start, size))
    }
}

pub(super) fn open(path: &Path, sha256: Digest) -> Result<Sheet> {
    let unreadable = |_| Error::new("unreadable-file");
    let scanned = Scanned::of(path).map_err(unreadable)?;
    let encoding = scanned.encoding;
    let source = match encoding {
        Encoding::Utf8 => Source::File(path.to_owned()),
        other => {
            if fs::metadata(path).map_err(unreadable)?.len() > WHOLE_MOST {
                return Err(Error::new("import-too-large"));
            }
            Source::Memory(other.decode(&fs::read(path).map_err(unreadable)?).into_bytes().into())
        }
    };
    let (start, size) = source.start()?;
    let mut layout = Layout {
        delimiter: delimiter(&start),
        skipped: hint(&start).map_or(0, |(_, length)| length),
        above: 0,
    };
    let found = head(&source, &mut layout)?;
    let headings = headings(&found)?;
    let reader = reader(&source, layout)?;
    let open_quote = scanned.open_quote;
    let rows =
        Rows::Text(Box::new(CsvFile { source, layout, reader, record: ByteRecord::new(), size, open_quote }));
    Ok(Sheet {
        headings,
        sheets: Vec::new(),
        name: String::new(),
        sha256,
        formulas: 0,
        hidden_rows: 0,
        merged: 0,
        encoding: encoding.code(),
        rows,
    })
}

/// The row of headings, like that of a workbook: people put titles above it. How many rows lie above is noted.
fn head(source: &Source, layout: &mut Layout) -> Result<ByteRecord> {
    let mut reader = reader(source, *layout)?;
    let mut top = Vec::new();
    for record in reader.byte_records().take(TOP) {
        top.push(record.map_err(|_| Error::new("csv-empty"))?);
    }
    let texts = |row: &ByteRecord| -> Vec<String> {
        row.iter().map(|cell| plain(&String::from_utf8_lossy(cell)).to_owned()).collect()
    };
    let known = |row: &ByteRecord| recognised(texts(row).iter().map(String::as_str));
    let said =
        |row: &ByteRecord| texts(row).iter().any(|cell| !cell.trim_start_matches('\u{feff}').is_empty());
    let first = top.iter().position(said).ok_or_else(|| Error::new("csv-empty"))?;
    let most = top.iter().map(known).max().unwrap_or(0);
    // One word alone may stand anywhere.
    let at = if most >= 2 { top.iter().position(|row| known(row) == most).unwrap_or(first) } else { first };
    layout.above = at.saturating_add(1);
    Ok(top.swap_remove(at))
}

/// A reader of the rows below the headings.
fn reader(source: &Source, layout: Layout) -> Result<csv::Reader<Box<dyn Read + Send>>> {
    let mut text = source.open()?;
    io::copy(&mut text.by_ref().take(layout.skipped), &mut io::sink())
        .map_err(|_| Error::new("unreadable-file"))?;
    let mut builder = ReaderBuilder::new();
    builder.flexible(true).trim(csv::Trim::All).has_headers(false).delimiter(layout.delimiter);
    let mut reader = builder.from_reader(text);
    let mut above = ByteRecord::new();
    for _ in 0..layout.above {
        reader.read_byte_record(&mut above).map_err(|_| Error::new("csv-empty"))?;
    }
    Ok(reader)
}

fn headings(found: &ByteRecord) -> Result<Vec<String>> {
    let mut headings = Vec::new();
    for heading in found.iter().take(COLUMNS_MOST) {
        let heading =
            std::str::from_utf8(heading).map_err(|_| Error::with("csv-not-utf8", &[("line", "1")]))?;
        headings.push(plain(heading.trim_start_matches('\u{feff}')).to_owned());
    }
    if headings.iter().all(String::is_empty) {
        return Err(Error::new("csv-empty"));
    }
    Ok(headings)
}

impl CsvFile {
    pub(super) fn next_row(&mut self, columns: usize) -> Option<(u64, RowRead)> {
        let read = self.reader.read_byte_record(&mut self.record);
        let line = self.record.position().map_or(0, csv::Position::line);
        let line = line.saturating_add(u64::from(self.layout.skipped > 0));
        match read {
            Ok(false) => None,
            Err(_) => {
                let bad = Bad { code: "csv-broken", found: String::new(), values: Vec::new() };
                Some((line, RowRead::Bad(bad)))
            }
            // What follows a mark that is never closed is all in one cell: rows that nobody would miss.
            Ok(true) if self.open_quote && self.is_last() && self.record.as_slice().contains(&b'\n') => {
                let bad = Bad { code: "csv-open-quote", found: String::new(), values: Vec::new() };
                Some((line, RowRead::Bad(bad)))
            }
            Ok(true) => Some((line, self.cells(line, columns))),
        }
    }

    fn is_last(&self) -> bool {
        self.reader.position().byte().saturating_add(self.layout.skipped) >= self.size
    }

    fn cells(&self, line: u64, columns: usize) -> RowRead {
        if self.record.iter().all(<[u8]>::is_empty) {
            return RowRead::Blank;
        }
        // Spreadsheets leave out blank cells at the end of a row, or add some.
        if self.record.iter().skip(columns).any(|cell| !cell.is_empty()) {
            let values = vec![("found", self.record.len().to_string()), ("expected", columns.to_string())];
            return RowRead::Bad(Bad { code: "csv-column-count", found: String::new(), values });
        }
        let cell = |bytes: &[u8]| match std::str::from_utf8(bytes) {
            Ok(cell) => limited(plain(cell)),
            Err(_) => Err(Bad {
                code: "csv-not-utf8",
                found: String::from_utf8_lossy(bytes).chars().take(200).collect(),
                values: vec![("line", line.to_string())],
            }),
        };
        let blank = std::iter::repeat_n(&b""[..], columns.saturating_sub(self.record.len()));
        RowRead::Cells(self.record.iter().take(columns).chain(blank).map(cell).collect())
    }

    pub(super) fn rewind(&mut self) -> Result<()> {
        self.reader = reader(&self.source, self.layout)?;
        Ok(())
    }

    pub(super) fn progress(&self) -> (u64, u64) {
        (self.reader.position().byte(), self.size)
    }
}

/// What the first line says of itself, or whichever of comma, semicolon, tab and bar it has most of outside quotes.
pub(crate) fn delimiter(start: &[u8]) -> u8 {
    if let Some((mark, _)) = hint(start) {
        return mark;
    }
    let mut quoted = false;
    let line = start.iter().take_while(|byte| {
        quoted ^= **byte == b'"';
        quoted || **byte != b'\n'
    });
    let mut inside = false;
    let plain: Vec<u8> = line
        .copied()
        .filter(|byte| {
            inside ^= *byte == b'"';
            !inside
        })
        .collect();
    let count = |mark: u8| plain.iter().filter(|byte| **byte == mark).count();
    [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

/// `sep=;` on a line of its own before the headings, as spreadsheets write and read it: the mark, and the line's length.
fn hint(start: &[u8]) -> Option<(u8, u64)> {
    let text = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start);
    let end = text.iter().position(|byte| *byte == b'\n')?;
    let line = text.get(..end)?.trim_ascii_end();
    let mark = match line.get(..4)?.eq_ignore_ascii_case(b"sep=").then(|| line.get(4..))?? {
        [mark] if mark.is_ascii() => *mark,
        // A tab at the end of the line.
        [] => b'\t',
        _ => return None,
    };
    let length = start.len().saturating_sub(text.len()).saturating_add(end).saturating_add(1);
    Some((mark, length as u64))
}

#[cfg(test)]
mod tests {
    use super::{delimiter, hint};

    #[test]
    fn the_separator_is_what_the_headings_have_most_of() {
        assert_eq!(delimiter(b"forenames,surname\nA;B;C;D,E"), b',');
        assert_eq!(delimiter("forenames;surname;born, about\n".as_bytes()), b';');
        assert_eq!(delimiter(b"forenames\tsurname\n"), b'\t');
        assert_eq!(delimiter(b"forenames|surname\n"), b'|');
        assert_eq!(delimiter(b"\"Name, as on the card, in full\";\"Email, if any\"\nA;B\n"), b';');
        assert_eq!(delimiter(b""), b',');
    }

    #[test]
    fn a_file_that_says_how_it_is_divided_is_believed() {
        assert_eq!(hint(b"sep=;\r\nforenames,born;surname\n"), Some((b';', 7)));
        assert_eq!(delimiter("\u{feff}SEP=|\nforenames|surname\n".as_bytes()), b'|');
        assert_eq!(hint(b"separate,surname\n"), None);
        assert_eq!(hint(b"sep=;"), None);
    }
}
