//! The profile that the matter was made with, kept whole: a later program must give the same answers.

use std::collections::BTreeMap;

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::noun::Noun;
use serde_json::json;

use crate::column::{digest, document, milliseconds, read};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// A profile as its files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewProfile {
    /// Its identifier.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The text of each file, by name.
    pub texts: BTreeMap<String, String>,
}

/// The profile in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Its identifier.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Digest of its texts.
    pub sha256: Digest,
    /// The text of each file, by name.
    pub texts: BTreeMap<String, String>,
}

/// The profile in force.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>) -> Result<Profile> {
    let (id, version, sha256, texts) = reader
        .conn
        .prepare_cached(
            "SELECT p.id, p.version, p.sha256, p.texts FROM profile p, matter m WHERE p.sha256 = m.profile",
        )?
        .query_row((), |row| Ok((row.get(0)?, row.get(1)?, digest(row.get(2)?), row.get::<_, String>(3)?)))?;
    if Digest::of(texts.as_bytes()) != sha256 {
        return Err(Error::Damaged { what: "profile" });
    }
    Ok(Profile { id, version, sha256, texts: read("profile", &texts)? })
}

/// Keeps a profile; it comes into force when the matter is told so.
pub(crate) fn insert(tx: &mut Write<'_>, new: &NewProfile) -> Result<Digest> {
    let sha256 = keep(tx, new, milliseconds(tx.now()))?;
    enter(tx, new, sha256)?;
    Ok(sha256)
}

pub(crate) fn keep(reader: &Reader<'_>, new: &NewProfile, adopted: i64) -> Result<Digest> {
    let texts = document(&new.texts)?;
    let sha256 = Digest::of(texts.as_bytes());
    reader.conn.execute(
        "INSERT INTO profile (sha256, id, version, adopted, texts) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (sha256) DO NOTHING",
        (sha256.0, &new.id, new.version, adopted, texts),
    )?;
    Ok(sha256)
}

pub(crate) fn enter(tx: &mut Write<'_>, new: &NewProfile, sha256: Digest) -> Result<()> {
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Profile, new.id.clone()),
        claimant: None,
        detail: json!({ "version": new.version }),
        change: None,
        content: Some(sha256),
    })?;
    tx.touch(Noun::Matter, None);
    Ok(())
}

/// Puts another profile, or another version of it, in force.
///
/// # Errors
/// Those of the database.
pub fn adopt(tx: &mut Write<'_>, new: &NewProfile) -> Result<()> {
    let sha256 = insert(tx, new)?;
    tx.conn.execute("UPDATE matter SET profile = ?1", [sha256.0])?;
    Ok(())
}
