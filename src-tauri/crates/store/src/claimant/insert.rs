//! New claimants, one or a hundred thousand.

use std::collections::{BTreeSet, HashMap};
use std::sync::mpsc::sync_channel;
use std::thread;

use joinder_domain::audit::{Digest, Subject};
use joinder_domain::claimant::{Claimant, Nation};
use joinder_domain::id::{ClaimantId, ClaimantNumber};
use joinder_domain::noun::Noun;
use rusqlite::CachedStatement;
use serde_json::{Value, json};

use super::find_by_reference;
use super::lookup::{Index, Lookup};
use super::record::{content, text};
use super::share::share;
use crate::column::milliseconds;
use crate::error::{Error, Result};
use crate::import_batch::BatchId;
use crate::key;
use crate::trigger;
use crate::write::{Entered, Reader, Write};

/// A claimant to be added.
#[derive(Clone, Debug, PartialEq)]
pub struct NewClaimant {
    /// The id.
    pub id: ClaimantId,
    /// The facts.
    pub claimant: Claimant,
}

/// What became of a row of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// It is a new claimant.
    Added(ClaimantNumber),
    /// The same row became this claimant before, whatever was changed there since.
    AlreadyThere(ClaimantNumber),
    /// Another row with the same external reference and other content became this claimant.
    ReferenceTaken(ClaimantNumber),
}

/// What [`insert_many`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inserted {
    /// What became of each row, in their order.
    pub outcomes: Vec<Imported>,
    /// What each new claimant has in common with somebody, in order of their numbers.
    pub sharing: Vec<Sharing>,
    /// Those who were there before, and begin to share something.
    pub earlier: BTreeSet<ClaimantNumber>,
}

/// What a claimant has in common with another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// An email address.
    pub address: bool,
    /// Own words that are all but the same.
    pub words: bool,
}

/// A record with everything that is derived from it.
struct Prepared {
    record: String,
    salt: [u8; 16],
    content: Digest,
    lookup: Lookup,
    row: [u8; 16],
}

/// Below this many records, starting threads costs more than it saves.
const BLOCK: usize = 256;

/// Adds one claimant.
///
/// # Errors
/// [`Error::ReferenceTaken`]; those of the database.
pub fn insert(tx: &mut Write<'_>, id: ClaimantId, claimant: &Claimant) -> Result<ClaimantNumber> {
    if find_by_reference(tx, &claimant.external_reference)?.is_some() {
        return Err(Error::ReferenceTaken);
    }
    let prepared = Prepared::of(claimant)?;
    let number = next_number(tx)?;
    row(tx, number, id, claimant, &prepared, Value::Null)?;
    Index::new(tx)?.add(number, &prepared.lookup)?;
    set_next_number(tx, ClaimantNumber(number.0.saturating_add(1)))?;
    Ok(number)
}

/// Adds the rows of an import, in order; rows that were imported before add nothing.
///
/// # Errors
/// Those of the database; then nothing of the transaction is kept.
pub fn insert_many(tx: &mut Write<'_>, batch: BatchId, new: &[NewClaimant]) -> Result<Inserted> {
    Arrivals::new(tx)?.insert(tx, batch, new)
}

/// The rows of one import, which come some ten thousand at a time.
pub struct Arrivals<'a> {
    known: Known<'a>,
}

impl<'a> Arrivals<'a> {
    /// Before the first rows.
    ///
    /// # Errors
    /// Those of the database.
    pub fn new(reader: &Reader<'a>) -> Result<Self> {
        Ok(Self { known: Known::new(reader)? })
    }

    /// Adds rows, in order. Each call sorts what it adds to the indexes. The records are prepared on all cores while they
    /// are written on this one.
    ///
    /// # Errors
    /// Those of the database; then nothing of the transaction is kept.
    pub fn insert(&mut self, tx: &mut Write<'_>, batch: BatchId, new: &[NewClaimant]) -> Result<Inserted> {
        if new.len() <= BLOCK {
            return insert_rows(tx, &mut self.known, batch, new);
        }
        unguarded(tx, |tx| insert_rows(tx, &mut self.known, batch, new))
    }
}

/// Adds claimants without the triggers that refuse a number that was given before: what may be refused makes SQLite copy
/// each page of each index before it is touched, for each row. The same is asked once for all of them.
fn unguarded<T>(tx: &mut Write<'_>, work: impl FnOnce(&mut Write<'_>) -> Result<T>) -> Result<T> {
    let first = next_number(tx)?;
    let given = "SELECT EXISTS (SELECT 1 FROM claimant_removal WHERE number >= ?1)
                     OR EXISTS (SELECT 1 FROM erasure WHERE claimant >= ?1)";
    if tx.conn.query_row(given, [first.0], |row| row.get(0))? {
        return Err(Error::Constraint("numbers of claimants are never given twice".to_owned()));
    }
    let guards =
        trigger::put_aside(tx, |name| matches!(name, "claimant_number_once" | "erased_number_once"))?;
    let done = work(tx)?;
    trigger::put_back(tx, &guards)?;
    Ok(done)
}

fn insert_rows(
    tx: &mut Write<'_>,
    known: &mut Known<'_>,
    batch: BatchId,
    new: &[NewClaimant],
) -> Result<Inserted> {
    let first = next_number(tx)?;
    let mut next = first;
    let mut index = Index::new(tx)?;
    let (mut emails, mut own_words, mut keys, mut rows) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut outcomes = Vec::with_capacity(new.len());

    prepare(new, |new, prepared| {
        let found = known.find(&new.claimant, &prepared.row, next)?;
        outcomes.push(found.unwrap_or(Imported::Added(next)));
        if found.is_some() {
            return Ok(());
        }
        row(tx, next, new.id, &new.claimant, &prepared, json!({ "import": batch.0 }))?;
        index.words(next, &prepared.lookup.words)?;
        own_words.extend(prepared.lookup.own_words.iter().map(|key| (*key, next)));
        emails.extend(prepared.lookup.emails.into_iter().map(|(key, exact)| (key, next, exact)));
        keys.extend(prepared.lookup.keys.into_iter().map(|key| (key, next)));
        rows.push((prepared.row, next));
        next = ClaimantNumber(next.0.saturating_add(1));
        Ok(())
    })?;

    // In order, neighbours of an index page are read and written together.
    emails.sort_unstable();
    own_words.sort_unstable();
    keys.sort_unstable();
    rows.sort_unstable();
    let mut inserted = Inserted { outcomes, ..Inserted::default() };
    inserted.sharing.resize_with(next.0.saturating_sub(first.0) as usize, Sharing::default);
    share(tx, first, &emails, &own_words, &mut inserted)?;
    index.many(&emails, &own_words, &keys)?;
    let mut insert =
        tx.conn.prepare_cached("INSERT INTO import_row (digest, claimant, batch) VALUES (?1, ?2, ?3)")?;
    for (digest, number) in &rows {
        insert.execute((digest, number.0, batch.0))?;
    }
    drop(insert);
    // A write that enters nothing in the audit may not change anything either.
    if !rows.is_empty() {
        set_next_number(tx, next)?;
        tx.touch(Noun::Claimant, None);
    }
    Ok(inserted)
}

/// What [`insert_many`] would do with rows, without doing it. Rows that repeat one another count once; numbers of new
/// claimants are those that they would get now.
pub struct Preview<'a> {
    known: Known<'a>,
    next: ClaimantNumber,
}

impl<'a> Preview<'a> {
    /// Of rows that are still to come.
    ///
    /// # Errors
    /// Those of the database.
    pub fn new(reader: &Reader<'a>) -> Result<Self> {
        Ok(Self { known: Known::new(reader)?, next: next_number(reader)? })
    }

    /// What would become of the rows that come next.
    ///
    /// # Errors
    /// Those of the database.
    pub fn rows(&mut self, new: &[NewClaimant]) -> Result<Vec<Imported>> {
        let mut outcomes = Vec::with_capacity(new.len());
        prepare(new, |new, prepared| {
            let found = self.known.find(&new.claimant, &prepared.row, self.next)?;
            outcomes.push(found.unwrap_or(Imported::Added(self.next)));
            if found.is_none() {
                self.next = ClaimantNumber(self.next.0.saturating_add(1));
            }
            Ok(())
        })?;
        Ok(outcomes)
    }
}

/// Rows and references that are taken, in the database or earlier in the same call.
struct Known<'a> {
    /// `None` while there is nothing in the database to be found.
    stored: Option<CachedStatement<'a>>,
    rows: HashMap<[u8; 16], ClaimantNumber>,
    references: HashMap<String, ClaimantNumber>,
}

impl<'a> Known<'a> {
    fn new(reader: &Reader<'a>) -> Result<Self> {
        let any: bool = reader.conn.query_row(
            "SELECT EXISTS (SELECT 1 FROM import_row)
                 OR EXISTS (SELECT 1 FROM claimant WHERE external_reference <> '')",
            (),
            |row| row.get(0),
        )?;
        let find = "SELECT (SELECT claimant FROM import_row WHERE digest = ?1),
                           (SELECT number FROM claimant WHERE external_reference = ?2 AND external_reference <> '')";
        let stored = if any { Some(reader.conn.prepare_cached(find)?) } else { None };
        Ok(Self { stored, rows: HashMap::new(), references: HashMap::new() })
    }

    /// What a row turns out to be; when it is new, it is known from now on under the number `next`.
    fn find(
        &mut self,
        claimant: &Claimant,
        row: &[u8; 16],
        next: ClaimantNumber,
    ) -> Result<Option<Imported>> {
        let reference = &claimant.external_reference;
        let mut same_row = self.rows.get(row).copied();
        let mut same_reference = self.references.get(reference).copied();
        if let Some(stored) = &mut self.stored {
            let (row, number) = stored.query_row((row, reference), |row| {
                Ok((row.get::<_, Option<u32>>(0)?, row.get::<_, Option<u32>>(1)?))
            })?;
            same_row = same_row.or(row.map(ClaimantNumber));
            same_reference = same_reference.or(number.map(ClaimantNumber));
        }
        if let Some(number) = same_row {
            return Ok(Some(Imported::AlreadyThere(number)));
        }
        if let Some(number) = same_reference {
            return Ok(Some(Imported::ReferenceTaken(number)));
        }
        if !reference.is_empty() {
            self.references.insert(reference.clone(), next);
        }
        self.rows.insert(*row, next);
        Ok(None)
    }
}

impl Prepared {
    fn of(claimant: &Claimant) -> Result<Self> {
        let record = text(claimant)?;
        let digest = Digest::salted(b"joinder row", record.as_bytes());
        let row = digest.0.first_chunk().copied().unwrap_or_default();
        let mut salt = [0; 16];
        key::fill(&mut salt)?;
        Ok(Self { lookup: Lookup::of(claimant), row, content: content(&salt, &record), salt, record })
    }
}

/// Prepares every record, on other threads where there are many, and hands each one over in order.
fn prepare(
    new: &[NewClaimant],
    mut hand_over: impl FnMut(&NewClaimant, Prepared) -> Result<()>,
) -> Result<()> {
    if new.len() <= BLOCK {
        return new.iter().try_for_each(|new| hand_over(new, Prepared::of(&new.claimant)?));
    }
    let workers =
        thread::available_parallelism().map_or(1, |cores| cores.get().saturating_sub(1)).clamp(1, 4);
    thread::scope(|scope| {
        let mut lanes = Vec::new();
        for worker in 0..workers {
            let (sender, receiver) = sync_channel(4);
            lanes.push(receiver);
            scope.spawn(move || {
                for block in new.chunks(BLOCK).skip(worker).step_by(workers) {
                    let prepared: Result<Vec<_>> =
                        block.iter().map(|new| Prepared::of(&new.claimant)).collect();
                    // Nobody listens any more when the writing has failed.
                    if sender.send(prepared).is_err() {
                        break;
                    }
                }
            });
        }
        for (block, lane) in new.chunks(BLOCK).zip(lanes.iter().cycle()) {
            let prepared = lane.recv().map_err(|_| Error::Unreadable("claimant"))??;
            for (new, prepared) in block.iter().zip(prepared) {
                hand_over(new, prepared)?;
            }
        }
        Ok(())
    })
}

/// Writes the rows of one claimant that are in the order of numbers, and the audit entry.
fn row(
    tx: &mut Write<'_>,
    number: ClaimantNumber,
    id: ClaimantId,
    claimant: &Claimant,
    prepared: &Prepared,
    detail: Value,
) -> Result<()> {
    let Prepared { record, salt, content, lookup, .. } = prepared;
    let now = milliseconds(tx.now());
    tx.conn
        .prepare_cached(
            "INSERT INTO claimant (number, id, version, sort_key, name, external_reference, date_of_birth, nation,
               created, updated, missing)
             VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9)",
        )?
        .execute((
            number.0,
            id.0.as_bytes(),
            &lookup.sort_key,
            &lookup.name,
            &claimant.external_reference,
            date_of_birth(claimant),
            nation(claimant),
            now,
            lookup.missing,
        ))?;
    tx.conn
        .prepare_cached("INSERT INTO claimant_record (claimant, salt, record) VALUES (?1, ?2, ?3)")?
        .execute((number.0, salt, record))?;
    tx.append(Entered {
        subject: Subject::claimant(number),
        claimant: Some(number),
        detail,
        change: None,
        content: Some(*content),
    })?;
    tx.touch(Noun::Claimant, Some(number));
    Ok(())
}

pub(super) fn date_of_birth(claimant: &Claimant) -> String {
    claimant.identity.date_of_birth.map_or_else(String::new, |date| date.to_string())
}

pub(super) fn nation(claimant: &Claimant) -> &'static str {
    match claimant.contact.nation_at_incident {
        None => "",
        Some(Nation::England) => "england",
        Some(Nation::Wales) => "wales",
        Some(Nation::Scotland) => "scotland",
        Some(Nation::NorthernIreland) => "northern-ireland",
        Some(Nation::Elsewhere) => "elsewhere",
        Some(Nation::DontKnow) => "dont-know",
    }
}

fn next_number(reader: &Reader<'_>) -> Result<ClaimantNumber> {
    Ok(reader
        .conn
        .prepare_cached("SELECT next_number FROM matter")?
        .query_row((), |row| row.get(0).map(ClaimantNumber))?)
}

fn set_next_number(reader: &Reader<'_>, next: ClaimantNumber) -> Result<()> {
    reader.conn.prepare_cached("UPDATE matter SET next_number = ?1")?.execute([next.0])?;
    Ok(())
}
