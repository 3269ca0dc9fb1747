//! Changes to the work on a file.

use joinder_domain::audit::{Change, Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use rusqlite::OptionalExtension;
use serde_json::Value;

use super::{Work, get};
use crate::column::{document, milliseconds};
use crate::error::{Error, Result};
use crate::write::{Entered, Write};

/// Keeps how far the work on a file has come, and tells whether that changed anything. Another state is another state
/// since now, whatever `work` says.
///
/// Whether the move is allowed is for the caller to ask first.
///
/// # Errors
/// [`Error::NoSuchClaimant`], [`Error::MergedAlready`]; those of the database.
pub fn put(tx: &mut Write<'_>, number: ClaimantNumber, work: &Work) -> Result<bool> {
    let before = get(tx, number)?;
    let mut work = work.clone();
    work.since = if before.state == work.state { before.since } else { Some(tx.now()) };
    if before == work {
        return Ok(false);
    }
    let there: Option<u32> = tx
        .conn
        .prepare_cached("SELECT number FROM claimant WHERE number = ?1")?
        .query_row([number.0], |row| row.get(0))
        .optional()?;
    if there.is_none() {
        return Err(Error::NoSuchClaimant);
    }
    crate::merge::refuse_merged(tx, number)?;
    let assignee = work.assignee.as_ref().map(|person| person.0.as_bytes());
    tx.conn
        .prepare_cached(
            "INSERT INTO work (claimant, state, reason, since, assignee, tags) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (claimant) DO UPDATE SET state = excluded.state, reason = excluded.reason,
               since = excluded.since, assignee = excluded.assignee, tags = excluded.tags",
        )?
        .execute((
            number.0,
            work.state.as_str(),
            &work.reason,
            work.since.map_or(0, milliseconds),
            assignee,
            document(&work.tags)?,
        ))?;
    for gone in before.tags.difference(&work.tags) {
        tx.conn
            .prepare_cached("DELETE FROM work_tag WHERE tag = ?1 AND claimant = ?2")?
            .execute((gone, number.0))?;
    }
    for new in work.tags.difference(&before.tags) {
        tx.conn
            .prepare_cached("INSERT INTO work_tag (tag, claimant) VALUES (?1, ?2)")?
            .execute((new, number.0))?;
    }
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Work, number.0.to_string()),
        claimant: Some(number),
        detail: Value::Null,
        change: Some(&Change::between(&before.json(), &work.json())),
        content: Some(work.content()?),
    })?;
    tx.touch(Noun::Work, Some(number));
    Ok(true)
}
