//! What lies in a matter's folder, and how files are put there.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use joinder_domain::id::PersonId;

use crate::error::{Error, Result};
use crate::person::SignIn;

const DATABASE: &str = "matter.db";
const LOCK: &str = "matter.lock";
const KEYS: &str = "keys";
const BACKUPS: &str = "backups";
/// There while a matter is being made; what lies beside it is no matter yet.
const UNFINISHED: &str = "unfinished";
const RECOVERY: &str = "recovery.age";

/// The paths of a matter's folder.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join(DATABASE)
    }

    /// The database and its log.
    pub(crate) fn database_files(&self) -> [PathBuf; 2] {
        [self.database(), self.0.join("matter.db-wal")]
    }

    /// Whether another process has the matter open.
    pub(crate) fn open_elsewhere(&self) -> Result<bool> {
        if !self.lock().exists() {
            return Ok(false);
        }
        match File::open(self.lock())?.try_lock_shared() {
            Ok(()) => Ok(false),
            Err(fs::TryLockError::WouldBlock) => Ok(true),
            Err(fs::TryLockError::Error(error)) => Err(error.into()),
        }
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.0.join(LOCK)
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.0.join(KEYS)
    }

    pub(crate) fn backups(&self) -> PathBuf {
        self.0.join(BACKUPS)
    }

    pub(crate) fn unfinished(&self) -> PathBuf {
        self.0.join(UNFINISHED)
    }

    pub(crate) fn recovery_key(&self) -> PathBuf {
        self.keys().join(RECOVERY)
    }

    /// The key file of a person. The short id keeps it apart from names that a system reserves, such as `con`, and
    /// from an earlier person of the same name.
    pub(crate) fn key_of(&self, sign_in: &SignIn, person: PersonId) -> PathBuf {
        let id = person.0.simple().to_string();
        let short = id.get(24..).unwrap_or_default();
        self.keys().join(format!("{sign_in}-{short}.age"))
    }

    /// The key files, with the sign-in name of each.
    pub(crate) fn key_files(&self) -> Result<Vec<(SignIn, PathBuf)>> {
        let entries = fs::read_dir(self.keys()).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Error::NotAMatter,
            _ => error.into(),
        })?;
        let mut files = Vec::new();
        for entry in entries {
            let path = entry?.path();
            files.extend(holder(&path).map(|sign_in| (sign_in, path)));
        }
        files.sort();
        Ok(files)
    }

    /// Makes sure that there is a finished matter here.
    pub(crate) fn require(&self) -> Result<()> {
        if self.unfinished().exists() {
            return Err(Error::Unfinished);
        }
        match File::open(self.database()) {
            Ok(_) => Ok(()),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                Err(Error::NotAMatter)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Removes what an interrupted making of a matter left here, and nothing else.
    pub(crate) fn clear_unfinished(&self) -> Result<()> {
        if !self.unfinished().exists() {
            return Ok(());
        }
        for name in ["matter.db", "matter.db-wal", "matter.db-shm", "matter.db-journal"] {
            absent_is_fine(fs::remove_file(self.0.join(name)))?;
        }
        absent_is_fine(fs::remove_dir_all(self.keys()))?;
        absent_is_fine(fs::remove_dir(self.backups()))?;
        absent_is_fine(fs::remove_file(self.unfinished()))
    }

    /// Whether nothing lies here but the lock.
    pub(crate) fn is_empty(&self) -> Result<bool> {
        for entry in fs::read_dir(&self.0)? {
            if entry?.file_name() != LOCK {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The sign-in names that have a key to the matter in `folder`, in order. The matter need not be open.
///
/// # Errors
/// [`Error::NotAMatter`].
pub fn keyholders(folder: &Path) -> Result<Vec<SignIn>> {
    let folder = Folder::new(folder);
    folder.require()?;
    let mut names: Vec<_> = folder.key_files()?.into_iter().map(|(name, _)| name).collect();
    names.dedup();
    Ok(names)
}

fn holder(path: &Path) -> Option<SignIn> {
    let name = path.file_name()?.to_str()?.strip_suffix(".age")?;
    let (sign_in, short) = name.rsplit_once('-')?;
    let is_short = short.len() == 8 && short.chars().all(|c| c.is_ascii_hexdigit());
    if is_short { SignIn::new(sign_in).ok() } else { None }
}

/// Makes a folder that only its owner can look into, and those above it.
pub(crate) fn make(path: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    Ok(builder.create(path)?)
}

/// Puts a file in place whole or not at all, readable by its owner only.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    let part = path.with_extension("part");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&part, path)?;
    sync_folder(path.parent().unwrap_or(path))
}

/// Makes sure that names put into a folder, or taken out of it, outlast a power cut.
pub(crate) fn sync_folder(path: &Path) -> Result<()> {
    // Windows writes names through and lets nobody open a folder to say so.
    if cfg!(unix) {
        File::open(path)?.sync_all()?;
    }
    Ok(())
}

pub(crate) fn absent_is_fine(done: std::io::Result<()>) -> Result<()> {
    match done {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
