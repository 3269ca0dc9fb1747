//! Undoing what was done since the matter was opened, the latest first. What somebody changed again since is left as it is.

mod carry;

use std::sync::Arc;

use joinder_domain::audit::Change;
use joinder_domain::claimant::Claimant;
use joinder_domain::code::Code;
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_domain::journal::Entry;
use joinder_domain::overrides::OverrideAxis;
use joinder_store::evidence::State;
use joinder_store::import_batch::BatchId;
use joinder_store::work::Work;
use serde::Serialize;
use serde_json::Value;

use crate::claimant::called;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::text::text;

/// How to undo one change.
pub(crate) struct Undo {
    name: String,
    what: What,
}

/// A change, with what is needed to take it back.
pub(crate) enum What {
    /// Work on files.
    Work(Vec<Step>),
    /// A record.
    Record {
        /// Whose.
        number: ClaimantNumber,
        /// The record before.
        before: Box<Claimant>,
        /// The record after.
        after: Box<Claimant>,
    },
    /// A claimant who was added.
    Added(ClaimantNumber),
    /// An import.
    Import(BatchId),
    /// Two records that became one.
    Merged(u32, Box<Merged>),
    /// A record that became two again.
    Parted(Box<Parted>),
    /// A pair of which somebody decided, or asked again: what it was before.
    Decided {
        /// The one.
        a: ClaimantNumber,
        /// The other.
        b: ClaimantNumber,
        /// They were held to be two people.
        not_same: bool,
    },
    /// An item of evidence: where it was before and is now.
    Evidence {
        /// Which.
        id: EvidenceId,
        /// Before.
        before: State,
        /// After.
        after: State,
    },
    /// Which details an item is said to hold: before and now.
    Restricted {
        /// Which.
        id: EvidenceId,
        /// Before.
        before: String,
        /// After.
        after: String,
    },
    /// What is said on an axis of an answer: before and now, each with its reason.
    Override {
        /// Of whom.
        number: ClaimantNumber,
        /// Where.
        axis: OverrideAxis,
        /// Before.
        before: Option<(Code, String)>,
        /// After.
        after: Option<Code>,
    },
    /// An entry beside a record.
    Journal {
        /// Which.
        id: i64,
        /// What it said; `None` when it was not there, or had been taken away.
        before: Option<Entry>,
        /// What it says; `None` when it was taken away.
        after: Option<Entry>,
    },
    /// Several changes that were made at once.
    Several(Vec<What>),
    /// A view under a name: before and now.
    View {
        /// Its name.
        name: String,
        /// Before.
        before: Option<Value>,
        /// After.
        after: Option<Value>,
    },
}

impl What {
    fn without(&mut self, item: EvidenceId) -> bool {
        match self {
            Self::Evidence { id, .. } | Self::Restricted { id, .. } => *id != item,
            Self::Several(all) => {
                all.retain_mut(|what| what.without(item));
                !all.is_empty()
            }
            _ => true,
        }
    }
}

/// The work on one file before and after an action.
pub(crate) struct Step {
    pub(crate) number: ClaimantNumber,
    pub(crate) before: Arc<Work>,
    pub(crate) after: Arc<Work>,
}

/// The one record that two became, and the two.
pub(crate) struct Merged {
    /// What the merged record said.
    pub(crate) merged: Claimant,
    /// What the kept record and the other one had said.
    pub(crate) before: (Claimant, Claimant),
}

/// Two records again, and the one that they were.
pub(crate) struct Parted {
    /// Number of the merge that was undone.
    pub(crate) id: u32,
    /// The record that says now what the kept one says, and what that is.
    pub(crate) kept: (ClaimantNumber, Claimant),
    /// The other one, and what it says now.
    pub(crate) lost: (ClaimantNumber, Claimant),
    /// What the kept record said, and each that it was part of, the innermost first.
    pub(crate) said: Vec<(ClaimantNumber, Claimant)>,
}

/// What would be undone next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "UndoStatus"))]
pub struct Status {
    /// The change, in words; empty when there is none.
    pub name: String,
    /// How many changes can be undone.
    pub steps: u32,
}

/// What was undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Undone {
    /// The change, in words.
    pub name: String,
    /// Files that are as before.
    pub undone: u32,
    /// Files that were changed again since, and were left as they are.
    pub left: u32,
}

impl Undo {
    /// Of a change, under the text `key`.
    pub(crate) fn new(key: &str, values: &[(&str, &str)], what: What) -> Self {
        Self { name: text(key, values), what }
    }

    pub(crate) fn work(name: String, steps: Vec<Step>) -> Self {
        Self { name, what: What::Work(steps) }
    }

    /// The same, and this was done at once with it.
    pub(crate) fn and(mut self, what: What) -> Self {
        self.what = What::Several(vec![self.what, what]);
        self
    }

    /// Of a claimant who was added.
    pub(crate) fn added(number: ClaimantNumber, claimant: &Claimant) -> Self {
        let (name, reference) = (claimant.identity.full_name(), number.to_string());
        Self::new("undo-added", &[("name", &name), ("reference", &reference)], What::Added(number))
    }

    /// What it would take back is now this merge, which is another one's work done again.
    /// Gives whether it is.
    pub(crate) fn renumber(&mut self, from: u32, to: u32) -> bool {
        match &mut self.what {
            What::Merged(id, _) if *id == from => {
                *id = to;
                true
            }
            _ => false,
        }
    }

    /// Leaves out what it would do to an item of evidence that is gone; whether anything is left.
    pub(crate) fn without(&mut self, item: EvidenceId) -> bool {
        self.what.without(item)
    }

    /// Whether it would take back this import.
    pub(crate) fn is_import(&self, batch: BatchId) -> bool {
        matches!(self.what, What::Import(known) if known == batch)
    }

    /// Of a record.
    pub(crate) fn record(number: ClaimantNumber, before: Claimant, after: Claimant) -> Self {
        let fields = serde_json::to_value(&before).unwrap_or_default();
        let change = Change::between(&fields, &serde_json::to_value(&after).unwrap_or_default());
        let mut paths = change.0.into_keys();
        let field = match (paths.next(), paths.next()) {
            (Some(path), None) => called(&path).unwrap_or_else(|| text("field-one", &[])),
            _ => text("field-several", &[]),
        };
        let what = What::Record { number, before: Box::new(before), after: Box::new(after) };
        Self::new("undo-record", &[("field", &field), ("reference", &number.to_string())], what)
    }
}

pub(crate) fn status(context: Context<'_>, _: Nothing) -> Result<Applied<Status>> {
    let open = context.app.open_matter()?;
    let undos = open.session.undos()?;
    let name = undos.last().map(|undo| undo.name.clone()).unwrap_or_default();
    Ok(Applied::unchanged(Status { name, steps: u32::try_from(undos.len()).unwrap_or(u32::MAX) }))
}

pub(crate) fn run(context: Context<'_>, _: Nothing) -> Result<Applied<Undone>> {
    let open = context.app.open_matter()?;
    let (undo, depth) = {
        let mut undos = open.session.undos()?;
        let undo = undos.pop().ok_or_else(|| Error::new("nothing-to-undo"))?;
        (undo, undos.len())
    };
    match carry::out(context, &open, &undo) {
        Err(error) if ["conflict", "merged-already", "no-such-match"].contains(&error.code.as_str()) => {
            Err(Error::with("changed-since", &[("name", &undo.name)]))
        }
        Err(error) => {
            // It can be tried again, once whatever was in the way is gone; what was done meanwhile is later than it.
            let mut undos = open.session.undos()?;
            let at = depth.min(undos.len());
            undos.insert(at, undo);
            Err(error)
        }
        done => done,
    }
}
