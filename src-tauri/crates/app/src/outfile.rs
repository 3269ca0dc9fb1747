//! Files that are written for people: whole under their name, or not there.

use std::fs::{self, File};
use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;

use crate::error::{Error, Result};

/// Writes a file beside its place and renames it, so that its name never stands for half of it.
///
/// # Errors
/// `out-not-writable`, `disk-full`; those of `write`. Then nothing is left under either name.
pub(crate) fn put<T>(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> Result<T>) -> Result<T> {
    let mut name = path.file_name().ok_or_else(|| Error::new("out-not-writable"))?.to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = fill(&part, write);
    let done = written.and_then(|output| fs::rename(&part, path).map(|()| output).map_err(refused));
    if done.is_err() {
        // What is left of a failed file helps nobody.
        fs::remove_file(&part).ok();
    }
    done
}

fn fill<T>(part: &Path, write: impl FnOnce(&mut BufWriter<File>) -> Result<T>) -> Result<T> {
    let mut target = BufWriter::with_capacity(256 << 10, File::create(part).map_err(refused)?);
    let output = write(&mut target)?;
    target.flush().map_err(refused)?;
    target.get_ref().sync_all().map_err(refused)?;
    Ok(output)
}

fn refused(error: std::io::Error) -> Error {
    Error::new(match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "disk-full",
        _ => "out-not-writable",
    })
}
