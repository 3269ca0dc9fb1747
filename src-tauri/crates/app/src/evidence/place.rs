//! One item: given to a claimant, set aside.

use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_store::Op;
use joinder_store::evidence::{self as store, State};
use serde::{Deserialize, Serialize};

use crate::app::OpenMatter;
use crate::classification::refresh;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::undo::{Undo, What};

/// Whose an item is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceAssign"))]
pub struct Assign {
    /// The item.
    pub id: String,
    /// The claimant; `null` puts it back among the unassigned.
    pub claimant: Option<u32>,
}

/// An item that is kept and not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceSetAside"))]
pub struct SetAside {
    /// The item.
    pub id: String,
    /// Why.
    pub reason: String,
}

pub(crate) fn assign(context: Context<'_>, input: Assign) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let (id, clock) = (parse(&input.id)?, context.app.clock());
    let done = open.write(Op("evidence.assign"), clock.now(), |tx| {
        let before = store::get(tx, id)?.ok_or_else(|| Error::new("no-such-evidence"))?.state;
        match input.claimant {
            Some(number) => store::assign(tx, id, ClaimantNumber(number), None)?,
            None => store::unassign(tx, id)?,
        }
        if let State::Assigned(number) = before {
            refresh(tx, &open, number, clock.today())?;
        }
        if let Some(number) = input.claimant {
            refresh(tx, &open, ClaimantNumber(number), clock.today())?;
        }
        Ok(before)
    })?;
    let after = input.claimant.map_or(State::Unassigned, |number| State::Assigned(ClaimantNumber(number)));
    remember(&open, id, done.output, after)?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

pub(crate) fn set_aside(context: Context<'_>, input: SetAside) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let (id, clock) = (parse(&input.id)?, context.app.clock());
    let reason = input.reason.trim();
    if reason.is_empty() {
        return Err(Error::new("reason-missing"));
    }
    let done = open.write(Op("evidence.set_aside"), clock.now(), |tx| {
        let before = store::get(tx, id)?.ok_or_else(|| Error::new("no-such-evidence"))?.state;
        store::set_aside(tx, id, reason)?;
        if let State::Assigned(number) = before {
            refresh(tx, &open, number, clock.today())?;
        }
        Ok(before)
    })?;
    remember(&open, id, done.output, State::SetAside(reason.to_owned()))?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

/// Keeps how to put an item back where it was.
fn remember(open: &OpenMatter, id: EvidenceId, before: State, after: State) -> Result<()> {
    if before == after {
        return Ok(());
    }
    let item = open.matter.read(|reader| store::get(reader, id))?;
    let name = item.map(|item| item.name).unwrap_or_default();
    let key = match after {
        State::Unassigned => "undo-evidence-taken",
        State::Assigned(_) => "undo-evidence-given",
        State::SetAside(_) => "undo-evidence-aside",
    };
    let whose = match &after {
        State::Assigned(number) => number.to_string(),
        State::Unassigned | State::SetAside(_) => String::new(),
    };
    let what = What::Evidence { id, before, after };
    open.session.remember(Undo::new(key, &[("name", &name), ("reference", &whose)], what))
}

fn parse(id: &str) -> Result<EvidenceId> {
    id.parse().map_err(|_| Error::new("no-such-evidence"))
}
