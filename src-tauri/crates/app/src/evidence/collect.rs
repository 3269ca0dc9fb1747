//! The files that a person chose, folders opened.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use joinder_store::evidence::{Container, Origin};

use super::mailbox::MaildirLetters;
use crate::error::{Error, Result};

/// More files than this at a time are a mistake, or a whole disk.
const FILES_MOST: usize = 200_000;
/// Folders within folders; deeper ones are a trap.
const DEPTH_MOST: usize = 64;
/// Bytes at the start of a file by which its kind is known.
const START: u64 = 64 << 10;

/// A file, or a folder that is a mailbox, that a person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    /// Where it is.
    pub(super) path: PathBuf,
    /// The folder that was chosen, and where in it the file lies.
    pub(super) origin: Option<Origin>,
}

/// Every file in `paths`, those in folders in order of name; a Maildir is one thing. Hidden files are left out of folders,
/// and so are links: they may lead out of what was chosen, or round in circles.
///
/// # Errors
/// `unreadable-file` for a path that is not there, `no-files` when there is nothing at all, `too-many-files`.
pub(super) fn files(paths: &[PathBuf]) -> Result<Vec<Chosen>> {
    let mut found = Vec::new();
    for path in paths {
        let about = fs::metadata(path).map_err(|_| Error::new("unreadable-file"))?;
        if about.is_dir() && !MaildirLetters::is_one(path) {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            folder(path, &name, &mut Vec::new(), &mut found)?;
        } else {
            found.push(Chosen { path: path.clone(), origin: None });
        }
    }
    if found.is_empty() { Err(Error::new("no-files")) } else { Ok(found) }
}

fn folder(path: &Path, chosen: &str, within: &mut Vec<String>, found: &mut Vec<Chosen>) -> Result<()> {
    let unreadable = |_| Error::new("unreadable-file");
    let mut entries: Vec<fs::DirEntry> =
        fs::read_dir(path).map_err(unreadable)?.collect::<Result<_, _>>().map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let kind = entry.file_type().map_err(unreadable)?;
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        let mailbox = kind.is_dir() && MaildirLetters::is_one(&path);
        // The folders of a Maildir begin with a dot.
        if kind.is_symlink() || (name.starts_with('.') && !mailbox) {
            continue;
        }
        within.push(name);
        if mailbox || kind.is_file() {
            found.push(Chosen { path, origin: Some(origin(chosen, within)) });
        } else if kind.is_dir() && within.len() <= DEPTH_MOST {
            folder(&path, chosen, within, found)?;
        }
        within.pop();
        if found.len() > FILES_MOST {
            return Err(Error::with("too-many-files", &[("limit", &FILES_MOST.to_string())]));
        }
    }
    Ok(())
}

fn origin(chosen: &str, within: &[String]) -> Origin {
    Origin {
        container: Container::Folder,
        name: chosen.to_owned(),
        sha256: None,
        path: within.join("/"),
        offset: None,
        position: None,
        scan: None,
    }
}

/// The start of a file, by which its kind is known.
///
/// # Errors
/// `unreadable-file`.
pub(super) fn start(path: &Path) -> Result<Vec<u8>> {
    let mut head = Vec::new();
    let file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
    file.take(START).read_to_end(&mut head).map_err(|_| Error::new("unreadable-file"))?;
    Ok(head)
}
