//! Evidence items as stored.

use std::collections::BTreeSet;

use jiff::Timestamp;
use joinder_domain::audit::Digest;
use joinder_domain::id::{ClaimantNumber, EvidenceId, EvidenceNumber, PersonId};
use joinder_domain::notice::Grade;
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, Row, params_from_iter};
use serde_json::{Value, json};

use super::origin::{self, ORIGIN_COLUMNS, Origin};
use crate::column::{document, id, milliseconds, read, timestamp};
use crate::error::{Error, Result};
use crate::write::Reader;

/// Where an item stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nobody knows yet whose it is.
    Unassigned,
    /// It belongs to a claimant.
    Assigned(ClaimantNumber),
    /// It is kept and not used, for a reason.
    SetAside(String),
}

/// An evidence item without its bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The id.
    pub id: EvidenceId,
    /// Its number, as people know it.
    pub number: EvidenceNumber,
    /// SHA-256 of the bytes as received.
    pub sha256: Digest,
    /// How many bytes there are.
    pub size: u64,
    /// Name of the file as received.
    pub name: String,
    /// When the file was last changed, by its own account.
    pub modified: Option<Timestamp>,
    /// How it came in: a short word such as `file` or `packet`.
    pub source: String,
    /// Where it lay, when it was not a file of its own.
    pub origin: Option<Origin>,
    /// When it was received.
    pub received: Timestamp,
    /// Who took it in.
    pub person: PersonId,
    /// Where it stands.
    pub state: State,
    /// What kind of file it is, as the parser names it.
    pub shape: String,
    /// Subject line, of a mail.
    pub subject: String,
    /// Sender, of a mail.
    pub sender: String,
    /// Every address that it was sent to.
    pub recipients: Vec<String>,
    /// Its date as written.
    pub dated: String,
    /// What a parser found in it.
    pub facts: Value,
    /// How well it proves that its claimant was told.
    pub grade: Option<Grade>,
    /// Which of the details that only some roles see it holds, as the profile calls them; empty for none.
    pub restricted: String,
}

/// Which evidence a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// What nobody is known to own.
    Unassigned,
    /// What belongs to a claimant.
    Of(ClaimantNumber),
    /// What is not used.
    SetAside,
    /// Everything.
    All,
}

const COLUMNS: &str = "e.id, e.sha256, e.size, e.name, e.modified, e.source, e.received, e.person, e.state, \
                       e.claimant, e.reason, e.shape, e.subject, e.sender, e.recipients, e.dated, f.facts, f.grade, \
                       e.row, e.restricted";

const TABLES: &str = "evidence e JOIN evidence_facts f ON f.evidence = e.row \
                      LEFT JOIN evidence_origin o ON o.evidence = e.row";

/// An item.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, id: EvidenceId) -> Result<Option<Evidence>> {
    one(reader, "e.id = ?1", id.0.as_bytes().to_vec())
}

/// The item with these bytes.
///
/// # Errors
/// Those of the database.
pub fn find_by_sha256(reader: &Reader<'_>, sha256: Digest) -> Result<Option<Evidence>> {
    one(reader, "e.sha256 = ?1", sha256.0.to_vec())
}

fn one(reader: &Reader<'_>, condition: &str, value: Vec<u8>) -> Result<Option<Evidence>> {
    let sql = format!("SELECT {COLUMNS}, {ORIGIN_COLUMNS} FROM {TABLES} WHERE {condition}");
    reader.conn.prepare_cached(&sql)?.query_row([value], evidence).optional()?.transpose()
}

/// Items in the order in which they were received.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, which: Which) -> Result<Vec<Evidence>> {
    let (condition, values) = condition(which);
    let sql = format!("SELECT {COLUMNS}, {ORIGIN_COLUMNS} FROM {TABLES} WHERE {condition} ORDER BY e.row");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(values), evidence)?;
    found.map(|evidence| evidence?).collect()
}

/// The ids of items in the order in which they were received: what a long list begins with.
///
/// # Errors
/// Those of the database.
pub fn ids(reader: &Reader<'_>, which: Which) -> Result<Vec<EvidenceId>> {
    let (condition, values) = condition(which);
    let sql = format!("SELECT e.id FROM evidence e WHERE {condition} ORDER BY e.row");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(values), |row| row.get(0).map(id).map(EvidenceId))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Those who hold any evidence.
///
/// # Errors
/// Those of the database.
pub fn holders(reader: &Reader<'_>) -> Result<BTreeSet<ClaimantNumber>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT DISTINCT claimant FROM evidence WHERE claimant IS NOT NULL ORDER BY claimant",
    )?;
    let found = statement.query_map((), |row| row.get(0).map(ClaimantNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The ids of items of which every word, in lower case, stands in their name, headers or facts.
///
/// # Errors
/// Those of the database.
pub fn find(reader: &Reader<'_>, which: Which, words: &[String]) -> Result<Vec<EvidenceId>> {
    if words.is_empty() {
        return ids(reader, which);
    }
    let (condition, values) = condition(which);
    let sql = format!(
        "SELECT e.id, e.name, e.subject, e.sender, e.recipients, f.facts FROM evidence e
         JOIN evidence_facts f ON f.evidence = e.row WHERE {condition} ORDER BY e.row"
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut text = String::new();
        for column in 1..=5 {
            text.push_str(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?);
            text.push('\n');
        }
        let text = text.to_lowercase();
        if words.iter().all(|word| text.contains(word.as_str())) {
            found.push(EvidenceId(id(row.get(0)?)));
        }
    }
    Ok(found)
}

/// The id of the item with this number.
///
/// # Errors
/// Those of the database.
pub fn find_by_number(reader: &Reader<'_>, number: EvidenceNumber) -> Result<Option<EvidenceId>> {
    let mut statement = reader.conn.prepare_cached("SELECT id FROM evidence WHERE row = ?1")?;
    Ok(statement.query_row([number.0], |row| row.get(0).map(id).map(EvidenceId)).optional()?)
}

/// How many bytes these items have together.
///
/// # Errors
/// Those of the database.
pub fn total_size(reader: &Reader<'_>, items: &[EvidenceId]) -> Result<u64> {
    let mut statement = reader.conn.prepare_cached("SELECT size FROM evidence WHERE id = ?1")?;
    let mut total = 0_u64;
    for item in items {
        let size: Option<u64> = statement.query_row([item.0.as_bytes()], |row| row.get(0)).optional()?;
        total = total.saturating_add(size.unwrap_or_default());
    }
    Ok(total)
}

/// At most `most` items with at least this grade, the earliest first.
///
/// # Errors
/// Those of the database.
pub fn strongest(reader: &Reader<'_>, tier: u8, most: usize) -> Result<Vec<Evidence>> {
    let sql = format!(
        "SELECT {COLUMNS}, {ORIGIN_COLUMNS} FROM {TABLES} WHERE e.tier >= ?1 ORDER BY e.row LIMIT ?2"
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let found = statement.query_map((tier, most), evidence)?;
    found.map(|evidence| evidence?).collect()
}

fn condition(which: Which) -> (&'static str, Vec<Sql>) {
    match which {
        Which::Unassigned => ("e.state = 'unassigned'", vec![]),
        Which::Of(number) => ("e.claimant = ?1", vec![number.0.into()]),
        Which::SetAside => ("e.state = 'set-aside'", vec![]),
        Which::All => ("1", vec![]),
    }
}

/// The digest that the audit holds of an item. The bytes are in it by their own digest.
pub(crate) fn content(evidence: &Evidence) -> Result<Digest> {
    let (state, claimant, reason) = state_columns(&evidence.state);
    let mut content = json!({
        "claimant": claimant,
        "dated": evidence.dated,
        "facts": Digest::of(document(&evidence.facts)?.as_bytes()),
        "grade": evidence.grade.as_ref().map(document).transpose()?.map(|grade| Digest::of(grade.as_bytes())),
        "id": evidence.id,
        "modified": evidence.modified.map(milliseconds),
        "name": evidence.name,
        "person": evidence.person,
        "reason": reason,
        "received": milliseconds(evidence.received),
        "recipients": evidence.recipients,
        "sender": evidence.sender,
        "sha256": evidence.sha256,
        "shape": evidence.shape,
        "size": evidence.size,
        "source": evidence.source,
        "state": state,
        "subject": evidence.subject,
    });
    if let (Some(origin), Some(fields)) = (&evidence.origin, content.as_object_mut()) {
        fields.insert("origin".to_owned(), origin::content(origin));
    }
    if let (false, Some(fields)) = (evidence.restricted.is_empty(), content.as_object_mut()) {
        fields.insert("restricted".to_owned(), json!(evidence.restricted));
    }
    Ok(Digest::of(document(&content)?.as_bytes()))
}

pub(super) fn state_columns(state: &State) -> (&'static str, Option<u32>, &str) {
    match state {
        State::Unassigned => ("unassigned", None, ""),
        State::Assigned(number) => ("assigned", Some(number.0), ""),
        State::SetAside(reason) => ("set-aside", None, reason),
    }
}

fn evidence(row: &Row<'_>) -> rusqlite::Result<Result<Evidence>> {
    let (recipients, facts) =
        (read("evidence", row.get_ref(14)?.as_str()?), read("evidence", row.get_ref(16)?.as_str()?));
    let grade: Option<String> = row.get(17)?;
    let grade = grade.map(|grade| read("grade", &grade)).transpose();
    let (Ok(recipients), Ok(facts), Ok(grade)) = (recipients, facts, grade) else {
        return Ok(Err(Error::Unreadable("evidence item")));
    };
    let claimant: Option<u32> = row.get(9)?;
    let state = match (row.get_ref(8)?.as_str()?, claimant) {
        (_, Some(number)) => State::Assigned(ClaimantNumber(number)),
        ("set-aside", None) => State::SetAside(row.get(10)?),
        _ => State::Unassigned,
    };
    Ok(Ok(Evidence {
        id: EvidenceId(id(row.get(0)?)),
        number: EvidenceNumber(row.get(18)?),
        sha256: Digest(row.get(1)?),
        size: row.get(2)?,
        name: row.get(3)?,
        modified: row.get::<_, Option<i64>>(4)?.map(timestamp),
        source: row.get(5)?,
        origin: origin::origin(row, 20)?,
        received: timestamp(row.get(6)?),
        person: PersonId(id(row.get(7)?)),
        state,
        shape: row.get(11)?,
        subject: row.get(12)?,
        sender: row.get(13)?,
        recipients,
        dated: row.get(15)?,
        facts,
        grade,
        restricted: row.get(19)?,
    }))
}
