//! People who ask to be forgotten, or whose time is over.

use joinder_domain::id::ClaimantNumber;
use joinder_store::{Op, backup_copy, erasure as store};
use serde::{Deserialize, Serialize};

use super::hold::said;
use crate::backup;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::text::text;

/// A claimant to erase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RightErase"))]
pub struct Erase {
    /// The number.
    pub number: u32,
    /// The reference once more, typed by whoever erases, such as `C-000012`: it cannot be undone.
    pub confirm: String,
    /// Why. It is kept, so it should not repeat what the record said.
    pub reason: String,
}

/// What is left of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RightTombstone"))]
pub struct Tombstone {
    /// The number, which no other claimant gets.
    pub number: u32,
    /// As people see it.
    pub reference: String,
    /// When, RFC 3339.
    pub at: String,
    /// Who erased it.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// Somebody was erased, and where copies may still be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RightErased"))]
pub struct Erased {
    /// What is left: the claimant, and records that had been merged into that one.
    pub left: Vec<Tombstone>,
    /// Copies of the matter that were made before and hold the person still.
    pub copies: Vec<backup::Row>,
    /// What a person should know or do now, one sentence each.
    pub notes: Vec<String>,
}

pub(crate) fn erase(context: Context<'_>, input: Erase) -> Result<Applied<Erased>> {
    let open = context.app.open_matter()?;
    let number = ClaimantNumber(input.number);
    let reason = said(&input.reason)?;
    if input.confirm.trim() != number.to_string() {
        return Err(Error::with("erase-confirm", &[("reference", &number.to_string())]));
    }
    let done = open.write(Op("claimant.erase"), context.app.clock().now(), |tx| {
        Ok::<_, Error>(store::erase(tx, number, reason)?)
    })?;
    // What this program remembers of the record goes too.
    open.session.forget()?;
    let mut notes = Vec::new();
    if !open.matter.forget_log()? {
        notes.push(text("removed-log-busy", &[]));
    }
    let earlier = open.matter.backups()?;
    if earlier > 0 {
        notes.push(text("removed-backups", &[("backups", &earlier.to_string())]));
    }
    notes.push(text("erased-elsewhere", &[]));
    let copies = open.matter.read(backup_copy::list)?.into_iter().map(backup::Row::of).collect();
    let left = done.output.iter().map(Tombstone::of).collect();
    Ok(Applied::stored(Erased { left, copies, notes }, &done.changes))
}

pub(crate) fn erased(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Tombstone>>> {
    let open = context.app.open_matter()?;
    Ok(Applied::unchanged(open.matter.read(store::list)?.iter().map(Tombstone::of).collect()))
}

impl Tombstone {
    fn of(erasure: &store::Erasure) -> Self {
        Self {
            number: erasure.number.0,
            reference: erasure.number.to_string(),
            at: erasure.at.to_string(),
            by: erasure.by.clone(),
            reason: erasure.reason.clone(),
        }
    }
}
