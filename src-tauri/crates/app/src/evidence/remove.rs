//! An item that was taken in by mistake, removed for good.

use joinder_store::Op;
use joinder_store::evidence::{self as store, State};
use serde::{Deserialize, Serialize};

use super::chosen;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::person;

/// An item to remove.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceRemove"))]
pub struct Remove {
    /// The item: its identifier or its reference.
    pub id: String,
    /// Why; it is kept, so it should not repeat what the item said.
    pub reason: String,
}

/// What is left of an item that was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceRemoval"))]
pub struct Removal {
    /// Its reference, such as `E-000012`, which no other item gets.
    pub reference: String,
    /// SHA-256 of the bytes as they were received.
    pub sha256: String,
    /// How many bytes there were.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// When it had been taken in, RFC 3339.
    pub received_at: String,
    /// Who had taken it in.
    pub received_by: String,
    /// When it was removed, RFC 3339.
    pub removed_at: String,
    /// Who removed it.
    pub removed_by: String,
    /// Why.
    pub reason: String,
}

/// An item that was removed, and where copies of it may still be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceRemoved"))]
pub struct Removed {
    /// What is left of it.
    pub removal: Removal,
    /// Copies of the matter in its own folder that were made before, and hold it still.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub backups: usize,
    /// What a person should know or do now, one sentence each.
    pub notes: Vec<String>,
}

pub(crate) fn remove(context: Context<'_>, input: Remove) -> Result<Applied<Removed>> {
    let open = context.app.open_matter()?;
    let reason = input.reason.trim();
    if reason.is_empty() {
        return Err(Error::new("reason-missing"));
    }
    let done = open.write(Op("evidence.remove"), context.app.clock().now(), |tx| {
        let item = chosen::item(tx, &input.id)?;
        let reference = item.number.to_string();
        match item.state {
            State::SetAside(_) => {}
            State::Assigned(number) => {
                let values = [("item", reference.as_str()), ("claimant", &number.to_string())];
                return Err(Error::with("evidence-assigned", &values));
            }
            State::Unassigned => return Err(Error::with("evidence-not-set-aside", &[("item", &reference)])),
        }
        let removal = store::remove(tx, item.id, reason)?;
        Ok((item.id, removal_view(tx, removal)?))
    })?;
    let (item, removal) = done.output;
    open.session.undos()?.retain_mut(|undo| undo.without(item));
    let mut notes = Vec::new();
    let mut note = |key: &str, values: &[(&str, &str)]| notes.push(crate::text::text(key, values));
    if !open.matter.forget_log()? {
        note("removed-log-busy", &[]);
    }
    let backups = open.matter.backups()?;
    if backups > 0 {
        note("removed-backups", &[("backups", &backups.to_string())]);
    }
    note("removed-elsewhere", &[]);
    Ok(Applied::stored(Removed { removal, backups, notes }, &done.changes))
}

pub(crate) fn removed(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Removal>>> {
    let open = context.app.open_matter()?;
    let removals = open.matter.read(|reader| {
        let all = store::removals(reader)?.into_iter();
        all.map(|removal| removal_view(reader, removal)).collect::<Result<Vec<_>>>()
    })?;
    Ok(Applied::unchanged(removals))
}

fn removal_view(reader: &joinder_store::Reader<'_>, removal: store::Removal) -> Result<Removal> {
    Ok(Removal {
        reference: removal.number.to_string(),
        sha256: removal.sha256.to_string(),
        size: removal.size,
        received_at: removal.received.to_string(),
        received_by: person::name(reader, removal.received_by)?,
        removed_at: removal.removed.to_string(),
        removed_by: person::name(reader, removal.person)?,
        reason: removal.reason,
    })
}
