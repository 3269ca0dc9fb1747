//! What is learnt of an item after it was received, and whose it is.

use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_domain::notice::Grade;
use joinder_domain::noun::Noun;
use serde_json::{Value, json};

use super::get::{Evidence, State, content, get, state_columns};
use crate::claimant;
use crate::column::document;
use crate::error::{Error, Result};
use crate::merge::refuse_merged;
use crate::write::{Entered, Write};

/// What a parser found in an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    /// What kind of file it is, as the parser names it.
    pub shape: String,
    /// Subject line, of a mail.
    pub subject: String,
    /// Sender, of a mail.
    pub sender: String,
    /// Every address that it was sent to.
    pub recipients: Vec<String>,
    /// Its date as written.
    pub dated: String,
    /// Everything, in the parser's own form.
    pub facts: Value,
}

/// Keeps what a parser found.
///
/// # Errors
/// [`Error::NoSuchEvidence`]; those of the database.
pub fn describe(tx: &mut Write<'_>, id: EvidenceId, found: &Description) -> Result<()> {
    tx.conn
        .prepare_cached(
            "UPDATE evidence SET shape = ?2, subject = ?3, sender = ?4, recipients = ?5, dated = ?6 WHERE id = ?1",
        )?
        .execute((
            id.0.as_bytes(),
            &found.shape,
            &found.subject,
            &found.sender,
            document(&found.recipients)?,
            &found.dated,
        ))?;
    tx.conn
        .prepare_cached(
            "UPDATE evidence_facts SET facts = ?2 WHERE evidence = (SELECT row FROM evidence WHERE id = ?1)",
        )?
        .execute((id.0.as_bytes(), document(&found.facts)?))?;
    enter(tx, id, None, "described")
}

/// Gives an item to a claimant. Its grade, which was for somebody else or nobody, is taken away unless given anew.
///
/// # Errors
/// [`Error::NoSuchEvidence`], [`Error::NoSuchClaimant`], [`Error::MergedAlready`]; those of the database.
pub fn assign(tx: &mut Write<'_>, id: EvidenceId, to: ClaimantNumber, grade: Option<&Grade>) -> Result<()> {
    if claimant::rows(tx, &[to])?.is_empty() {
        return Err(Error::NoSuchClaimant);
    }
    refuse_merged(tx, to)?;
    place(tx, id, &State::Assigned(to), grade, "assigned")
}

/// Takes an item away from its claimant, or back from those set aside.
///
/// # Errors
/// [`Error::NoSuchEvidence`]; those of the database.
pub fn unassign(tx: &mut Write<'_>, id: EvidenceId) -> Result<()> {
    place(tx, id, &State::Unassigned, None, "unassigned")
}

/// Keeps an item without using it.
///
/// # Errors
/// [`Error::NoSuchEvidence`]; those of the database.
pub fn set_aside(tx: &mut Write<'_>, id: EvidenceId, reason: &str) -> Result<()> {
    place(tx, id, &State::SetAside(reason.to_owned()), None, "set-aside")
}

/// Says which of the details that only some roles see an item holds, as the profile calls them; empty for none.
///
/// # Errors
/// [`Error::NoSuchEvidence`]; those of the database.
pub fn restrict(tx: &mut Write<'_>, id: EvidenceId, kind: &str) -> Result<()> {
    if get(tx, id)?.ok_or(Error::NoSuchEvidence)?.restricted == kind {
        return Ok(());
    }
    tx.conn
        .prepare_cached("UPDATE evidence SET restricted = ?2 WHERE id = ?1")?
        .execute((id.0.as_bytes(), kind))?;
    enter(tx, id, None, if kind.is_empty() { "opened" } else { "restricted" })
}

/// Grades an item for the claimant whose it is, or for nobody. The same grade again changes nothing.
///
/// # Errors
/// [`Error::NoSuchEvidence`]; those of the database.
pub fn grade(tx: &mut Write<'_>, id: EvidenceId, grade: Option<&Grade>) -> Result<()> {
    let evidence = get(tx, id)?.ok_or(Error::NoSuchEvidence)?;
    if evidence.grade.as_ref() == grade {
        return Ok(());
    }
    keep_grade(tx, id, grade)?;
    enter(tx, id, None, "graded")
}

fn place(tx: &mut Write<'_>, id: EvidenceId, state: &State, grade: Option<&Grade>, what: &str) -> Result<()> {
    let before = get(tx, id)?.ok_or(Error::NoSuchEvidence)?;
    if before.state == *state && before.grade.as_ref() == grade {
        return Ok(());
    }
    let (name, claimant, reason) = state_columns(state);
    tx.conn
        .prepare_cached("UPDATE evidence SET state = ?2, claimant = ?3, reason = ?4 WHERE id = ?1")?
        .execute((id.0.as_bytes(), name, claimant, reason))?;
    keep_grade(tx, id, grade)?;
    let left = match before.state {
        State::Assigned(number) if before.state != *state => Some(number),
        _ => None,
    };
    enter(tx, id, left, what)
}

fn keep_grade(tx: &mut Write<'_>, id: EvidenceId, grade: Option<&Grade>) -> Result<()> {
    tx.conn
        .prepare_cached("UPDATE evidence SET tier = ?2 WHERE id = ?1")?
        .execute((id.0.as_bytes(), grade.map(|grade| grade.tier)))?;
    tx.conn
        .prepare_cached(
            "UPDATE evidence_facts SET grade = ?2 WHERE evidence = (SELECT row FROM evidence WHERE id = ?1)",
        )?
        .execute((id.0.as_bytes(), grade.map(document).transpose()?))?;
    Ok(())
}

/// Records what happened to an item: for the claimant who lost it, and for the one who now has it.
fn enter(tx: &mut Write<'_>, id: EvidenceId, left: Option<ClaimantNumber>, what: &str) -> Result<()> {
    let evidence = get(tx, id)?.ok_or(Error::NoSuchEvidence)?;
    let has = match evidence.state {
        State::Assigned(number) => Some(number),
        _ => None,
    };
    if left.is_some() {
        entry(tx, &evidence, left, "taken-away")?;
    }
    if left.is_none() || has.is_some() {
        entry(tx, &evidence, has, what)?;
    }
    Ok(())
}

fn entry(tx: &mut Write<'_>, evidence: &Evidence, of: Option<ClaimantNumber>, what: &str) -> Result<()> {
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Evidence, evidence.id.to_string()),
        claimant: of,
        detail: json!({ "is": what }),
        change: None,
        content: Some(content(evidence)?),
    })?;
    tx.touch(Noun::Evidence, of);
    Ok(())
}
