//! Evidence items as stored.

use jiff::Timestamp;
use joinder_domain::audit::Digest;
use joinder_domain::id::{ClaimantNumber, EvidenceId, PersonId};
use joinder_domain::notice::Grade;
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, Row, params_from_iter};
use serde_json::{Value, json};

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
                       e.claimant, e.reason, e.shape, e.subject, e.sender, e.recipients, e.dated, f.facts, f.grade";

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
    let sql = format!(
        "SELECT {COLUMNS} FROM evidence e JOIN evidence_facts f ON f.evidence = e.row WHERE {condition}"
    );
    reader.conn.prepare_cached(&sql)?.query_row([value], evidence).optional()?.transpose()
}

/// Items in the order in which they were received.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, which: Which) -> Result<Vec<Evidence>> {
    let (condition, values) = condition(which);
    let sql = format!(
        "SELECT {COLUMNS} FROM evidence e JOIN evidence_facts f ON f.evidence = e.row
         WHERE {condition} ORDER BY e.row"
    );
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
    let found = statement.query_map(params_from_iter(values), |row| Ok(EvidenceId(id(row.get(0)?))))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
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
    let content = json!({
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
        sha256: Digest(row.get(1)?),
        size: row.get(2)?,
        name: row.get(3)?,
        modified: row.get::<_, Option<i64>>(4)?.map(timestamp),
        source: row.get(5)?,
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
    }))
}
