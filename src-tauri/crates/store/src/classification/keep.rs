//! Keeps the answers of a run.

use std::collections::HashMap;
use std::sync::Arc;

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::classification::Classification;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use rusqlite::OptionalExtension;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::own::Basis;
use super::pack::{AnswerId, Packed, Packer, Standing, standing};
use super::pattern::Pattern;
use crate::claimant::Axis;
use crate::error::Result;
use crate::write::{Entered, Reader, Write};

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Classifications that came out differently, or for the first time, and were written.
    pub changed: u64,
    /// Classifications that were as before.
    pub unchanged: u64,
}

/// Keeps the answers of one run, in a transaction; one audit entry stands for all of them.
pub struct Keeper<'t, 'c> {
    tx: &'t mut Write<'c>,
    seq: u64,
    bases: Vec<(Arc<Basis>, i64)>,
    patterns: HashMap<[u8; 32], i64>,
    digest: Sha256,
    outcome: Outcome,
}

impl<'t, 'c> Keeper<'t, 'c> {
    /// Begins a run.
    pub fn new(tx: &'t mut Write<'c>) -> Self {
        let seq = tx.next_seq();
        Self {
            tx,
            seq,
            bases: Vec::new(),
            patterns: HashMap::new(),
            digest: Sha256::new(),
            outcome: Outcome::default(),
        }
    }

    /// The transaction, for what belongs to the same run.
    pub fn tx(&mut self) -> &mut Write<'c> {
        self.tx
    }

    /// What was done so far.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Keeps an answer that stands so to the one in force, which stays where it is.
    ///
    /// # Errors
    /// Those of the database.
    pub fn keep(&mut self, number: ClaimantNumber, answer: &Packed, standing: Standing) -> Result<()> {
        let previous = match standing {
            Standing::Same => {
                self.outcome.unchanged = self.outcome.unchanged.saturating_add(1);
                return Ok(());
            }
            Standing::First => None,
            Standing::Other(AnswerId(id), _) => Some(id),
        };
        self.outcome.changed = self.outcome.changed.saturating_add(1);
        let (basis, pattern) = (self.basis(&answer.basis)?, self.pattern(&answer.pattern)?);
        self.digest.update(number.0.to_be_bytes());
        for part in [answer.pattern.sha256, Digest::of(answer.words.as_bytes()).0] {
            self.digest.update(part);
        }
        let conn = self.tx.conn;
        conn.prepare_cached(
            "INSERT INTO answer (claimant, seq, previous, basis, pattern, days, words)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((number.0, self.seq, previous, basis, pattern, &answer.days, &answer.words))?;
        conn.prepare_cached(
            "INSERT INTO classification (claimant, answer, pattern) VALUES (?1, ?2, ?3)
             ON CONFLICT (claimant) DO UPDATE SET answer = excluded.answer, pattern = excluded.pattern",
        )?
        .execute((number.0, conn.last_insert_rowid(), pattern))?;
        self.tx.touch(Noun::Classification, Some(number));
        Ok(())
    }

    /// Ends the run. `detail` says more about it: counts and versions, never a claimant's data.
    ///
    /// # Errors
    /// Those of the database.
    pub fn finish(self, detail: Value) -> Result<Outcome> {
        let content = (self.outcome.changed > 0).then(|| Digest(self.digest.finalize().into()));
        self.tx.append(Entered {
            subject: Subject::new(SubjectKind::Classification, ""),
            claimant: None,
            detail,
            change: None,
            content,
        })?;
        Ok(self.outcome)
    }

    fn basis(&mut self, basis: &Arc<Basis>) -> Result<i64> {
        if let Some((_, id)) = self.bases.iter().find(|(known, _)| known == basis) {
            return Ok(*id);
        }
        let id = basis_id(self.tx, basis)?;
        self.bases.push((Arc::clone(basis), id));
        Ok(id)
    }

    fn pattern(&mut self, pattern: &Pattern) -> Result<i64> {
        if let Some(id) = self.patterns.get(&pattern.sha256) {
            return Ok(*id);
        }
        let id = pattern_id(self.tx, pattern)?;
        self.patterns.insert(pattern.sha256, id);
        Ok(id)
    }
}

/// The number of a basis, which is added when it is new.
fn basis_id(reader: &Reader<'_>, basis: &Basis) -> Result<i64> {
    let Basis { rule_set, incident_date } = basis;
    let columns = (rule_set.id.as_str(), rule_set.version, &rule_set.sha256, incident_date.to_string());
    reader
        .conn
        .prepare_cached(
            "INSERT INTO answer_basis (rule_set, version, sha256, incident_date) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO NOTHING",
        )?
        .execute(columns.clone())?;
    Ok(reader
        .conn
        .prepare_cached(
            "SELECT id FROM answer_basis
             WHERE rule_set = ?1 AND version = ?2 AND sha256 = ?3 AND incident_date = ?4",
        )?
        .query_row(columns, |row| row.get(0))?)
}

/// The number of a pattern, which is added when it is new.
fn pattern_id(reader: &Reader<'_>, pattern: &Pattern) -> Result<i64> {
    let conn = reader.conn;
    let known = conn
        .prepare_cached("SELECT id FROM answer_pattern WHERE sha256 = ?1")?
        .query_row([pattern.sha256], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    conn.prepare_cached(
        "INSERT INTO answer_pattern (sha256, status, settled, notice, cohort, outcome, tier, review, flags)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute((
        pattern.sha256,
        &pattern.status,
        pattern.settled,
        pattern.notice,
        pattern.cohort,
        pattern.outcome,
        pattern.tier,
        pattern.review,
        pattern.flags,
    ))?;
    let id = conn.last_insert_rowid();
    conn.prepare_cached("INSERT INTO answer_pattern_document (pattern, document) VALUES (?1, ?2)")?
        .execute((id, &pattern.document))?;
    for (axis, code) in &pattern.codes {
        conn.prepare_cached("INSERT INTO answer_pattern_code (axis_code, pattern) VALUES (?1, ?2)")?
            .execute((code_id(reader, *axis, code)?, id))?;
    }
    Ok(id)
}

/// The number that stands for a code in the index.
fn code_id(reader: &Reader<'_>, axis: Axis, code: &str) -> Result<i64> {
    let known = reader
        .conn
        .prepare_cached("SELECT id FROM axis_code WHERE axis = ?1 AND code = ?2")?
        .query_row((axis.code(), code), |row| row.get(0))
        .optional()?;
    match known {
        Some(id) => Ok(id),
        None => Ok(reader
            .conn
            .prepare_cached("INSERT INTO axis_code (axis, code) VALUES (?1, ?2) RETURNING id")?
            .query_row((axis.code(), code), |row| row.get(0))?),
    }
}

/// Keeps the classifications of a short run; see [`Keeper`].
///
/// # Errors
/// Those of the database.
pub fn put_many(
    tx: &mut Write<'_>,
    run: &[(ClaimantNumber, &Classification)],
    detail: Value,
) -> Result<Outcome> {
    let mut packer = Packer::default();
    let mut keeper = Keeper::new(tx);
    for (number, answer) in run {
        let packed = packer.pack((*answer).clone())?;
        let standing = standing(keeper.tx(), *number, &packed)?;
        keeper.keep(*number, &packed, standing)?;
    }
    keeper.finish(detail)
}
