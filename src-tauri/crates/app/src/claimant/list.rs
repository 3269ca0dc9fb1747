//! The list: numbers first, rows when they come into view.

use joinder_domain::code::Code;
use joinder_domain::date::show;
use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{self as store, Axis};
use joinder_store::overrides::{Kept, of_claimant};
use serde::{Deserialize, Serialize};

use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::Result;
use crate::overrides::{Short, short};
use crate::profile::{Choice, label};

/// Rows that one question may ask for.
const ROWS_MOST: usize = 1_000;

/// Which claimants, in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantQuery"))]
#[serde(default)]
pub struct Query {
    /// Beginnings of words: names, email addresses, postcodes, numbers.
    pub text: String,
    /// Status at the incident.
    pub status: Option<Code>,
    /// Value of the notice axis.
    pub notice: Option<Code>,
    /// Suggested outcome.
    pub outcome: Option<Code>,
    /// Cohort.
    pub cohort: Option<Code>,
    /// Flag.
    pub flag: Option<Code>,
    /// Only those of whom people said something beside the answer.
    pub overridden: Option<Overridden>,
    /// Order.
    pub sort: Sort,
    /// From the other end.
    pub descending: bool,
}

/// What people said beside an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Overridden {
    /// Anything that was not withdrawn.
    Any,
    /// That they are declined, and no second person has confirmed it.
    NeedsSecondPerson,
    /// The answer has changed since it was said.
    NeedsFreshLook,
}

/// Order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantSort"))]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// By surname.
    #[default]
    Name,
    /// By number.
    Number,
    /// By status.
    Status,
    /// By strength of the notice.
    Notice,
    /// By suggested outcome.
    Outcome,
    /// By last change, the latest first.
    Updated,
}

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
    /// The axis: `status`, `notice`, `outcome`, `cohort` or `flag`.
    pub axis: String,
    /// The place; empty for claimants who were not classified yet.
    pub code: String,
    /// Its label.
    pub label: String,
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: u64,
}

pub(crate) fn ids(context: Context<'_>, input: Query) -> Result<Applied<Vec<u32>>> {
    let filters = [
        (Axis::Status, input.status),
        (Axis::Notice, input.notice),
        (Axis::Outcome, input.outcome),
        (Axis::Cohort, input.cohort),
        (Axis::Flag, input.flag),
    ];
    let query = store::Query {
        text: input.text,
        filters: filters.into_iter().filter_map(|(axis, code)| Some((axis, code?))).collect(),
        overridden: input.overridden.map(|overridden| match overridden {
            Overridden::Any => store::Overridden::Any,
            Overridden::NeedsSecondPerson => store::Overridden::NeedsSecondPerson,
            Overridden::NeedsFreshLook => store::Overridden::NeedsFreshLook,
        }),
        sort: match input.sort {
            Sort::Name => store::Sort::Name,
            Sort::Number => store::Sort::Number,
            Sort::Status => store::Sort::Status,
            Sort::Notice => store::Sort::Notice,
            Sort::Outcome => store::Sort::Outcome,
            Sort::Updated => store::Sort::Updated,
        },
        descending: input.descending,
    };
    let found = context.app.open_matter()?.matter.read(|reader| store::ids(reader, &query))?;
    Ok(Applied::unchanged(found.into_iter().map(|number| number.0).collect()))
}

pub(crate) fn rows(context: Context<'_>, input: Numbers) -> Result<Applied<Vec<Row>>> {
    let open = context.app.open_matter()?;
    let numbers: Vec<ClaimantNumber> =
        input.numbers.into_iter().take(ROWS_MOST).map(ClaimantNumber).collect();
    let rows = open.matter.read(|reader| {
        let row = |row: store::Row| {
            let said = of_claimant(reader, row.number)?;
            Ok(view(&open, row, &said))
        };
        store::rows(reader, &numbers)?.into_iter().map(row).collect::<Result<Vec<_>>>()
    })?;
    Ok(Applied::unchanged(rows))
}

fn view(open: &OpenMatter, row: store::Row, said: &[Kept]) -> Row {
    let choices = &open.choices;
    let summary = row.classification;
    let code =
        |pick: fn(&store::Summary) -> &String| summary.as_ref().map(|s| pick(s).clone()).unwrap_or_default();
    let (notice_code, outcome_code, cohort) =
        (code(|s| &s.notice), code(|s| &s.outcome), code(|s| &s.cohort));
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
        overrides: short(said, choices),
        flags: summary.as_ref().map_or(0, |s| s.flags),
        evidence: row.evidence,
        updated: row.updated.to_string(),
    }
}

pub(crate) fn counts(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Count>>> {
    let open = context.app.open_matter()?;
    let choices = &open.choices;
    let axes: [(Axis, &str, &[Choice]); 5] = [
        (Axis::Status, "status", &choices.statuses),
        (Axis::Notice, "notice", &choices.notices),
        (Axis::Outcome, "outcome", &choices.outcomes),
        (Axis::Cohort, "cohort", &choices.cohorts),
        (Axis::Flag, "flag", &choices.flags),
    ];
    let counts = open.matter.read(|reader| {
        let mut counts = Vec::new();
        for (axis, name, labels) in axes {
            for count in store::counts(reader, axis)? {
                let code = count.code.0;
                counts.push(Count {
                    axis: name.to_owned(),
                    label: label(labels, &code),
                    code,
                    count: count.count,
                });
            }
        }
        Ok::<_, joinder_store::Error>(counts)
    })?;
    Ok(Applied::unchanged(counts))
}
