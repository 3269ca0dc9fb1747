//! One process at a time.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::error::{Error, Result};

/// A lock of the operating system on `matter.lock`. It ends with the process, however that ends, so none is ever stale.
#[derive(Debug)]
pub(crate) struct FolderLock(File);

impl FolderLock {
    pub(crate) fn take(path: &Path) -> Result<Self> {
        let file = File::options().create(true).write(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(Error::OpenElsewhere),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for FolderLock {
    /// Lets go at once: closing alone would leave the lock to a program that is being started at the same moment, which
    /// has a copy of every open file until it has begun.
    fn drop(&mut self) {
        self.0.unlock().ok();
    }
}
