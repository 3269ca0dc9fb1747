//! Which claimants, in which order: numbers first, rows when they are seen.

use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::lookup::search;
use crate::error::Result;
use crate::write::Reader;

/// An axis of the classification that can be filtered by and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// Status at the incident; a claimant whose status is open has several.
    Status,
    /// How well the notice is proved.
    Notice,
    /// What is suggested.
    Outcome,
    /// Confirmed by notice or not.
    Cohort,
    /// A flag that was raised.
    Flag,
    /// An issue that the case raises.
    Tag,
}

impl Axis {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Notice => "notice",
            Self::Outcome => "outcome",
            Self::Cohort => "cohort",
            Self::Flag => "flag",
            Self::Tag => "tag",
        }
    }
}

/// What a list is sorted by; claimants that are equal in it follow by name or number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Surname, then forenames.
    #[default]
    Name,
    /// Number.
    Number,
    /// Date of birth; those who gave none come last.
    DateOfBirth,
    /// Status at the incident, by code.
    Status,
    /// How well the notice is proved, the best tier first.
    Notice,
    /// What is suggested, by code.
    Outcome,
    /// When the record was last changed, the latest first.
    Updated,
}

/// Claimants of whom people said something beside the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Overridden {
    /// Anything that was not withdrawn.
    Any,
    /// That they are declined, and no second person has confirmed it.
    NeedsSecondPerson,
    /// Something else than is computed now was computed when it was said.
    NeedsFreshLook,
}

/// What a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words as typed, each the beginning of a name, address, postcode or number. Empty for all.
    pub text: String,
    /// Codes that must all be there; an empty code is for claimants who are not classified.
    pub filters: Vec<(Axis, Code)>,
    /// Only those of whom people said something.
    pub overridden: Option<Overridden>,
    /// The order.
    pub sort: Sort,
    /// The other way round.
    pub descending: bool,
}

/// The numbers of the claimants whom a query finds, in its order.
///
/// # Errors
/// Those of the database.
pub fn ids(reader: &Reader<'_>, query: &Query) -> Result<Vec<ClaimantNumber>> {
    let (sql, values) = statement(query);
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let numbers = statement.query_map(params_from_iter(values), |row| row.get(0).map(ClaimantNumber))?;
    Ok(numbers.collect::<rusqlite::Result<_>>()?)
}

/// How the database goes about a query, step by step; for tests of its speed.
///
/// # Errors
/// Those of the database.
#[doc(hidden)]
pub fn plan(reader: &Reader<'_>, query: &Query) -> Result<Vec<String>> {
    let (sql, values) = statement(query);
    let mut statement = reader.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let steps = statement.query_map(params_from_iter(values), |row| row.get(3))?;
    Ok(steps.collect::<rusqlite::Result<_>>()?)
}

fn statement(query: &Query) -> (String, Vec<Value>) {
    let mut conditions = Vec::new();
    let mut values: Vec<Value> = Vec::new();
    if let Some((condition, found)) = searched(query.text.trim()) {
        conditions.push(condition);
        values.extend(found);
    }
    for (axis, code) in &query.filters {
        if code.as_str().is_empty() {
            conditions.push("c.number NOT IN (SELECT claimant FROM classification)".to_owned());
            continue;
        }
        conditions.push(
            "c.number IN (SELECT k.claimant FROM answer_pattern_code x JOIN classification k ON k.pattern = x.pattern
               WHERE x.axis_code = (SELECT id FROM axis_code WHERE axis = ? AND code = ?))"
                .to_owned(),
        );
        values.extend([Value::from(axis.code().to_owned()), Value::from(code.as_str().to_owned())]);
    }
    conditions.extend(query.overridden.map(|overridden| overrides(overridden).to_owned()));
    let join = match query.sort {
        Sort::Status | Sort::Notice | Sort::Outcome => {
            "LEFT JOIN classification s ON s.claimant = c.number LEFT JOIN answer_pattern k ON k.id = s.pattern"
        }
        _ => "",
    };
    let mut sql = format!("SELECT c.number FROM claimant c {join}");
    for (position, condition) in conditions.iter().enumerate() {
        sql.push_str(if position == 0 { " WHERE " } else { " AND " });
        sql.push_str(condition);
    }
    sql.push_str(" ORDER BY ");
    sql.push_str(order(query.sort, query.descending));
    (sql, values)
}

fn overrides(which: Overridden) -> &'static str {
    match which {
        Overridden::Any => "c.number IN (SELECT claimant FROM override WHERE ended_at IS NULL)",
        Overridden::NeedsSecondPerson => {
            "c.number IN (SELECT claimant FROM override WHERE ended_at IS NULL AND axis = 'outcome'
               AND code = 'DECLINE' AND confirmed_at IS NULL)"
        }
        Overridden::NeedsFreshLook => {
            "c.number IN (SELECT o.claimant FROM override o LEFT JOIN classification k ON k.claimant = o.claimant
               WHERE o.ended_at IS NULL AND o.answer IS NOT coalesce(k.answer, 0))"
        }
    }
}

/// The condition for what was typed: a reference or number finds that claimant, anything else is searched.
fn searched(typed: &str) -> Option<(String, Vec<Value>)> {
    if typed.is_empty() {
        return None;
    }
    let reference = typed.strip_prefix(['C', 'c']).map(|rest| rest.trim_start_matches(['-', ' ']));
    if let Some(number) = reference.and_then(|rest| rest.parse::<u32>().ok()) {
        return Some(("c.number = ?".to_owned(), vec![number.into()]));
    }
    let Some(words) = search(typed) else {
        return Some(("0".to_owned(), vec![]));
    };
    let matched = "c.number IN (SELECT rowid FROM claimant_search WHERE claimant_search MATCH ?)";
    match typed.parse::<u32>() {
        Ok(number) => Some((format!("(c.number = ? OR {matched})"), vec![number.into(), words.into()])),
        Err(_) => Some((matched.to_owned(), vec![words.into()])),
    }
}

fn order(sort: Sort, descending: bool) -> &'static str {
    match (sort, descending) {
        (Sort::Name, false) => "c.sort_key, c.number",
        (Sort::Name, true) => "c.sort_key DESC, c.number DESC",
        (Sort::Number, false) => "c.number",
        (Sort::Number, true) => "c.number DESC",
        (Sort::DateOfBirth, false) => "c.date_of_birth = '', c.date_of_birth, c.sort_key, c.number",
        (Sort::DateOfBirth, true) => "c.date_of_birth = '', c.date_of_birth DESC, c.sort_key, c.number",
        (Sort::Status, false) => "k.status IS NULL, k.status, c.sort_key, c.number",
        (Sort::Status, true) => "k.status IS NULL, k.status DESC, c.sort_key, c.number",
        (Sort::Notice, false) => "k.tier DESC NULLS LAST, k.notice, c.sort_key, c.number",
        (Sort::Notice, true) => "k.tier ASC NULLS FIRST, k.notice DESC, c.sort_key, c.number",
        (Sort::Outcome, false) => "k.outcome IS NULL, k.outcome, c.sort_key, c.number",
        (Sort::Outcome, true) => "k.outcome IS NULL, k.outcome DESC, c.sort_key, c.number",
        (Sort::Updated, false) => "c.updated DESC, c.number DESC",
        (Sort::Updated, true) => "c.updated, c.number",
    }
}
