//! Everything that one claimant's bundle rests on, read at one moment.

use std::sync::Arc;

use joinder_bundle::{SourceError, Sources};
use joinder_domain::audit::Digest;
use joinder_domain::bundle::BundlePlan;
use joinder_domain::bundle::claim::{ClaimBundle, ExhibitKind, LastChange, MatterFacts, claim_bundle};
use joinder_domain::classification::Classification;
use joinder_domain::finding::{Finding, Severity};
use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_store::evidence::{self as items, Which};
use joinder_store::{audit, claimant as store, classification as kept};

use super::exhibit::exhibit;
use crate::app::OpenMatter;
use crate::claimant::what;
use crate::clock::uk;
use crate::error::{Error, Result};
use crate::evidence::inspect;
use crate::label::ProfileLabels;

/// A bundle's plan, and whose it is.
#[derive(Debug)]
pub(super) struct Gathered {
    /// The claimant's number.
    pub number: u32,
    /// The plan.
    pub plan: BundlePlan,
}

/// Plans the bundle of the claimant with `number`.
///
/// # Errors
/// `no-such-claimant`, `not-classified`, those of the store; each with the claimant's name as far as it is known.
pub(super) fn gather(open: &OpenMatter, number: u32) -> Result<Gathered, (String, Error)> {
    let nobody = |error| (String::new(), error);
    let number = ClaimantNumber(number);
    let stored = open.matter.read(|reader| store::get(reader, number)).map_err(|e| nobody(e.into()))?;
    let stored = stored.ok_or_else(|| nobody(Error::new("no-such-claimant")))?;
    let name = stored.claimant.identity.full_name();
    plan(open, &stored).map(|plan| Gathered { number: number.0, plan }).map_err(|error| (name, error))
}

fn plan(open: &OpenMatter, stored: &store::Stored) -> Result<BundlePlan> {
    let number = stored.number;
    let (classification, last, exhibits) = open.matter.read(|reader| {
        let classification = kept::get(reader, number)?.ok_or_else(|| Error::new("not-classified"))?;
        let last = audit::last_change(reader, number)?.ok_or_else(|| Error::new("internal"))?;
        let mut exhibits = Vec::new();
        for item in items::list(reader, Which::Of(number))? {
            // One original that no longer matches its hash must not stop the bundle: it is named on its own page.
            let inspection = inspect(&items::bytes(reader, item.id).unwrap_or_default());
            let mut exhibit = exhibit(&item, &inspection);
            if let Some(held_back) = held_back(&classification, item.id) {
                exhibit.kind = ExhibitKind::Other { reason: held_back.to_owned() };
            }
            exhibits.push(exhibit);
        }
        Ok::<_, Error>((classification, last, exhibits))
    })?;
    let last_change = LastChange {
        seq: last.entry.seq,
        at: last.entry.at,
        who: last.entry.actor.name,
        what: what(&last.entry.op, last.entry.subject.kind.code()),
        hash: last.hash.to_string(),
    };
    let profile = &open.profile;
    Ok(claim_bundle(&ClaimBundle {
        matter_name: open.matter.name(),
        case_title: &profile.title,
        matter: MatterFacts {
            profile: profile.id.as_str(),
            profile_version: profile.version,
            incident: &profile.incident.title,
            incident_on: profile.incident.date,
            notice_on: profile.incident.notice_date,
            defendant: &profile.defendant,
            labels: &ProfileLabels(&open.choices, profile),
        },
        number,
        claimant: &stored.claimant,
        classification: &classification,
        exhibits: &exhibits,
        last_change: &last_change,
        zone: &uk(),
    }))
}

/// Why an item is not printed before a person has looked at it: a blocking finding rests on it (`evidence.md` 5.2).
fn held_back(classification: &Classification, item: EvidenceId) -> Option<&str> {
    let blocks =
        |finding: &&Finding| finding.severity == Severity::Blocking && finding.evidence.contains(&item);
    classification.findings.iter().find(blocks).map(|finding| finding.text.as_str())
}

/// The originals of the open matter.
pub(super) struct Originals<'a>(pub &'a OpenMatter);

impl Sources for Originals<'_> {
    fn bytes(&self, sha256: &str) -> Result<Arc<[u8]>, SourceError> {
        let unreadable = |reason: String| SourceError::Unreadable(reason);
        let digest = sha256.parse::<Digest>().map_err(|_| SourceError::Absent)?;
        let read = self.0.matter.read(|reader| match items::find_by_sha256(reader, digest)? {
            Some(item) => items::bytes(reader, item.id).map(Some),
            None => Ok(None),
        });
        let bytes = read.map_err(|error| unreadable(Error::from(error).message))?;
        Ok(bytes.ok_or(SourceError::Absent)?.into())
    }
}
