//! Runs of the classification under a rule set that was adopted: from then on it is in force.

use jiff::Timestamp;
use jiff::civil::Date;
use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::classification::RuleSetRef;
use joinder_domain::code::Code;
use joinder_domain::id::PersonId;
use joinder_domain::noun::Noun;
use rusqlite::{OptionalExtension, Row};
use serde_json::{Value, json};

use crate::column::{document, id, milliseconds, read, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// Which run, from 1; the first one stands for the rules that the matter was made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunId(pub u32);

/// A run to be frozen.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRun {
    /// The rule set.
    pub rule_set: RuleSetRef,
    /// Its title.
    pub title: String,
    /// The day to which statuses were worked out.
    pub incident_date: Date,
    /// The rule set as its file has it; empty for the one that the matter was made with.
    pub rules: String,
    /// Why it was adopted; empty for the one that the matter was made with.
    pub reason: String,
    /// How many claimants there were.
    pub claimants: u64,
    /// How many answers came out differently.
    pub changed: u64,
    /// How many claimants stood where on each axis.
    pub counts: Value,
}

/// A run as it was frozen.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Which one.
    pub id: RunId,
    /// When.
    pub at: Timestamp,
    /// Who adopted it.
    pub person: PersonId,
    /// That person's full name at the time.
    pub person_name: String,
    /// The audit entry that stands for it.
    pub seq: u64,
    /// What was frozen.
    pub new: NewRun,
}

const COLUMNS: &str =
    "id, at, person, person_name, rule_set, version, sha256, title, incident_date, rules, reason, seq,
    claimants, changed, counts";

/// Freezes a run: the answers written so far, and not yet part of an earlier run, are its own.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Write<'_>, new: &NewRun) -> Result<RunId> {
    let number = tx.conn.query_row("SELECT coalesce(max(id), 0) + 1 FROM rule_run", (), |row| row.get(0))?;
    let run = Run {
        id: RunId(number),
        at: tx.now(),
        person: tx.actor().id,
        person_name: tx.actor().name.clone(),
        seq: tx.next_seq(),
        new: new.clone(),
    };
    let RuleSetRef { id: rule_set, version, sha256 } = &new.rule_set;
    let sql = format!(
        "INSERT INTO rule_run ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
    );
    tx.conn.prepare_cached(&sql)?.execute(rusqlite::params![
        number,
        milliseconds(run.at),
        run.person.0.as_bytes(),
        run.person_name,
        rule_set.as_str(),
        version,
        sha256,
        new.title,
        new.incident_date.to_string(),
        new.rules,
        new.reason,
        run.seq,
        new.claimants,
        new.changed,
        document(&new.counts)?,
    ])?;
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Run, number.to_string()),
        claimant: None,
        detail: json!({
            "rule_set": rule_set.as_str(), "version": version, "sha256": sha256,
            "incident_date": new.incident_date.to_string(), "claimants": new.claimants, "changed": new.changed,
        }),
        change: None,
        content: Some(content(&run)?),
    })?;
    tx.touch(Noun::Run, None);
    Ok(run.id)
}

/// Every run, the earliest first.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Run>> {
    let sql = format!("SELECT {COLUMNS} FROM rule_run ORDER BY id");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let runs = statement.query_map((), |row| Ok(run(row)))?;
    runs.map(|run| run?).collect()
}

/// The run that is in force; `None` while the rules are those that the matter was made with.
///
/// # Errors
/// Those of the database.
pub fn latest(reader: &Reader<'_>) -> Result<Option<RunId>> {
    let latest = "SELECT max(id) FROM rule_run";
    Ok(reader.conn.prepare_cached(latest)?.query_row((), |row| row.get::<_, Option<u32>>(0))?.map(RunId))
}

/// A run.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, id: RunId) -> Result<Option<Run>> {
    let sql = format!("SELECT {COLUMNS} FROM rule_run WHERE id = ?1");
    reader.conn.prepare_cached(&sql)?.query_row([id.0], |row| Ok(run(row))).optional()?.transpose()
}

/// The run whose rules are in force; `None` while it is those that the matter was made with.
///
/// # Errors
/// Those of the database.
pub fn in_force(reader: &Reader<'_>) -> Result<Option<Run>> {
    let sql = format!("SELECT {COLUMNS} FROM rule_run ORDER BY id DESC LIMIT 1");
    let last = reader.conn.prepare_cached(&sql)?.query_row((), |row| Ok(run(row))).optional()?.transpose()?;
    Ok(last.filter(|run| !run.new.rules.is_empty()))
}

/// The digest that the audit holds of a run.
pub(crate) fn content(run: &Run) -> Result<Digest> {
    let Run { id, at, person, person_name, seq, new } = run;
    let content = json!({
        "at": milliseconds(*at), "changed": new.changed, "claimants": new.claimants, "counts": new.counts,
        "id": id.0, "incident_date": new.incident_date, "person": person, "person_name": person_name,
        "reason": new.reason, "rule_set": new.rule_set, "rules": new.rules, "seq": seq, "title": new.title,
    });
    Ok(Digest::of(document(&content)?.as_bytes()))
}

fn run(row: &Row<'_>) -> Result<Run> {
    let (rule_set, date, counts): (String, String, String) = (row.get(4)?, row.get(8)?, row.get(14)?);
    Ok(Run {
        id: RunId(row.get(0)?),
        at: timestamp(row.get(1)?),
        person: PersonId(id(row.get(2)?)),
        person_name: row.get(3)?,
        seq: row.get(11)?,
        new: NewRun {
            rule_set: RuleSetRef { id: Code(rule_set), version: row.get(5)?, sha256: row.get(6)? },
            title: row.get(7)?,
            incident_date: date.parse().map_err(|_| Error::Unreadable("run"))?,
            rules: row.get(9)?,
            reason: row.get(10)?,
            claimants: row.get(12)?,
            changed: row.get(13)?,
            counts: read("run", &counts)?,
        },
    })
}
