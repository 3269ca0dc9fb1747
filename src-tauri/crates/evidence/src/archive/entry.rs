//! One file of an archive, as the archive lists it.

use super::{directory::field, name};

/// Unpacked as it is.
const STORED: u64 = 0;
/// Packed with DEFLATE.
const DEFLATED: u64 = 8;

/// A file of an archive, as the archive lists it; what it lists may be a lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Counted from 0.
    pub index: usize,
    /// Its name with its folders, as written: untrusted, never a path to write to.
    pub name: String,
    /// Bytes, unpacked.
    pub size: u64,
    /// Bytes, packed.
    pub packed: u64,
    /// When it was last changed, `2021-11-03T15:42:10`, in the unknown zone of whoever packed it.
    pub modified: Option<String>,
    pub(super) flags: u64,
    pub(super) method: u64,
    pub(super) crc: Option<u64>,
    pub(super) header: u64,
}

impl Entry {
    /// Whether it is only a folder.
    pub fn is_folder(&self) -> bool {
        self.name.ends_with(['/', '\\']) && self.size == 0
    }

    /// Whether it needs a password.
    pub fn is_encrypted(&self) -> bool {
        self.flags & 0x2041 != 0
    }

    /// Whether its name, taken as a path, would lead out of the folder into which it is unpacked.
    pub fn climbs_out(&self) -> bool {
        name::climbs(&self.name)
    }

    /// Whether it is what a Macintosh or Windows adds beside the files that a person packed.
    pub fn is_litter(&self) -> bool {
        let last = self.name.rsplit('/').next().unwrap_or_default();
        self.name.starts_with("__MACOSX/") || matches!(last, ".DS_Store" | "Thumbs.db" | "desktop.ini")
    }

    pub(super) fn is_stored(&self) -> bool {
        self.method == STORED
    }

    pub(super) fn is_deflated(&self) -> bool {
        self.method == DEFLATED
    }

    /// Bytes of the header before the file's own bytes, names included.
    pub(super) fn local_length(&self, head: &[u8]) -> u64 {
        30 + field(head, 26, 2).unwrap_or_default() + field(head, 28, 2).unwrap_or_default()
    }
}
