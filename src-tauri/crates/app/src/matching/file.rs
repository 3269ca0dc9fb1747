//! A CSV file of people, read to be compared.

use std::fs::File;
use std::io::{BufReader, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use csv::ByteRecord;
use joinder_domain::matching::{Birth, IndexBuilder, NameUse, Particulars, PersonName, Place};

use super::column::Meaning;
use crate::error::{Error, Result};
use crate::import::delimiter;
use crate::job::Job;

/// Rows of one file at most: a bound on memory, far above any group of claimants.
const ROWS_MOST: usize = 4_000_000;
/// Characters of a cell that are looked at.
const CELL_MOST: usize = 400;
/// Rows between two reports of progress.
const STEP: usize = 10_000;

/// A column as read.
pub(super) struct ColumnRead {
    pub(super) heading: String,
    pub(super) meaning: Option<Meaning>,
}

/// A file as read: who its rows are, and what its columns were taken for.
pub(super) struct FileRead {
    pub(super) columns: Vec<ColumnRead>,
    /// What each row calls itself: the cell of its id, or its number from 1.
    pub(super) ids: Vec<String>,
}

/// Reads a file and enters its rows into `index`. `chosen` overrides what headings mean: heading and code.
///
/// # Errors
/// `unreadable-file`, `csv-empty`, `no-such-column`, `no-such-meaning`, `match-no-columns`, `too-many-rows`, `cancelled`.
pub(super) fn read(
    path: &Path,
    chosen: &[(String, String)],
    index: &mut IndexBuilder,
    job: &Job,
) -> Result<FileRead> {
    let unreadable = |_| Error::new("unreadable-file");
    let mut file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    let mut start = [0_u8; 4096];
    let read = file.read(&mut start).map_err(unreadable)?;
    file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(delimiter(start.get(..read).unwrap_or_default()))
        .from_reader(BufReader::with_capacity(1 << 20, file));
    let headings = reader.byte_headers().map_err(|_| Error::new("csv-empty"))?.clone();
    let columns = columns(&headings, chosen)?;
    let meanings: Vec<Option<Meaning>> = columns.iter().map(|column| column.meaning).collect();
    let (mut record, mut ids) = (ByteRecord::new(), Vec::new());
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Err(_) => return Err(Error::new("unreadable-file")),
            Ok(true) if record.iter().all(<[u8]>::is_empty) => continue,
            Ok(true) => {}
        }
        if ids.len() >= ROWS_MOST {
            return Err(Error::with("too-many-rows", &[("limit", &ROWS_MOST.to_string())]));
        }
        let mut row = Row::default();
        for (cell, meaning) in record.iter().zip(&meanings) {
            if let Some(meaning) = meaning {
                row.take(*meaning, text(cell));
            }
        }
        let number = ids.len().saturating_add(1);
        ids.push(if row.id.is_empty() { number.to_string() } else { std::mem::take(&mut row.id) });
        index.push(&row.particulars());
        if ids.len().is_multiple_of(STEP) {
            job.step(reader.position().byte(), size, "Reading rows")?;
        }
    }
    job.step(size, size, "Reading rows")?;
    Ok(FileRead { columns, ids })
}

fn text(cell: &[u8]) -> String {
    let cell = cell.get(..CELL_MOST).unwrap_or(cell);
    String::from_utf8_lossy(cell).trim().to_owned()
}

fn columns(headings: &ByteRecord, chosen: &[(String, String)]) -> Result<Vec<ColumnRead>> {
    let mut columns: Vec<ColumnRead> = headings
        .iter()
        .map(|heading| {
            let heading = String::from_utf8_lossy(heading).trim_start_matches('\u{feff}').trim().to_owned();
            ColumnRead { meaning: Meaning::of_heading(&heading), heading }
        })
        .collect();
    for (heading, code) in chosen {
        let meaning = match code.as_str() {
            "-" | "ignore" => None,
            code => Some(Meaning::of_code(code).ok_or_else(|| {
                Error::with("no-such-meaning", &[("found", code), ("known", &Meaning::codes().join(", "))])
            })?),
        };
        let same = |column: &&mut ColumnRead| column.heading.eq_ignore_ascii_case(heading.trim());
        let Some(column) = columns.iter_mut().find(same) else {
            return Err(Error::with("no-such-column", &[("column", heading)]));
        };
        column.meaning = meaning;
    }
    if columns.iter().all(|column| matches!(column.meaning, None | Some(Meaning::Id))) {
        let found: Vec<&str> = columns.iter().map(|column| column.heading.as_str()).collect();
        return Err(Error::with("match-no-columns", &[("found", &found.join(", "))]));
    }
    Ok(columns)
}

#[derive(Default)]
struct Row {
    id: String,
    given: String,
    family: String,
    name: String,
    others: Vec<String>,
    born: String,
    birth: (String, String, String),
    place: Place,
    rest: Particulars,
}

impl Row {
    fn take(&mut self, meaning: Meaning, cell: String) {
        if cell.is_empty() {
            return;
        }
        match meaning {
            Meaning::Id if self.id.is_empty() => self.id = cell,
            Meaning::Id => {}
            Meaning::Given => add(&mut self.given, &cell),
            Meaning::Family => add(&mut self.family, &cell),
            Meaning::Name => add(&mut self.name, &cell),
            Meaning::OtherName => self.others.extend(cell.split(';').map(|name| name.trim().to_owned())),
            Meaning::Born => self.born = cell,
            Meaning::BirthYear => self.birth.0 = cell,
            Meaning::BirthMonth => self.birth.1 = cell,
            Meaning::BirthDay => self.birth.2 = cell,
            Meaning::National => self.rest.national.push(cell),
            Meaning::Membership => self.rest.memberships.extend(several(&cell)),
            Meaning::Email => self.rest.emails.extend(several(&cell)),
            Meaning::Phone => self.rest.phones.extend(several(&cell)),
            Meaning::Number => add(&mut self.place.number, &cell),
            Meaning::Street => add(&mut self.place.street, &cell),
            Meaning::District => add(&mut self.place.district, &cell),
            Meaning::Locality => add(&mut self.place.locality, &cell),
            Meaning::Region => add(&mut self.place.region, &cell),
            Meaning::Postcode => self.place.postcode = cell,
            Meaning::Sex => self.rest.sex = cell,
            Meaning::Birthplace => self.rest.birthplace = cell,
            Meaning::Occupation => self.rest.occupation = cell,
        }
    }

    fn particulars(self) -> Particulars {
        let Self { given, family, name, others, born, birth, mut place, mut rest, .. } = self;
        let present = if given.is_empty() && family.is_empty() {
            PersonName::whole(&name, NameUse::Present)
        } else {
            PersonName { given, family, used: NameUse::Present }
        };
        for other in others.iter().filter(|other| !other.is_empty()) {
            let mut other = PersonName::whole(other, NameUse::Other);
            if other.given.is_empty() {
                other.given.clone_from(&present.given);
            }
            rest.names.push(other);
        }
        rest.names.insert(0, present);
        let (year, month, day) = birth;
        rest.born = Birth::parse(&born).or_else(|| Birth::parse(&format!("{year}-{month}-{day}")));
        if place.number.is_empty() {
            place.divide_street();
        }
        rest.places.push(place);
        rest
    }
}

fn add(to: &mut String, cell: &str) {
    if !to.is_empty() {
        to.push(' ');
    }
    to.push_str(cell);
}

fn several(cell: &str) -> impl Iterator<Item = String> {
    cell.split([';', ',']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty())
}
