//! Records that became one, and two again.

use std::collections::BTreeSet;

use jiff::Timestamp;
use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_domain::matching::{differences, merge as joined, unmerge as parted};
use joinder_domain::noun::Noun;
use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::claimant::{self, EmailKeys, Stored};
use crate::column::{document, milliseconds, read, timestamp};
use crate::error::{Error, Result};
use crate::evidence::{self, Which};
use crate::match_pair::{self, PairState};
use crate::register;
use crate::work::{self, Work};
use crate::write::{Entered, Reader, Write};

/// Two records to make one.
#[derive(Clone, Debug, PartialEq)]
pub struct NewMerge {
    /// The record that is kept, and its version that was looked at.
    pub kept: (ClaimantNumber, u32),
    /// The record that goes into it, and its version that was looked at.
    pub lost: (ClaimantNumber, u32),
    /// What the kept record says from now on.
    pub merged: Claimant,
    /// Why.
    pub reason: String,
}

/// A merge as kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// Its number.
    pub id: u32,
    /// The record that was kept.
    pub kept: ClaimantNumber,
    /// The record that went into it.
    pub lost: ClaimantNumber,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
    /// By whom.
    pub undone_by: String,
    /// Why.
    pub undone_reason: String,
    before: Value,
    after: Value,
    evidence: Vec<EvidenceId>,
    carried: Carried,
}

const COLUMNS: &str =
    "id, kept, lost, merged_at, merged_by_name, reason, undone_at, undone_by_name, undone_reason,
    before, after, evidence, work";

/// Makes two records one: the kept one says what both said, evidence of the other is its own from now on, and the other
/// is found no more. Nothing is deleted.
///
/// # Errors
/// [`Error::NoSuchClaimant`], [`Error::Conflict`], [`Error::MergedAlready`]; [`Error::OnRegister`] while the other holds a
/// place on the register; those of the database.
pub fn merge(tx: &mut Write<'_>, new: &NewMerge) -> Result<u32> {
    let ((kept, kept_version), (lost, lost_version)) = (new.kept, new.lost);
    let (before, other) = (present(tx, kept)?, present(tx, lost)?);
    if kept == lost {
        return Err(Error::MergedAlready);
    }
    for (stored, version) in [(&before, kept_version), (&other, lost_version)] {
        if stored.version != version {
            return Err(Error::Conflict { found: stored.version, expected: version });
        }
    }
    // A place on the register is given up on the record, never by the way.
    if register::place_of(tx, lost)?.is_some_and(|place| place.ended.is_none()) {
        return Err(Error::OnRegister);
    }
    claimant::update(tx, kept, kept_version, &new.merged)?;
    let moved = evidence::ids(tx, Which::Of(lost))?;
    for item in &moved {
        evidence::assign(tx, *item, kept, None)?;
    }
    claimant::hide(tx, &other)?;
    tx.conn
        .prepare_cached(
            "INSERT INTO claimant_merge (kept, lost, merged_at, merged_by_name, reason, before, after, evidence)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            kept.0,
            lost.0,
            milliseconds(tx.now()),
            &tx.actor().name,
            &new.reason,
            document(&record(&before.claimant)?)?,
            document(&record(&new.merged)?)?,
            document(&moved)?,
        ))?;
    let id = u32::try_from(tx.conn.last_insert_rowid()).map_err(|_| Error::NoSuchMatch)?;
    let carried = carry_over(tx, kept, lost)?;
    tx.conn
        .prepare_cached("UPDATE claimant_merge SET work = ?2 WHERE id = ?1")?
        .execute((id, document(&carried)?))?;
    if match_pair::get(tx, kept, lost)?.is_some() {
        match_pair::decide(tx, kept, lost, PairState::Merged, &new.reason)?;
    }
    enter(tx, id, [kept, lost], "merged")?;
    Ok(id)
}

/// Two records again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmerged {
    /// The record that says now what the kept one says: itself, or the one that it is part of.
    pub kept: ClaimantNumber,
    /// The record that came out.
    pub lost: ClaimantNumber,
    /// Merges around it that were undone and made again, the innermost first, each with its number before and now.
    pub again: Vec<(u32, u32)>,
}

/// Makes them two again: each as it was, with what was changed since where it belongs. Evidence that came from the other
/// goes back to it, and so does evidence that arrived since and was sent to an address that only the other has.
///
/// # Errors
/// [`Error::NoSuchMatch`]; those of the database.
pub fn unmerge(tx: &mut Write<'_>, id: u32, reason: &str) -> Result<Unmerged> {
    let merge = get(tx, id)?.filter(|merge| merge.undone_at.is_none()).ok_or(Error::NoSuchMatch)?;
    // Where the kept record is part of another one, it is taken out, parted, and put into it again.
    let outers = around(tx, merge.kept)?;
    let mut takes = Vec::with_capacity(outers.len());
    for outer in outers.iter().rev() {
        takes.push(taken(tx, outer)?);
        part(tx, outer, reason)?;
    }
    part(tx, &merge, reason)?;
    let mut again = Vec::with_capacity(outers.len());
    for (outer, take) in outers.iter().zip(takes.iter().rev()) {
        let stored = |number| claimant::get(tx, number)?.ok_or(Error::NoSuchClaimant);
        let (one, other) = (stored(outer.kept)?, stored(outer.lost)?);
        let merged = joined(&one.claimant, &other.claimant, take).ok_or(Error::Unreadable("claimant"))?;
        again.push((outer.id, put_into(tx, outer, merged)?));
    }
    Ok(Unmerged { kept: holder(tx, merge.kept)?, lost: merge.lost, again })
}

/// Undoes an unmerge: each record, the innermost first, says again what it said before. Gives the numbers of the merges
/// before and now.
///
/// # Errors
/// [`Error::NoSuchMatch`]; those of [`merge`].
pub fn remerge(
    tx: &mut Write<'_>,
    id: u32,
    said: &[(ClaimantNumber, Claimant)],
    reason: &str,
) -> Result<Vec<(u32, u32)>> {
    let merge = get(tx, id)?.ok_or(Error::NoSuchMatch)?;
    let outers = around(tx, merge.kept)?;
    for outer in outers.iter().rev() {
        part(tx, outer, reason)?;
    }
    let mut again = Vec::with_capacity(outers.len().saturating_add(1));
    for one in std::iter::once(&merge).chain(&outers) {
        let merged = said.iter().find(|(number, _)| *number == one.kept).ok_or(Error::NoSuchMatch)?;
        again.push((one.id, put_into(tx, one, merged.1.clone())?));
    }
    Ok(again)
}

/// Makes a merge that was undone once more, so that the kept record says `merged`.
fn put_into(tx: &mut Write<'_>, before: &Merge, merged: Claimant) -> Result<u32> {
    let version = |number| Ok::<_, Error>(claimant::get(tx, number)?.ok_or(Error::NoSuchClaimant)?.version);
    let (kept, lost) = ((before.kept, version(before.kept)?), (before.lost, version(before.lost)?));
    merge(tx, &NewMerge { kept, lost, merged, reason: before.reason.clone() })
}

/// The merges by which a record is part of others, the innermost first.
///
/// # Errors
/// Those of the database.
pub fn around(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<Merge>> {
    let (mut at, mut met) = (number, BTreeSet::from([number]));
    let mut found = Vec::new();
    while let Some(outer) = into(reader, at)?.filter(|outer| met.insert(outer.kept)) {
        at = outer.kept;
        found.push(outer);
    }
    Ok(found)
}

/// The fields on which a merge took the other's word.
fn taken(reader: &Reader<'_>, merge: &Merge) -> Result<BTreeSet<String>> {
    let other = claimant::get(reader, merge.lost)?.ok_or(Error::NoSuchClaimant)?;
    let before = claimant_of(merge.before.clone())?;
    let after = |path: &str| merge.after.pointer(&format!("/{}", path.replace('.', "/")));
    let differing = differences(&before, &other.claimant).into_iter();
    Ok(differing.filter(|one| after(&one.path) == Some(&one.other)).map(|one| one.path).collect())
}

fn part(tx: &mut Write<'_>, merge: &Merge, reason: &str) -> Result<(ClaimantNumber, ClaimantNumber)> {
    let id = merge.id;
    let now = claimant::get(tx, merge.kept)?.ok_or(Error::NoSuchClaimant)?;
    let other = claimant::get(tx, merge.lost)?.ok_or(Error::NoSuchClaimant)?;
    let other_record = record(&other.claimant)?;
    let divided = |now: &Value| parted(&merge.before, &merge.after, &other_record, now);
    let (kept, lost) = divided(&record(&now.claimant)?);
    // Later merges into the same record must not bring back what is parted now.
    for later in
        of_kept(tx, merge.kept)?.into_iter().filter(|later| later.id > id && later.undone_at.is_none())
    {
        tx.conn
            .prepare_cached("UPDATE claimant_merge SET before = ?2, after = ?3 WHERE id = ?1")?
            .execute((later.id, document(&divided(&later.before).0)?, document(&divided(&later.after).0)?))?;
    }
    tx.conn
        .prepare_cached(
            "UPDATE claimant_merge SET undone_at = ?2, undone_by_name = ?3, undone_reason = ?4 WHERE id = ?1",
        )?
        .execute((id, milliseconds(tx.now()), &tx.actor().name, reason))?;
    let (kept, lost): (Claimant, Claimant) = (claimant_of(kept)?, claimant_of(lost)?);
    claimant::update(tx, merge.kept, now.version, &kept)?;
    claimant::show(tx, &other)?;
    claimant::update(tx, merge.lost, other.version, &lost)?;
    give_back(tx, merge, &kept, &lost)?;
    give_work_back(tx, merge)?;
    if match_pair::get(tx, merge.kept, merge.lost)?.is_some() {
        match_pair::decide(tx, merge.kept, merge.lost, PairState::Open, reason)?;
    }
    enter(tx, id, [merge.kept, merge.lost], "undone")?;
    Ok((merge.kept, merge.lost))
}

fn give_back(tx: &mut Write<'_>, merge: &Merge, kept: &Claimant, lost: &Claimant) -> Result<()> {
    let (own, others) = (addresses(kept), addresses(lost));
    for item in evidence::list(tx, Which::Of(merge.kept))? {
        let to = |addresses: &BTreeSet<String>| {
            let keys = item.recipients.iter().filter_map(|address| EmailKeys::of(address));
            keys.map(|keys| keys.exact).any(|key| addresses.contains(&key))
        };
        if merge.evidence.contains(&item.id) || (to(&others) && !to(&own)) {
            evidence::assign(tx, item.id, merge.lost, None)?;
        }
    }
    Ok(())
}

/// What a merge carried over of the work on the file of the record that went into the other.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Carried {
    /// The kept file was nobody's, and is now that of whoever worked on the other.
    assignee: bool,
    /// Tags that only the other had.
    tags: BTreeSet<String>,
}

fn carry_over(tx: &mut Write<'_>, kept: ClaimantNumber, lost: ClaimantNumber) -> Result<Carried> {
    let (before, other) = (work::get(tx, kept)?, work::get(tx, lost)?);
    let carried = Carried {
        assignee: before.assignee.is_none() && other.assignee.is_some(),
        tags: other.tags.difference(&before.tags).cloned().collect(),
    };
    let assignee = before.assignee.or(other.assignee);
    let tags = before.tags.union(&other.tags).cloned().collect();
    work::put(tx, kept, &Work { assignee, tags, ..before })?;
    Ok(carried)
}

fn give_work_back(tx: &mut Write<'_>, merge: &Merge) -> Result<()> {
    let (mut now, other) = (work::get(tx, merge.kept)?, work::get(tx, merge.lost)?);
    now.tags.retain(|tag| !merge.carried.tags.contains(tag));
    if merge.carried.assignee && now.assignee == other.assignee {
        now.assignee = None;
    }
    work::put(tx, merge.kept, &now)?;
    Ok(())
}

fn addresses(claimant: &Claimant) -> BTreeSet<String> {
    let emails = claimant.contact.emails.iter();
    emails.filter_map(|email| EmailKeys::of(&email.address)).map(|keys| keys.exact).collect()
}

/// The record that a claimant's went into; `None` when it is one of its own.
///
/// # Errors
/// Those of the database.
pub fn merged_into(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Option<ClaimantNumber>> {
    Ok(reader
        .conn
        .prepare_cached("SELECT kept FROM claimant_merge WHERE lost = ?1 AND undone_at IS NULL")?
        .query_row([number.0], |row| row.get(0).map(ClaimantNumber))
        .optional()?)
}

/// The records that went into a claimant's, in order; those that went into one of them are not among them.
///
/// # Errors
/// Those of the database.
pub fn lost_into(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<ClaimantNumber>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT lost FROM claimant_merge WHERE kept = ?1 AND undone_at IS NULL ORDER BY lost",
    )?;
    let found = statement.query_map([number.0], |row| row.get(0).map(ClaimantNumber))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The record in which a claimant's facts are now: their own, or the one that it went into, through as many merges as
/// there were.
///
/// # Errors
/// Those of the database.
pub fn holder(reader: &Reader<'_>, number: ClaimantNumber) -> Result<ClaimantNumber> {
    // UNION passes over a number that was met before, so that this ends whatever the table says.
    let found = reader
        .conn
        .prepare_cached(
            "WITH RECURSIVE way (number) AS (SELECT ?1 UNION SELECT m.kept FROM claimant_merge m
               JOIN way ON m.lost = way.number WHERE m.undone_at IS NULL)
             SELECT number FROM way
             WHERE number NOT IN (SELECT lost FROM claimant_merge WHERE undone_at IS NULL)",
        )?
        .query_row([number.0], |row| row.get(0).map(ClaimantNumber))
        .optional()?;
    Ok(found.unwrap_or(number))
}

/// The merge by which a record went into another one.
fn into(reader: &Reader<'_>, lost: ClaimantNumber) -> Result<Option<Merge>> {
    let sql = format!("SELECT {COLUMNS} FROM claimant_merge WHERE lost = ?1 AND undone_at IS NULL");
    reader.conn.prepare_cached(&sql)?.query_row([lost.0], row).optional()?.transpose()
}

/// Refuses a record that went into another one.
pub(crate) fn refuse_merged(reader: &Reader<'_>, number: ClaimantNumber) -> Result<()> {
    merged_into(reader, number)?.map_or(Ok(()), |_| Err(Error::MergedAlready))
}

/// A merge.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, id: u32) -> Result<Option<Merge>> {
    let sql = format!("SELECT {COLUMNS} FROM claimant_merge WHERE id = ?1");
    reader.conn.prepare_cached(&sql)?.query_row([id], row).optional()?.transpose()
}

/// Every merge, the latest first.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, most: usize) -> Result<Vec<Merge>> {
    let sql = format!("SELECT {COLUMNS} FROM claimant_merge ORDER BY id DESC LIMIT ?1");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let merges = statement.query_map([most], row)?;
    merges.map(|merge| merge?).collect()
}

fn of_kept(reader: &Reader<'_>, kept: ClaimantNumber) -> Result<Vec<Merge>> {
    let sql = format!("SELECT {COLUMNS} FROM claimant_merge WHERE kept = ?1 ORDER BY id");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let merges = statement.query_map([kept.0], row)?;
    merges.map(|merge| merge?).collect()
}

fn present(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Stored> {
    refuse_merged(reader, number)?;
    claimant::get(reader, number)?.ok_or(Error::NoSuchClaimant)
}

/// A record as it is compared: with its blanks left out, as it is stored.
fn record(claimant: &Claimant) -> Result<Value> {
    read("claimant", &claimant::record_text(claimant)?)
}

fn claimant_of(record: Value) -> Result<Claimant> {
    serde_json::from_value(record).map_err(|_| Error::Unreadable("claimant"))
}

fn enter(tx: &mut Write<'_>, id: u32, numbers: [ClaimantNumber; 2], what: &str) -> Result<()> {
    let [kept, lost] = numbers;
    for number in numbers {
        tx.append(Entered {
            subject: Subject::new(SubjectKind::Match, format!("{} {}", kept.0, lost.0)),
            claimant: Some(number),
            detail: json!({ "merge": id, "kept": kept.0, "lost": lost.0, "what": what }),
            change: None,
            content: None,
        })?;
        tx.touch(Noun::Claimant, Some(number));
    }
    tx.touch(Noun::Match, None);
    tx.touch(Noun::Evidence, None);
    Ok(())
}

fn row(row: &Row<'_>) -> rusqlite::Result<Result<Merge>> {
    let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
    let (before, after) = (read("merge", text(9)?), read("merge", text(10)?));
    let (evidence, carried) = (read("merge", text(11)?), read("merge", text(12)?));
    let (id, kept, lost) = (row.get(0)?, ClaimantNumber(row.get(1)?), ClaimantNumber(row.get(2)?));
    let (at, by, reason) = (timestamp(row.get(3)?), row.get(4)?, row.get(5)?);
    let undone_at: Option<i64> = row.get(6)?;
    let (undone_by, undone_reason) = (row.get(7)?, row.get(8)?);
    Ok((|| {
        Ok(Merge {
            id,
            kept,
            lost,
            at,
            by,
            reason,
            undone_at: undone_at.map(timestamp),
            undone_by,
            undone_reason,
            before: before?,
            after: after?,
            evidence: evidence?,
            carried: carried?,
        })
    })())
}
