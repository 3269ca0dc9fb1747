//! What whoever works here does not see of a record, by role.

use joinder_domain::claimant::Claimant;
use joinder_domain::classification::{Classification, Input, classify};
use joinder_domain::code::Code;
use joinder_domain::restricted;
use joinder_store::evidence::Evidence;

use crate::app::OpenMatter;
use crate::error::{Error, Result};
use crate::evidence::Row;

/// The record as whoever works here sees it.
pub(crate) fn seen(open: &OpenMatter, claimant: &Claimant) -> Claimant {
    let hidden = hidden(open);
    if hidden.is_empty() { claimant.clone() } else { restricted::without(claimant, &hidden) }
}

/// The answer as whoever works here sees it; `input` holds the record as they see it.
pub(crate) fn answer(open: &OpenMatter, found: Classification, input: &Input<'_>) -> Classification {
    let hidden = hidden(open);
    if hidden.is_empty() {
        return found;
    }
    let without = classify(&Input { today: found.as_of, ..*input }, &open.profile);
    restricted::answer(&found, &without, &hidden)
}

/// A frozen answer as whoever works here sees it.
pub(crate) fn earlier(open: &OpenMatter, found: Classification) -> Classification {
    let hidden = hidden(open);
    if hidden.is_empty() { found } else { restricted::earlier(found, &closed(open), &hidden) }
}

/// Flags and tags that whoever works here is not told of.
pub(crate) fn closed(open: &OpenMatter) -> Vec<Code> {
    restricted::closed(&open.profile.rules, &hidden(open))
}

/// Whether something of these fields is not for whoever works here.
pub(crate) fn touches(open: &OpenMatter, fields: &[&str]) -> bool {
    let hidden = hidden(open);
    fields.iter().any(|field| restricted::touches(&hidden, field))
}

/// Whether the field at a path is not for whoever works here.
pub(crate) fn covers(open: &OpenMatter, path: &str) -> bool {
    restricted::covers(&hidden(open), path)
}

/// A record to be saved: what whoever works here does not see stays as it was.
///
/// # Errors
/// `restricted-list` when that cannot be told.
pub(crate) fn restored(open: &OpenMatter, typed: Claimant, before: &Claimant) -> Result<Claimant> {
    let hidden = hidden(open);
    if hidden.is_empty() {
        return Ok(typed);
    }
    restricted::restored(&typed, before, &hidden).ok_or_else(|| Error::new("restricted-list"))
}

/// What there is of a record and not shown, by kind.
pub(crate) fn kinds(open: &OpenMatter, claimant: &Claimant) -> Vec<String> {
    let closed = open.profile.workflow.closed_to(open.role().code());
    let there = closed.filter(|kind| {
        let fields: Vec<&str> = kind.fields.iter().map(String::as_str).collect();
        restricted::says_any(claimant, &fields)
    });
    there.map(|kind| kind.label.clone()).collect()
}

/// Refuses a paper that would print what whoever works here does not see.
///
/// # Errors
/// `restricted-paper`.
pub(crate) fn refuse_paper(open: &OpenMatter, claimant: &Claimant) -> Result<()> {
    let kinds = kinds(open, claimant);
    if kinds.is_empty() {
        return Ok(());
    }
    Err(Error::with("restricted-paper", &[("kinds", &kinds.join(", "))]))
}

/// Whether an item that holds details of this kind is not for whoever works here. A kind that the profile no longer names
/// is closed to everybody from whom anything is hidden.
pub(crate) fn hides(open: &OpenMatter, kind: &str) -> bool {
    let workflow = &open.profile.workflow;
    let named = workflow.restricted.iter().any(|known| known.label == kind);
    let closed = workflow.closed_to(open.role().code()).any(|closed| !named || closed.label == kind);
    !kind.is_empty() && closed
}

/// Whether anything is hidden from whoever works here.
pub(crate) fn any_closed(open: &OpenMatter) -> bool {
    open.profile.workflow.closed_to(open.role().code()).next().is_some()
}

/// Refuses an item that is not for whoever works here.
///
/// # Errors
/// `restricted-evidence`.
pub(crate) fn refuse_item(open: &OpenMatter, item: &Evidence) -> Result<()> {
    if hides(open, &item.restricted) {
        return Err(Error::with("restricted-evidence", &[("kind", &item.restricted)]));
    }
    Ok(())
}

/// An item in a list as whoever works here sees it.
pub(crate) fn row(open: &OpenMatter, row: Row) -> Row {
    if hides(open, &row.restricted) { row.closed() } else { row }
}

fn hidden(open: &OpenMatter) -> Vec<&str> {
    open.profile.workflow.hidden_from(open.role().code())
}
