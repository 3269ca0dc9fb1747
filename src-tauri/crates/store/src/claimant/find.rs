//! Which claimants, in which order: all their numbers, or one page after another.

use joinder_domain::id::ClaimantNumber;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use super::filter::{Condition, Test};
use super::hide::{PRESENT, any_hidden};
use super::narrow::{Answers, Narrowed};
use super::query::{Query, Sort};
use super::segment::Segment;
use super::walk::{Order, Steps, Walk};
use crate::error::Result;
use crate::write::Reader;

/// The numbers of the claimants whom a query finds, in its order.
///
/// # Errors
/// Those of the database.
pub fn ids(reader: &Reader<'_>, query: &Query) -> Result<Vec<ClaimantNumber>> {
    let asked = Asked::of(reader, query)?;
    let narrowest = asked.narrowest(reader, few(reader, 1)?)?;
    run(reader, &asked.all(narrowest))
}

/// How many claimants a query finds.
///
/// # Errors
/// Those of the database.
pub fn how_many(reader: &Reader<'_>, query: &Query) -> Result<u64> {
    let mut statement = Statement::new("SELECT count(*) FROM claimant c");
    statement.restrict(Asked::of(reader, query)?.in_sets(None));
    let mut prepared = reader.conn.prepare_cached(&statement.sql)?;
    Ok(prepared.query_row(params_from_iter(&statement.values), |row| row.get(0))?)
}

/// Up to `limit` of them that follow `after`; the first ones without it.
///
/// Where few claimants fit, they are found first and then sorted; where many fit, the claimants are walked in the order of
/// the list until the page is full. A page costs about the same wherever it lies.
///
/// # Errors
/// Those of the database.
pub fn page(
    reader: &Reader<'_>,
    query: &Query,
    after: Option<ClaimantNumber>,
    limit: usize,
) -> Result<Vec<ClaimantNumber>> {
    let asked = Asked::of(reader, query)?;
    let few = few(reader, limit)?;
    let narrowest = asked.narrowest(reader, few)?;
    if narrowest.is_none() {
        let mut steps = Steps::few(few);
        let found = match order(query) {
            Some(order) => walked(reader, &asked, order, after, limit, &mut steps)?,
            None => asked.page_of_pieces(reader, after, limit, few, &mut steps)?,
        };
        if let Some(page) = found {
            return Ok(page);
        }
    }
    // Those who fit are few, or far apart: the page is cut out of all of them.
    let narrowest = narrowest.or(asked.narrowest(reader, f64::INFINITY)?);
    let all = run(reader, &asked.all(narrowest))?;
    let start = match after {
        None => 0,
        Some(last) => {
            all.iter().position(|number| *number == last).map_or(all.len(), |at| at.saturating_add(1))
        }
    };
    Ok(all.into_iter().skip(start).take(limit).collect())
}

/// The page of a list that an index orders; `None` where those who fit are too far apart, or `after` is gone.
fn walked(
    reader: &Reader<'_>,
    asked: &Asked<'_>,
    order: Order,
    after: Option<ClaimantNumber>,
    limit: usize,
    steps: &mut Steps,
) -> Result<Option<Vec<ClaimantNumber>>> {
    let tests = asked.tests.iter().map(|test| test.probe.clone()).collect();
    let mut walk = Walk::new(order, None, tests);
    if let Some(last) = after
        && !walk.begin_after(reader, last)?
    {
        return Ok(None);
    }
    walk.page(reader, limit, steps)
}

/// How the database goes about a query, step by step; for tests of its speed.
///
/// # Errors
/// Those of the database.
#[doc(hidden)]
pub fn plan(reader: &Reader<'_>, query: &Query) -> Result<Vec<String>> {
    explain(reader, &Asked::of(reader, query)?.all(None))
}

/// The same for a page of a list in which many claimants fit.
///
/// # Errors
/// Those of the database.
#[doc(hidden)]
pub fn page_plan(reader: &Reader<'_>, query: &Query, after: Option<ClaimantNumber>) -> Result<Vec<String>> {
    let asked = Asked::of(reader, query)?;
    let Some(order) = order(query) else { return Ok(Vec::new()) };
    let mut walk = Walk::new(order, None, asked.tests.into_iter().map(|test| test.probe).collect());
    if let Some(last) = after {
        walk.begin_after(reader, last)?;
    }
    explain(reader, &walk.statement(None, 50))
}

pub(super) fn run(reader: &Reader<'_>, statement: &Statement) -> Result<Vec<ClaimantNumber>> {
    let mut prepared = reader.conn.prepare_cached(&statement.sql)?;
    let numbers =
        prepared.query_map(params_from_iter(&statement.values), |row| row.get(0).map(ClaimantNumber))?;
    Ok(numbers.collect::<rusqlite::Result<_>>()?)
}

fn explain(reader: &Reader<'_>, statement: &Statement) -> Result<Vec<String>> {
    let mut prepared = reader.conn.prepare(&format!("EXPLAIN QUERY PLAN {}", statement.sql))?;
    let steps = prepared.query_map(params_from_iter(&statement.values), |row| row.get(3))?;
    Ok(steps.collect::<rusqlite::Result<_>>()?)
}

/// How many are few beside a page of `limit`: finding so many first and sorting them costs about what a walk costs that
/// fills a page where as many fit, at the square root of page times list.
fn few(reader: &Reader<'_>, limit: usize) -> Result<f64> {
    let total: u32 =
        reader.conn.prepare_cached("SELECT next_number - 1 FROM matter")?.query_row((), |row| row.get(0))?;
    Ok(f64::from(total).sqrt() * f64::from(u32::try_from(limit).unwrap_or(u32::MAX)).sqrt())
}

/// A query with its conditions brought to what the indexes hold.
struct Asked<'a> {
    query: &'a Query,
    /// Answers that are left by the conditions on axes.
    answers: Option<Answers>,
    /// What must hold of everybody in the list.
    tests: Vec<Test>,
    /// The same without [`Self::answers`].
    beside_answers: Vec<Test>,
}

impl<'a> Asked<'a> {
    fn of(reader: &Reader<'_>, query: &'a Query) -> Result<Self> {
        let narrowed = Narrowed::of(reader, &query.filters)?;
        // Whoever's record went into another one is in no list.
        let present = any_hidden(reader)?.then(|| Test::probe(PRESENT, Vec::new()));
        let whole = || Test::searched(query.text.trim()).into_iter().chain(present.clone());
        let (tests, beside_answers) = (narrowed.tests(), narrowed.beside_answers());
        Ok(Self {
            query,
            answers: narrowed.answers,
            tests: tests.into_iter().chain(whole()).collect(),
            beside_answers: beside_answers.into_iter().chain(whole()).collect(),
        })
    }

    /// The condition that the fewest fit, if fewer than `few` do; by its place among the tests.
    fn narrowest(&self, reader: &Reader<'_>, few: f64) -> Result<Option<usize>> {
        let mut narrowest = None;
        let mut least = few;
        for (at, test) in self.tests.iter().enumerate() {
            let Some(set) = &test.set else { continue };
            if test.slow && few.is_finite() {
                continue;
            }
            let sql = format!("SELECT count(*) FROM (SELECT 1 FROM ({}) LIMIT ?)", set.sql);
            let mut values = set.values.clone();
            values.push(if least.is_finite() { Value::from(least.ceil()) } else { Value::from(-1) });
            let fit: f64 =
                reader.conn.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
            if fit < least {
                (least, narrowest) = (fit, Some(at));
            }
        }
        Ok(narrowest)
    }

    /// The conditions: with a narrowest one, that one as a set and a look at whoever is in it; without, sets wherever there
    /// are any, which spare reading everybody's row.
    fn in_sets(&self, narrowest: Option<usize>) -> Vec<Condition> {
        let put = |(at, test): (usize, &Test)| match narrowest {
            Some(narrowest) if at == narrowest => test.clone().into_set(),
            None => test.clone().into_set(),
            _ => test.probe.clone(),
        };
        self.tests.iter().enumerate().map(put).collect()
    }

    /// Everybody whom the query finds, in its order.
    fn all(&self, narrowest: Option<usize>) -> Statement {
        let join = match self.query.sort {
            Sort::Status | Sort::Notice | Sort::Outcome => {
                "LEFT JOIN classification s ON s.claimant = c.number LEFT JOIN answer_pattern k ON k.id = s.pattern"
            }
            _ => "",
        };
        let mut statement = Statement::new(format!("SELECT c.number FROM claimant c {join}"));
        statement.restrict(self.in_sets(narrowest));
        statement.sql.push_str(" ORDER BY ");
        statement.sql.push_str(sorted(self.query.sort, self.query.descending));
        statement
    }

    /// A page of a list whose order is given piece by piece; `None` where those who fit are too far apart.
    fn page_of_pieces(
        &self,
        reader: &Reader<'_>,
        after: Option<ClaimantNumber>,
        limit: usize,
        few: f64,
        steps: &mut Steps,
    ) -> Result<Option<Vec<ClaimantNumber>>> {
        let pieces = Segment::of(reader, self.query)?;
        let mut after = after;
        let first = match after {
            None => 0,
            Some(last) => match Segment::place(reader, &pieces, last)? {
                Some(at) => at,
                None => return Ok(Some(Vec::new())),
            },
        };
        let mut page = Vec::with_capacity(limit);
        for piece in pieces.into_iter().skip(first) {
            let after = after.take();
            let left = limit.saturating_sub(page.len());
            if left == 0 {
                break;
            }
            let Some(piece) = piece.left_by(self.answers.as_ref()) else { continue };
            let tests = self.beside_answers.iter().map(|test| test.probe.clone());
            let (lies, small) = piece.test(reader, few)?;
            let tests = lies.into_iter().chain(tests).collect();
            let mut walk = Walk::new(piece.order(self.query.descending), piece.range(), tests);
            if let Some(last) = after
                && !walk.begin_after(reader, last)?
            {
                return Ok(None);
            }
            let found = if small { Some(walk.rest(reader, left)?) } else { walk.page(reader, left, steps)? };
            let Some(found) = found else { return Ok(None) };
            page.extend(found);
        }
        Ok(Some(page))
    }
}

/// A statement with its values.
pub(super) struct Statement {
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
}

impl Statement {
    pub(super) fn new(sql: impl Into<String>) -> Self {
        Self { sql: sql.into(), values: Vec::new() }
    }

    pub(super) fn restrict(&mut self, conditions: impl IntoIterator<Item = Condition>) {
        for (position, condition) in conditions.into_iter().enumerate() {
            self.sql.push_str(if position == 0 { " WHERE " } else { " AND " });
            self.sql.push_str(&condition.sql);
            self.values.extend(condition.values);
        }
    }

    /// The first value of the first row.
    pub(super) fn first_row(&self, reader: &Reader<'_>, columns: usize) -> Result<Option<Vec<Value>>> {
        let mut prepared = reader.conn.prepare_cached(&self.sql)?;
        let row = prepared.query_row(params_from_iter(&self.values), |row| {
            (0..columns).map(|column| row.get(column)).collect::<rusqlite::Result<Vec<Value>>>()
        });
        Ok(row.optional()?)
    }
}

/// The order that an index gives; `None` where none does.
fn order(query: &Query) -> Option<Order> {
    let (key, backwards): (&[&str], bool) = match query.sort {
        Sort::Name => (&["sort_key", "number"], query.descending),
        Sort::Number => (&["number"], query.descending),
        // The latest comes first.
        Sort::Updated => (&["updated", "number"], !query.descending),
        Sort::DateOfBirth | Sort::Status | Sort::Notice | Sort::Outcome => return None,
    };
    Some(Order { key, backwards })
}

fn sorted(sort: Sort, descending: bool) -> &'static str {
    match (sort, descending) {
        (Sort::Name, false) => "c.sort_key, c.number",
        (Sort::Name, true) => "c.sort_key DESC, c.number DESC",
        (Sort::Number, false) => "c.number",
        (Sort::Number, true) => "c.number DESC",
        (Sort::DateOfBirth, false) => "c.date_of_birth = '', c.date_of_birth, c.sort_key, c.number",
        (Sort::DateOfBirth, true) => {
            "c.date_of_birth = '', c.date_of_birth DESC, c.sort_key DESC, c.number DESC"
        }
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
