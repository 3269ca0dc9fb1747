//! Which claimants, in which order: all their numbers, or one page after another.

use joinder_domain::id::ClaimantNumber;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use super::filter::{Condition, Shape, searched};
use super::hide::{PRESENT, any_hidden};
use super::query::{Filter, Query, Sort};
use super::segment::Segment;
use crate::error::Result;
use crate::write::Reader;

/// The numbers of the claimants whom a query finds, in its order.
///
/// # Errors
/// Those of the database.
pub fn ids(reader: &Reader<'_>, query: &Query) -> Result<Vec<ClaimantNumber>> {
    run(reader, &Statement::all(reader, query)?)
}

/// How many claimants a query finds.
///
/// # Errors
/// Those of the database.
pub fn how_many(reader: &Reader<'_>, query: &Query) -> Result<u64> {
    let mut statement = Statement { sql: "SELECT count(*) FROM claimant c".to_owned(), values: Vec::new() };
    statement.restrict(conditions(reader, query, Shape::Set)?);
    let mut prepared = reader.conn.prepare_cached(&statement.sql)?;
    Ok(prepared.query_row(params_from_iter(&statement.values), |row| row.get(0))?)
}

/// Up to `limit` of them that follow `after`; the first ones without it.
///
/// Where few claimants fit, they are found first and then sorted; where many fit, the claimants are walked in the order of
/// the list until the page is full. A page by name, number or last change costs the same wherever it lies.
///
/// # Errors
/// Those of the database.
pub fn page(
    reader: &Reader<'_>,
    query: &Query,
    after: Option<ClaimantNumber>,
    limit: usize,
) -> Result<Vec<ClaimantNumber>> {
    let shape = shape(reader, query, limit)?;
    if let Some(statement) = Statement::page(reader, query, shape, after, limit)? {
        return run(reader, &statement);
    }
    let pieces = if query.text.trim().is_empty() { Segment::of(reader, query)? } else { None };
    if let Some(pieces) = pieces {
        return page_of_pieces(reader, query, &pieces, shape, after, limit);
    }
    // Whom words find are few: the page is cut out of all of them.
    let all = ids(reader, query)?;
    let start = match after {
        None => 0,
        Some(last) => {
            all.iter().position(|number| *number == last).map_or(all.len(), |at| at.saturating_add(1))
        }
    };
    Ok(all.into_iter().skip(start).take(limit).collect())
}

/// A page of a list whose order is given piece by piece.
fn page_of_pieces(
    reader: &Reader<'_>,
    query: &Query,
    pieces: &[Segment],
    shape: Shape,
    after: Option<ClaimantNumber>,
    limit: usize,
) -> Result<Vec<ClaimantNumber>> {
    let mut after = after;
    let first = match after {
        None => 0,
        Some(last) => match Segment::place(reader, pieces, last)? {
            Some(at) => at,
            None => return Ok(Vec::new()),
        },
    };
    let mut page = Vec::with_capacity(limit);
    for piece in pieces.iter().skip(first) {
        let left = limit.saturating_sub(page.len());
        if left == 0 {
            break;
        }
        let statement = Statement::piece(reader, query, piece, shape, after.take(), left)?;
        page.extend(run(reader, &statement)?);
    }
    Ok(page)
}

/// How the database goes about a query, step by step; for tests of its speed.
///
/// # Errors
/// Those of the database.
#[doc(hidden)]
pub fn plan(reader: &Reader<'_>, query: &Query) -> Result<Vec<String>> {
    explain(reader, &Statement::all(reader, query)?)
}

/// The same for a page of a list in which many claimants fit.
///
/// # Errors
/// Those of the database.
#[doc(hidden)]
pub fn page_plan(reader: &Reader<'_>, query: &Query, after: Option<ClaimantNumber>) -> Result<Vec<String>> {
    let statement = Statement::page(reader, query, Shape::Probe, after, 50)?;
    statement.map_or_else(|| Ok(Vec::new()), |statement| explain(reader, &statement))
}

fn run(reader: &Reader<'_>, statement: &Statement) -> Result<Vec<ClaimantNumber>> {
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

/// Sets where the narrowest condition holds for fewer claimants than a walk would pass over to fill a page. Both cost
/// about the same at the square root of page times list.
fn shape(reader: &Reader<'_>, query: &Query, limit: usize) -> Result<Shape> {
    let few = few(reader, limit)?;
    if !query.text.trim().is_empty() {
        // Words cannot be looked for in one claimant: they are the set, and whoever is in it is looked at.
        return Ok(Shape::Probe);
    }
    for filter in &query.filters {
        let Some(sized) = sized(filter) else { continue };
        let sql = format!("SELECT count(*) FROM ({} LIMIT ?)", sized.sql);
        let mut values = sized.values;
        values.push(Value::from(few.ceil()));
        let fit: f64 =
            reader.conn.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
        if fit < few {
            return Ok(Shape::Set);
        }
    }
    Ok(Shape::Probe)
}

/// How many are few beside a page of `limit`.
fn few(reader: &Reader<'_>, limit: usize) -> Result<f64> {
    let total: u32 =
        reader.conn.prepare_cached("SELECT next_number - 1 FROM matter")?.query_row((), |row| row.get(0))?;
    Ok(f64::from(total).sqrt() * f64::from(u32::try_from(limit).unwrap_or(u32::MAX)).sqrt())
}

/// A query for those whom a condition fits, where an index counts them.
fn sized(filter: &Filter) -> Option<Condition> {
    let condition = Condition::of(filter, Shape::Set);
    let (start, end) = ("(c.number IN (", "))");
    // Exactly one set and nothing beside it.
    let inner = condition.sql.strip_prefix(start)?.strip_suffix(end)?;
    let one = inner.matches("c.number").count() == 0 && !inner.contains(" OR ");
    one.then(|| Condition::new(inner, condition.values))
}

struct Statement {
    sql: String,
    values: Vec<Value>,
}

impl Statement {
    fn all(reader: &Reader<'_>, query: &Query) -> Result<Self> {
        let join = match query.sort {
            Sort::Status | Sort::Notice | Sort::Outcome => {
                "LEFT JOIN classification s ON s.claimant = c.number LEFT JOIN answer_pattern k ON k.id = s.pattern"
            }
            _ => "",
        };
        let mut statement =
            Self { sql: format!("SELECT c.number FROM claimant c {join}"), values: Vec::new() };
        statement.restrict(conditions(reader, query, Shape::Set)?);
        statement.sql.push_str(" ORDER BY ");
        statement.sql.push_str(order(query.sort, query.descending));
        Ok(statement)
    }

    /// A page out of one piece of a list.
    fn piece(
        reader: &Reader<'_>,
        query: &Query,
        piece: &Segment,
        shape: Shape,
        after: Option<ClaimantNumber>,
        limit: usize,
    ) -> Result<Self> {
        let small = shape == Shape::Set || piece.is_small(reader, few(reader, limit)?)?;
        let mut conditions = vec![piece.condition(if small { Shape::Set } else { Shape::Probe })];
        conditions.extend(self::conditions(reader, query, shape)?);
        let (order, key, sign) = piece.order(query.descending);
        if let Some(last) = after {
            let columns = |prefix: &str| {
                key.iter().map(|column| format!("{prefix}{column}")).collect::<Vec<_>>().join(", ")
            };
            let sql = format!(
                "({}) {sign} (SELECT {} FROM claimant l WHERE l.number = ?)",
                columns("c."),
                columns("l.")
            );
            conditions.push(Condition::new(sql, vec![Value::from(last.0)]));
        }
        let mut statement = Self { sql: "SELECT c.number FROM claimant c".to_owned(), values: Vec::new() };
        statement.restrict(conditions);
        statement.sql.push_str(" ORDER BY ");
        statement.sql.push_str(order);
        statement.sql.push_str(" LIMIT ?");
        statement.values.push(Value::from(i64::try_from(limit).unwrap_or(i64::MAX)));
        Ok(statement)
    }

    /// A page; `None` where no index gives the order.
    fn page(
        reader: &Reader<'_>,
        query: &Query,
        shape: Shape,
        after: Option<ClaimantNumber>,
        limit: usize,
    ) -> Result<Option<Self>> {
        let key = match query.sort {
            Sort::Name => "sort_key",
            Sort::Number => "number",
            Sort::Updated => "updated",
            Sort::DateOfBirth | Sort::Status | Sort::Notice | Sort::Outcome => return Ok(None),
        };
        let mut conditions = conditions(reader, query, shape)?;
        if let Some(last) = after {
            let found: Option<Value> = reader
                .conn
                .prepare_cached(&format!("SELECT {key} FROM claimant WHERE number = ?"))?
                .query_row([last.0], |row| row.get(0))
                .optional()?;
            let Some(found) = found else { return Ok(None) };
            let backwards = query.descending != (query.sort == Sort::Updated);
            let sign = if backwards { "<" } else { ">" };
            conditions.push(if query.sort == Sort::Number {
                Condition::new(format!("c.number {sign} ?"), vec![found])
            } else {
                Condition::new(format!("(c.{key}, c.number) {sign} (?, ?)"), vec![found, Value::from(last.0)])
            });
        }
        let mut statement = Self { sql: "SELECT c.number FROM claimant c".to_owned(), values: Vec::new() };
        statement.restrict(conditions);
        statement.sql.push_str(" ORDER BY ");
        statement.sql.push_str(order(query.sort, query.descending));
        statement.sql.push_str(" LIMIT ?");
        statement.values.push(Value::from(i64::try_from(limit).unwrap_or(i64::MAX)));
        Ok(Some(statement))
    }

    fn restrict(&mut self, conditions: Vec<Condition>) {
        for (position, condition) in conditions.into_iter().enumerate() {
            self.sql.push_str(if position == 0 { " WHERE " } else { " AND " });
            self.sql.push_str(&condition.sql);
            self.values.extend(condition.values);
        }
    }
}

/// What must hold of everybody in the list; whoever's record went into another one is in none.
fn conditions(reader: &Reader<'_>, query: &Query, shape: Shape) -> Result<Vec<Condition>> {
    let filters = query.filters.iter().map(|filter| Condition::of(filter, shape));
    let present = any_hidden(reader)?.then(|| Condition::new(PRESENT, Vec::new()));
    Ok(searched(query.text.trim()).into_iter().chain(filters).chain(present).collect())
}

fn order(sort: Sort, descending: bool) -> &'static str {
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
