//! Opening a matter.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use jiff::Timestamp;
use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::id::MatterId;
use joinder_domain::noun::Noun;
use rusqlite::Connection;
use serde_json::json;

use super::create::NOBODY;
use super::folder::Folder;
use super::lock::FolderLock;
use super::{Matter, SignedIn};
use crate::claimant;
use crate::column::{id, timestamp};
use crate::connection::{APPLICATION, Readers, writer};
use crate::error::{Error, Result};
use crate::key::{self, Holder, MatterKey, Passphrase, RecoveryKey};
use crate::migration::{self, MIGRATIONS, Migration};
use crate::person::{self, SignIn};
use crate::write::Op;

impl Matter {
    /// Opens the matter in a folder for a person. `now` is used when its schema has to be brought up to date.
    ///
    /// # Errors
    /// [`Error::NotAMatter`], [`Error::OpenElsewhere`], [`Error::NoSuchPerson`], [`Error::WrongPassphrase`],
    /// [`Error::Damaged`], [`Error::NewerMatter`], [`Error::ReadOnly`].
    pub fn open(path: &Path, sign_in: &SignIn, passphrase: &Passphrase, now: Timestamp) -> Result<Self> {
        let folder = Folder::new(path);
        folder.require()?;
        let lock = FolderLock::take(&folder.lock())?;
        let (key, holder, _) = key_of(&folder, sign_in, passphrase)?;
        enter(folder, lock, key, holder, MIGRATIONS, now)
    }

    /// Opens the matter with its recovery key, to set a new passphrase.
    ///
    /// # Errors
    /// As for [`Matter::open`], with [`Error::WrongRecoveryKey`].
    pub fn open_with_recovery(path: &Path, recovery: &RecoveryKey, now: Timestamp) -> Result<Self> {
        let folder = Folder::new(path);
        folder.require()?;
        let lock = FolderLock::take(&folder.lock())?;
        let (key, holder) = key::recover(&read(&folder.recovery_key())?, recovery)?;
        enter(folder, lock, key, holder, MIGRATIONS, now)
    }

    /// Whether a matter lies in this folder, as far as can be seen from outside.
    pub fn lies_in(folder: &Path) -> bool {
        Folder::new(folder).database().exists()
    }

    /// Whether this is the person's passphrase.
    ///
    /// # Errors
    /// [`Error::NoSuchPerson`], [`Error::WrongPassphrase`], [`Error::Damaged`] for the key file.
    pub fn check_passphrase(&self, sign_in: &SignIn, passphrase: &Passphrase) -> Result<()> {
        key_of(&self.folder, sign_in, passphrase).map(|_| ())
    }
}

fn key_of(
    folder: &Folder,
    sign_in: &SignIn,
    passphrase: &Passphrase,
) -> Result<(MatterKey, Holder, PathBuf)> {
    let mut found = Error::NoSuchPerson;
    for (_, path) in folder.key_files()?.into_iter().filter(|(name, _)| name == sign_in) {
        match key::unwrap(&read(&path)?, passphrase) {
            Ok((key, holder)) => return Ok((key, holder, path)),
            Err(error) => found = error,
        }
    }
    Err(found)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::Damaged { what: "key file" },
        _ => error.into(),
    })
}

/// Opens the database with the key, brings it up to date, and makes sure that the holder may be here.
pub(crate) fn enter(
    folder: Folder,
    lock: FolderLock,
    key: MatterKey,
    holder: Holder,
    steps: &[Migration],
    now: Timestamp,
) -> Result<Matter> {
    let conn = writer(&folder.database(), &key, false)?;
    let application: i32 =
        conn.query_row("SELECT application_id FROM pragma_application_id", (), |row| row.get(0))?;
    if application != APPLICATION {
        return Err(Error::NotAMatter);
    }
    let pending = migration::pending(&conn, steps)?;
    let (matter, name, created) = identity(&conn)?;
    if matter != holder.matter {
        return Err(Error::Damaged { what: "key file" });
    }
    let mut open = Matter {
        readers: Readers::new(folder.database(), key.clone()),
        writer: Mutex::new(conn),
        key,
        folder,
        id: matter,
        name,
        created,
        signed_in: SignedIn::Recovery,
        _lock: lock,
    };
    if holder.person != NOBODY {
        let person = open.read(|reader| person::get(reader, holder.person))?;
        let present = person.filter(|person| person.removed.is_none()).ok_or(Error::NoSuchPerson)?;
        open.signed_in = SignedIn::Person(present);
    }
    open.migrate(pending, now)?;
    open.renew_lookups(now)?;
    Ok(open)
}

fn identity(conn: &Connection) -> Result<(MatterId, String, Timestamp)> {
    Ok(conn.query_row("SELECT id, name, created FROM matter", (), |row| {
        Ok((MatterId(id(row.get(0)?)), row.get(1)?, timestamp(row.get(2)?)))
    })?)
}

impl Matter {
    /// Takes the pending steps, after an encrypted copy was put in `backups`.
    fn migrate(&self, pending: &[Migration], now: Timestamp) -> Result<()> {
        let (Some(first), Some(last)) = (pending.first(), pending.last()) else { return Ok(()) };
        let name = format!("{}-before-schema-{}", now.strftime("%Y%m%dT%H%M%SZ"), first.number);
        self.backup(&self.folder.backups().join(name), &mut |_, _| true)?;
        {
            let mut conn = self.writer();
            migration::take(&mut conn, pending, now)?;
            migration::check(&conn)?;
        }
        self.write(Op("matter.migrate"), &self.actor(), now, |tx| {
            tx.touch(Noun::Matter, None);
            let detail = json!({ "from": first.number.saturating_sub(1), "to": last.number });
            tx.note(Subject::new(SubjectKind::Matter, self.id.to_string()), None, detail)
        })?;
        Ok(())
    }

    /// Makes the search index and the email keys anew when this program derives them differently.
    fn renew_lookups(&self, now: Timestamp) -> Result<()> {
        if self.read(claimant::lookups_are_current)? {
            return Ok(());
        }
        self.write(Op("matter.renew-lookups"), &self.actor(), now, |tx| {
            claimant::renew_lookups(tx)?;
            tx.note(Subject::new(SubjectKind::Matter, self.id.to_string()), None, json!(null))
        })?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
