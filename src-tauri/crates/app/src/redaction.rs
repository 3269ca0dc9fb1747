//! What is blacked out in public versions: marks on the pages of originals, set and taken back by people.

use joinder_domain::bundle::RedactionBox;
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_store::Op;
use joinder_store::evidence::{self, State};
use joinder_store::redaction::{self as store, NewRedaction, Redaction};
use serde::{Deserialize, Serialize};

use crate::claimant::Number;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// A mark to be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RedactionSet"))]
pub struct Set {
    /// In whose public version.
    pub number: u32,
    /// The evidence item.
    pub evidence: EvidenceId,
    /// Where; `null` says that a person looked through it and found nothing to black out.
    pub place: Option<RedactionBox>,
    /// Why.
    pub reason: String,
}

/// A mark to be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RedactionEnd"))]
pub struct End {
    /// In whose public version.
    pub number: u32,
    /// The mark.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
}

/// A mark that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RedactionView"))]
pub struct View {
    /// The mark.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
    /// SHA-256 of the original, lower-case hex.
    pub sha256: String,
    /// Where; `null` where there is nothing to black out.
    pub place: Option<RedactionBox>,
    /// Why.
    pub reason: String,
    /// Who set it.
    pub by: String,
}

pub(crate) fn set(context: Context<'_>, input: Set) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let reason = input.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Error::new("reason-missing"));
    }
    if input.place.is_some_and(|place| !place.is_on_the_page()) {
        return Err(Error::new("redaction-off-page"));
    }
    let number = ClaimantNumber(input.number);
    let done = open.write(Op("redaction.set"), context.app.clock().now(), |tx| {
        let item = evidence::get(tx, input.evidence)?;
        let item = item.filter(|item| item.state == State::Assigned(number));
        let item = item.ok_or_else(|| Error::new("no-such-evidence"))?;
        let new = NewRedaction { claimant: number, sha256: item.sha256, place: input.place, reason };
        let id = store::insert(tx, &new)?;
        let all = store::of_claimant(tx, number)?;
        all.into_iter().find(|one| one.id == id).ok_or_else(|| Error::new("internal"))
    })?;
    Ok(Applied::stored(view(&done.output), &done.changes))
}

pub(crate) fn end(context: Context<'_>, input: End) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let done = open.write(Op("redaction.end"), context.app.clock().now(), |tx| {
        let all = store::of_claimant(tx, ClaimantNumber(input.number))?;
        let one = all.iter().find(|one| one.id == input.id && one.ended_at.is_none());
        Ok::<_, Error>(store::end(tx, one.ok_or_else(|| Error::new("no-such-redaction"))?)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn list(context: Context<'_>, input: Number) -> Result<Applied<Vec<View>>> {
    let open = context.app.open_matter()?;
    let all = open.matter.read(|reader| store::of_claimant(reader, ClaimantNumber(input.number)))?;
    Ok(Applied::unchanged(all.iter().filter(|one| one.ended_at.is_none()).map(view).collect()))
}

fn view(one: &Redaction) -> View {
    View {
        id: one.id,
        sha256: one.new.sha256.to_string(),
        place: one.new.place,
        reason: one.new.reason.clone(),
        by: one.person_name.clone(),
    }
}
