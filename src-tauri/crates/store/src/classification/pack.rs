//! Answers made ready for keeping, on any thread.

use std::collections::HashMap;
use std::sync::Arc;

use joinder_domain::classification::Classification;
use joinder_domain::id::ClaimantNumber;
use rusqlite::OptionalExtension;

use super::own::{self, Basis};
use super::pattern::Pattern;
use crate::column::read;
use crate::error::{Error, Result};
use crate::write::Reader;

/// Patterns that one packer remembers; each takes some five kilobytes.
const REMEMBERED: usize = 8_192;

/// An answer, taken apart.
#[derive(Clone, Debug)]
pub struct Packed {
    pub(super) basis: Arc<Basis>,
    pub(super) pattern: Arc<Pattern>,
    pub(super) days: String,
    pub(super) words: String,
}

impl Packed {
    /// Tells answers apart that differ in more than what is one claimant's own.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(self.pattern.sha256)
    }

    /// The answer without what is one claimant's own: codes, rules and texts are there, facts and days are not.
    ///
    /// # Errors
    /// [`Error::Unreadable`], which does not happen to what was just packed.
    pub fn shared(&self) -> Result<Classification> {
        read("classification", &self.pattern.document)
    }
}

/// Equal for answers that differ only in what is one claimant's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 32]);

/// Takes answers apart. Each thread has its own; it remembers the patterns that it met.
#[derive(Debug, Default)]
pub struct Packer {
    known: HashMap<Arc<str>, Arc<Pattern>>,
    basis: Option<Arc<Basis>>,
}

impl Packer {
    /// Takes an answer apart.
    ///
    /// # Errors
    /// [`Error::Unreadable`] when it holds what no document can.
    pub fn pack(&mut self, mut answer: Classification) -> Result<Packed> {
        let (basis, days, words) = own::take(&mut answer);
        let text = |json: serde_json::Result<String>| json.map_err(|_| Error::Unreadable("classification"));
        let (days, words) = (text(serde_json::to_string(&days))?, text(serde_json::to_string(&words))?);
        Ok(Packed { basis: self.basis(basis), pattern: self.pattern(&answer)?, days, words })
    }

    fn basis(&mut self, basis: Basis) -> Arc<Basis> {
        match &self.basis {
            Some(known) if **known == basis => Arc::clone(known),
            _ => Arc::clone(self.basis.insert(Arc::new(basis))),
        }
    }

    fn pattern(&mut self, shared: &Classification) -> Result<Arc<Pattern>> {
        let document = Pattern::document(shared)?;
        if let Some(known) = self.known.get(document.as_str()) {
            return Ok(Arc::clone(known));
        }
        if self.known.len() >= REMEMBERED {
            self.known.clear();
        }
        let pattern = Arc::new(Pattern::new(shared, document.into()));
        self.known.insert(Arc::clone(&pattern.document), Arc::clone(&pattern));
        Ok(pattern)
    }
}

/// How an answer stands to the one in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is none.
    First,
    /// It says the same, perhaps on another day or under another version of the same rules.
    Same,
    /// It says something else than this one.
    Other(AnswerId, PatternId),
}

/// An answer that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerId(pub(super) i64);

/// What many kept answers have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PatternId(pub(super) i64);

/// How an answer stands to the one in force for a claimant.
///
/// # Errors
/// Those of the database.
pub fn standing(reader: &Reader<'_>, number: ClaimantNumber, answer: &Packed) -> Result<Standing> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT a.id, p.sha256 IS ?2 AND a.words = ?3, p.id
         FROM classification k JOIN answer a ON a.id = k.answer JOIN answer_pattern p ON p.id = k.pattern
         WHERE k.claimant = ?1",
    )?;
    let found = statement
        .query_row((number.0, answer.pattern.sha256, &answer.words), |row| {
            Ok((AnswerId(row.get(0)?), row.get(1)?, PatternId(row.get(2)?)))
        })
        .optional()?;
    Ok(match found {
        None => Standing::First,
        Some((_, true, _)) => Standing::Same,
        Some((answer, false, pattern)) => Standing::Other(answer, pattern),
    })
}
