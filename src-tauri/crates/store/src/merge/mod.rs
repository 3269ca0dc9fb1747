//! Records that became one, and two again.

mod content;
mod get;
mod unmerge;
mod work;

pub(crate) use content::contents;
pub(crate) use get::refuse_merged;
pub use get::{Merge, around, get, holder, list, lost_into, merged_into};
pub use unmerge::{Unmerged, remerge, unmerge};

use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use serde_json::{Value, json};

use crate::claimant::{self, Stored};
use crate::column::{document, milliseconds, read};
use crate::error::{Error, Result};
use crate::evidence::{self, Which};
use crate::match_pair::{self, PairState};
use crate::register;
use crate::write::{Entered, Reader, Write};

/// Two records to make one.
#[derive(Clone, Debug, PartialEq)]
pub struct NewMerge {
    /// The record that is kept, and its version that was looked at.
    pub kept: (ClaimantNumber, u32),
    /// The record that goes into it, and its version that was looked at.
    pub lost: (ClaimantNumber, u32),
    /// What the kept record says from now on.
    pub merged: Claimant,
    /// Why.
    pub reason: String,
}

/// Makes two records one: the kept one says what both said, evidence of the other is its own from now on, and the other
/// is found no more. Nothing is deleted.
///
/// # Errors
/// [`Error::NoSuchClaimant`], [`Error::Conflict`], [`Error::MergedAlready`]; [`Error::OnRegister`] while the other holds a
/// place on the register; those of the database.
pub fn merge(tx: &mut Write<'_>, new: &NewMerge) -> Result<u32> {
    let ((kept, kept_version), (lost, lost_version)) = (new.kept, new.lost);
    let (before, other) = (present(tx, kept)?, present(tx, lost)?);
    if kept == lost {
        return Err(Error::MergedAlready);
    }
    for (stored, version) in [(&before, kept_version), (&other, lost_version)] {
        if stored.version != version {
            return Err(Error::Conflict { found: stored.version, expected: version });
        }
    }
    // A place on the register is given up on the record, never by the way.
    if register::place_of(tx, lost)?.is_some_and(|place| place.ended.is_none()) {
        return Err(Error::OnRegister);
    }
    claimant::update(tx, kept, kept_version, &new.merged)?;
    let moved = evidence::ids(tx, Which::Of(lost))?;
    for item in &moved {
        evidence::assign(tx, *item, kept, None)?;
    }
    claimant::hide(tx, &other)?;
    tx.conn
        .prepare_cached(
            "INSERT INTO claimant_merge (kept, lost, merged_at, merged_by_name, reason, before, after, evidence)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            kept.0,
            lost.0,
            milliseconds(tx.now()),
            &tx.actor().name,
            &new.reason,
            document(&record(&before.claimant)?)?,
            document(&record(&new.merged)?)?,
            document(&moved)?,
        ))?;
    let id = u32::try_from(tx.conn.last_insert_rowid()).map_err(|_| Error::NoSuchMatch)?;
    let carried = work::carry_over(tx, kept, lost)?;
    tx.conn
        .prepare_cached("UPDATE claimant_merge SET work = ?2 WHERE id = ?1")?
        .execute((id, document(&carried)?))?;
    if match_pair::get(tx, kept, lost)?.is_some() {
        match_pair::decide(tx, kept, lost, PairState::Merged, &new.reason)?;
    }
    enter(tx, id, [kept, lost], "merged")?;
    Ok(id)
}

fn present(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Stored> {
    refuse_merged(reader, number)?;
    claimant::get(reader, number)?.ok_or(Error::NoSuchClaimant)
}

/// A record as it is compared: with its blanks left out, as it is stored.
fn record(claimant: &Claimant) -> Result<Value> {
    read("claimant", &claimant::record_text(claimant)?)
}

fn enter(tx: &mut Write<'_>, id: u32, numbers: [ClaimantNumber; 2], what: &str) -> Result<()> {
    let [kept, lost] = numbers;
    let content = content::content(tx, kept, lost)?;
    for number in numbers {
        tx.append(Entered {
            subject: Subject::new(SubjectKind::Match, content::subject(kept, lost)),
            claimant: Some(number),
            detail: json!({ "merge": id, "kept": kept.0, "lost": lost.0, "what": what }),
            change: None,
            content: Some(content),
        })?;
        tx.touch(Noun::Claimant, Some(number));
    }
    tx.touch(Noun::Match, None);
    tx.touch(Noun::Evidence, None);
    Ok(())
}

/// Enters what a merge holds now, after another one was undone that it rests on.
fn enter_content(tx: &mut Write<'_>, id: u32, kept: ClaimantNumber, lost: ClaimantNumber) -> Result<()> {
    let content = content::content(tx, kept, lost)?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Match, content::subject(kept, lost)),
        claimant: None,
        detail: json!({ "merge": id, "what": "rests" }),
        change: None,
        content: Some(content),
    })
}
