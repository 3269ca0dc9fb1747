//! Files that lie in the folder already, so that a batch goes on where it stopped.

use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use joinder_bundle::{Told, told};
use sha2::{Digest as _, Sha256};

/// A finished bundle in the folder.
pub(super) struct Found {
    pub(super) sha256: String,
    pub(super) told: Told,
}

/// Bytes in which a file says where its cross-reference begins, and in which that names the file.
const TAIL: u64 = 64;
const NAMED: u64 = 4_096;

/// The file at `path` if it is whole and made from the plan that `id` stands for, by this program.
pub(super) fn file(path: &Path, id: &[u8; 16]) -> Option<Found> {
    if !is_from(path, id)? {
        return None;
    }
    let bytes = fs::read(path).ok()?;
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Some(Found { sha256, told: told(&bytes)? })
}

fn is_from(path: &Path, id: &[u8; 16]) -> Option<bool> {
    let mut file = File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    let tail = read(&mut file, length.saturating_sub(TAIL), TAIL)?;
    let tail = String::from_utf8_lossy(&tail).into_owned();
    // A file that was cut off has no end.
    let (_, rest) = tail.trim_end().strip_suffix("%%EOF")?.rsplit_once("startxref")?;
    let named = read(&mut file, rest.trim().parse().ok()?, NAMED)?;
    let named = String::from_utf8_lossy(&named).to_lowercase();
    let id: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    Some(named.contains(&id))
}

fn read(file: &mut File, from: u64, length: u64) -> Option<Vec<u8>> {
    file.seek(SeekFrom::Start(from)).ok()?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
