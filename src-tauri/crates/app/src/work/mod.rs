//! The work on files: who does it, how far it has come, tags; for one claimant or for many at once.

mod apply;

pub use apply::{Action, Apply, Outcome, Refused};

pub(crate) use apply::{apply, check};

use joinder_domain::id::ClaimantNumber;
use joinder_domain::workflow::Refusal;
use joinder_store::work::{self as store, Work};
use serde::Serialize;

use crate::app::OpenMatter;
use crate::claimant::{Number, names, state_of};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// How far one file has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WorkView"))]
pub struct View {
    /// The state, by code.
    pub state: String,
    /// Its label.
    pub label: String,
    /// Why it is in this state; may be empty.
    pub reason: String,
    /// Since when, RFC 3339; empty for a file that never moved.
    pub since: String,
    /// Full name of whoever works on it; empty for nobody.
    pub assignee: String,
    /// Tags, in order.
    pub tags: Vec<String>,
    /// Moves that whoever asks may make.
    pub moves: Vec<MoveView>,
}

/// A move that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WorkMove"))]
pub struct MoveView {
    /// To which state, by code.
    pub to: String,
    /// Its label.
    pub label: String,
    /// Whether it needs a reason.
    pub reason: bool,
}

pub(crate) fn get(context: Context<'_>, input: Number) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let (work, people) = open
        .matter
        .read(|reader| Ok::<_, Error>((store::get(reader, ClaimantNumber(input.number))?, names(reader)?)))?;
    let workflow = &open.profile.workflow;
    let state = state_of(&open, &work.state);
    let moves = workflow.moves_from(&state, open.role().code()).map(|way| MoveView {
        to: way.to.to_string(),
        label: workflow.label(&way.to).to_owned(),
        reason: way.reason,
    });
    Ok(Applied::unchanged(View {
        label: workflow.label(&state).to_owned(),
        moves: moves.collect(),
        state: state.0,
        reason: work.reason,
        since: work.since.map(|at| at.to_string()).unwrap_or_default(),
        assignee: work.assignee.and_then(|id| people.get(&id)).cloned().unwrap_or_default(),
        tags: work.tags.into_iter().collect(),
    }))
}

/// The work after a move; the state in which every file begins is stored as none.
fn moved(
    open: &OpenMatter,
    work: &Work,
    to: &joinder_domain::code::Code,
    reason: &str,
) -> Result<Work, Refusal> {
    let workflow = &open.profile.workflow;
    let from = state_of(open, &work.state);
    if from == *to {
        return Ok(work.clone());
    }
    workflow.admit(&from, to, open.role().code(), reason)?;
    let state = if workflow.first() == Some(to) { Default::default() } else { to.clone() };
    Ok(Work { state, reason: reason.trim().to_owned(), ..work.clone() })
}
