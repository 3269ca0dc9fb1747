//! Why a pair has its score, field by field.

use serde::{Deserialize, Serialize};

use super::compare::Compared;
use super::field::{Field, Level};
use super::index::Index;
use super::model::Model;

/// What one field says of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchReason"))]
pub struct Reason {
    /// The field.
    pub field: Field,
    /// How alike the two values are.
    pub level: Level,
    /// Weight for one person (above 0) or against (below), in bits: each doubles or halves the odds.
    pub bits: f64,
    /// How strong that is in words.
    pub strength: Strength,
    /// The names that agree are not both the present ones.
    pub other_name: bool,
}

/// How strongly something speaks for or against one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchStrength"))]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Against, by a factor of 100 or more.
    StronglyAgainst,
    /// Against, by a factor of 4 or more.
    Against,
    /// Hardly either way.
    Neither,
    /// For, by a factor of 4 or more.
    For,
    /// For, by a factor of 100 or more.
    StronglyFor,
}

impl Strength {
    fn of(bits: f64) -> Self {
        let strong = 100_f64.log2();
        match bits {
            _ if bits >= strong => Self::StronglyFor,
            _ if bits >= 2.0 => Self::For,
            _ if bits <= -strong => Self::StronglyAgainst,
            _ if bits <= -2.0 => Self::Against,
            _ => Self::Neither,
        }
    }
}

/// What each field says that both records have, in the order of [`Field::ALL`].
pub(super) fn reasons(model: &Model, index: &Index, compared: &Compared) -> Vec<Reason> {
    let known = Field::ALL.into_iter().filter(|field| compared.pattern.get(*field) != Level::Missing);
    known
        .map(|field| {
            let [same, stranger, _] = model.odds(index, field, compared);
            let bits = (same.max(1e-12) / stranger.max(1e-12)).log2();
            Reason {
                field,
                level: compared.pattern.get(field),
                bits,
                strength: Strength::of(bits),
                other_name: compared.other_name && matches!(field, Field::Given | Field::Family),
            }
        })
        .collect()
}
