//! Views that people keep: a query and its columns under a name, for one person each.

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::PersonId;
use joinder_domain::noun::Noun;
use serde_json::Value;

use crate::column::{document, read};
use crate::error::Result;
use crate::write::{Entered, Reader, Write};

/// A view that somebody keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedView {
    /// Which one.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// What it shows.
    pub view: Value,
}

/// The views of a person, by name.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, person: PersonId) -> Result<Vec<SavedView>> {
    let mut statement = reader
        .conn
        .prepare_cached("SELECT id, name, view FROM saved_view WHERE person = ?1 ORDER BY name, id")?;
    let found = statement
        .query_map([person.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))?;
    found
        .map(|found| {
            let (id, name, view) = found?;
            Ok(SavedView { id, name, view: read("view", &view)? })
        })
        .collect()
}

/// Keeps a view of whoever writes, in place of one of theirs with the same name.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &mut Write<'_>, name: &str, view: &Value) -> Result<i64> {
    let view = document(view)?;
    let person = tx.actor().id;
    let id = tx.conn.query_row(
        "INSERT INTO saved_view (person, name, view) VALUES (?1, ?2, ?3)
         ON CONFLICT (person, name) DO UPDATE SET view = excluded.view RETURNING id",
        (person.0.as_bytes(), name, &view),
        |row| row.get(0),
    )?;
    enter(tx, id, Some(Digest::of(view.as_bytes())))?;
    Ok(id)
}

/// Forgets a view of whoever writes; tells whether there was one.
///
/// # Errors
/// Those of the database.
pub fn remove(tx: &mut Write<'_>, id: i64) -> Result<bool> {
    let person = tx.actor().id;
    let gone =
        tx.conn.execute("DELETE FROM saved_view WHERE id = ?1 AND person = ?2", (id, person.0.as_bytes()))?;
    if gone > 0 {
        enter(tx, id, None)?;
    }
    Ok(gone > 0)
}

fn enter(tx: &mut Write<'_>, id: i64, content: Option<Digest>) -> Result<()> {
    tx.append(Entered {
        subject: Subject::new(SubjectKind::View, id.to_string()),
        claimant: None,
        detail: Value::Null,
        change: None,
        content,
    })?;
    tx.touch(Noun::View, None);
    Ok(())
}
