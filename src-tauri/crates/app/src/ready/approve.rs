//! Recording that a claimant approved a file, that an authorised person signed it off, or that either is taken back.

use std::fs;
use std::path::PathBuf;

use jiff::civil::Date;
use joinder_domain::audit::Digest;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::ready::ApprovalRole;
use joinder_store::paper::{self as store, NewApproval, Paper};
use joinder_store::{Op, Reader, Role, SignedIn};
use serde::{Deserialize, Serialize};

use super::paper::state;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// A claimant approved a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ReadyApprove"))]
pub struct Approve {
    /// The claimant's number.
    pub number: u32,
    /// SHA-256 of the file that was approved; empty where `file` names it.
    #[serde(default)]
    pub sha256: String,
    /// The file that was approved.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub file: Option<PathBuf>,
    /// Who approved it: the claimant, or whoever acts for the claimant.
    pub by: String,
    /// On which day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: Date,
    /// How: signed on paper, by email, by telephone.
    pub how: String,
}

/// An authorised person signs files off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ReadySignOff"))]
pub struct SignOff {
    /// The claimant's number.
    pub number: u32,
    /// SHA-256 of the file.
    pub sha256: String,
}

/// Somebody's word is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ReadyWithdraw"))]
pub struct Withdraw {
    /// The claimant's number.
    pub number: u32,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Whose word.
    pub role: ApprovalRole,
    /// Why.
    pub reason: String,
}

/// Largest file that is read to find its hash: a bundle beyond it is split anyway.
const LARGEST: u64 = 4 << 30;

pub(crate) fn approve(context: Context<'_>, input: Approve) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let (by, how) = (said(&input.by)?, said(&input.how)?);
    if input.on > context.app.clock().today() {
        return Err(Error::new("approval-in-future"));
    }
    let sha256 = match &input.file {
        Some(file) => {
            let meta = fs::metadata(file).map_err(|_| Error::new("file-not-readable"))?;
            if meta.len() > LARGEST {
                return Err(Error::new("file-not-readable"));
            }
            Digest::of(&fs::read(file).map_err(|_| Error::new("file-not-readable"))?)
        }
        None => digest(&input.sha256)?,
    };
    let number = ClaimantNumber(input.number);
    let done = open.write(Op("paper.approve"), context.app.clock().now(), |tx| {
        let paper = current(tx, number, sha256)?;
        let new = NewApproval { role: ApprovalRole::Claimant, name: by, day: input.on, how };
        Ok::<_, Error>(store::approve(tx, &paper, &new)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn sign_off(context: Context<'_>, input: SignOff) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let name = match open.matter.signed_in() {
        SignedIn::Person(person) if person.role == Role::AuthorisedPerson => person.full_name.clone(),
        _ => return Err(Error::new("authorised-person-signs")),
    };
    let (number, sha256) = (ClaimantNumber(input.number), digest(&input.sha256)?);
    let day = context.app.clock().today();
    let done = open.write(Op("paper.sign_off"), context.app.clock().now(), |tx| {
        let paper = current(tx, number, sha256)?;
        if paper.approval(ApprovalRole::Claimant).is_none() {
            return Err(Error::new("not-approved-yet"));
        }
        let new = NewApproval { role: ApprovalRole::AuthorisedPerson, name, day, how: String::new() };
        Ok(store::approve(tx, &paper, &new)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn withdraw(context: Context<'_>, input: Withdraw) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let reason = said(&input.reason).map_err(|_| Error::new("reason-missing"))?;
    let (number, sha256) = (ClaimantNumber(input.number), digest(&input.sha256)?);
    let done = open.write(Op("paper.withdraw"), context.app.clock().now(), |tx| {
        let paper = store::find(tx, number, sha256)?.ok_or_else(|| Error::new("no-such-paper"))?;
        if paper.approval(input.role).is_none() {
            return Err(Error::new("nothing-to-withdraw"));
        }
        Ok(store::withdraw(tx, &paper, input.role, &reason)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

/// The file, while the record is as it was when the file was made.
fn current(reader: &Reader<'_>, number: ClaimantNumber, sha256: Digest) -> Result<Paper> {
    let paper = store::find(reader, number, sha256)?.ok_or_else(|| Error::new("no-such-paper"))?;
    if state(reader, &paper)?.current { Ok(paper) } else { Err(Error::new("paper-stale")) }
}

fn said(words: &str) -> Result<String> {
    let words = words.trim();
    if words.is_empty() { Err(Error::new("approval-incomplete")) } else { Ok(words.to_owned()) }
}

fn digest(text: &str) -> Result<Digest> {
    text.trim().to_lowercase().parse().map_err(|_| Error::new("no-such-paper"))
}
