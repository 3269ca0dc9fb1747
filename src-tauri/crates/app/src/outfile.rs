//! Files that are written for people: whole under their name, or not there.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use joinder_domain::audit::Digest;
use sha2::{Digest as _, Sha256};

use crate::bundle::out_error;
use crate::error::{Error, Result};

/// Writes a file beside its place and renames it, so that its name never stands for half of it.
///
/// # Errors
/// `out-not-writable`, `disk-full`; those of `write`. Then nothing is left under either name.
pub(crate) fn put<T>(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> Result<T>) -> Result<T> {
    let (beside, output) = Beside::fill(path, write)?;
    beside.place()?;
    Ok(output)
}

/// [`put`] of bytes that are there already.
pub(crate) fn put_bytes(path: &Path, bytes: &[u8]) -> Result<()> {
    put(path, |out| out.write_all(bytes).map_err(|error| out_error(&error)))
}

/// A file that is whole and does not stand under its name yet.
pub(crate) struct Finished {
    beside: Beside,
    /// SHA-256 of its bytes.
    pub(crate) sha256: Digest,
    /// Bytes.
    pub(crate) size: u64,
}

impl Finished {
    /// Writes a file beside its place, hashing it on the way.
    ///
    /// # Errors
    /// `out-not-writable`, `disk-full`; those of `write`. Then nothing is left.
    pub(crate) fn write<T>(
        path: &Path,
        write: impl FnOnce(&mut Hashed<'_>) -> Result<T>,
    ) -> Result<(Self, T)> {
        let (beside, (output, sha256, size)) = Beside::fill(path, |out| {
            let mut hashed = Hashed { out, hash: Sha256::new(), size: 0 };
            let output = write(&mut hashed)?;
            Ok((output, Digest(hashed.hash.finalize().into()), hashed.size))
        })?;
        Ok((Self { beside, sha256, size }, output))
    }

    /// [`Finished::write`] of bytes that are there already.
    pub(crate) fn of(path: &Path, bytes: &[u8]) -> Result<Self> {
        Self::write(path, |out| out.write_all(bytes).map_err(|error| out_error(&error)))
            .map(|(finished, ())| finished)
    }

    /// Puts it under its name.
    ///
    /// # Errors
    /// `out-not-writable`, `disk-full`; then nothing is left.
    pub(crate) fn place(self) -> Result<()> {
        self.beside.place()
    }
}

/// A file that is hashed as it is written.
pub(crate) struct Hashed<'a> {
    out: &'a mut BufWriter<File>,
    hash: Sha256,
    size: u64,
}

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A file beside its place. What is left of one that was not placed helps nobody, so it goes with this.
struct Beside {
    part: PathBuf,
    path: PathBuf,
}

impl Beside {
    fn fill<T>(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> Result<T>) -> Result<(Self, T)> {
        let refused = |error: io::Error| out_error(&error);
        let mut name = path.file_name().ok_or_else(|| Error::new("out-not-writable"))?.to_owned();
        name.push(".part");
        let part = path.with_file_name(name);
        let file = File::create(&part).map_err(refused)?;
        let beside = Self { part, path: path.to_owned() };
        let mut target = BufWriter::with_capacity(256 << 10, file);
        let output = write(&mut target)?;
        target.flush().map_err(refused)?;
        target.get_ref().sync_all().map_err(refused)?;
        Ok((beside, output))
    }

    fn place(&self) -> Result<()> {
        fs::rename(&self.part, &self.path).map_err(|error| out_error(&error))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After it was placed there is nothing under this name.
        fs::remove_file(&self.part).ok();
    }
}
