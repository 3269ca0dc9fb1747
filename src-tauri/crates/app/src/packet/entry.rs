//! Files as packets announce them.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use joinder_domain::audit::Digest;
use joinder_packet::FileEntry;
use joinder_store::evidence::Evidence;
use sha2::{Digest as _, Sha256};

use crate::error::{Error, Result};

const BLOCK: usize = 256 << 10;
const NAME_MOST: usize = 255;

/// A file on disk as a packet announces it.
pub(super) fn of_path(path: &Path) -> Result<FileEntry> {
    let unreadable = |_| Error::new("unreadable-file");
    let mut file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    let (mut digest, mut size, mut block) = (Sha256::new(), 0_u64, vec![0; BLOCK]);
    loop {
        let read = file.read(&mut block).map_err(unreadable)?;
        let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { break };
        digest.update(part);
        size = size.saturating_add(read as u64);
    }
    Ok(FileEntry {
        name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        size,
        sha256: Digest(digest.finalize().into()),
        modified: about.modified().ok().and_then(|at| at.try_into().ok()),
    })
}

/// An item of evidence as a packet announces it.
pub(crate) fn of_item(item: &Evidence) -> FileEntry {
    FileEntry { name: plain(&item.name), size: item.size, sha256: item.sha256, modified: item.modified }
}

/// A name that a file can have anywhere.
fn plain(name: &str) -> String {
    let safe = name.chars().map(|c| if c.is_control() || matches!(c, '/' | '\\') { '_' } else { c });
    let mut plain = String::new();
    for letter in safe {
        if plain.len() + letter.len_utf8() > NAME_MOST {
            break;
        }
        plain.push(letter);
    }
    if plain.trim_matches('.').is_empty() { "file".to_owned() } else { plain }
}
