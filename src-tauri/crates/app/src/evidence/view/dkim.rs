//! DKIM in three separate answers (`evidence.md` 5.2): the body, the signature, the key. None of them is called a forgery.

use joinder_evidence::{BodyHash, DkimFacts};
use serde::Serialize;

use super::in_uk;

/// What one DKIM signature shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DkimView"))]
pub struct Dkim {
    /// The signing domain.
    pub domain: String,
    /// The selector: which of the domain's keys.
    pub selector: String,
    /// The algorithm.
    pub algorithm: String,
    /// When it was signed, on a UK clock; empty when it does not say.
    pub signed_at: String,
    /// Whether the body is the one that was signed.
    pub body: BodyAnswer,
    /// What may have happened, likeliest and most innocent first; or why it could not be checked.
    pub causes: Vec<String>,
    /// Bytes after the signed part, for example a mailing list's footer, which the signature does not cover.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub unsigned_bytes: u64,
    /// The header fields that were signed, lower case.
    pub signed_headers: Vec<String>,
}

/// Whether a body is the one that was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BodyAnswer {
    /// It is.
    Match,
    /// It is not byte for byte.
    Mismatch,
    /// That cannot be told.
    NotCheckable,
}

impl Dkim {
    pub(super) fn of(facts: &DkimFacts) -> Self {
        let (body, causes, unsigned_bytes) = match &facts.body_hash {
            BodyHash::Match { unsigned_bytes, .. } => (BodyAnswer::Match, Vec::new(), *unsigned_bytes),
            BodyHash::Mismatch { causes, .. } => (BodyAnswer::Mismatch, causes.clone(), 0),
            BodyHash::NotCheckable { reason } => (BodyAnswer::NotCheckable, vec![reason.clone()], 0),
        };
        Self {
            domain: facts.domain.clone(),
            selector: facts.selector.clone(),
            algorithm: facts.algorithm.clone(),
            signed_at: facts.signed_at.map(in_uk).unwrap_or_default(),
            body,
            causes,
            unsigned_bytes,
            signed_headers: facts.signed_headers.clone(),
        }
    }
}
