//! Claimants who may be the person of a packet that nobody has decided about yet.

use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_store::{Reader, claimant as store};
use serde::Serialize;

use crate::error::Result;
use crate::matching::alike;

const LIKELY_MOST: usize = 5;

/// A claimant who may be the same person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketLikely"))]
pub struct Likely {
    /// The number.
    pub number: u32,
    /// The number as people see it.
    pub reference: String,
    /// The name.
    pub name: String,
    /// Probability that both are one person.
    pub score: f64,
    /// What it looks like, in a sentence.
    pub summary: String,
}

/// Those who may be the same person as this one, the likeliest first; `known` is whose packet it is already.
pub(super) fn likely(
    reader: &Reader<'_>,
    claimant: &Claimant,
    known: Option<ClaimantNumber>,
) -> Result<Vec<Likely>> {
    let mut found = alike(reader, claimant)?;
    found.retain(|one| Some(one.number) != known);
    found.sort_by(|one, other| other.score.total_cmp(&one.score));
    let mut likely = Vec::new();
    for one in found.into_iter().take(LIKELY_MOST) {
        let name = store::rows(reader, &[one.number])?.pop().map(|row| row.name).unwrap_or_default();
        likely.push(Likely {
            number: one.number.0,
            reference: one.number.to_string(),
            name,
            score: one.score,
            summary: one.summary,
        });
    }
    Ok(likely)
}
