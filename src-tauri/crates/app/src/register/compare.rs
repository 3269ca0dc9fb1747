//! Sealing a register, and what differs between two.

use std::collections::BTreeMap;

use joinder_domain::register::{Changes, Entry, Field, changes as compare};
use joinder_store::register::{self as kept, NewVersion};
use joinder_store::{Op, SignedIn};
use serde::{Deserialize, Serialize};

use super::live::{entries, live};
use super::view::{VersionView, version as view};
use super::words;
use crate::app::OpenMatter;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// Lines between two reports of progress.
const STEP: u64 = 500;

/// What a register is sealed for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterSeal"))]
pub struct Seal {
    /// Such as "Filed with the court on 3 November".
    pub reason: String,
}

/// Two versions to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterChangesOf", optional_fields))]
pub struct ChangesOf {
    /// The earlier one; 0 for a register that nobody stands on.
    pub from: u32,
    /// The later one; `null` is the register as it would be filed today.
    #[serde(default)]
    pub to: Option<u32>,
}

/// What differs, with the names that it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterChangesView"))]
pub struct ChangesView {
    /// The earlier one, in words.
    pub from: String,
    /// The later one, in words.
    pub to: String,
    /// What differs.
    pub changes: Changes,
    /// Names by number, of those whom it concerns.
    pub names: BTreeMap<u32, String>,
    /// Fields that are named, with what they are called.
    pub labels: BTreeMap<Field, String>,
}

pub(crate) fn seal(context: Context<'_>, input: Seal) -> Result<Applied<VersionView>> {
    let open = context.app.open_matter()?;
    let reason = input.reason.trim();
    if reason.is_empty() {
        return Err(Error::new("reason-missing"));
    }
    // The recovery key has no name to seal with.
    if matches!(open.matter.signed_in(), SignedIn::Recovery) {
        return Err(Error::new("not-allowed"));
    }
    let entries = live(context, &open)?;
    if entries.is_empty() {
        return Err(Error::new("register-empty"));
    }
    let new = NewVersion { reason, entries: &entries };
    let total = entries.len() as u64;
    let done = open.write(Op("register.seal"), context.app.clock().now(), |tx| {
        kept::seal(tx, &new, |done| {
            if done.is_multiple_of(STEP) {
                context.job.step(done, total, "Sealing the register")
            } else {
                Ok(())
            }
        })
    })?;
    Ok(Applied::stored(view(&done.output), &done.changes))
}

pub(crate) fn changes(context: Context<'_>, input: ChangesOf) -> Result<Applied<ChangesView>> {
    let open = context.app.open_matter()?;
    Ok(Applied::unchanged(gather(context, &open, input)?))
}

/// What differs between two versions.
pub(super) fn gather(context: Context<'_>, open: &OpenMatter, input: ChangesOf) -> Result<ChangesView> {
    let before = if input.from == 0 { Vec::new() } else { entries(context, open, Some(input.from))? };
    let after = entries(context, open, input.to)?;
    let changes = compare(&before, &after);
    let concerned = changes.added.iter().chain(&changes.withdrawn).chain(&changes.missing);
    let concerned = concerned.copied().chain(changes.amended.iter().map(|amended| amended.number));
    let name = |number| {
        let of = |entries: &[Entry]| {
            let at = entries.binary_search_by_key(&number, |entry| entry.number).ok()?;
            entries.get(at)?.values.get(&Field::Name).cloned()
        };
        of(&after).or_else(|| of(&before)).unwrap_or_default()
    };
    let names = concerned.map(|number| (number, name(number))).collect();
    let fields = changes.amended.iter().flat_map(|amended| &amended.fields).map(|change| change.field);
    let labels = fields.map(|field| (field, words::field(field))).collect();
    Ok(ChangesView { from: called(Some(input.from)), to: called(input.to), changes, names, labels })
}

/// What a version is called.
pub(super) fn called(version: Option<u32>) -> String {
    match version {
        Some(0) => words::text("register-nothing"),
        Some(version) => words::with("register-version", &[("version", &version.to_string())]),
        None => words::text("register-today"),
    }
}
