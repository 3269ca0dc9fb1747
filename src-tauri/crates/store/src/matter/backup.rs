//! Copies of the matter.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use joinder_domain::audit::Digest;
use rusqlite::Connection;

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

/// The last entry of a copy's audit: what the copy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Its number.
    pub seq: u64,
    /// Its hash.
    pub head: Digest,
}

/// How often somebody is told how far the copying is, and asked whether to go on.
const ASK: Duration = Duration::from_millis(100);

impl Matter {
    /// Copies the matter into a new or empty folder, which is then a matter itself: as encrypted as this one, opened
    /// with the same passphrases. What is written meanwhile waits for nothing and is not in the copy. The copy is opened
    /// and checked before it gets its name. `on` is told bytes written and about how many there will be; when it says
    /// no, the copying ends.
    ///
    /// # Errors
    /// [`Error::FolderNotEmpty`], [`Error::DiskFull`], [`Error::ReadOnly`], [`Error::Stopped`]; [`Error::Damaged`] when
    /// the copy does not hold what this matter holds. After any of them the folder is as it was.
    pub fn backup(&self, to: &Path, on: &mut dyn FnMut(u64, u64) -> bool) -> Result<Copied> {
        let copy = Folder::new(to);
        folder::make(to)?;
        if !copy.is_empty()? {
            return Err(Error::FolderNotEmpty);
        }
        folder::put(&copy.unfinished(), b"")?;
        let copied = self.copy(&copy, on);
        if copied.is_err() {
            copy.clear_unfinished()?;
        }
        copied
    }

    fn copy(&self, copy: &Folder, on: &mut dyn FnMut(u64, u64) -> bool) -> Result<Copied> {
        let own = connection::copier(&self.folder.database(), &self.key)?;
        write_out(own, &copy.database(), on)?;
        folder::make(&copy.keys())?;
        folder::make(&copy.backups())?;
        for (_, path) in self.folder.key_files()? {
            folder::put(&copy.keys().join(path.file_name().unwrap_or_default()), &fs::read(&path)?)?;
        }
        folder::put(&copy.recovery_key(), &fs::read(self.folder.recovery_key())?)?;

        let opened = connection::writer(&copy.database(), &self.key, false)?;
        migration::check(&opened)?;
        let chain = audit::chain(&Reader { conn: &opened })?;
        let copied = Copied { seq: chain.seq(), head: chain.head() };
        // What is written here meanwhile comes after it.
        if self.read(|reader| audit::hash_at(reader, copied.seq))? != Some(copied.head) {
            return Err(Error::Damaged { what: "copy" });
        }
        opened.close().map_err(|(_, error)| error)?;
        fs::File::open(copy.database())?.sync_all()?;
        fs::remove_file(copy.unfinished())?;
        folder::sync_folder(copy.path())?;
        Ok(copied)
    }
}

/// Writes the database out as another file; SQLCipher gives it the key of this one.
fn write_out(own: Connection, target: &Path, on: &mut dyn FnMut(u64, u64) -> bool) -> Result<()> {
    let name = target.to_str().ok_or(Error::Io(std::io::ErrorKind::InvalidFilename))?;
    let total = own.query_row(
        "SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)",
        (),
        |row| row.get::<_, u64>(0),
    )?;
    if !on(0, total) {
        return Err(Error::Stopped);
    }
    let stop = own.get_interrupt_handle();
    let (done, ended) = channel();
    thread::scope(|scope| {
        let work = scope.spawn(move || {
            let written = own.execute("VACUUM INTO ?1", [name]);
            // Nobody waits any more only when the other side has panicked.
            done.send(()).ok();
            written
        });
        let mut stopped = false;
        while ended.recv_timeout(ASK) == Err(RecvTimeoutError::Timeout) {
            let written = fs::metadata(target).map_or(0, |file| file.len());
            if !stopped && !on(written.min(total), total) {
                stopped = true;
                stop.interrupt();
            }
        }
        match work.join() {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(_)) if stopped => Err(Error::Stopped),
            Ok(Err(error)) => Err(error.into()),
            Err(_) => Err(Error::Damaged { what: "copy" }),
        }
    })
}
