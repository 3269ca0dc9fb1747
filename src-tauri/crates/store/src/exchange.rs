//! The keys of this folder for what travels, and the invitations that went out.

use jiff::Timestamp;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::PersonId;
use joinder_domain::noun::Noun;
use rusqlite::{OptionalExtension, Row};
use serde_json::json;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::column::{document, id, milliseconds, timestamp};
use crate::error::Result;
use crate::write::{Entered, Reader, Write};

/// The private keys as they were kept; `None` while there are none.
///
/// # Errors
/// Those of the database.
pub fn key(reader: &Reader<'_>) -> Result<Option<Zeroizing<String>>> {
    Ok(reader
        .conn
        .prepare_cached("SELECT private FROM exchange_key")?
        .query_row((), |row| row.get(0).map(Zeroizing::new))
        .optional()?)
}

/// Keeps the keys, once and for ever. The audit holds the public half only.
///
/// # Errors
/// Those of the database.
pub fn keep_key(tx: &mut Write<'_>, private: &str, recipient: &str) -> Result<()> {
    tx.conn.execute(
        "INSERT INTO exchange_key (only, made, private, recipient) VALUES (1, ?1, ?2, ?3)",
        (milliseconds(tx.now()), private, recipient),
    )?;
    tx.note(Subject::new(SubjectKind::Setting, "exchange-key"), None, json!({ "recipient": recipient }))?;
    tx.touch(Noun::Setting, None);
    Ok(())
}

/// An invitation that went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Which one.
    pub id: Uuid,
    /// When it was made.
    pub made: Timestamp,
    /// By whom.
    pub person: PersonId,
    /// When it ends.
    pub expires: Timestamp,
    /// The firm's name in it.
    pub firm: String,
    /// How to reach the firm, as it says.
    pub contact: String,
}

/// Remembers an invitation; who made it and when is that of the write.
///
/// # Errors
/// Those of the database.
pub fn add_invitation(
    tx: &mut Write<'_>,
    which: Uuid,
    expires: Timestamp,
    firm: &str,
    contact: &str,
) -> Result<()> {
    let made = Invitation {
        id: which,
        made: tx.now(),
        person: tx.actor().id,
        expires: timestamp(milliseconds(expires)),
        firm: firm.to_owned(),
        contact: contact.to_owned(),
    };
    tx.conn.execute(
        "INSERT INTO invitation (id, made, person, expires, firm, contact) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (
            which.as_bytes(),
            milliseconds(made.made),
            made.person.0.as_bytes(),
            milliseconds(made.expires),
            firm,
            contact,
        ),
    )?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Invitation, which.to_string()),
        claimant: None,
        detail: json!({ "expires": milliseconds(made.expires) }),
        change: None,
        content: Some(content(&made)?),
    })?;
    tx.touch(Noun::Packet, None);
    Ok(())
}

/// Every invitation that went out, the earliest first.
///
/// # Errors
/// Those of the database.
pub fn invitations(reader: &Reader<'_>) -> Result<Vec<Invitation>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT id, made, person, expires, firm, contact FROM invitation ORDER BY made, id",
    )?;
    let found = statement.query_map((), invitation)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn invitation(row: &Row<'_>) -> rusqlite::Result<Invitation> {
    Ok(Invitation {
        id: id(row.get(0)?),
        made: timestamp(row.get(1)?),
        person: PersonId(id(row.get(2)?)),
        expires: timestamp(row.get(3)?),
        firm: row.get(4)?,
        contact: row.get(5)?,
    })
}

/// The digest that the audit holds of an invitation.
pub(crate) fn content(invitation: &Invitation) -> Result<Digest> {
    let content = json!({
        "contact": invitation.contact,
        "expires": milliseconds(invitation.expires),
        "firm": invitation.firm,
        "id": invitation.id,
        "made": milliseconds(invitation.made),
        "person": invitation.person,
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}
