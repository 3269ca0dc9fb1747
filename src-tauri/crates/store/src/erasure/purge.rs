//! Deletes what the database holds of one claimant, wherever it lies.
//!
//! Tables are found by their shape, not by a list: whatever has a column `claimant` belongs to one, and whatever refers to a
//! row that went goes with it. So a table that is added later is emptied too, or the erasure fails and changes nothing.

use joinder_domain::id::{ClaimantNumber, EvidenceId};
use serde_json::Value;
use uuid::Uuid;

use crate::claimant::{Index, Lookup, Stored};
use crate::column::read;
use crate::conflict_search;
use crate::error::{Error, Result};
use crate::evidence::{self, Which};
use crate::write::{Reader, Write};

/// Tables that keep what is said of a claimant's number: the chain, and the tombstones.
const KEEP: [&str; 3] = ["audit_entry", "erasure", "claimant"];

/// Kind and id of something whose content the audit no longer finds.
pub(super) type Gone = Vec<(String, String)>;

/// What went with somebody.
pub(super) struct Purged {
    /// What the audit knew of them.
    pub(super) gone: Gone,
    /// Entries of others whose changes said something of them.
    pub(super) entries: Vec<u64>,
}

/// Deletes everything about one claimant.
pub(super) fn purge(tx: &mut Write<'_>, stored: &Stored, reason: &str) -> Result<Purged> {
    let number = stored.number;
    // A record that went into another one is in no index.
    let found = crate::merge::merged_into(tx, number)?.is_none();
    remove_evidence(tx, number, reason)?;
    let mut gone = known_to_the_audit(tx, number)?;
    gone.extend(packets(tx, stored)?);
    changes(tx, number, &gone)?;
    let entries = merges(tx, number)?;
    searches_for_conflicts(tx, number)?;
    let conn = tx.conn;
    conn.execute("DELETE FROM match_pair WHERE a = ?1 OR b = ?1", [number.0])?;
    conn.execute(
        "DELETE FROM draft WHERE key = ?1 OR key GLOB ?2",
        [format!("claimant:{}", number.0), format!("journal:{}:*", number.0)],
    )?;
    if found {
        Index::new(tx)?.remove(number, &Lookup::of(&stored.claimant))?;
    }
    for table in of_a_claimant(tx)? {
        conn.execute(&format!("DELETE FROM \"{table}\" WHERE claimant = ?1"), [number.0])?;
    }
    conn.execute("DELETE FROM claimant WHERE number = ?1", [number.0])?;
    gone.sort();
    gone.dedup();
    Ok(Purged { gone, entries })
}

/// What hung on rows that went goes too; then the search index forgets the words that were taken out of it.
pub(super) fn finish(tx: &Write<'_>) -> Result<()> {
    let conn = tx.conn;
    // An answer that was kept whole, before answers were taken apart, is a pattern of its own.
    conn.execute(
        "DELETE FROM answer_pattern WHERE sha256 IS NULL AND id NOT IN (SELECT pattern FROM answer)",
        (),
    )?;
    conn.execute("DELETE FROM answer_pattern_code WHERE pattern NOT IN (SELECT id FROM answer_pattern)", ())?;
    for _ in 0..DEPTH_MOST {
        let mut statement = conn.prepare("SELECT DISTINCT \"table\", rowid FROM pragma_foreign_key_check")?;
        let found = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let hanging: Vec<(String, Option<i64>)> = found.collect::<rusqlite::Result<_>>()?;
        if hanging.is_empty() {
            return Ok(
                conn.execute_batch("INSERT INTO claimant_search (claimant_search) VALUES ('optimize')")?
            );
        }
        for (table, row) in hanging {
            let row = row.ok_or_else(|| Error::Constraint(format!("{table} refers to who is erased")))?;
            conn.execute(&format!("DELETE FROM \"{table}\" WHERE rowid = ?1"), [row])?;
        }
    }
    Err(Error::Constraint("rows refer to who is erased".to_owned()))
}

/// So deep do tables hang on each other at most.
const DEPTH_MOST: usize = 8;

/// Tables with a column `claimant`.
fn of_a_claimant(reader: &Reader<'_>) -> Result<Vec<String>> {
    let mut statement = reader.conn.prepare(
        "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND c.name = 'claimant' ORDER BY m.name",
    )?;
    let names =
        statement.query_map((), |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names.into_iter().filter(|name| !KEEP.contains(&name.as_str())).collect())
}

/// Originals of the claimant, those that were set aside later too.
fn remove_evidence(tx: &mut Write<'_>, number: ClaimantNumber, reason: &str) -> Result<()> {
    let mut items = evidence::ids(tx, Which::Of(number))?;
    {
        let mut statement = tx.conn.prepare(
            "SELECT DISTINCT subject_id FROM audit_entry WHERE claimant = ?1 AND subject_kind = 'evidence'
             AND subject_id <> ''",
        )?;
        let once = statement.query_map([number.0], |row| row.get::<_, String>(0))?;
        for id in once {
            let Ok(id) = Uuid::parse_str(&id?) else { continue };
            items.push(EvidenceId(id));
        }
    }
    items.sort();
    items.dedup();
    for id in items {
        let Some(item) = evidence::get(tx, id)? else { continue };
        match item.state {
            evidence::State::Assigned(owner) if owner != number => continue,
            evidence::State::Unassigned => continue,
            evidence::State::Assigned(_) => evidence::set_aside(tx, id, reason)?,
            evidence::State::SetAside(_) => {}
        }
        evidence::remove(tx, id, reason)?;
    }
    Ok(())
}

/// Whatever has a content in the audit and concerns the claimant; evidence and the claimant have entries of their own.
fn known_to_the_audit(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Gone> {
    let mut statement = reader.conn.prepare(
        "SELECT DISTINCT subject_kind, subject_id FROM audit_entry
         WHERE claimant = ?1 AND content_digest IS NOT NULL AND subject_kind NOT IN ('claimant', 'evidence')",
    )?;
    let found = statement.query_map([number.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Packets that the claimant sent, accepted or not, with their sealed bytes and what was asked back.
fn packets(tx: &Write<'_>, stored: &Stored) -> Result<Gone> {
    let (conn, number) = (tx.conn, stored.number);
    // What colleagues sent of the claimant names the id, whoever has looked at it.
    let mut statement = conn.prepare(
        "SELECT number FROM packet WHERE claimant = ?1 OR (series <> '' AND series IN
           (SELECT series FROM packet WHERE claimant = ?1)) OR series LIKE 'transfer:%:' || ?2",
    )?;
    let packets = statement
        .query_map((number.0, stored.id.0.to_string()), |row| row.get::<_, u32>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut gone = Gone::new();
    for packet in packets {
        let mut asked = conn.prepare_cached("SELECT id FROM packet_request WHERE packet = ?1")?;
        let ids = asked.query_map([packet], |row| row.get::<_, [u8; 16]>(0))?;
        for id in ids {
            gone.push(("request".to_owned(), Uuid::from_bytes(id?).to_string()));
        }
        for table in ["packet_request", "packet_signal", "packet_paper", "packet_blob"] {
            conn.execute(&format!("DELETE FROM {table} WHERE packet = ?1"), [packet])?;
        }
        conn.execute("DELETE FROM draft WHERE key GLOB ?1", [format!("packet:{packet}:*")])?;
        conn.execute("DELETE FROM packet WHERE number = ?1", [packet])?;
        gone.push(("packet".to_owned(), packet.to_string()));
    }
    Ok(gone)
}

/// What entries about the claimant had changed, before and after.
fn changes(tx: &Write<'_>, number: ClaimantNumber, gone: &Gone) -> Result<()> {
    tx.conn.execute(
        "DELETE FROM audit_change WHERE seq IN (SELECT seq FROM audit_entry WHERE claimant = ?1)",
        [number.0],
    )?;
    let mut about = tx.conn.prepare(
        "DELETE FROM audit_change WHERE seq IN
           (SELECT seq FROM audit_entry WHERE subject_kind = ?1 AND subject_id = ?2)",
    )?;
    for (kind, id) in gone {
        about.execute((kind, id))?;
    }
    about.execute(("claimant", number.0.to_string()))?;
    Ok(())
}

/// Merges that the claimant was part of: they hold both records as they were. As long as two records were one, changes of
/// the other one said what this one had said: they go too.
fn merges(tx: &Write<'_>, number: ClaimantNumber) -> Result<Vec<u64>> {
    let mut statement = tx.conn.prepare(
        "SELECT CASE WHEN kept = ?1 THEN lost ELSE kept END, merged_at, ifnull(undone_at, ?2) FROM claimant_merge
         WHERE kept = ?1 OR lost = ?1",
    )?;
    let merged =
        statement.query_map((number.0, i64::MAX), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let merged: Vec<(u32, i64, i64)> = merged.collect::<rusqlite::Result<_>>()?;
    let mut entries = Vec::new();
    for (other, from, to) in merged {
        let mut said = tx.conn.prepare_cached(
            "DELETE FROM audit_change WHERE seq IN
               (SELECT seq FROM audit_entry WHERE claimant = ?1 AND at BETWEEN ?2 AND ?3) RETURNING seq",
        )?;
        let gone = said.query_map((other, from, to), |row| row.get(0))?;
        entries.extend(gone.collect::<rusqlite::Result<Vec<u64>>>()?);
        tx.conn.execute(
            "DELETE FROM import_update WHERE claimant = ?1 AND batch IN
               (SELECT id FROM import_batch WHERE started BETWEEN ?2 AND ?3)",
            (other, from, to),
        )?;
    }
    tx.conn.execute("DELETE FROM claimant_merge WHERE kept = ?1 OR lost = ?1", [number.0])?;
    entries.sort_unstable();
    Ok(entries)
}

/// Searches that found the claimant: that they were made stays, without who was found and what was asked for.
fn searches_for_conflicts(tx: &mut Write<'_>, number: ClaimantNumber) -> Result<()> {
    let mut statement = tx.conn.prepare("SELECT id, found FROM conflict_search")?;
    let searches = statement.query_map((), |row| Ok((row.get::<_, u32>(0)?, row.get::<_, String>(1)?)))?;
    let searches = searches.collect::<rusqlite::Result<Vec<_>>>()?;
    drop(statement);
    for (id, text) in searches {
        let found: Vec<Value> = read("conflict search", &text)?;
        let is_theirs = |one: &Value| one.get("number").and_then(Value::as_u64) == Some(u64::from(number.0));
        if found.iter().any(is_theirs) {
            let rest: Vec<Value> = found.into_iter().filter(|one| !is_theirs(one)).collect();
            conflict_search::forget(tx, id, &Value::Array(rest))?;
        }
    }
    Ok(())
}
