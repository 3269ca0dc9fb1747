//! The files that a person chose, folders opened.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// More files than this at a time are a mistake, or a whole disk.
const FILES_MOST: usize = 200_000;

/// Every file in `paths`, those in folders in order of name. Hidden files are left out of folders, and so are links:
/// they may lead out of what was chosen, or round in circles.
///
/// # Errors
/// `unreadable-file` for a path that is not there, `no-files` when there is nothing at all, `too-many-files`.
pub(super) fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in paths {
        let about = fs::metadata(path).map_err(|_| Error::new("unreadable-file"))?;
        if about.is_dir() {
            folder(path, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    if found.is_empty() { Err(Error::new("no-files")) } else { Ok(found) }
}

fn folder(path: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let unreadable = |_| Error::new("unreadable-file");
    let mut entries: Vec<fs::DirEntry> =
        fs::read_dir(path).map_err(unreadable)?.collect::<Result<_, _>>().map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let kind = entry.file_type().map_err(unreadable)?;
        if entry.file_name().to_string_lossy().starts_with('.') || kind.is_symlink() {
            continue;
        }
        if kind.is_dir() {
            folder(&entry.path(), found)?;
        } else if kind.is_file() {
            found.push(entry.path());
        }
        if found.len() > FILES_MOST {
            return Err(Error::with("too-many-files", &[("limit", &FILES_MOST.to_string())]));
        }
    }
    Ok(())
}
