//! The rows of a list, and how many claimants there are of each kind.

use std::collections::HashMap;

use joinder_domain::code::Code;
use joinder_domain::completeness::Item;
use joinder_domain::date::show;
use joinder_domain::id::{ClaimantNumber, PersonId};
use joinder_store::claimant::{self as store, Axis};
use joinder_store::overrides::{Kept, of_claimant};
use joinder_store::{Reader, person, work};
use serde::{Deserialize, Serialize};

use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::Result;
use crate::overrides::{Short, short};
use crate::profile::{Choice, label};
use crate::restricted;
use crate::text::text;

/// Rows that one question may ask for.
const ROWS_MOST: usize = 1_000;

/// Claimants' numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantNumbers"))]
pub struct Numbers {
    /// At most 1,000; those beyond are left out.
    pub numbers: Vec<u32>,
}

/// A claimant in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantRow"))]
pub struct Row {
    /// The number.
    pub number: u32,
    /// The number as people see it.
    pub reference: String,
    /// Full name.
    pub name: String,
    /// Date of birth in words; may be empty.
    pub born: String,
    /// Possible statuses at the incident, as labels.
    pub status: Vec<String>,
    /// Only one is possible.
    pub settled: bool,
    /// How well the notice is proved, as a label.
    pub notice: String,
    /// The same as a code.
    pub notice_code: String,
    /// Suggested outcome, as a label.
    pub outcome: String,
    /// The same as a code.
    pub outcome_code: String,
    /// Cohort, as a label.
    pub cohort: String,
    /// State of the work, as a label.
    pub state: String,
    /// The same as a code.
    pub state_code: String,
    /// Since when it is in this state, RFC 3339; empty for a file that never moved.
    pub since: String,
    /// Full name of whoever works on the file; empty for nobody.
    pub assignee: String,
    /// Tags that people gave.
    pub tags: Vec<String>,
    /// What the record lacks, as labels.
    pub missing: Vec<String>,
    /// What people said beside the answer.
    pub overrides: Vec<Short>,
    /// Flags raised.
    pub flags: u32,
    /// Evidence items.
    pub evidence: u32,
    /// Last change, RFC 3339.
    pub updated: String,
}

/// How many claimants stand at one place of an axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AxisCount"))]
pub struct Count {
    /// The axis: `status`, `notice`, `outcome`, `cohort`, `flag`, `issue`, `state`, `assignee`, `tag` or `missing`.
    pub axis: String,
    /// The place; empty for claimants who were not classified yet.
    pub code: String,
    /// Its label.
    pub label: String,
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: u64,
}

pub(crate) fn rows(context: Context<'_>, input: Numbers) -> Result<Applied<Vec<Row>>> {
    let open = context.app.open_matter()?;
    let numbers: Vec<ClaimantNumber> =
        input.numbers.into_iter().take(ROWS_MOST).map(ClaimantNumber).collect();
    Ok(Applied::unchanged(open.matter.read(|reader| views(reader, &open, &numbers))?))
}

/// The rows of these claimants.
pub(super) fn views(reader: &Reader<'_>, open: &OpenMatter, numbers: &[ClaimantNumber]) -> Result<Vec<Row>> {
    let people = names(reader)?;
    let row = |row: store::Row| {
        let said = of_claimant(reader, row.number)?;
        Ok(view(open, row, &said, &people))
    };
    store::rows(reader, numbers)?.into_iter().map(row).collect()
}

/// The full name of everybody who works or worked on the matter.
pub(crate) fn names(reader: &Reader<'_>) -> Result<HashMap<PersonId, String>> {
    Ok(person::list(reader)?.into_iter().map(|person| (person.id, person.full_name)).collect())
}

fn view(open: &OpenMatter, row: store::Row, said: &[Kept], people: &HashMap<PersonId, String>) -> Row {
    let choices = &open.choices;
    let summary = row.classification;
    let code =
        |pick: fn(&store::Summary) -> &String| summary.as_ref().map(|s| pick(s).clone()).unwrap_or_default();
    let (notice_code, outcome_code, cohort) =
        (code(|s| &s.notice), code(|s| &s.outcome), code(|s| &s.cohort));
    let state = state_of(open, &row.work.state);
    let assignee = row.work.assignee.and_then(|id| people.get(&id)).cloned().unwrap_or_default();
    let status = summary.iter().flat_map(|s| &s.status).map(|code| label(&choices.statuses, code.as_str()));
    Row {
        number: row.number.0,
        reference: row.number.to_string(),
        name: row.name,
        born: row.date_of_birth.map(show::short).unwrap_or_default(),
        status: status.collect(),
        settled: summary.as_ref().is_some_and(|s| s.settled),
        notice: label(&choices.notices, &notice_code),
        outcome: label(&choices.outcomes, &outcome_code),
        cohort: label(&choices.cohorts, &cohort),
        notice_code,
        outcome_code,
        state: open.profile.workflow.label(&state).to_owned(),
        state_code: state.0,
        since: row.work.since.map(|at| at.to_string()).unwrap_or_default(),
        assignee,
        tags: row.work.tags.into_iter().collect(),
        missing: row.missing.items().map(missing).collect(),
        overrides: short(said, choices),
        flags: summary.as_ref().map_or(0, |s| s.flags),
        evidence: row.evidence,
        updated: row.updated.to_string(),
    }
}

/// The state of a file as the profile calls it: an empty one is the first.
pub(crate) fn state_of(open: &OpenMatter, stored: &Code) -> Code {
    if stored.as_str().is_empty() {
        open.profile.workflow.first().cloned().unwrap_or_default()
    } else {
        stored.clone()
    }
}

/// What is missing, in words.
pub(super) fn missing(item: Item) -> String {
    text(&format!("missing-{}", item.code()), &[])
}

pub(crate) fn counts(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Count>>> {
    let open = context.app.open_matter()?;
    let choices = &open.choices;
    let axes: [(Axis, &str, &[Choice]); 6] = [
        (Axis::Status, "status", &choices.statuses),
        (Axis::Notice, "notice", &choices.notices),
        (Axis::Outcome, "outcome", &choices.outcomes),
        (Axis::Cohort, "cohort", &choices.cohorts),
        (Axis::Flag, "flag", &choices.flags),
        (Axis::Tag, "issue", &choices.tags),
    ];
    let closed = restricted::closed(&open);
    let counts = open.matter.read(|reader| {
        let mut counts = Vec::new();
        let mut push = |axis: &str, code: String, label: String, count: u64| {
            counts.push(Count { axis: axis.to_owned(), code, label, count });
        };
        let mut of_axes = store::all_counts(reader, &Axis::ALL)?;
        for (axis, name, labels) in axes {
            let all = of_axes.remove(&axis).unwrap_or_default();
            for count in all.into_iter().filter(|count| !closed.contains(&count.code)) {
                let label = label(labels, count.code.as_str());
                push(name, count.code.0, label, count.count);
            }
        }
        for (stored, count) in work::state_counts(reader)? {
            let state = state_of(&open, &stored);
            let label = open.profile.workflow.label(&state).to_owned();
            push("state", state.0, label, count);
        }
        let people = person::list(reader)?;
        for (id, count) in work::assignee_counts(reader)? {
            if let Some(person) = people.iter().find(|person| person.id == id) {
                push("assignee", person.sign_in.to_string(), person.full_name.clone(), count);
            }
        }
        for (tag, count) in work::tag_counts(reader)? {
            push("tag", tag.clone(), tag, count);
        }
        for (item, count) in store::missing_counts(reader)? {
            push("missing", item.code().to_owned(), missing(item), count);
        }
        Ok::<_, joinder_store::Error>(counts)
    })?;
    Ok(Applied::unchanged(counts))
}
