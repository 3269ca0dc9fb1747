//! The folder of an export, unfinished until it is whole.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use joinder_domain::audit::Digest;
use uuid::Uuid;

use crate::error::{Error, Result};

/// A folder that is written beside its place. Dropping it before [`ExportFolder::finish`] leaves nothing behind.
pub(crate) struct ExportFolder {
    out: PathBuf,
    part: PathBuf,
    needed: u64,
    sums: RefCell<Vec<(String, Digest)>>,
}

impl ExportFolder {
    /// An unfinished export that will be `out` and holds about `needed` bytes.
    pub(crate) fn begin(out: &Path, id: Uuid, needed: u64) -> Result<Self> {
        let name = out.file_name().ok_or_else(|| Error::new("out-not-writable"))?.to_string_lossy();
        match fs::read_dir(out).map(Iterator::count) {
            Ok(0) => {}
            Ok(_) => return Err(Error::new("out-not-empty")),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) if error.kind() == ErrorKind::NotADirectory => {
                return Err(Error::new("out-not-empty"));
            }
            Err(_) => return Err(Error::new("out-not-writable")),
        }
        let part = out.with_file_name(format!("{name}.{}.part", id.simple()));
        let folder = Self { out: out.to_owned(), part, needed, sums: RefCell::default() };
        fs::create_dir_all(folder.part.join("originals")).map_err(|error| folder.failed(&error))?;
        Ok(folder)
    }

    /// Writes a file whose bytes have this digest, and gives it the time that the original had.
    pub(crate) fn copy(
        &self,
        name: &str,
        sha256: Digest,
        modified: Option<Timestamp>,
        write: impl FnOnce(&mut Failing<BufWriter<File>>) -> Result<u64>,
    ) -> Result<()> {
        let file = self.create(name)?;
        let mut out = Failing { inner: BufWriter::new(file), failed: None };
        let written = write(&mut out);
        if let Some(error) = out.failed {
            return Err(self.failed(&error));
        }
        written?;
        let file = out.inner.into_inner().map_err(|error| self.failed(error.error()))?;
        if let Some(modified) = modified.and_then(system_time) {
            // A file system that keeps no such times loses nothing: the manifest has them.
            file.set_modified(modified).ok();
        }
        file.sync_all().map_err(|error| self.failed(&error))?;
        self.sums.borrow_mut().push((name.to_owned(), sha256));
        Ok(())
    }

    /// Writes one of the papers.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        self.put(name, bytes)?;
        self.sums.borrow_mut().push((name.to_owned(), Digest::of(bytes)));
        Ok(())
    }

    /// Writes the list that `sha256sum -c` checks.
    pub(crate) fn write_sums(&self) -> Result<()> {
        let list: String =
            self.sums.borrow().iter().map(|(name, sha256)| format!("{sha256}  {name}\n")).collect();
        self.put("SHA256SUMS", list.as_bytes())
    }

    /// Gives the folder its name.
    pub(crate) fn finish(&self) -> Result<()> {
        match fs::remove_dir(&self.out) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(Error::new("out-not-empty")),
            _ => {}
        }
        fs::rename(&self.part, &self.out).map_err(|error| self.failed(&error))?;
        // The name itself is on the disk only when the folder above is; some systems cannot open folders.
        if let Some(Ok(above)) = self.out.parent().map(File::open) {
            above.sync_all().ok();
        }
        Ok(())
    }

    fn create(&self, name: &str) -> Result<File> {
        File::create_new(self.part.join(name)).map_err(|error| self.failed(&error))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut file = self.create(name)?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &io::Error) -> Error {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                let megabytes = self.needed.div_ceil(1_000_000).max(1).to_string();
                Error::with("export-disk-full", &[("needed", &megabytes)])
            }
            _ => Error::new("out-not-writable"),
        }
    }
}

impl Drop for ExportFolder {
    fn drop(&mut self) {
        // After `finish` there is nothing of this name. What cannot be removed says by its name what it is.
        fs::remove_dir_all(&self.part).ok();
    }
}

/// A writer that remembers why it failed, which the store only reports as a fault of input or output.
pub(crate) struct Failing<W> {
    inner: W,
    failed: Option<io::Error>,
}

impl<W: Write> Write for Failing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes).inspect_err(|error| self.failed = Some(error.kind().into()))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush().inspect_err(|error| self.failed = Some(error.kind().into()))
    }
}

fn system_time(at: Timestamp) -> Option<SystemTime> {
    let since = Duration::from_millis(u64::try_from(at.as_millisecond()).ok()?);
    SystemTime::UNIX_EPOCH.checked_add(since)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begin(out: &Path) -> Result<ExportFolder> {
        ExportFolder::begin(out, Uuid::from_u128(7), 123_456_789)
    }

    #[test]
    fn a_full_disk_says_how_much_is_needed_and_leaves_nothing() {
        let temp = tempfile::tempdir().expect("a folder");
        let folder = begin(&temp.path().join("export")).expect("begun");
        let copied = folder.copy("originals/E-000001 a.eml", Digest([0; 32]), None, |out| {
            out.failed = Some(ErrorKind::StorageFull.into());
            Err(Error::new("disk-full"))
        });
        let error = copied.expect_err("no room");
        assert_eq!(error.code, "export-disk-full");
        assert!(error.fix.contains("124"), "{}", error.fix);
        drop(folder);
        assert_eq!(fs::read_dir(temp.path()).expect("a folder").count(), 0);
    }

    #[test]
    fn a_folder_with_something_in_it_is_never_written_over() {
        let temp = tempfile::tempdir().expect("a folder");
        fs::write(temp.path().join("thesis.txt"), "years of work").expect("written");
        assert_eq!(begin(temp.path()).err().expect("refused").code, "out-not-empty");
        assert_eq!(begin(&temp.path().join("thesis.txt")).err().expect("refused").code, "out-not-empty");
        assert_eq!(fs::read_dir(temp.path()).expect("a folder").count(), 1);
    }
}
