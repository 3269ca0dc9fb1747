//! The matter: a folder that this process holds open.
//!
//! What a crash or a power cut can do: nothing to what [`Matter::write`] has returned, for the log is forced to the
//! disk before (write-ahead log, `synchronous=FULL`; it relies on the disk keeping what it was told to keep). A write
//! in progress is gone whole. What is left in the log is folded in when the matter is next opened; a log whose end
//! was damaged counts up to the first frame that fails its checksum. Key files are put in place whole by renaming.
//! What no check here can see is a whole folder replaced by an earlier copy of itself: that is what the head of the
//! audit chain, printed on everything exported, is for.

#[cfg(feature = "backdoor")]
mod backdoor;
mod backup;
mod create;
mod folder;
mod lock;
mod open;
mod people;

pub use backup::{Copied, restore};
pub use create::NewMatter;
pub use folder::keyholders;

use create::content;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use joinder_domain::audit::{Actor, Digest};
use joinder_domain::id::{MatterId, PersonId};
use rusqlite::{Connection, TransactionBehavior};
use serde_json::Value;
use uuid::Uuid;

use crate::column::milliseconds;
use crate::connection::Readers;
use crate::draft;
use crate::error::{Error, Result};
use crate::key::MatterKey;
use crate::migration;
use crate::person::Person;
use crate::write::{Applied, Op, Reader, Write};
use folder::Folder;
use lock::FolderLock;

/// An open matter. Dropping it locks it again: the log is folded into the database and the key is wiped.
pub struct Matter {
    // In this order, so that the lock is given back when everything else is closed.
    readers: Readers,
    writer: Mutex<Connection>,
    key: MatterKey,
    folder: Folder,
    id: MatterId,
    name: String,
    created: Timestamp,
    signed_in: SignedIn,
    _lock: FolderLock,
}

/// Who opened the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedIn {
    /// A person, with a passphrase.
    Person(Person),
    /// Whoever holds the recovery key; meant for setting a new passphrase.
    Recovery,
}

impl Matter {
    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The matter's id.
    pub fn id(&self) -> MatterId {
        self.id
    }

    /// The matter's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When it was made.
    pub fn created(&self) -> Timestamp {
        self.created
    }

    /// Who opened it.
    pub fn signed_in(&self) -> &SignedIn {
        &self.signed_in
    }

    /// Whoever opened it, as they stand in the audit.
    pub fn actor(&self) -> Actor {
        match &self.signed_in {
            SignedIn::Person(person) => Actor { id: person.id, name: person.full_name.clone() },
            SignedIn::Recovery => Actor { id: PersonId(Uuid::nil()), name: "Recovery key".to_owned() },
        }
    }

    /// Reads one consistent state; several threads can read at the same time, and while another writes.
    ///
    /// # Errors
    /// What the work returns; those of the database.
    pub fn read<T, E: From<Error>>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        self.readers.lend(|conn| {
            let snapshot = conn.unchecked_transaction().map_err(Error::from)?;
            work(&Reader { conn: &snapshot })
        })?
    }

    /// Commits data, audit entries and the list of what changed together, or nothing when the work returns an error.
    ///
    /// When this returns, the data is on the disk: neither a crash nor a power cut undoes it.
    ///
    /// # Errors
    /// What the work returns; [`Error::Unaudited`] when it wrote without an audit entry; [`Error::Gone`]; [`Error::DiskFull`] and
    /// others of the database. After any of them, the matter is as it was before.
    pub fn write<T, E: From<Error>>(
        &self,
        op: Op,
        actor: &Actor,
        now: Timestamp,
        work: impl FnOnce(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<Applied<T>, E> {
        self.stands()?;
        let mut conn = self.writer();
        let transaction =
            conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let mut write = Write::begin(&transaction, op, actor, now)?;
        let output = work(&mut write)?;
        let applied = write.finish(output)?;
        transaction.commit().map_err(Error::from)?;
        Ok(applied)
    }

    /// Fails when the folder is gone: a system writes on into a file that nobody will find again.
    fn stands(&self) -> Result<()> {
        if self.folder.database().exists() { Ok(()) } else { Err(Error::Gone) }
    }

    /// Keeps a form as it is being typed, for one person. Not an audited change.
    ///
    /// # Errors
    /// [`Error::Gone`]; those of the database.
    pub fn keep_draft(&self, person: PersonId, key: &str, value: &Value, now: Timestamp) -> Result<()> {
        self.stands()?;
        draft::put(&self.writer(), person, key, value, now)
    }

    /// Drops a person's draft; tells whether there was one.
    ///
    /// # Errors
    /// Those of the database.
    pub fn discard_draft(&self, person: PersonId, key: &str) -> Result<bool> {
        draft::delete(&self.writer(), person, key)
    }

    /// The statements that made the database, sorted: what `schema.sql` shows.
    ///
    /// # Errors
    /// Those of the database.
    pub fn schema(&self) -> Result<String> {
        migration::schema(&self.writer())
    }

    /// Folds the write-ahead log in and empties it, so that what was deleted stands in no old frame of it. Tells
    /// whether that was possible: somebody who still reads an earlier state keeps the log until the next time.
    ///
    /// # Errors
    /// Those of the database.
    pub fn forget_log(&self) -> Result<bool> {
        self.readers.close();
        let busy: i64 = self.writer().query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0))?;
        Ok(busy == 0)
    }

    /// How many earlier copies of the matter lie in its folder. They hold what was removed since.
    ///
    /// # Errors
    /// Those of reading the folder.
    pub fn backups(&self) -> Result<usize> {
        match std::fs::read_dir(self.folder.backups()) {
            Ok(copies) => Ok(copies.count()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(error.into()),
        }
    }

    /// Locks the matter: folds the log into the database, closes it and wipes the key.
    ///
    /// # Errors
    /// Those of the database; the data is safe all the same, in the encrypted log.
    pub fn close(self) -> Result<()> {
        self.fold_log()
    }

    /// Folds the write-ahead log into the database file. It is as encrypted as the file.
    fn fold_log(&self) -> Result<()> {
        self.readers.close();
        let conn = self.writer();
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))?;
        Ok(())
    }

    /// Gives the connection to a check of the file, after the log was folded into it.
    pub(crate) fn verified<T>(&self, check: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.fold_log()?;
        check(&self.writer())
    }

    fn writer(&self) -> MutexGuard<'_, Connection> {
        // A panic in the work rolled its transaction back, so the connection is as good as before.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The digest of what is held of the matter itself, as the audit should have it.
pub(crate) fn matter_content(matter: &Matter) -> Result<Digest> {
    content(matter.id, &matter.name, milliseconds(matter.created))
}

impl std::fmt::Debug for Matter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Matter").field("id", &self.id).finish_non_exhaustive()
    }
}
