//! Writing a compound file: a message that was inside another becomes a file of its own, as Outlook saves it.

use super::SIGNATURE;

const SECTOR: usize = 512;
const MINI: usize = 64;
/// Streams shorter than this lie in the root's stream.
const CUTOFF: usize = 4096;
const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const TABLE: u32 = 0xFFFF_FFFD;
/// Sectors of the table that the header has room to name.
const IN_HEADER: usize = 109;

/// A storage to be written: streams and other storages by name.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    pub(crate) streams: Vec<(String, Vec<u8>)>,
    pub(crate) folders: Vec<(String, Folder)>,
}

impl Folder {
    /// The compound file whose root is this storage; equal content gives equal bytes.
    pub(crate) fn to_file(&self) -> Vec<u8> {
        let mut file = File::default();
        let root = file.entry("Root Entry", 5);
        file.storage(root, self);
        file.finish()
    }
}

#[derive(Default)]
struct File {
    sectors: Vec<u8>,
    next: Vec<u32>,
    mini: Vec<u8>,
    mini_next: Vec<u32>,
    entries: Vec<[u8; 128]>,
}

impl File {
    fn entry(&mut self, name: &str, kind: u8) -> usize {
        let mut entry = [0; 128];
        let units: Vec<u16> = name.encode_utf16().take(31).collect();
        let bytes = units.iter().flat_map(|unit| unit.to_le_bytes());
        entry.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = byte);
        let length = u16::try_from(units.len() * 2 + 2).unwrap_or_default();
        put(&mut entry, 64, &length.to_le_bytes());
        // Kind, and the colour black.
        put(&mut entry, 66, &[kind, 1]);
        for link in [68, 72, 76] {
            put(&mut entry, link, &FREE.to_le_bytes());
        }
        put(&mut entry, 116, &END.to_le_bytes());
        self.entries.push(entry);
        self.entries.len() - 1
    }

    fn link(&mut self, entry: usize, at: usize, value: u32) {
        if let Some(entry) = self.entries.get_mut(entry) {
            put(entry, at, &value.to_le_bytes());
        }
    }

    fn storage(&mut self, entry: usize, folder: &Folder) {
        let mut children: Vec<(String, usize)> = Vec::new();
        for (name, bytes) in &folder.streams {
            let stream = self.entry(name, 2);
            let start = if bytes.len() < CUTOFF { self.small(bytes) } else { self.large(bytes) };
            self.link(stream, 116, start);
            self.link(stream, 120, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
            children.push((name.clone(), stream));
        }
        for (name, inner) in &folder.folders {
            let storage = self.entry(name, 1);
            self.link(storage, 116, 0);
            self.storage(storage, inner);
            children.push((name.clone(), storage));
        }
        // Names are ordered by length first (MS-CFB 2.6.4).
        children.sort_by_key(|(name, _)| (name.encode_utf16().count(), name.to_uppercase()));
        let order: Vec<usize> = children.into_iter().map(|(_, index)| index).collect();
        let child = self.tree(&order);
        self.link(entry, 76, child);
    }

    /// Links sorted entries into a balanced tree; gives its root.
    fn tree(&mut self, order: &[usize]) -> u32 {
        let (left, rest) = order.split_at(order.len() / 2);
        let Some((&middle, right)) = rest.split_first() else { return FREE };
        let (left, right) = (self.tree(left), self.tree(right));
        self.link(middle, 68, left);
        self.link(middle, 72, right);
        u32::try_from(middle).unwrap_or(FREE)
    }

    fn small(&mut self, bytes: &[u8]) -> u32 {
        let start = chain(&mut self.mini_next, bytes.len().div_ceil(MINI));
        self.mini.extend_from_slice(bytes);
        self.mini.resize(self.mini_next.len() * MINI, 0);
        start
    }

    fn large(&mut self, bytes: &[u8]) -> u32 {
        let start = chain(&mut self.next, bytes.len().div_ceil(SECTOR));
        self.sectors.extend_from_slice(bytes);
        self.sectors.resize(self.next.len() * SECTOR, 0);
        start
    }

    fn finish(mut self) -> Vec<u8> {
        let mini = std::mem::take(&mut self.mini);
        let mini_start = self.large(&mini);
        self.link(0, 116, mini_start);
        self.link(0, 120, u32::try_from(mini.len()).unwrap_or(u32::MAX));
        while !self.entries.len().is_multiple_of(SECTOR / 128) {
            let blank = self.entry("", 0);
            self.link(blank, 116, 0);
        }
        let directory = std::mem::take(&mut self.entries).concat();
        let directory = self.large(&directory);
        let mini_table: Vec<u8> =
            std::mem::take(&mut self.mini_next).into_iter().flat_map(u32::to_le_bytes).collect();
        let mini_table_length = mini_table.len().div_ceil(SECTOR);
        let mini_table = padded(mini_table, mini_table_length);
        let mini_table_start = self.large(&mini_table);
        // The table lists itself, and, when it is long, the list of its own sectors.
        let (mut parts, mut lists) = (0, 0);
        while parts * (SECTOR / 4) < self.next.len() + parts + lists {
            parts += 1;
            lists = parts.saturating_sub(IN_HEADER).div_ceil(SECTOR / 4 - 1);
        }
        let first = self.next.len();
        let number = |at: usize| u32::try_from(at).unwrap_or(FREE);
        self.next.extend(std::iter::repeat_n(TABLE, parts));
        self.next.extend(std::iter::repeat_n(TABLE - 1, lists));
        let table: Vec<u8> = self.next.iter().flat_map(|next| next.to_le_bytes()).collect();
        let places: Vec<u32> = (first..first + parts).map(number).collect();
        let (near, far) = places.split_at(places.len().min(IN_HEADER));
        let mut file = header(
            near,
            parts,
            directory,
            (mini_table_start, mini_table_length),
            (number(first + parts), lists),
        );
        file.extend(self.sectors);
        file.extend(padded(table, parts));
        for (at, list) in far.chunks(SECTOR / 4 - 1).enumerate() {
            let follows = if at + 1 < lists { number(first + parts + at + 1) } else { END };
            let words =
                list.iter().copied().chain(std::iter::repeat(FREE)).take(SECTOR / 4 - 1).chain([follows]);
            file.extend(words.flat_map(u32::to_le_bytes));
        }
        file
    }
}

/// Adds a chain of this many sectors to a table; gives its first.
fn chain(next: &mut Vec<u32>, count: usize) -> u32 {
    if count == 0 {
        return END;
    }
    let start = next.len();
    next.extend((start + 1..start + count).map(|at| u32::try_from(at).unwrap_or(END)).chain([END]));
    u32::try_from(start).unwrap_or(END)
}

fn header(near: &[u32], parts: usize, directory: u32, mini: (u32, usize), far: (u32, usize)) -> Vec<u8> {
    let mut header = vec![0; SECTOR];
    let count = |count: usize| u32::try_from(count).unwrap_or_default().to_le_bytes();
    put(&mut header, 0, SIGNATURE);
    // Version 3.62, little-endian, sectors of 2^9 and 2^6 bytes.
    put(&mut header, 24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(&mut header, 44, &count(parts));
    put(&mut header, 48, &directory.to_le_bytes());
    put(&mut header, 56, &count(CUTOFF));
    put(&mut header, 60, &mini.0.to_le_bytes());
    put(&mut header, 64, &count(mini.1));
    put(&mut header, 68, &if far.1 > 0 { far.0 } else { END }.to_le_bytes());
    put(&mut header, 72, &count(far.1));
    let places = near.iter().copied().chain(std::iter::repeat(FREE)).take(IN_HEADER);
    let places: Vec<u8> = places.flat_map(u32::to_le_bytes).collect();
    put(&mut header, 76, &places);
    header
}

/// Bytes filled up to whole sectors with the mark of free ones.
fn padded(mut bytes: Vec<u8>, sectors: usize) -> Vec<u8> {
    bytes.resize(sectors * SECTOR, 0xFF);
    bytes
}

fn put(into: &mut [u8], at: usize, bytes: &[u8]) {
    into.iter_mut().skip(at).zip(bytes).for_each(|(slot, byte)| *slot = *byte);
}
