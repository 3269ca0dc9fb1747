//! How far the work on each file has come, who works on it, and the tags that people gave it.

mod count;
mod put;
mod rest;

pub use count::{assignee_counts, state_counts, tag_counts};
pub use put::put;
pub use rest::{Resting, resting};

use std::collections::BTreeSet;

use jiff::Timestamp;
use joinder_domain::audit::Digest;
use joinder_domain::code::Code;
use joinder_domain::id::{ClaimantNumber, PersonId};
use rusqlite::{OptionalExtension, Row};
use serde_json::{Value, json};

use crate::column::{document, id, milliseconds, read, timestamp};
use crate::error::Result;
use crate::write::Reader;

/// How far the work on a file has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Work {
    /// The state; empty is the one in which every file begins.
    pub state: Code,
    /// Why it is in this state; may be empty.
    pub reason: String,
    /// Since when; `None` for a file that never moved.
    pub since: Option<Timestamp>,
    /// Who works on it.
    pub assignee: Option<PersonId>,
    /// Tags, in order.
    pub tags: BTreeSet<String>,
}

const COLUMNS: &str = "state, reason, since, assignee, tags";

/// How far the work on a file has come.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Work> {
    let sql = format!("SELECT {COLUMNS} FROM work WHERE claimant = ?1");
    let found = reader.conn.prepare_cached(&sql)?.query_row([number.0], |row| Work::of(row, 0)).optional()?;
    found.unwrap_or_else(|| Ok(Work::default()))
}

/// Number and content of every file that was worked on, for verification.
pub(crate) fn contents(reader: &Reader<'_>) -> Result<Vec<(u32, Digest)>> {
    let sql = format!("SELECT {COLUMNS}, claimant FROM work ORDER BY claimant");
    let mut statement = reader.conn.prepare(&sql)?;
    let found = statement.query_map((), |row| Ok((row.get(5)?, Work::of(row, 0)?)))?;
    found
        .map(|found| {
            let (number, work) = found?;
            Ok((number, work?.content()?))
        })
        .collect()
}

impl Work {
    /// From a row with [`COLUMNS`] from `at` on, which are all `NULL` where there is no row.
    pub(crate) fn of(row: &Row<'_>, at: usize) -> rusqlite::Result<Result<Self>> {
        let column = |offset: usize| at.saturating_add(offset);
        let Some(state) = row.get::<_, Option<String>>(at)? else { return Ok(Ok(Self::default())) };
        let tags = read("tags", row.get_ref(column(4))?.as_str()?);
        let work = Self {
            state: Code(state),
            reason: row.get(column(1))?,
            since: Some(row.get::<_, i64>(column(2))?).filter(|at| *at != 0).map(timestamp),
            assignee: row.get::<_, Option<[u8; 16]>>(column(3))?.map(|bytes| PersonId(id(bytes))),
            tags: BTreeSet::new(),
        };
        Ok(tags.map(|tags| Self { tags, ..work }))
    }

    fn json(&self) -> Value {
        let mut json = json!({});
        if let Some(fields) = json.as_object_mut() {
            let mut put = |key: &str, value: Value| fields.insert(key.to_owned(), value);
            if !self.state.as_str().is_empty() {
                put("state", json!(self.state));
            }
            if !self.reason.is_empty() {
                put("reason", json!(self.reason));
            }
            if let Some(person) = self.assignee {
                put("assignee", json!(person));
            }
            if !self.tags.is_empty() {
                put("tags", json!(self.tags));
            }
        }
        json
    }

    fn content(&self) -> Result<Digest> {
        let content = json!([self.json(), self.since.map(milliseconds)]);
        Ok(Digest::of(document(&content)?.as_bytes()))
    }
}
