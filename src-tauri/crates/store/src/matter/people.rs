//! Who holds a key to the matter.

use std::{fs, io};

use jiff::Timestamp;
use joinder_domain::audit::Actor;

use super::Matter;
use super::folder::{self, absent_is_fine};
use crate::error::{Error, Result};
use crate::key::{self, Holder, Passphrase, WorkFactor};
use crate::person::{self, NewPerson, SignIn};
use crate::write::{Applied, Op};

impl Matter {
    /// Adds a person, with a key of their own.
    ///
    /// # Errors
    /// [`Error::PersonExists`]; those of writing a key file.
    pub fn add_person(
        &self,
        actor: &Actor,
        now: Timestamp,
        new: &NewPerson,
        passphrase: &Passphrase,
        work: WorkFactor,
    ) -> Result<Applied<()>> {
        let file = key::wrap(&self.key, Holder { matter: self.id, person: new.id }, passphrase, work)?;
        let path = self.folder.key_of(&new.sign_in, new.id);
        let added = self.write(Op("person.add"), actor, now, |tx| {
            person::insert(tx, new)?;
            // Before the commit: a person without a key would be locked out, a key without a person opens nothing.
            folder::put(&path, &file)
        });
        if added.is_err() && !matches!(added, Err(Error::PersonExists)) {
            absent_is_fine(fs::remove_file(&path))?;
        }
        added
    }

    /// Removes a person: the key file is deleted, and the name stays in the audit.
    ///
    /// The matter's key stays the same. Whoever kept a copy of the folder from before can still open that copy.
    ///
    /// # Errors
    /// [`Error::NoSuchPerson`], [`Error::LastPerson`].
    pub fn remove_person(&self, actor: &Actor, now: Timestamp, sign_in: &SignIn) -> Result<Applied<()>> {
        let removed = self.write(Op("person.remove"), actor, now, |tx| person::remove(tx, sign_in))?;
        absent_is_fine(fs::remove_file(self.folder.key_of(sign_in, removed.output.id)))?;
        folder::sync_folder(&self.folder.keys())?;
        Ok(Applied { output: (), changes: removed.changes, entries: removed.entries, head: removed.head })
    }

    /// Gives a person a new passphrase. Whether the old one must be known is for the caller to say, with
    /// [`Matter::check_passphrase`].
    ///
    /// # Errors
    /// [`Error::NoSuchPerson`]; those of writing a key file.
    pub fn set_passphrase(
        &self,
        actor: &Actor,
        now: Timestamp,
        sign_in: &SignIn,
        passphrase: &Passphrase,
        work: WorkFactor,
    ) -> Result<Applied<()>> {
        let mut replaced = None;
        let set = self.write(Op("person.passphrase"), actor, now, |tx| {
            let person = person::present(tx, sign_in)?.ok_or(Error::NoSuchPerson)?;
            person::enter(tx, person.id)?;
            let holder = Holder { matter: self.id, person: person.id };
            let (path, file) =
                (self.folder.key_of(sign_in, person.id), key::wrap(&self.key, holder, passphrase, work)?);
            let before = match fs::read(&path) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(error) => return Err(error.into()),
            };
            folder::put(&path, &file)?;
            replaced = Some((path, before));
            Ok(())
        });
        if let (Err(_), Some((path, before))) = (&set, replaced) {
            // Nothing was entered, so the passphrase of before opens the matter.
            match before {
                Some(bytes) => folder::put(&path, &bytes)?,
                None => absent_is_fine(fs::remove_file(&path))?,
            }
        }
        set
    }
}
