//! Possible duplicates, and what people decided of them.

use jiff::Timestamp;
use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::matching::Reason;
use joinder_domain::noun::Noun;
use rusqlite::{OptionalExtension, Row};
use serde_json::json;

use crate::column::{document, milliseconds, read, timestamp};
use crate::error::{Error, Result};
use crate::write::{Entered, Reader, Write};

/// What was decided of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PairState {
    /// Nothing yet.
    Open,
    /// They are two people; it is not asked again.
    NotSame,
    /// They became one record.
    Merged,
}

impl PairState {
    fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::NotSame => "not-same",
            Self::Merged => "merged",
        }
    }

    fn read(code: &str) -> Self {
        match code {
            "not-same" => Self::NotSame,
            "merged" => Self::Merged,
            _ => Self::Open,
        }
    }
}

/// A candidate pair as a search found it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPair {
    /// The lower number.
    pub a: ClaimantNumber,
    /// The higher number.
    pub b: ClaimantNumber,
    /// Probability that both are one person.
    pub score: f64,
    /// Probability that they are two people of one household.
    pub household: f64,
    /// Weight of all fields, in bits.
    pub bits: f64,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A candidate pair as kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What the search found.
    pub found: NewPair,
    /// What was decided.
    pub state: PairState,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// By whom.
    pub decided_by: String,
    /// Why.
    pub reason: String,
}

const COLUMNS: &str = "a, b, score, household, bits, reasons, state, decided_at, decided_by_name, reason";
/// Neither of them went into another record.
const PRESENT: &str = "a NOT IN (SELECT lost FROM claimant_merge WHERE undone_at IS NULL)
    AND b NOT IN (SELECT lost FROM claimant_merge WHERE undone_at IS NULL)";

/// Keeps what a search found of pairs; what was decided of them stays. `all` says that the whole matter was searched, so
/// that open pairs which were not found again go.
///
/// # Errors
/// Those of the database.
pub fn keep(tx: &mut Write<'_>, pairs: &[NewPair], all: bool) -> Result<()> {
    if all {
        tx.conn.execute("DELETE FROM match_pair WHERE state = 'open'", ())?;
    }
    {
        let mut put = tx.conn.prepare_cached(
            "INSERT INTO match_pair (a, b, score, household, bits, reasons, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open')
             ON CONFLICT (a, b) DO UPDATE SET score = excluded.score, household = excluded.household,
               bits = excluded.bits, reasons = excluded.reasons",
        )?;
        for pair in pairs {
            put.execute((
                pair.a.0,
                pair.b.0,
                pair.score,
                pair.household,
                pair.bits,
                document(&pair.reasons)?,
            ))?;
        }
    }
    tx.append(Entered {
        subject: Subject::new(SubjectKind::Match, ""),
        claimant: None,
        detail: json!({ "pairs": pairs.len(), "all": all }),
        change: None,
        content: None,
    })?;
    tx.touch(Noun::Match, None);
    Ok(())
}

/// Forgets open pairs of one claimant, whose record has changed, before what is found now is kept.
///
/// # Errors
/// Those of the database.
pub fn forget_open(tx: &mut Write<'_>, of: ClaimantNumber) -> Result<Vec<ClaimantNumber>> {
    let mut statement = tx.conn.prepare_cached(
        "SELECT b FROM match_pair WHERE a = ?1 AND state = 'open' UNION
         SELECT a FROM match_pair WHERE b = ?1 AND state = 'open'",
    )?;
    let others = statement.query_map([of.0], |row| row.get(0).map(ClaimantNumber))?;
    let others: Vec<_> = others.collect::<rusqlite::Result<_>>()?;
    drop(statement);
    tx.conn
        .prepare_cached("DELETE FROM match_pair WHERE (a = ?1 OR b = ?1) AND state = 'open'")?
        .execute([of.0])?;
    Ok(others)
}

/// Decides of a pair that it is of two people, or opens it again.
///
/// # Errors
/// [`Error::NoSuchMatch`]; those of the database.
pub fn decide(
    tx: &mut Write<'_>,
    a: ClaimantNumber,
    b: ClaimantNumber,
    state: PairState,
    reason: &str,
) -> Result<()> {
    let (a, b) = (a.min(b), a.max(b));
    let changed = tx
        .conn
        .prepare_cached(
            "UPDATE match_pair SET state = ?3, decided_at = ?4, decided_by_name = ?5, reason = ?6 WHERE a = ?1 AND b = ?2",
        )?
        .execute((a.0, b.0, state.code(), milliseconds(tx.now()), &tx.actor().name, reason))?;
    if changed == 0 {
        return Err(Error::NoSuchMatch);
    }
    for number in [a, b] {
        tx.append(Entered {
            subject: Subject::new(SubjectKind::Match, format!("{} {}", a.0, b.0)),
            claimant: Some(number),
            detail: json!({ "state": state.code() }),
            change: None,
            content: None,
        })?;
    }
    tx.touch(Noun::Match, None);
    Ok(())
}

/// The pairs in a state, the surest first; those of records that went into another one are left out of the open ones.
///
/// # Errors
/// Those of the database.
pub fn list(reader: &Reader<'_>, state: PairState, most: usize) -> Result<Vec<Pair>> {
    let present = if state == PairState::Open { PRESENT } else { "1" };
    let sql = format!(
        "SELECT {COLUMNS} FROM match_pair WHERE state = ?1 AND {present} ORDER BY score DESC, bits DESC, a, b LIMIT ?2"
    );
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let pairs = statement.query_map((state.code(), most), pair)?;
    pairs.map(|pair| pair?).collect()
}

/// How many pairs wait for a decision.
///
/// # Errors
/// Those of the database.
pub fn waiting(reader: &Reader<'_>) -> Result<u64> {
    let sql = format!("SELECT count(*) FROM match_pair WHERE state = 'open' AND {PRESENT}");
    Ok(reader.conn.prepare_cached(&sql)?.query_row((), |row| row.get(0))?)
}

/// One pair.
///
/// # Errors
/// Those of the database.
pub fn get(reader: &Reader<'_>, a: ClaimantNumber, b: ClaimantNumber) -> Result<Option<Pair>> {
    let sql = format!("SELECT {COLUMNS} FROM match_pair WHERE a = ?1 AND b = ?2");
    let found = reader.conn.prepare_cached(&sql)?.query_row((a.min(b).0, a.max(b).0), pair).optional()?;
    found.transpose()
}

/// Whether a claimant is in an open pair of at least this score.
///
/// # Errors
/// Those of the database.
pub fn is_open(reader: &Reader<'_>, of: ClaimantNumber, least: f64) -> Result<bool> {
    let sql = format!(
        "SELECT EXISTS (SELECT 1 FROM match_pair WHERE a = ?1 AND state = 'open' AND score >= ?2 AND {PRESENT})
             OR EXISTS (SELECT 1 FROM match_pair WHERE b = ?1 AND state = 'open' AND score >= ?2 AND {PRESENT})"
    );
    Ok(reader.conn.prepare_cached(&sql)?.query_row((of.0, least), |row| row.get(0))?)
}

/// Every claimant in an open pair of at least this score.
///
/// # Errors
/// Those of the database.
pub fn all_open(reader: &Reader<'_>, least: f64) -> Result<std::collections::BTreeSet<ClaimantNumber>> {
    let sql = format!("SELECT a, b FROM match_pair WHERE state = 'open' AND score >= ?1 AND {PRESENT}");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let mut rows = statement.query([least])?;
    let mut found = std::collections::BTreeSet::new();
    while let Some(row) = rows.next()? {
        found.extend([ClaimantNumber(row.get(0)?), ClaimantNumber(row.get(1)?)]);
    }
    Ok(found)
}

/// Claimants who share one of these keys. A key that more than `crowd` share tells nobody apart and is passed over.
///
/// # Errors
/// Those of the database.
pub fn sharing(
    reader: &Reader<'_>,
    keys: &[i64],
    crowd: usize,
) -> Result<std::collections::BTreeSet<ClaimantNumber>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT claimant FROM match_key WHERE key = ?1
           AND claimant NOT IN (SELECT lost FROM claimant_merge WHERE undone_at IS NULL) LIMIT ?2",
    )?;
    let mut found = std::collections::BTreeSet::new();
    for key in keys {
        let holders =
            statement.query_map((key, crowd.saturating_add(1)), |row| row.get(0).map(ClaimantNumber))?;
        let holders: Vec<ClaimantNumber> = holders.collect::<rusqlite::Result<_>>()?;
        if holders.len() <= crowd {
            found.extend(holders);
        }
    }
    Ok(found)
}

fn pair(row: &Row<'_>) -> rusqlite::Result<Result<Pair>> {
    let reasons = read("match", row.get_ref(5)?.as_str()?);
    let found = NewPair {
        a: ClaimantNumber(row.get(0)?),
        b: ClaimantNumber(row.get(1)?),
        score: row.get(2)?,
        household: row.get(3)?,
        bits: row.get(4)?,
        reasons: Vec::new(),
    };
    let state = PairState::read(row.get_ref(6)?.as_str()?);
    let (at, decided_by, reason): (Option<i64>, String, String) = (row.get(7)?, row.get(8)?, row.get(9)?);
    Ok(reasons.map(|reasons| Pair {
        found: NewPair { reasons, ..found },
        state,
        decided_at: at.map(timestamp),
        decided_by,
        reason,
    }))
}
