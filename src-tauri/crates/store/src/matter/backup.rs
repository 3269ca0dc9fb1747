//! Copies of the matter.

use std::fs;
use std::path::Path;

use joinder_domain::audit::Digest;

use super::Matter;
use super::folder::{self, Folder};
use crate::audit;
use crate::connection;
use crate::error::{Error, Result};
use crate::migration;
use crate::write::Reader;

/// Copies a backup into a new or empty folder, which is then the matter. The backup is left as it is.
///
/// # Errors
/// [`Error::NotAMatter`], [`Error::FolderNotEmpty`], [`Error::OpenElsewhere`] while somebody has the backup open,
/// [`Error::DiskFull`], [`Error::ReadOnly`]. After any of them the new folder is as it was.
pub fn restore(backup: &Path, to: &Path) -> Result<()> {
    let (from, copy) = (Folder::new(backup), Folder::new(to));
    from.require()?;
    if from.open_elsewhere()? {
        return Err(Error::OpenElsewhere);
    }
    let existed = to.exists();
    folder::make(to)?;
    if !copy.is_empty()? {
        return Err(Error::FolderNotEmpty);
    }
    folder::put(&copy.unfinished(), b"")?;
    let copied = files(&from, &copy);
    if copied.is_err() {
        copy.clear_unfinished()?;
        if !existed {
            fs::remove_dir(to).ok();
        }
    }
    copied
}

fn files(from: &Folder, copy: &Folder) -> Result<()> {
    folder::make(&copy.keys())?;
    folder::make(&copy.backups())?;
    for (_, path) in from.key_files()? {
        folder::put(&copy.keys().join(path.file_name().unwrap_or_default()), &fs::read(&path)?)?;
    }
    folder::put(&copy.recovery_key(), &fs::read(from.recovery_key())?)?;
    // What a crash left in the log of a copied folder belongs to it.
    for (from, to) in from.database_files().into_iter().zip(copy.database_files()) {
        if from.exists() {
            fs::copy(&from, &to)?;
            fs::File::open(&to)?.sync_all()?;
        }
    }
    fs::remove_file(copy.unfinished())?;
    folder::sync_folder(copy.path())
}

impl Matter {
    /// Copies the matter into a new or empty folder, which is then a matter itself: as encrypted as this one, opened
    /// with the same passphrases. The copy is opened and checked before it gets its name. Returns the chain's head.
    ///
    /// # Errors
    /// [`Error::FolderNotEmpty`], [`Error::DiskFull`], [`Error::ReadOnly`]; [`Error::Damaged`] when the copy does not
    /// hold what this matter holds.
    pub fn backup(&self, to: &Path) -> Result<Digest> {
        let copy = Folder::new(to);
        folder::make(to)?;
        if !copy.is_empty()? {
            return Err(Error::FolderNotEmpty);
        }
        folder::put(&copy.unfinished(), b"")?;
        let copied = self.copy(&copy);
        if copied.is_err() {
            copy.clear_unfinished()?;
        }
        copied
    }

    fn copy(&self, copy: &Folder) -> Result<Digest> {
        let head = {
            let conn = self.writer();
            let target = copy.database();
            let target = target.to_str().ok_or(Error::Io(std::io::ErrorKind::InvalidFilename))?;
            // SQLCipher gives the new file the key of this one.
            conn.execute("VACUUM INTO ?1", [target])?;
            audit::chain(&Reader { conn: &conn })?.head()
        };
        folder::make(&copy.keys())?;
        folder::make(&copy.backups())?;
        for (_, path) in self.folder.key_files()? {
            folder::put(&copy.keys().join(path.file_name().unwrap_or_default()), &fs::read(&path)?)?;
        }
        folder::put(&copy.recovery_key(), &fs::read(self.folder.recovery_key())?)?;

        let opened = connection::writer(&copy.database(), &self.key, false)?;
        migration::check(&opened)?;
        if audit::chain(&Reader { conn: &opened })?.head() != head {
            return Err(Error::Damaged { what: "copy" });
        }
        opened.close().map_err(|(_, error)| error)?;
        fs::File::open(copy.database())?.sync_all()?;
        fs::remove_file(copy.unfinished())?;
        folder::sync_folder(copy.path())?;
        Ok(head)
    }
}
