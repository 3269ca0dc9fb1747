//! Whom somebody looks like who is not in the matter yet.

use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::matching::{IndexBuilder, Match, Particulars, Search, search};
use joinder_store::Reader;

use super::keep::{FLOOR, THRESHOLD, like, records};
use super::words::summary;
use crate::app::OpenMatter;
use crate::command::Context;
use crate::error::{Error, Result};

/// No claimant has this number.
const NOBODY: ClaimantNumber = ClaimantNumber(0);

/// A claimant whom somebody looks like.
pub(crate) struct Alike {
    /// Whom.
    pub(crate) number: ClaimantNumber,
    /// Probability that both are one person.
    pub(crate) score: f64,
    /// What it looks like, in one sentence.
    pub(crate) summary: String,
}

impl Alike {
    fn of(number: ClaimantNumber, found: &Match) -> Self {
        Self { number, score: found.score, summary: summary(found, THRESHOLD).1 }
    }
}

/// The claimants whom one person looks like.
///
/// # Errors
/// Those of the store.
pub(crate) fn alike(reader: &Reader<'_>, claimant: &Claimant) -> Result<Vec<Alike>> {
    let alike = |pair: joinder_store::match_pair::NewPair| {
        let number = pair.a.max(pair.b);
        let (score, household, bits, reasons) = (pair.score, pair.household, pair.bits, pair.reasons);
        Alike::of(number, &Match { a: 0, b: 0, score, household, bits, reasons })
    };
    Ok(like(reader, NOBODY, claimant)?.into_iter().map(alike).collect())
}

/// Many people at once against everybody of the matter.
pub(crate) struct Against {
    numbers: Vec<ClaimantNumber>,
    builder: IndexBuilder,
}

impl Against {
    /// Reads everybody.
    ///
    /// # Errors
    /// `cancelled`; those of the store.
    pub(crate) fn everybody(context: Context<'_>, open: &OpenMatter) -> Result<Self> {
        let (numbers, mut builder) = records(context, open)?;
        builder.begin_second();
        Ok(Self { numbers, builder })
    }

    /// Takes a person in.
    pub(crate) fn push(&mut self, claimant: &Claimant) {
        self.builder.push(&Particulars::from(claimant));
    }

    /// Whom they look like, each with the place at which the person was taken in.
    ///
    /// # Errors
    /// `cancelled`.
    pub(crate) fn find(self, context: Context<'_>) -> Result<Vec<(usize, Alike)>> {
        let Self { numbers, builder } = self;
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        let watch = |done, total| context.job.step(done, total, "Comparing").is_ok();
        let how = Search { floor: FLOOR, workers, model: None };
        let found = search(&builder.finish(), how, &watch).map_err(|_| Error::new("cancelled"))?;
        let alike = |found: &Match| {
            let (earlier, later) = (found.a.min(found.b) as usize, found.a.max(found.b) as usize);
            let number = numbers.get(earlier)?;
            Some((later.checked_sub(numbers.len())?, Alike::of(*number, found)))
        };
        Ok(found.matches.iter().filter_map(alike).collect())
    }
}
