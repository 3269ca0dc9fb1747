//! Saying otherwise, agreeing, and taking it back.

use joinder_domain::classification::{Cohort, NoticeAxis, Outcome};
use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::overrides::{CannotConfirm, OverrideAxis};
use joinder_store::overrides::{self as store, Kept, NewOverride};
use joinder_store::{Op, Role, SignedIn, Write};
use serde::{Deserialize, Serialize};

use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::undo::{Undo, What};

/// Something to say beside an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OverrideSet"))]
pub struct Set {
    /// The claimant's number.
    pub number: u32,
    /// Where: on which axis.
    pub axis: OverrideAxis,
    /// What: a code of that axis.
    pub code: Code,
    /// Why.
    pub reason: String,
}

/// A second person's agreement that somebody is declined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OverrideConfirm"))]
pub struct Confirm {
    /// The claimant's number.
    pub number: u32,
    /// Why.
    pub reason: String,
}

/// Something to take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OverrideWithdraw"))]
pub struct Withdraw {
    /// The claimant's number.
    pub number: u32,
    /// On which axis it was said.
    pub axis: OverrideAxis,
    /// Why.
    pub reason: String,
}

pub(crate) fn set(context: Context<'_>, input: Set) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let new = NewOverride {
        claimant: ClaimantNumber(input.number),
        axis: input.axis,
        code: known(&open, input.axis, &input.code)?,
        reason: reason(&input.reason)?,
    };
    named(&open)?;
    let write = |tx: &mut Write<'_>| {
        let before = store::present(tx, new.claimant, new.axis)?;
        store::set(tx, &new)?;
        Ok::<_, Error>(before)
    };
    let done = open.write(Op("override.set"), context.app.clock().now(), write)?;
    remember(&open, new.claimant, new.axis, done.output, Some(new.code))?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn confirm(context: Context<'_>, input: Confirm) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let (number, why) = (ClaimantNumber(input.number), reason(&input.reason)?);
    named(&open)?;
    let authorised = open.role() == Role::AuthorisedPerson;
    let done = open.write(Op("override.confirm"), context.app.clock().now(), |tx| {
        let kept = present(tx, number, OverrideAxis::Outcome)?;
        kept.said.can_confirm(tx.actor().id, authorised).map_err(refused)?;
        Ok::<_, Error>(store::confirm(tx, &kept, &why)?)
    })?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn withdraw(context: Context<'_>, input: Withdraw) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let (number, why) = (ClaimantNumber(input.number), reason(&input.reason)?);
    named(&open)?;
    let done = open.write(Op("override.withdraw"), context.app.clock().now(), |tx| {
        let kept = present(tx, number, input.axis)?;
        store::withdraw(tx, &kept, &why)?;
        Ok::<_, Error>(kept)
    })?;
    remember(&open, number, input.axis, Some(done.output), None)?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

/// Keeps how to take back what was said. A second person's word stands for itself: it is not given again.
fn remember(
    open: &OpenMatter,
    number: ClaimantNumber,
    axis: OverrideAxis,
    before: Option<Kept>,
    after: Option<Code>,
) -> Result<()> {
    let key = if after.is_some() { "undo-override" } else { "undo-override-withdrawn" };
    let before = before.map(|kept| (kept.said.code().clone(), kept.reason));
    let what = What::Override { number, axis, before, after };
    open.session.remember(Undo::new(key, &[("reference", &number.to_string())], what))
}

fn present(tx: &Write<'_>, number: ClaimantNumber, axis: OverrideAxis) -> Result<Kept> {
    store::present(tx, number, axis)?.ok_or_else(|| Error::new("no-override"))
}

fn reason(text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() { Err(Error::new("reason-missing")) } else { Ok(text.to_owned()) }
}

/// The recovery key has no name to sign with.
fn named(open: &OpenMatter) -> Result<()> {
    match open.matter.signed_in() {
        SignedIn::Person(_) => Ok(()),
        SignedIn::Recovery => Err(Error::new("not-allowed")),
    }
}

/// The code as the axis writes it.
fn known(open: &OpenMatter, axis: OverrideAxis, code: &Code) -> Result<Code> {
    let known: Vec<&str> = match axis {
        OverrideAxis::Status => open.choices.statuses.iter().map(|status| status.code.as_str()).collect(),
        OverrideAxis::Notice => NoticeAxis::ALL.iter().map(|notice| notice.code()).collect(),
        OverrideAxis::Cohort => Cohort::ALL.iter().map(|cohort| cohort.code()).collect(),
        OverrideAxis::Outcome => Outcome::ALL.iter().map(|outcome| outcome.code()).collect(),
    };
    let given = code.as_str().trim();
    let found = known.iter().find(|known| known.eq_ignore_ascii_case(given));
    found
        .map(|known| Code::from(*known))
        .ok_or_else(|| Error::with("unknown-code", &[("found", given), ("known", &known.join(", "))]))
}

fn refused(why: CannotConfirm) -> Error {
    Error::new(match why {
        CannotConfirm::NotNeeded | CannotConfirm::Ended => "no-override",
        CannotConfirm::Already => "confirmed-already",
        CannotConfirm::SamePerson => "second-person",
        CannotConfirm::NotAuthorised => "authorised-person",
    })
}
