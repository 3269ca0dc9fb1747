//! Answers made ready for keeping, on any thread.

use std::collections::HashMap;
use std::sync::Arc;

use joinder_domain::classification::Classification;
use joinder_domain::id::ClaimantNumber;

use super::own::{self, Basis};
use super::pattern::Pattern;
use crate::column::read;
use crate::error::{Error, Result};
use crate::write::Reader;

/// Patterns that one packer remembers; each takes some fifteen kilobytes.
const REMEMBERED: usize = 4_096;

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
    /// By what is shared, as it stands: most answers need not be written out to be told from others.
    known: HashMap<Classification, Arc<Pattern>>,
    /// Digests of the patterns that kept answers have.
    kept: HashMap<PatternId, Option<[u8; 32]>>,
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
        Ok(Packed { basis: self.basis(basis), pattern: self.pattern(answer)?, days, words })
    }

    fn basis(&mut self, basis: Basis) -> Arc<Basis> {
        match &self.basis {
            Some(known) if **known == basis => Arc::clone(known),
            _ => Arc::clone(self.basis.insert(Arc::new(basis))),
        }
    }

    fn pattern(&mut self, shared: Classification) -> Result<Arc<Pattern>> {
        if let Some(known) = self.known.get(&shared) {
            return Ok(Arc::clone(known));
        }
        if self.known.len() >= REMEMBERED {
            self.known.clear();
        }
        let pattern = Arc::new(Pattern::new(&shared)?);
        self.known.insert(shared, Arc::clone(&pattern));
        Ok(pattern)
    }

    /// How an answer stands to the one in force, which is `None` where there is none.
    ///
    /// # Errors
    /// Those of the database.
    pub fn standing(
        &mut self,
        reader: &Reader<'_>,
        in_force: Option<&InForce>,
        answer: &Packed,
    ) -> Result<Standing> {
        let Some(in_force) = in_force else { return Ok(Standing::First) };
        let known = match self.kept.get(&in_force.pattern) {
            Some(known) => *known,
            None => {
                if self.kept.len() >= REMEMBERED {
                    self.kept.clear();
                }
                let digest = digest(reader, in_force.pattern)?;
                self.kept.insert(in_force.pattern, digest);
                digest
            }
        };
        let same = known == Some(answer.pattern.sha256) && in_force.words == answer.words;
        Ok(if same { Standing::Same } else { Standing::Other(in_force.answer, in_force.pattern) })
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

/// The answer in force for one claimant, as far as another one is told from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// Whose.
    pub number: ClaimantNumber,
    answer: AnswerId,
    pattern: PatternId,
    words: String,
}

/// The answers in force for the claimants from `first` to `last`, in order of their numbers.
///
/// # Errors
/// Those of the database.
pub fn in_force(reader: &Reader<'_>, first: ClaimantNumber, last: ClaimantNumber) -> Result<Vec<InForce>> {
    let mut statement = reader.conn.prepare_cached(
        "SELECT k.claimant, k.answer, k.pattern, a.words FROM classification k JOIN answer a ON a.id = k.answer
         WHERE k.claimant BETWEEN ?1 AND ?2 ORDER BY k.claimant",
    )?;
    let found = statement.query_map((first.0, last.0), |row| {
        Ok(InForce {
            number: ClaimantNumber(row.get(0)?),
            answer: AnswerId(row.get(1)?),
            pattern: PatternId(row.get(2)?),
            words: row.get(3)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// How an answer stands to the one in force for a claimant.
///
/// # Errors
/// Those of the database.
pub fn standing(reader: &Reader<'_>, number: ClaimantNumber, answer: &Packed) -> Result<Standing> {
    Packer::default().standing(reader, in_force(reader, number, number)?.first(), answer)
}

/// The digest of a pattern's document; `None` for a whole answer of schema 1.
fn digest(reader: &Reader<'_>, pattern: PatternId) -> Result<Option<[u8; 32]>> {
    let mut statement = reader.conn.prepare_cached("SELECT sha256 FROM answer_pattern WHERE id = ?1")?;
    Ok(statement.query_row([pattern.0], |row| row.get(0))?)
}
