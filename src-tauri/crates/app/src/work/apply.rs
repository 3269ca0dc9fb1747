//! One action on many files: first what it would do, then doing it.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use joinder_domain::code::Code;
use joinder_domain::id::{ClaimantNumber, PersonId};
use joinder_domain::workflow::Refusal;
use joinder_store::claimant::exists;
use joinder_store::merge::merged_into;
use joinder_store::work::{self as store, Work};
use joinder_store::{Op, Reader, SignIn, person};
use serde::{Deserialize, Serialize};

use super::moved;
use crate::app::OpenMatter;
use crate::claimant::{ME, state_of};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::text::text;
use crate::undo::{Step, Undo};

/// Files between two reports of progress.
const STEP: usize = 1_000;
/// Characters of a tag.
const TAG_MOST: usize = 60;
/// Tags of one file.
const TAGS_MOST: usize = 50;

/// An action on files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WorkApply"))]
pub struct Apply {
    /// Whose files.
    pub numbers: Vec<u32>,
    /// What to do with each.
    pub action: Action,
}

/// What to do with a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WorkAction"))]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Action {
    /// Say who works on it.
    Assign {
        /// A sign-in name, `@me`, or empty for nobody.
        to: String,
    },
    /// Give it a tag.
    Tag {
        /// The tag.
        tag: String,
    },
    /// Take a tag off.
    Untag {
        /// The tag.
        tag: String,
    },
    /// Move it to another state.
    Move {
        /// The state, by code.
        to: Code,
        /// Why; some moves need it.
        reason: String,
    },
}

/// What an action did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WorkOutcome"))]
pub struct Outcome {
    /// Files that it changes.
    pub changed: u32,
    /// Files that are so already.
    pub unchanged: u32,
    /// Files that it leaves alone, by reason.
    pub refused: Vec<Refused>,
}

/// Files that an action leaves alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WorkRefused"))]
pub struct Refused {
    /// Why, in words.
    pub why: String,
    /// How many.
    pub count: u32,
    /// The first of them.
    pub first: u32,
}

pub(crate) fn check(context: Context<'_>, input: Apply) -> Result<Applied<Outcome>> {
    let open = context.app.open_matter()?;
    let plan = open.matter.read(|reader| Plan::of(context, reader, &open, &input))?;
    Ok(Applied::unchanged(plan.outcome))
}

pub(crate) fn apply(context: Context<'_>, input: Apply) -> Result<Applied<Outcome>> {
    let open = context.app.open_matter()?;
    let written = open.write(Op("work.apply"), context.app.clock().now(), |tx| {
        let plan = Plan::of(context, tx, &open, &input)?;
        for (done, step) in plan.steps.iter().enumerate() {
            store::put(tx, step.number, &step.after)?;
            if done.is_multiple_of(STEP) {
                context.job.step(done as u64, plan.steps.len() as u64, "Writing")?;
            }
        }
        Ok(plan)
    })?;
    let Plan { steps, outcome } = written.output;
    if !steps.is_empty() {
        open.session.remember(Undo::work(name(&open, &input.action, outcome.changed), steps))?;
    }
    Ok(Applied::stored(outcome, &written.changes))
}

/// What an action will do with each file.
struct Plan {
    steps: Vec<Step>,
    outcome: Outcome,
}

impl Plan {
    fn of(context: Context<'_>, reader: &Reader<'_>, open: &OpenMatter, input: &Apply) -> Result<Self> {
        let action = Ready::of(reader, open, &input.action)?;
        let mut plan = Self { steps: Vec::new(), outcome: Outcome::default() };
        let mut refused: BTreeMap<(Code, u8), Refused> = BTreeMap::new();
        let mut shared: HashSet<Arc<Work>> = HashSet::new();
        // Thousands of files are alike: each kind is kept once.
        let mut share = |work: Work| match shared.get(&work) {
            Some(known) => Arc::clone(known),
            None => {
                let work = Arc::new(work);
                shared.insert(Arc::clone(&work));
                work
            }
        };
        for (done, number) in input.numbers.iter().enumerate() {
            if done.is_multiple_of(STEP) {
                context.job.step(done as u64, input.numbers.len() as u64, "Looking at the files")?;
            }
            // A list may be older than a merge, or than the undoing of an import: the others are worked on all the same.
            if let Some(why) = absent(reader, ClaimantNumber(*number))? {
                let entry = refused.entry((Code::from(why), u8::MAX)).or_insert_with(|| Refused {
                    why: text(why, &[]),
                    count: 0,
                    first: *number,
                });
                entry.count += 1;
                continue;
            }
            let before = store::get(reader, ClaimantNumber(*number))?;
            match action.on(open, &before) {
                Ok(after) if after == before => plan.outcome.unchanged += 1,
                Ok(after) => {
                    plan.outcome.changed += 1;
                    let number = ClaimantNumber(*number);
                    plan.steps.push(Step { number, before: share(before), after: share(after) });
                }
                Err(refusal) => {
                    let state = state_of(open, &before.state);
                    let why = why(open, &state, &input.action, refusal);
                    let entry = refused.entry((state, refusal as u8)).or_insert(Refused {
                        why,
                        count: 0,
                        first: *number,
                    });
                    entry.count += 1;
                }
            }
        }
        plan.outcome.refused = refused.into_values().collect();
        Ok(plan)
    }
}

/// Why there is no file of its own to work on.
fn absent(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Option<&'static str>> {
    if merged_into(reader, number)?.is_some() {
        return Ok(Some("work-merged"));
    }
    Ok(if exists(reader, number)? { None } else { Some("work-gone") })
}

/// An action whose words have been understood.
enum Ready {
    Assign(Option<PersonId>),
    Tag(String),
    Untag(String),
    Move(Code, String),
}

impl Ready {
    fn of(reader: &Reader<'_>, open: &OpenMatter, action: &Action) -> Result<Self> {
        Ok(match action {
            Action::Assign { to } if to.is_empty() => Self::Assign(None),
            Action::Assign { to } if to == ME => Self::Assign(Some(open.matter.actor().id)),
            Action::Assign { to } => {
                let found = person::present(reader, &SignIn::new(to)?)?;
                Self::Assign(Some(found.ok_or_else(|| Error::new("no-such-person"))?.id))
            }
            Action::Tag { tag } => Self::Tag(tagged(tag)?),
            Action::Untag { tag } => Self::Untag(tag.clone()),
            Action::Move { to, reason } => Self::Move(to.clone(), reason.clone()),
        })
    }

    fn on(&self, open: &OpenMatter, work: &Work) -> Result<Work, Refusal> {
        let mut after = work.clone();
        match self {
            Self::Assign(person) => after.assignee = *person,
            Self::Tag(tag) => {
                if after.tags.len() < TAGS_MOST {
                    after.tags.insert(tag.clone());
                }
            }
            Self::Untag(tag) => {
                after.tags.remove(tag);
            }
            Self::Move(to, reason) => return moved(open, work, to, reason),
        }
        Ok(after)
    }
}

/// A tag as it is kept: one line, single spaces.
fn tagged(typed: &str) -> Result<String> {
    let tag = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if tag.is_empty() || tag.chars().count() > TAG_MOST || tag.chars().any(char::is_control) {
        return Err(Error::new("bad-tag"));
    }
    Ok(tag)
}

fn why(open: &OpenMatter, from: &Code, action: &Action, refusal: Refusal) -> String {
    let workflow = &open.profile.workflow;
    let to = match action {
        Action::Move { to, .. } => workflow.label(to).to_owned(),
        _ => String::new(),
    };
    let key = match refusal {
        Refusal::NoSuchState => "work-no-such-state",
        Refusal::NoSuchMove => "work-no-such-move",
        Refusal::OtherRole => "work-other-role",
        Refusal::ReasonMissing => "work-reason-missing",
    };
    text(key, &[("from", workflow.label(from)), ("to", &to)])
}

/// What undoing the action is called.
fn name(open: &OpenMatter, action: &Action, count: u32) -> String {
    let count = count.to_string();
    match action {
        Action::Assign { .. } => text("undo-assign", &[("count", &count)]),
        Action::Tag { tag } => text("undo-tag", &[("count", &count), ("tag", tag)]),
        Action::Untag { tag } => text("undo-untag", &[("count", &count), ("tag", tag)]),
        Action::Move { to, .. } => {
            text("undo-move", &[("count", &count), ("to", open.profile.workflow.label(to))])
        }
    }
}
