//! Which items something is done with.

use std::collections::BTreeSet;

use joinder_domain::id::{ClaimantNumber, EvidenceId, EvidenceNumber};
use joinder_store::evidence::{self as store, Evidence, Which};
use joinder_store::{Reader, claimant};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// Which items: those of a claimant, those that are named, or, when neither is said, all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceChosen"))]
#[serde(default)]
pub struct Chosen {
    /// The claimant's number.
    pub claimant: Option<u32>,
    /// Identifiers, or references such as `E-000012`.
    pub ids: Option<Vec<String>>,
}

/// Which item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceRef"))]
pub struct Id {
    /// Its identifier, or its reference such as `E-000012`.
    pub id: String,
}

impl Chosen {
    /// The items' ids, each once, in the order in which they were received.
    ///
    /// # Errors
    /// `no-such-claimant`, `no-such-evidence`.
    pub(super) fn find(&self, reader: &Reader<'_>) -> Result<Vec<EvidenceId>> {
        if let Some(number) = self.claimant.map(ClaimantNumber) {
            if claimant::rows(reader, &[number])?.is_empty() {
                return Err(Error::new("no-such-claimant"));
            }
            return Ok(store::ids(reader, Which::Of(number))?);
        }
        let Some(ids) = &self.ids else { return Ok(store::ids(reader, Which::All)?) };
        let named = ids.iter().map(|id| named(reader, id)).collect::<Result<Vec<EvidenceId>>>()?;
        let mut left: BTreeSet<EvidenceId> = named.into_iter().collect();
        let mut found = store::ids(reader, Which::All)?;
        found.retain(|id| left.remove(id));
        if left.is_empty() { Ok(found) } else { Err(Error::new("no-such-evidence")) }
    }
}

/// The id of the item that `name` means: its identifier, or its reference written as E-000012, e-12 or 12.
///
/// # Errors
/// `no-such-evidence`.
pub(super) fn named(reader: &Reader<'_>, name: &str) -> Result<EvidenceId> {
    let name = name.trim();
    let unknown = || Error::new("no-such-evidence");
    if let Ok(id) = name.parse() {
        return Ok(id);
    }
    let digits = name.trim_start_matches(['E', 'e']).trim_start_matches('-');
    let number = digits.parse().map(EvidenceNumber).map_err(|_| unknown())?;
    store::find_by_number(reader, number)?.ok_or_else(unknown)
}

/// The item that `name` means.
///
/// # Errors
/// `no-such-evidence`.
pub(super) fn item(reader: &Reader<'_>, name: &str) -> Result<Evidence> {
    let id = named(reader, name)?;
    store::get(reader, id)?.ok_or_else(|| Error::new("no-such-evidence"))
}
