//! Making a matter.

use std::fs;
use std::path::Path;
use std::sync::Mutex;

use jiff::Timestamp;
use joinder_domain::audit::{Actor, Digest, Subject, SubjectKind};
use joinder_domain::id::{MatterId, PersonId};
use joinder_domain::noun::Noun;
use rusqlite::{Connection, TransactionBehavior};
use serde_json::json;

use super::folder::{self, Folder, absent_is_fine};
use super::lock::FolderLock;
use super::{Matter, SignedIn};
use crate::claimant::LOOKUP_VERSION;
use crate::column::{document, milliseconds, timestamp};
use crate::connection::{APPLICATION, Readers, writer};
use crate::error::{Error, Result};
use crate::key::{self, Holder, MatterKey, Passphrase, RecoveryKey, WorkFactor};
use crate::migration::{self, MIGRATIONS};
use crate::person::{self, NewPerson};
use crate::profile::{self, NewProfile};
use crate::write::{Entered, Op, Reader, Write};

/// What a matter is made from.
#[derive(Clone, Debug)]
pub struct NewMatter {
    /// The id.
    pub id: MatterId,
    /// The name.
    pub name: String,
    /// The profile, kept whole in the matter.
    pub profile: NewProfile,
    /// The first person, who acts in making it.
    pub person: NewPerson,
    /// That person's passphrase.
    pub passphrase: Passphrase,
    /// How much work unlocking costs.
    pub work: WorkFactor,
    /// The moment.
    pub now: Timestamp,
}

impl Matter {
    /// Makes a matter in a new or empty folder, and leaves it open for the first person.
    ///
    /// The recovery key is nowhere else: show it once, and let somebody write it down. When anything fails, the
    /// folder is as it was before. After a crash, what is half made is refused by [`Matter::open`] and cleared away
    /// by making the matter again.
    ///
    /// # Errors
    /// [`Error::FolderNotEmpty`], [`Error::OpenElsewhere`], [`Error::ReadOnly`], [`Error::DiskFull`].
    pub fn create(path: &Path, new: NewMatter) -> Result<(Self, RecoveryKey)> {
        let existed = path.exists();
        let made = make(&Folder::new(path), new);
        if let Err(error) = &made
            && !existed
            && !matches!(error, Error::OpenElsewhere)
        {
            // It was not there before; if it cannot be removed, an empty folder is all that is left.
            fs::remove_dir(path).ok();
        }
        made
    }
}

fn make(folder: &Folder, new: NewMatter) -> Result<(Matter, RecoveryKey)> {
    folder::make(folder.path()).map_err(|error| match error {
        Error::Io(std::io::ErrorKind::AlreadyExists | std::io::ErrorKind::NotADirectory) => {
            Error::FolderNotEmpty
        }
        other => other,
    })?;
    if !folder.unfinished().exists() && !folder.is_empty()? {
        return Err(Error::FolderNotEmpty);
    }
    let lock = FolderLock::take(&folder.lock())?;
    folder.clear_unfinished()?;
    if !folder.is_empty()? {
        return Err(Error::FolderNotEmpty);
    }
    let made = fill(folder, new);
    match made {
        Ok((conn, key, recovery, new)) => {
            let matter = Matter {
                readers: Readers::new(folder.database(), key.clone()),
                writer: Mutex::new(conn),
                key,
                folder: folder.clone(),
                id: new.id,
                name: new.name,
                created: timestamp(milliseconds(new.now)),
                signed_in: SignedIn::Recovery,
                _lock: lock,
            };
            let person =
                matter.read(|reader| person::get(reader, new.person.id))?.ok_or(Error::NoSuchPerson)?;
            Ok((Matter { signed_in: SignedIn::Person(person), ..matter }, recovery))
        }
        Err(error) => {
            folder.clear_unfinished()?;
            drop(lock);
            absent_is_fine(fs::remove_file(folder.lock()))?;
            Err(error)
        }
    }
}

fn fill(folder: &Folder, new: NewMatter) -> Result<(Connection, MatterKey, RecoveryKey, NewMatter)> {
    folder::put(&folder.unfinished(), b"")?;
    folder::make(&folder.keys())?;
    folder::make(&folder.backups())?;
    let key = MatterKey::random()?;
    let mut conn = writer(&folder.database(), &key, true)?;
    conn.pragma_update(None, "application_id", APPLICATION)?;
    migration::take(&mut conn, MIGRATIONS, new.now)?;
    first_entries(&mut conn, &new)?;

    let holder = Holder { matter: new.id, person: new.person.id };
    let file = key::wrap(&key, holder, &new.passphrase, new.work)?;
    folder::put(&folder.key_of(&new.person.sign_in, new.person.id), &file)?;
    let recovery = RecoveryKey::random()?;
    folder::put(&folder.recovery_key(), &key::wrap_for_recovery(&key, new.id, &recovery)?)?;
    fs::remove_file(folder.unfinished())?;
    folder::sync_folder(folder.path())?;
    Ok((conn, key, recovery, new))
}

fn first_entries(conn: &mut Connection, new: &NewMatter) -> Result<()> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let now = milliseconds(new.now);
    let sha256 = profile::keep(&Reader { conn: &transaction }, &new.profile, now)?;
    transaction.execute(
        "INSERT INTO matter (only, id, name, created, profile, next_number, lookup_version)
         VALUES (1, ?1, ?2, ?3, ?4, 1, ?5)",
        (new.id.0.as_bytes(), &new.name, now, sha256.0, LOOKUP_VERSION),
    )?;
    let actor = Actor { id: new.person.id, name: new.person.full_name.clone() };
    let mut write = Write::begin(&transaction, Op("matter.create"), &actor, new.now)?;
    let content = content(new.id, &new.name, now)?;
    write.append(Entered {
        subject: Subject::new(SubjectKind::Matter, new.id.to_string()),
        claimant: None,
        detail: json!({ "program": env!("CARGO_PKG_VERSION") }),
        change: None,
        content: Some(content),
    })?;
    write.touch(Noun::Matter, None);
    profile::enter(&mut write, &new.profile, sha256)?;
    person::insert(&mut write, &new.person)?;
    write.finish(())?;
    Ok(transaction.commit()?)
}

/// The digest of what is held of the matter itself.
pub(crate) fn content(id: MatterId, name: &str, created: i64) -> Result<Digest> {
    Ok(Digest::of(document(&json!({ "created": created, "id": id, "name": name }))?.as_bytes()))
}

/// The nobody who holds the recovery key.
pub(crate) const NOBODY: PersonId = PersonId(uuid::Uuid::nil());
