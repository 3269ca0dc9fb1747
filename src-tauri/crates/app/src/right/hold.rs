//! Holds: what keeps a record although its time is over, or its person asks for erasure.

use joinder_domain::date::{DateWords, PartialDate};
use joinder_domain::id::ClaimantNumber;
use joinder_store::{Op, legal_hold as store};
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// A hold to set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RightHold"))]
pub struct Hold {
    /// Whose record; everybody's if not given.
    #[serde(default)]
    pub claimant: Option<u32>,
    /// Why.
    pub reason: String,
    /// When somebody looks whether it is still needed: a day.
    pub review: String,
}

/// A hold to end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RightRelease"))]
pub struct Release {
    /// Its number.
    pub id: u32,
    /// Why.
    pub reason: String,
}

/// A hold, present or ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RightHoldView"))]
pub struct HoldView {
    /// Its number.
    pub id: u32,
    /// Whose record it keeps; everybody's when none is named.
    pub claimant: Option<u32>,
    /// Why.
    pub reason: String,
    /// When somebody looks again, ISO 8601.
    pub review: String,
    /// Whether that day has come.
    pub review_due: bool,
    /// Since when, RFC 3339.
    pub set_at: String,
    /// Who approved it.
    pub set_by: String,
    /// When it ended, RFC 3339.
    pub ended_at: Option<String>,
    /// Who ended it.
    pub ended_by: String,
    /// Why.
    pub ended_reason: String,
}

pub(crate) fn hold(context: Context<'_>, input: Hold) -> Result<Applied<u32>> {
    let open = context.app.open_matter()?;
    let reason = said(&input.reason)?;
    let day = PartialDate::parse_day(&input.review, &DateWords::default());
    let review = day.map_err(|_| Error::new("hold-review"))?;
    if review <= context.app.clock().today() {
        return Err(Error::new("hold-review"));
    }
    let claimant = input.claimant.map(ClaimantNumber);
    let done = open.write(Op("right.hold"), context.app.clock().now(), |tx| {
        Ok(store::put(tx, claimant, reason, review)?)
    })?;
    Ok(Applied::stored(done.output, &done.changes))
}

pub(crate) fn release(context: Context<'_>, input: Release) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let reason = said(&input.reason)?;
    let done = open
        .write(Op("right.release"), context.app.clock().now(), |tx| Ok(store::end(tx, input.id, reason)?))?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn holds(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<HoldView>>> {
    let open = context.app.open_matter()?;
    let today = context.app.clock().today().to_string();
    let view = |hold: store::LegalHold| HoldView {
        id: hold.id,
        claimant: hold.claimant.map(|number| number.0),
        reason: hold.reason,
        review_due: hold.ended_at.is_none() && hold.review <= today,
        review: hold.review,
        set_at: hold.set_at.to_string(),
        set_by: hold.set_by,
        ended_at: hold.ended_at.map(|at| at.to_string()),
        ended_by: hold.ended_by,
        ended_reason: hold.ended_reason,
    };
    Ok(Applied::unchanged(open.matter.read(store::list)?.into_iter().map(view).collect()))
}

/// A reason that says something.
pub(super) fn said(reason: &str) -> Result<&str> {
    let reason = reason.trim();
    if reason.is_empty() { Err(Error::new("reason-missing")) } else { Ok(reason) }
}
