//! A walk along an index: claimants in the order of a list, looked at until a page is full.

use joinder_domain::id::ClaimantNumber;
use rusqlite::types::Value;

use super::filter::Condition;
use super::find::{Statement, run};
use crate::error::Result;
use crate::write::Reader;

/// Claimants passed before it is asked whether to go on: about what two pages of a list without conditions need.
const STRIDE: usize = 500;

/// How many times further than allowed a walk may have to go, by what it found so far, before it is given up: those who
/// fit need not lie evenly.
const GIVE: usize = 4;

/// An order that an index gives.
#[derive(Clone, Copy)]
pub(super) struct Order {
    /// Columns of the index; the number is the last.
    pub(super) key: &'static [&'static str],
    pub(super) backwards: bool,
}

/// How many claimants one question may pass over.
pub(super) struct Steps(usize);

impl Steps {
    /// What finding and sorting so many, which are few, would cost.
    pub(super) fn few(few: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a positive number, cut to fit"
        )]
        Self((few * 2.0) as usize)
    }
}

/// A walk.
pub(super) struct Walk {
    order: Order,
    /// The part of the index that is walked; `None` for the whole.
    range: Option<Condition>,
    /// What must hold of each claimant.
    tests: Vec<Condition>,
    /// Where the walk stands, in the columns of the index.
    after: Option<Vec<Value>>,
}

impl Walk {
    pub(super) fn new(order: Order, range: Option<Condition>, tests: Vec<Condition>) -> Self {
        Self { order, range, tests, after: None }
    }

    /// Begins behind a claimant; `false` when there is no such claimant.
    pub(super) fn begin_after(&mut self, reader: &Reader<'_>, last: ClaimantNumber) -> Result<bool> {
        let mut statement = Statement::new(format!("SELECT {} FROM claimant c", columns(self.order.key, "")));
        statement.restrict([Condition::new("c.number = ?", vec![Value::from(last.0)])]);
        self.after = statement.first_row(reader, self.order.key.len())?;
        Ok(self.after.is_some())
    }

    /// Up to `limit` claimants; `None` when so many steps did not fill the page, or by what was found so far will not, and
    /// the walk is not at its end.
    pub(super) fn page(
        &mut self,
        reader: &Reader<'_>,
        limit: usize,
        steps: &mut Steps,
    ) -> Result<Option<Vec<ClaimantNumber>>> {
        let mut page = Vec::with_capacity(limit);
        let mut stride = STRIDE;
        let mut passed: usize = 0;
        let most = steps.0;
        loop {
            let until = self.stride(stride).first_row(reader, self.order.key.len())?;
            let left = limit.saturating_sub(page.len());
            page.extend(run(reader, &self.statement(until.as_deref(), left))?);
            if page.len() >= limit || until.is_none() {
                return Ok(Some(page));
            }
            if steps.0 < stride {
                return Ok(None);
            }
            steps.0 = steps.0.saturating_sub(stride);
            passed = passed.saturating_add(stride);
            if page.len().saturating_mul(most) < limit.saturating_mul(passed).saturating_div(GIVE) {
                return Ok(None);
            }
            self.after = until;
            stride = stride.saturating_mul(4);
        }
    }

    /// Up to `limit` claimants, however far the walk goes.
    pub(super) fn rest(&self, reader: &Reader<'_>, limit: usize) -> Result<Vec<ClaimantNumber>> {
        run(reader, &self.statement(None, limit))
    }

    /// Where so many claimants further lies.
    fn stride(&self, stride: usize) -> Statement {
        let mut statement = Statement::new(format!("SELECT {} FROM claimant c", columns(self.order.key, "")));
        statement.restrict(self.range.clone().into_iter().chain(self.beyond()));
        self.sort(&mut statement);
        statement.sql.push_str(" LIMIT 1 OFFSET ?");
        statement.values.push(Value::from(i64::try_from(stride).unwrap_or(i64::MAX)));
        statement
    }

    /// Those who fit between here and there.
    pub(super) fn statement(&self, until: Option<&[Value]>, limit: usize) -> Statement {
        let mut statement = Statement::new("SELECT c.number FROM claimant c");
        let until = until.map(|until| self.compared(if self.order.backwards { ">=" } else { "<=" }, until));
        let range = self.range.clone().into_iter().chain(self.beyond()).chain(until);
        statement.restrict(range.chain(self.tests.iter().cloned()));
        self.sort(&mut statement);
        statement.sql.push_str(" LIMIT ?");
        statement.values.push(Value::from(i64::try_from(limit).unwrap_or(i64::MAX)));
        statement
    }

    fn beyond(&self) -> Option<Condition> {
        let sign = if self.order.backwards { "<" } else { ">" };
        self.after.as_ref().map(|after| self.compared(sign, after))
    }

    fn compared(&self, sign: &str, values: &[Value]) -> Condition {
        let places = super::filter::places(self.order.key.len());
        let sql = format!("({}) {sign} ({places})", columns(self.order.key, ""));
        Condition::new(sql, values.to_vec())
    }

    fn sort(&self, statement: &mut Statement) {
        statement.sql.push_str(" ORDER BY ");
        statement.sql.push_str(&columns(self.order.key, if self.order.backwards { " DESC" } else { "" }));
    }
}

/// `c.sort_key, c.number`, each with something behind it.
fn columns(key: &[&str], behind: &str) -> String {
    key.iter().map(|column| format!("c.{column}{behind}")).collect::<Vec<_>>().join(", ")
}
