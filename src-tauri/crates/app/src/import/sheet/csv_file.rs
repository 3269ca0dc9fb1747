//! A table as text: CSV with commas, semicolons or tabs, in UTF-8 or UTF-16.

use std::fs::{self, File};
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};
use joinder_domain::audit::Digest;

use super::{Bad, COLUMNS_MOST, RowRead, Rows, Sheet, WHOLE_MOST, limited, plain};
use crate::error::{Error, Result};

/// Bytes of the beginning in which the separator is looked for.
const START: usize = 4096;

pub(super) struct CsvFile {
    source: Source,
    delimiter: u8,
    reader: csv::Reader<Box<dyn Read + Send>>,
    record: ByteRecord,
    size: u64,
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
}

pub(super) fn open(path: &Path, sha256: Digest) -> Result<Sheet> {
    let unreadable = |_| Error::new("unreadable-file");
    let mut file = File::open(path).map_err(unreadable)?;
    let mut start = vec![0_u8; START];
    let read = file.read(&mut start).map_err(unreadable)?;
    start.truncate(read);
    let mut size = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
    let mut source = Source::File(path.to_owned());
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = start.as_slice() {
        if size > WHOLE_MOST {
            return Err(Error::new("import-too-large"));
        }
        let text = from_utf16(&fs::read(path).map_err(unreadable)?);
        start = text.as_bytes().iter().copied().take(START).collect();
        size = text.len() as u64;
        source = Source::Memory(text.into_bytes().into());
    }
    let delimiter = delimiter(&start);
    let mut reader = reader(&source, delimiter)?;
    let found = reader.byte_headers().map_err(|_| Error::new("csv-empty"))?.clone();
    let headings = headings(&found)?;
    let rows = Rows::Text(Box::new(CsvFile { source, delimiter, reader, record: ByteRecord::new(), size }));
    Ok(Sheet {
        headings,
        sheets: Vec::new(),
        name: String::new(),
        sha256,
        formulas: 0,
        hidden_rows: 0,
        merged: 0,
        rows,
    })
}

fn reader(source: &Source, delimiter: u8) -> Result<csv::Reader<Box<dyn Read + Send>>> {
    let source = source.open()?;
    Ok(ReaderBuilder::new().flexible(true).trim(csv::Trim::All).delimiter(delimiter).from_reader(source))
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
        match read {
            Ok(false) => None,
            Err(_) => {
                let bad = Bad { code: "csv-broken", found: String::new(), values: Vec::new() };
                Some((line, RowRead::Bad(bad)))
            }
            Ok(true) => Some((line, self.cells(line, columns))),
        }
    }

    fn cells(&self, line: u64, columns: usize) -> RowRead {
        if self.record.iter().all(<[u8]>::is_empty) {
            return RowRead::Blank;
        }
        if self.record.len() != columns {
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
        RowRead::Cells(self.record.iter().map(cell).collect())
    }

    pub(super) fn rewind(&mut self) -> Result<()> {
        self.reader = reader(&self.source, self.delimiter)?;
        self.reader.byte_headers().map_err(|_| Error::new("csv-empty"))?;
        Ok(())
    }

    pub(super) fn progress(&self) -> (u64, u64) {
        (self.reader.position().byte(), self.size)
    }
}

/// Comma, semicolon or tab: whichever the first line has most of.
pub(crate) fn delimiter(start: &[u8]) -> u8 {
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |mark: u8| line.iter().filter(|byte| **byte == mark).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

/// “Unicode text” of spreadsheets; what is no text becomes the mark for it.
fn from_utf16(bytes: &[u8]) -> String {
    let big = bytes.starts_with(&[0xFE, 0xFF]);
    let units = bytes.get(2..).unwrap_or_default().chunks_exact(2).map(|pair| {
        let pair = [pair.first().copied().unwrap_or_default(), pair.last().copied().unwrap_or_default()];
        if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    });
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::{delimiter, from_utf16};

    #[test]
    fn the_separator_is_what_the_headings_have_most_of() {
        assert_eq!(delimiter(b"forenames,surname\nA;B;C;D,E"), b',');
        assert_eq!(delimiter("forenames;surname;born, about\n".as_bytes()), b';');
        assert_eq!(delimiter(b"forenames\tsurname\n"), b'\t');
        assert_eq!(delimiter(b""), b',');
    }

    #[test]
    fn text_of_sixteen_bits_is_read_in_both_orders() {
        let words = "Siân";
        let little: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(words.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!((from_utf16(&little), from_utf16(&big)), (words.to_owned(), words.to_owned()));
    }
}
