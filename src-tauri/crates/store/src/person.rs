//! People who work on the matter. Each acts under their own name.

use std::fmt;

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::PersonId;
use joinder_domain::noun::Noun;
use rusqlite::{OptionalExtension, Row};
use serde_json::json;

use crate::column::{document, id, milliseconds, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// A name to sign in with. It is also the name of a key file, so everybody who sees the folder sees it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignIn(String);

impl SignIn {
    /// A sign-in name: 2 to 32 lower-case letters, digits, dots or hyphens, the first one a letter.
    ///
    /// # Errors
    /// [`Error::BadSignIn`].
    pub fn new(text: &str) -> Result<Self> {
        let fits = (2..=32).contains(&text.len())
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.ends_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-');
        if fits { Ok(Self(text.to_owned())) } else { Err(Error::BadSignIn) }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a person may do in the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Takes in claimants and evidence.
    Paralegal,
    /// Runs the matter.
    Coordinator,
    /// A solicitor who approves what is filed.
    AuthorisedPerson,
    /// Reads.
    Auditor,
}

impl Role {
    /// The code, as stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Paralegal => "paralegal",
            Self::Coordinator => "coordinator",
            Self::AuthorisedPerson => "authorised-person",
            Self::Auditor => "auditor",
        }
    }

    /// The role with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Paralegal, Self::Coordinator, Self::AuthorisedPerson, Self::Auditor]
            .into_iter()
            .find(|role| role.code() == code)
    }

    /// Whether this person can add people and set the rules.
    pub fn runs_the_matter(self) -> bool {
        matches!(self, Self::Coordinator | Self::AuthorisedPerson)
    }
}

/// Somebody to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// The id.
    pub id: PersonId,
    /// The name to sign in with.
    pub sign_in: SignIn,
    /// The full name, as it stands in the audit.
    pub full_name: String,
    /// The role.
    pub role: Role,
}

/// Somebody who works or worked on the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// The name to sign in with.
    pub sign_in: SignIn,
    /// The full name, as it stands in the audit.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// When the person was added.
    pub added: Timestamp,
    /// When the person was removed.
    pub removed: Option<Timestamp>,
}

const COLUMNS: &str = "id, sign_in, full_name, role, added, removed";

/// Everybody who works or worked on the matter, in the order in which they were added.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Person>> {
    let sql = format!("SELECT {COLUMNS} FROM person ORDER BY added, sign_in");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let people = statement.query_map((), person)?;
    people.map(|person| person?.ok_or(Error::Unreadable("person"))).collect()
}

/// The person with this id, removed or not.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, id: PersonId) -> Result<Option<Person>> {
    let sql = format!("SELECT {COLUMNS} FROM person WHERE id = ?1");
    let found = reader.conn.prepare_cached(&sql)?.query_row([id.0.as_bytes()], person).optional()?;
    Ok(found.flatten())
}

/// The person who now signs in with this name.
///
/// # Errors
/// Those of the database.
pub fn present(reader: &Reader<'_>, sign_in: &SignIn) -> Result<Option<Person>> {
    let sql = format!("SELECT {COLUMNS} FROM person WHERE sign_in = ?1 AND removed IS NULL");
    let found = reader.conn.prepare_cached(&sql)?.query_row([sign_in.as_str()], person).optional()?;
    Ok(found.flatten())
}

pub(crate) fn insert(tx: &mut Write<'_>, new: &NewPerson) -> Result<()> {
    if present(tx, &new.sign_in)?.is_some() {
        return Err(Error::PersonExists);
    }
    tx.conn.execute(
        "INSERT INTO person (id, sign_in, full_name, role, added) VALUES (?1, ?2, ?3, ?4, ?5)",
        (new.id.0.as_bytes(), new.sign_in.as_str(), &new.full_name, new.role.code(), milliseconds(tx.now())),
    )?;
    enter(tx, new.id)
}

pub(crate) fn remove(tx: &mut Write<'_>, sign_in: &SignIn) -> Result<Person> {
    let leaving = present(tx, sign_in)?.ok_or(Error::NoSuchPerson)?;
    let stays =
        |other: &Person| other.removed.is_none() && other.id != leaving.id && other.role.runs_the_matter();
    if !list(tx)?.iter().any(stays) {
        return Err(Error::LastPerson);
    }
    tx.conn.execute(
        "UPDATE person SET removed = ?2 WHERE id = ?1",
        (leaving.id.0.as_bytes(), milliseconds(tx.now())),
    )?;
    enter(tx, leaving.id)?;
    Ok(leaving)
}

/// Records that something happened to a person's access: added, removed, a new passphrase.
pub(crate) fn enter(tx: &mut Write<'_>, id: PersonId) -> Result<()> {
    let content = content(tx, id)?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Person, id.to_string()),
        claimant: None,
        detail: serde_json::Value::Null,
        change: None,
        content: Some(content),
    })?;
    tx.touch(Noun::Person, None);
    Ok(())
}

/// The digest of what is held of a person.
pub(crate) fn content(reader: &Reader<'_>, id: PersonId) -> Result<Digest> {
    let person = get(reader, id)?.ok_or(Error::NoSuchPerson)?;
    let content = json!({
        "added": milliseconds(person.added),
        "full_name": person.full_name,
        "id": person.id,
        "removed": person.removed.map(milliseconds),
        "role": person.role.code(),
        "sign_in": person.sign_in.as_str(),
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}

fn person(row: &Row<'_>) -> rusqlite::Result<Option<Person>> {
    let (sign_in, role): (String, String) = (row.get(1)?, row.get(3)?);
    let (Ok(sign_in), Some(role)) = (SignIn::new(&sign_in), Role::from_code(&role)) else { return Ok(None) };
    Ok(Some(Person {
        id: PersonId(id(row.get(0)?)),
        sign_in,
        full_name: row.get(2)?,
        role,
        added: timestamp(row.get(4)?),
        removed: row.get::<_, Option<i64>>(5)?.map(timestamp),
    }))
}
