//! ZIP archives (PKWARE APPNOTE): what they list, and the files in them, one at a time and within bounds.
//!
//! Read here rather than by a library because libraries drop the earlier of two files with one name, hold a whole
//! directory in memory, and give up on an archive whose end is missing; none of that may happen to evidence.

mod budget;
mod directory;
mod entry;
mod name;
mod reader;
mod unpack;

use std::io::{self, Read, Seek, SeekFrom};

use crate::{
    damage::{Code, Damage},
    limits::Limits,
};
use budget::Budget;
pub use entry::Entry;
pub use reader::{MemberReader, unpacking_damage};
pub use unpack::{Content, Member, unpack};

/// An archive over its bytes.
#[derive(Debug)]
pub struct Archive<R> {
    source: R,
    entries: Vec<Entry>,
    damage: Vec<Damage>,
    budget: Budget,
    item_bytes: u64,
}

impl<R: Read + Seek> Archive<R> {
    /// Reads what an archive lists; a directory that is missing or damaged is damage, and files are then looked for.
    ///
    /// # Errors
    /// Only those of the source.
    pub fn open(mut source: R, limits: &Limits) -> io::Result<Self> {
        let length = source.seek(SeekFrom::End(0))?;
        Self::within(source, length, limits, Budget::new(limits, length))
    }

    fn within(mut source: R, length: u64, limits: &Limits, mut budget: Budget) -> io::Result<Self> {
        let listing = directory::list(&mut source, length, budget.entries)?;
        budget.entries = budget.entries.saturating_sub(listing.entries.len());
        let mut damage = Vec::new();
        if listing.broken {
            damage.push(Damage::new(Code::ArchiveBroken, "0"));
        }
        if listing.more {
            damage.push(Damage::new(Code::ArchiveTooMany, "0"));
        }
        Ok(Self { source, entries: listing.entries, damage, budget, item_bytes: limits.item_bytes })
    }

    /// The files that it lists, in its own order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What is wrong with the archive as a whole.
    pub fn damage(&self) -> &[Damage] {
        &self.damage
    }

    /// Unpacks one file, as a stream.
    ///
    /// # Errors
    /// Those of the source, and those that [`unpacking_damage`] names.
    pub fn reader(&mut self, entry: &Entry) -> io::Result<MemberReader<'_, R>> {
        MemberReader::open(&mut self.source, entry, &mut self.budget.bytes)
    }

    /// Unpacks one file into memory: as much of it as can be read, and what is wrong with it.
    ///
    /// # Errors
    /// Only those of the source.
    pub fn bytes(&mut self, entry: &Entry) -> io::Result<(Vec<u8>, Option<Code>)> {
        let most = self.item_bytes;
        let mut bytes = Vec::new();
        let read =
            self.reader(entry).and_then(|reader| reader.take(most.saturating_add(1)).read_to_end(&mut bytes));
        if bytes.len() as u64 > most {
            return Ok((Vec::new(), Some(Code::TooLarge)));
        }
        match read {
            Ok(_) => Ok((bytes, None)),
            Err(error) => match unpacking_damage(&error) {
                Some(code) => Ok((bytes, Some(code))),
                None => Err(error),
            },
        }
    }
}

/// Whether an archive is an Office document, which is a ZIP archive with this file in it.
pub(crate) fn is_office(bytes: &[u8]) -> bool {
    let parts = ["[Content_Types].xml", "mimetype"];
    Archive::open(io::Cursor::new(bytes), &Limits::default())
        .is_ok_and(|archive| archive.entries.iter().any(|entry| parts.contains(&entry.name.as_str())))
}
