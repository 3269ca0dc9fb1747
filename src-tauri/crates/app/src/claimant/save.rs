//! Changes to a record, checked before they are saved.

use std::collections::BTreeSet;

use joinder_domain::check::{self as domain, ProblemSeverity};
use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantId, ClaimantNumber};
use joinder_store::{Op, Write, claimant as store};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::OpenMatter;
use crate::classification::{Shared, refresh_concerned};
use crate::clock::Clock;
use crate::command::{Applied, Context};
use crate::error::{Error, Problem, Result, Severity};
use crate::matching::look_and_refresh;
use crate::restricted;
use crate::undo::Undo;

/// Characters of why a record is changed.
const WHY_MOST: usize = 1_000;

/// A record as a form holds it: dates may still be words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantCheck"))]
pub struct Check {
    /// The facts.
    #[cfg_attr(feature = "ts", ts(as = "Claimant"))]
    pub claimant: Value,
}

/// A record was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantAdded"))]
pub struct Added {
    /// Its number.
    pub number: u32,
}

/// A changed record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantEdit"))]
pub struct Edit {
    /// Whose.
    pub number: u32,
    /// The version that was edited.
    pub version: u32,
    /// The facts as they are now.
    #[cfg_attr(feature = "ts", ts(as = "Claimant"))]
    pub claimant: Value,
    /// Why they are changed, for the history; may be empty.
    #[serde(default)]
    pub why: String,
}

/// A record was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantEdited"))]
pub struct Edited {
    /// Its version now.
    pub version: u32,
}

pub(crate) fn check(context: Context<'_>, input: Check) -> Result<Applied<Vec<Problem>>> {
    let open = context.app.open_matter()?;
    let (_, problems) = read(&open, context.app.clock(), input.claimant);
    Ok(Applied::unchanged(problems))
}

pub(crate) fn add(context: Context<'_>, input: Check) -> Result<Applied<Added>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let claimant = accepted(&open, clock, input.claimant)?;
    let id = ClaimantId(clock.id());
    let added = open.write(Op("claimant.add"), clock.now(), |tx| {
        let number = store::insert(tx, id, &claimant)?;
        look_and_refresh(tx, &open, number, &claimant, clock.today())?;
        let (before, after) = (BTreeSet::new(), Shared::of(&claimant));
        refresh_concerned(tx, &open, number, &before, &after, clock.today())?;
        Ok(number)
    })?;
    open.session.remember(Undo::added(added.output, &claimant))?;
    Ok(Applied::stored(Added { number: added.output.0 }, &added.changes))
}

pub(crate) fn edit(context: Context<'_>, input: Edit) -> Result<Applied<Edited>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let claimant = accepted(&open, clock, input.claimant)?;
    let number = ClaimantNumber(input.number);
    if input.why.chars().count() > WHY_MOST {
        return Err(Error::with("why-too-long", &[("most", &WHY_MOST.to_string())]));
    }
    let edited = open.write(Op("claimant.edit"), clock.now(), |tx| {
        let before = store::get(tx, number)?.map(|stored| stored.claimant).unwrap_or_default();
        let claimant = restricted::restored(&open, claimant, &before)?;
        let version = (number, input.version);
        let version = replace_because(tx, &open, clock, version, &before, &claimant, &input.why)?;
        Ok((version, before, claimant))
    })?;
    let (version, before, claimant) = edited.output;
    if version != input.version {
        open.session.remember(Undo::record(number, before, claimant))?;
    }
    Ok(Applied::stored(Edited { version }, &edited.changes))
}

/// Saves a record in place of what it was, with every answer that rests on it; returns its version.
pub(crate) fn replace(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    clock: Clock,
    number: ClaimantNumber,
    version: u32,
    before: &Claimant,
    claimant: &Claimant,
) -> Result<u32> {
    replace_because(tx, open, clock, (number, version), before, claimant, "")
}

fn replace_because(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    clock: Clock,
    (number, version): (ClaimantNumber, u32),
    before: &Claimant,
    claimant: &Claimant,
    why: &str,
) -> Result<u32> {
    let saved = store::update_because(tx, number, version, claimant, why)?;
    if saved != version {
        look_and_refresh(tx, open, number, claimant, clock.today())?;
        refresh_concerned(tx, open, number, &Shared::of(before), &Shared::of(claimant), clock.today())?;
    }
    Ok(saved)
}

/// The record, when nothing in it keeps it from being saved.
///
/// # Errors
/// `not-valid`, with what is wrong.
pub(crate) fn accepted(open: &OpenMatter, clock: Clock, record: Value) -> Result<Claimant> {
    let (claimant, problems) = read(open, clock, record);
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Error::refused(problems));
    }
    claimant.ok_or_else(|| Error::new("not-valid"))
}

fn read(open: &OpenMatter, clock: Clock, record: Value) -> (Option<Claimant>, Vec<Problem>) {
    let (claimant, unread) = domain::read_claimant(record, &open.words);
    let mut found: Vec<Problem> = unread.iter().map(in_words).collect();
    if let Some(claimant) = &claimant {
        found.extend(problems(open, clock, claimant));
    }
    (claimant, found)
}

/// What is wrong with a record, in words.
pub(crate) fn problems(open: &OpenMatter, clock: Clock, claimant: &Claimant) -> Vec<Problem> {
    domain::check(claimant, &open.checks, clock.today()).iter().map(in_words).collect()
}

/// A problem of the record in words.
pub(crate) fn in_words(problem: &domain::Problem) -> Problem {
    let severity = match problem.severity {
        ProblemSeverity::Error => Severity::Error,
        ProblemSeverity::Warning => Severity::Warning,
    };
    Problem::new(&problem.field, problem.code, severity, &problem.args)
}
