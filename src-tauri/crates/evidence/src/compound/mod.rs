//! Compound files, the small file systems in which Outlook keeps messages (MS-CFB).
//!
//! Read here rather than by a library because a library refuses a file of which any piece is damaged; a claimant's only copy
//! must still give its other streams, and say which of them are not whole.

mod entry;
mod table;
mod write;

use entry::Entry;
use table::Table;

pub(crate) use write::Folder;

/// Where every compound file begins.
pub(crate) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Index of the root in the directory.
pub(crate) const ROOT: usize = 0;
/// Entries of a directory that are read.
const ENTRIES: usize = 100_000;
/// Streams shorter than this lie in the root's stream, unless the header says otherwise.
const CUTOFF: u64 = 4096;

/// A compound file over its bytes.
#[derive(Debug)]
pub(crate) struct Compound<'a> {
    sectors: Table<'a>,
    mini: Table<'static>,
    entries: Vec<Entry>,
    cutoff: u64,
}

impl<'a> Compound<'a> {
    /// Opens a compound file; `None` if there is no directory to be found.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        if !bytes.starts_with(SIGNATURE) {
            return None;
        }
        let sectors = Table::of_file(bytes)?;
        let number = |at: usize| entry::u32_at(bytes, at);
        let (directory, _) = sectors.chain(number(48)?, ENTRIES as u64 * entry::SIZE as u64);
        let wide = sectors.is_wide();
        let entries: Vec<Entry> =
            directory.chunks_exact(entry::SIZE).take(ENTRIES).map(|bytes| Entry::read(bytes, wide)).collect();
        let root = entries.first()?;
        let (mini_table, _) = sectors.chain(number(60)?, bytes.len() as u64);
        let (mini_stream, _) = sectors.chain(root.start, root.size);
        let cutoff = number(56).map(u64::from).filter(|&cutoff| cutoff > 0).unwrap_or(CUTOFF);
        Some(Self { mini: Table::of_stream(mini_stream, &mini_table), sectors, entries, cutoff })
    }

    /// Whether every entry that another names is there.
    pub(crate) fn is_whole(&self) -> bool {
        let known =
            |link: u32| link == u32::MAX || usize::try_from(link).is_ok_and(|link| link < self.entries.len());
        let used = |entry: &&Entry| entry.is_storage || entry.is_stream || !entry.name.is_empty();
        self.entries
            .iter()
            .filter(used)
            .all(|entry| [entry.left, entry.right, entry.child].into_iter().all(known))
    }

    /// The entries in a storage: each name, whether it is a storage itself, and its index.
    pub(crate) fn children(&self, storage: usize) -> Vec<(&str, bool, usize)> {
        let mut found = Vec::new();
        let mut seen = vec![false; self.entries.len()];
        let mut left: Vec<u32> = self.entries.get(storage).map(|entry| entry.child).into_iter().collect();
        while let Some(index) = left.pop().and_then(|index| usize::try_from(index).ok()) {
            let (Some(entry), Some(seen)) = (self.entries.get(index), seen.get_mut(index)) else { continue };
            if std::mem::replace(seen, true) || index == ROOT {
                continue;
            }
            left.extend([entry.right, entry.left]);
            if entry.is_storage || entry.is_stream {
                found.push((entry.name.as_str(), entry.is_storage, index));
            }
        }
        found.sort_unstable();
        found
    }

    /// Bytes that a stream has at most.
    pub(crate) fn size(&self, stream: usize) -> u64 {
        self.entries.get(stream).map_or(0, |entry| entry.size.min(self.sectors.length()))
    }

    /// The bytes of a stream, as many as are there, and whether those are all.
    pub(crate) fn stream(&self, stream: usize) -> (Vec<u8>, bool) {
        let Some(entry) = self.entries.get(stream) else { return (Vec::new(), false) };
        let table = if entry.size < self.cutoff { &self.mini } else { &self.sectors };
        table.chain(entry.start, entry.size)
    }
}
