//! Which claimants a list shows, and in which order.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use joinder_domain::code::Code;
use joinder_domain::completeness::Item;
use joinder_domain::id::{ClaimantNumber, PersonId};
use joinder_store::claimant::{self as store, Axis};
use joinder_store::evidence::{self as items, State, Which};
use joinder_store::{Reader, SignIn, person};
use serde::{Deserialize, Serialize};

use crate::app::OpenMatter;
use crate::clock::uk;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::journal;
use crate::restricted;

/// Claimants on one page, at most.
const PAGE_MOST: u32 = 1_000;
/// Whoever asks, in place of a sign-in name.
pub(crate) const ME: &str = "@me";

/// Which claimants, in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantQuery"))]
#[serde(default, deny_unknown_fields)]
pub struct Query {
    /// Beginnings of words: names, email addresses, postcodes, numbers.
    pub text: String,
    /// Conditions that must all hold.
    pub filters: Vec<Filter>,
    /// Order.
    pub sort: Sort,
    /// From the other end.
    pub descending: bool,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantFilter"))]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// What it looks at.
    pub on: On,
    /// Values, any of which will do. On a day: the first and the last one, each empty where there is none.
    pub any: Vec<String>,
}

/// What a condition looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FilterOn"))]
#[serde(rename_all = "kebab-case")]
pub enum On {
    /// Status at the incident, by code.
    Status,
    /// Value of the notice axis.
    Notice,
    /// Suggested outcome.
    Outcome,
    /// Cohort.
    Cohort,
    /// Flag.
    Flag,
    /// Issue that the case raises.
    Issue,
    /// State of the work.
    State,
    /// Who works on the file: a sign-in name, empty for nobody, `@me`.
    Assignee,
    /// Tag that people gave.
    Tag,
    /// What the record lacks.
    Missing,
    /// Nation of residence at the incident.
    Nation,
    /// Whether there is evidence: `yes` or `no`.
    Evidence,
    /// Words that all stand in one item of evidence.
    EvidenceText,
    /// What is due today or was before: `my-tasks`, `tasks`, `replies`.
    Due,
    /// What people said: `any`, `needs-second-person`, `needs-fresh-look`.
    Overridden,
    /// Day of birth, from and to.
    Born,
    /// Day of the last change, from and to.
    Updated,
    /// Day on which the record was made, from and to.
    Added,
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
    /// By date of birth.
    Born,
    /// By status.
    Status,
    /// By strength of the notice.
    Notice,
    /// By suggested outcome.
    Outcome,
    /// By last change, the latest first.
    Updated,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantPage"))]
pub struct Page {
    /// The list.
    pub query: Query,
    /// The last claimant of the page before; `null` for the first page.
    pub after: Option<u32>,
    /// How many, at most 1,000.
    pub limit: u32,
}

pub(crate) fn ids(context: Context<'_>, input: Query) -> Result<Applied<Vec<u32>>> {
    let open = context.app.open_matter()?;
    Ok(Applied::unchanged(find(&open, &input)?.into_iter().map(|number| number.0).collect()))
}

pub(crate) fn page(context: Context<'_>, input: Page) -> Result<Applied<Vec<u32>>> {
    let open = context.app.open_matter()?;
    let limit = usize::try_from(input.limit.min(PAGE_MOST)).unwrap_or_default();
    let found = open.matter.read(|reader| {
        let query = stored(reader, &open, &input.query)?;
        Ok::<_, Error>(store::page(reader, &query, input.after.map(ClaimantNumber), limit)?)
    })?;
    Ok(Applied::unchanged(found.into_iter().map(|number| number.0).collect()))
}

fn find(open: &OpenMatter, query: &Query) -> Result<Vec<ClaimantNumber>> {
    open.matter.read(|reader| {
        let query = stored(reader, open, query)?;
        Ok::<_, Error>(store::ids(reader, &query)?)
    })
}

/// How many claimants fit these conditions.
pub(crate) fn how_many(reader: &Reader<'_>, open: &OpenMatter, filters: &[Filter]) -> Result<u64> {
    let query = Query { filters: filters.to_vec(), ..Query::default() };
    Ok(store::how_many(reader, &stored(reader, open, &query)?)?)
}

fn stored(reader: &Reader<'_>, open: &OpenMatter, query: &Query) -> Result<store::Query> {
    let filters: Result<Vec<store::Filter>> =
        query.filters.iter().map(|filter| condition(reader, open, filter)).collect();
    Ok(store::Query {
        text: query.text.clone(),
        filters: filters?,
        sort: match query.sort {
            Sort::Name => store::Sort::Name,
            Sort::Number => store::Sort::Number,
            Sort::Born => store::Sort::DateOfBirth,
            Sort::Status => store::Sort::Status,
            Sort::Notice => store::Sort::Notice,
            Sort::Outcome => store::Sort::Outcome,
            Sort::Updated => store::Sort::Updated,
        },
        descending: query.descending,
    })
}

fn condition(reader: &Reader<'_>, open: &OpenMatter, filter: &Filter) -> Result<store::Filter> {
    let any = &filter.any;
    let codes = || any.iter().map(|code| Code::from(code.as_str())).collect::<Vec<_>>();
    let first = any.first().map(String::as_str).unwrap_or_default();
    Ok(match filter.on {
        On::Status => store::Filter::Axis(Axis::Status, codes()),
        On::Notice => store::Filter::Axis(Axis::Notice, codes()),
        On::Outcome => store::Filter::Axis(Axis::Outcome, codes()),
        On::Cohort => store::Filter::Axis(Axis::Cohort, codes()),
        On::Flag => store::Filter::Axis(Axis::Flag, told(open, codes())?),
        On::Issue => store::Filter::Axis(Axis::Tag, told(open, codes())?),
        On::State => {
            let begins = open.profile.workflow.first();
            let stored = |code: Code| if Some(&code) == begins { Code::default() } else { code };
            store::Filter::State(codes().into_iter().map(stored).collect())
        }
        On::Assignee => store::Filter::Assignee(people(reader, open, any)?),
        On::Tag => store::Filter::Tag(any.clone()),
        On::Missing => {
            let item = |code: &String| {
                Item::ALL.iter().copied().find(|item| item.code() == code).ok_or_else(|| bad(code))
            };
            store::Filter::Missing(any.iter().map(item).collect::<Result<_>>()?)
        }
        On::Nation => store::Filter::Nation(any.clone()),
        On::Evidence => store::Filter::Evidence(first != "no"),
        On::EvidenceText => store::Filter::Among(with_evidence(reader, open, first)?),
        On::Due => {
            let mut numbers = BTreeSet::new();
            for what in any {
                numbers.extend(journal::due(reader, open, what, open.clock.today())?);
            }
            store::Filter::Among(numbers.into_iter().collect())
        }
        On::Overridden => store::Filter::Overridden(match first {
            "any" => store::Overridden::Any,
            "needs-second-person" => store::Overridden::NeedsSecondPerson,
            "needs-fresh-look" => store::Overridden::NeedsFreshLook,
            other => return Err(bad(other)),
        }),
        On::Born => {
            let (from, to) = days(any)?;
            store::Filter::Born(from, to)
        }
        On::Updated => {
            let (from, to) = moments(any)?;
            store::Filter::Updated(from, to)
        }
        On::Added => {
            let (from, to) = moments(any)?;
            store::Filter::Added(from, to)
        }
    })
}

/// The codes, when whoever asks may know who has them.
fn told(open: &OpenMatter, codes: Vec<Code>) -> Result<Vec<Code>> {
    let closed = restricted::closed(open);
    if codes.iter().any(|code| closed.contains(code)) {
        Err(Error::new("restricted-list-of"))
    } else {
        Ok(codes)
    }
}

/// Whoever has these sign-in names, now or before.
fn people(reader: &Reader<'_>, open: &OpenMatter, any: &[String]) -> Result<Vec<Option<PersonId>>> {
    let mut people = Vec::new();
    for name in any {
        if name.is_empty() {
            people.push(None);
        } else if name == ME {
            people.push(Some(open.matter.actor().id));
        } else {
            let sign_in = SignIn::new(name)?;
            let all = person::list(reader)?;
            let found = all.iter().filter(|person| person.sign_in == sign_in).map(|person| Some(person.id));
            people.extend(found);
        }
    }
    Ok(people)
}

/// The claimants of whose evidence one item has all these words.
fn with_evidence(reader: &Reader<'_>, open: &OpenMatter, text: &str) -> Result<Vec<ClaimantNumber>> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let mut owners = BTreeSet::new();
    for id in items::find(reader, Which::All, &words)? {
        let item = items::get(reader, id)?.filter(|item| !restricted::hides(open, &item.restricted));
        if let Some(State::Assigned(owner)) = item.map(|item| item.state) {
            owners.insert(owner);
        }
    }
    Ok(owners.into_iter().collect())
}

fn days(any: &[String]) -> Result<(Option<Date>, Option<Date>)> {
    let day = |at: usize| match any.get(at).map(String::as_str).unwrap_or_default() {
        "" => Ok(None),
        text => text.parse::<Date>().map(Some).map_err(|_| bad(text)),
    };
    Ok((day(0)?, day(1)?))
}

/// From the beginning of the first day to the end of the last, in the United Kingdom.
fn moments(any: &[String]) -> Result<(Option<Timestamp>, Option<Timestamp>)> {
    let (from, to) = days(any)?;
    let begins = |day: Date| uk().to_timestamp(day.at(0, 0, 0, 0)).map_err(|_| bad(&day.to_string()));
    let after = |day: Date| begins(day.tomorrow().map_err(|_| bad(&day.to_string()))?);
    Ok((from.map(begins).transpose()?, to.map(after).transpose()?))
}

fn bad(found: &str) -> Error {
    Error::with("bad-filter", &[("found", found)])
}
