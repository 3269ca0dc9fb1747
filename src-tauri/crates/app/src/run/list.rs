//! Runs, and what was answered in each.

use joinder_domain::classification::Classification;
use joinder_domain::id::ClaimantNumber;
use joinder_store::classification::get_at;
use joinder_store::run::{self as store, RunId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::app::OpenMatter;
use crate::claimant::Count;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::profile::{Choice, label};
use crate::restricted;
use crate::whatif::Rules;

/// Which run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RunRef"))]
pub struct Id {
    /// Its number, from 1.
    pub id: u32,
}

/// Whose answer in which run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RunAnswerOf"))]
pub struct AnswerOf {
    /// The run.
    pub id: u32,
    /// The claimant's number.
    pub number: u32,
}

/// A run in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RunRow"))]
pub struct Row {
    /// Its number, from 1. The first one stands for the rules that the matter was made with.
    pub id: u32,
    /// When it was frozen, RFC 3339.
    pub at: String,
    /// Who adopted its rules.
    pub who: String,
    /// Why; empty for the first one.
    pub reason: String,
    /// Its rules.
    pub rules: Rules,
    /// Everybody.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub claimants: u64,
    /// Those whose answer became another one.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub changed: u64,
    /// Its rules are in force.
    pub in_force: bool,
}

/// A run with what was frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RunView"))]
pub struct View {
    /// The run.
    #[serde(flatten)]
    pub row: Row,
    /// How many claimants stood where.
    pub counts: Vec<Count>,
    /// The text of its rule set; empty for the first one, whose rules lie in the profile.
    pub text: String,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RunAnswer"))]
pub struct Answer {
    /// The answer; `null` when the claimant was not there yet.
    pub classification: Option<Classification>,
    /// The same in a few sentences.
    pub explanation: Vec<String>,
}

pub(crate) fn list(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Row>>> {
    let runs = context.app.open_matter()?.matter.read(store::list)?;
    let last = runs.last().map(|run| run.id);
    Ok(Applied::unchanged(runs.into_iter().map(|run| row(&run, last)).collect()))
}

pub(crate) fn get(context: Context<'_>, input: Id) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let (run, last) = open.matter.read(|reader| {
        let last = store::list(reader)?.last().map(|run| run.id);
        Ok::<_, Error>((found(reader, input.id)?, last))
    })?;
    let counts = counts(&open, &run.new.counts);
    Ok(Applied::unchanged(View { row: row(&run, last), counts, text: run.new.rules }))
}

pub(crate) fn answer(context: Context<'_>, input: AnswerOf) -> Result<Applied<Answer>> {
    let open = context.app.open_matter()?;
    let classification = open.matter.read(|reader| {
        let run = found(reader, input.id)?;
        let number = ClaimantNumber(input.number);
        if joinder_store::claimant::get(reader, number)?.is_none() {
            return Err(Error::new("no-such-claimant"));
        }
        Ok(get_at(reader, number, &run)?)
    })?;
    let classification = classification.map(|found| restricted::earlier(&open, found));
    let explanation = classification.as_ref().map(|found| found.explain(&open.profile)).unwrap_or_default();
    Ok(Applied::unchanged(Answer { classification, explanation }))
}

fn found(reader: &joinder_store::Reader<'_>, id: u32) -> Result<store::Run> {
    store::get(reader, RunId(id))?.ok_or_else(|| Error::with("no-such-run", &[("id", &id.to_string())]))
}

fn row(run: &store::Run, last: Option<RunId>) -> Row {
    Row {
        id: run.id.0,
        at: run.at.to_string(),
        who: run.person_name.clone(),
        reason: run.new.reason.clone(),
        rules: Rules::of_run(&run.new),
        claimants: run.new.claimants,
        changed: run.new.changed,
        in_force: Some(run.id) == last,
    }
}

/// The frozen counts with the labels of today.
fn counts(open: &OpenMatter, frozen: &Value) -> Vec<Count> {
    let choices = &open.choices;
    let axes: [(&str, &[Choice]); 6] = [
        ("status", &choices.statuses),
        ("notice", &choices.notices),
        ("outcome", &choices.outcomes),
        ("cohort", &choices.cohorts),
        ("flag", &choices.flags),
        ("tag", &choices.tags),
    ];
    let mut counts = Vec::new();
    for (axis, labels) in axes {
        for (code, count) in frozen.get(axis).and_then(Value::as_object).into_iter().flatten() {
            counts.push(Count {
                axis: axis.to_owned(),
                label: label(labels, code),
                code: code.clone(),
                count: count.as_u64().unwrap_or_default(),
            });
        }
    }
    counts
}
