//! Sectors and the table that says which follows which (MS-CFB 2.2 to 2.4).

use std::borrow::Cow;

use super::entry::u32_at;

/// Sectors of the table that the header itself names.
const IN_HEADER: usize = 109;
/// Sector numbers from here on have meanings of their own: the end of a chain, a free sector.
const SPECIAL: u32 = 0xFFFF_FFFA;

/// Sectors of one size, and for each the one that follows it.
#[derive(Debug)]
pub(super) struct Table<'a> {
    bytes: Cow<'a, [u8]>,
    /// Bytes before sector 0.
    before: usize,
    sector: usize,
    next: Vec<u32>,
}

impl<'a> Table<'a> {
    /// The sectors of a whole file, by its header.
    pub(super) fn of_file(bytes: &'a [u8]) -> Option<Self> {
        let shift = *bytes.get(30)?;
        // 512 or 4096 bytes; a damaged number is taken for the usual one.
        let sector = if shift == 12 { 4096 } else { 512 };
        let mut table = Self { bytes: Cow::Borrowed(bytes), before: sector, sector, next: Vec::new() };
        let most = bytes.len() / sector + 1;
        let mut parts: Vec<u32> = (0..IN_HEADER).filter_map(|at| u32_at(bytes, 76 + 4 * at)).collect();
        let mut more = u32_at(bytes, 68)?;
        for _ in 0..most {
            let Some(list) = table.sector(more) else { break };
            let words = list.chunks_exact(4).filter_map(|word| word.try_into().ok()).map(u32::from_le_bytes);
            let mut words: Vec<u32> = words.collect();
            more = words.pop().unwrap_or(u32::MAX);
            parts.extend(words);
        }
        for part in parts.into_iter().filter(|&part| part < SPECIAL) {
            if table.next.len() >= most {
                break;
            }
            // A sector of the table that is missing must not shift those after it.
            let words = match table.sector(part) {
                Some(list) => list.chunks(4).map(|word| u32_at(word, 0).unwrap_or(u32::MAX)).collect(),
                None => vec![u32::MAX; sector / 4],
            };
            table.next.extend(words);
        }
        Some(table)
    }

    /// The small sectors inside the root's stream.
    pub(super) fn of_stream(stream: Vec<u8>, table: &[u8]) -> Table<'static> {
        let next = table.chunks_exact(4).filter_map(|word| word.try_into().ok()).map(u32::from_le_bytes);
        Table { bytes: Cow::Owned(stream), before: 0, sector: 64, next: next.collect() }
    }

    /// Whether sizes are written in eight bytes.
    pub(super) fn is_wide(&self) -> bool {
        self.sector == 4096
    }

    /// Bytes of the whole.
    pub(super) fn length(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// One sector; the last one of a file may be short.
    fn sector(&self, number: u32) -> Option<&[u8]> {
        let number = usize::try_from(number).ok().filter(|_| number < SPECIAL)?;
        let start = number.checked_mul(self.sector)?.checked_add(self.before)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(rest.get(..self.sector).unwrap_or(rest))
    }

    /// Up to `size` bytes of the chain that begins at a sector, and whether there were as many.
    pub(super) fn chain(&self, start: u32, size: u64) -> (Vec<u8>, bool) {
        let claimed = usize::try_from(size).unwrap_or(usize::MAX);
        // No stream is longer than the file; a chain that runs in a circle ends here.
        let most = claimed.min(self.bytes.len());
        let mut bytes = Vec::with_capacity(most.min(1 << 20));
        let mut number = start;
        while bytes.len() < most {
            let Some(sector) = self.sector(number) else { break };
            bytes.extend_from_slice(sector);
            number =
                usize::try_from(number).ok().and_then(|at| self.next.get(at)).copied().unwrap_or(u32::MAX);
        }
        let whole = bytes.len() >= claimed;
        bytes.truncate(most);
        (bytes, whole)
    }
}
