//! The pages of a TIFF (TIFF 6.0, section 2): a chain of directories, each of which says where the next one begins.
//!
//! Decoders open the first. Here the head of a copy is made to name another one as the first and only.

use std::collections::BTreeSet;

/// Directories that are followed; a chain may lead back into itself.
const DIRECTORIES: usize = 1_000;
/// Bytes of an entry of a directory.
const ENTRY: usize = 12;
/// Entries of a directory that are looked at: those that say what it holds come first, since they are in order.
const ENTRIES: usize = 64;
/// What a directory holds, and the values of it that mean a small copy or a mask of another page.
const SUBFILE: usize = 254;
const NO_PAGE: usize = 1 | 4;

/// The pages of a picture: one where it is no TIFF.
pub(super) struct Pages<'b> {
    bytes: &'b [u8],
    directories: Vec<usize>,
    /// A copy of which the head names the page that was asked for last.
    copy: Vec<u8>,
    /// Where in the copy the chain was cut.
    cut: Option<usize>,
}

impl<'b> Pages<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        Self { bytes, directories: directories(bytes), copy: Vec::new(), cut: None }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.directories.len().max(1)
    }

    /// The file with one of its pages, from 0, as the only one; as it is where it has no other, and where there is no such
    /// page.
    pub(super) fn alone(&mut self, page: usize) -> &[u8] {
        match self.turn_to(page) {
            Some(()) => &self.copy,
            None => self.bytes,
        }
    }

    fn turn_to(&mut self, page: usize) -> Option<()> {
        let head = Head::of(self.bytes)?;
        let at = self.directories.get(page).copied()?;
        let link = head.link(at)?;
        if head.number(4, 4) == Some(at) && head.number(link, 4) == Some(0) {
            return None;
        }
        let at = u32::try_from(at).ok()?;
        let written = if head.little { at.to_le_bytes() } else { at.to_be_bytes() };
        let end = self.bytes.get(link..link + 4).map(|_| link + 4)?;
        if self.copy.is_empty() {
            self.copy = self.bytes.to_vec();
        }
        if let Some(cut) = self.cut.replace(link) {
            self.copy.get_mut(cut..cut + 4)?.copy_from_slice(self.bytes.get(cut..cut + 4)?);
        }
        self.copy.get_mut(4..8)?.copy_from_slice(&written);
        // A decoder that looks ahead must not stumble over a chain that is broken further on.
        self.copy.get_mut(link..end)?.fill(0);
        Some(())
    }
}

/// Where the directory of each page begins.
fn directories(bytes: &[u8]) -> Vec<usize> {
    let Some(head) = Head::of(bytes) else { return Vec::new() };
    let (mut found, mut met) = (Vec::new(), BTreeSet::new());
    let mut next = head.number(4, 4);
    while let Some(at) = next.filter(|at| *at > 0 && met.len() < DIRECTORIES && met.insert(*at)) {
        let Some(entries) = head.number(at, 2) else { break };
        if head.is_page(at, entries) {
            found.push(at);
        }
        next = head.link(at).and_then(|link| head.number(link, 4));
    }
    found
}

struct Head<'b> {
    bytes: &'b [u8],
    little: bool,
}

impl<'b> Head<'b> {
    fn of(bytes: &'b [u8]) -> Option<Self> {
        match bytes {
            [b'I', b'I', 42, 0, ..] => Some(Self { bytes, little: true }),
            [b'M', b'M', 0, 42, ..] => Some(Self { bytes, little: false }),
            _ => None,
        }
    }

    fn number(&self, at: usize, width: usize) -> Option<usize> {
        let bytes = self.bytes.get(at..at.checked_add(width)?)?;
        let add = |number: usize, byte: &u8| number << 8 | usize::from(*byte);
        Some(if self.little { bytes.iter().rev().fold(0, add) } else { bytes.iter().fold(0, add) })
    }

    /// Where a directory says where the next one begins.
    fn link(&self, at: usize) -> Option<usize> {
        at.checked_add(2 + self.number(at, 2)? * ENTRY)
    }

    fn is_page(&self, at: usize, entries: usize) -> bool {
        let kind = (0..entries.min(ENTRIES)).map(|entry| at + 2 + entry * ENTRY).find_map(|entry| {
            (self.number(entry, 2)? == SUBFILE).then(|| {
                // A long; written as a short, it stands in the first two bytes.
                let width = if self.number(entry + 2, 2) == Some(3) { 2 } else { 4 };
                self.number(entry + 8, width)
            })
        });
        kind.flatten().is_none_or(|kind| kind & NO_PAGE == 0)
    }
}
