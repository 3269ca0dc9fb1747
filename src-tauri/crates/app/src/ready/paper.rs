//! The file that would be issued, and whether it is still the record's.

use joinder_domain::audit::Digest;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::ready::{ApprovalRole, Approved, PaperState, ReadyInput, ready};
use joinder_store::merge::merged_into;
use joinder_store::paper::{self as store, Paper};
use joinder_store::{Reader, audit, claimant, classification as kept};

use super::view::lacks;
use crate::app::OpenMatter;
use crate::bundle::{Gathered, KIND};
use crate::error::{Error, Result};
use crate::text::text;

/// The file that counts: of those that the claimant approved the latest, else the one made last.
pub(super) fn counting(papers: &[Paper]) -> Option<&Paper> {
    let confidential =
        || papers.iter().filter(|paper| paper.new.kind == KIND && paper.new.audience == "confidential");
    let approved = confidential().find(|paper| paper.approval(ApprovalRole::Claimant).is_some());
    approved.or_else(|| confidential().next())
}

/// How a file stands; it is current while nothing has changed the claimant since it was made.
pub(super) fn state(reader: &Reader<'_>, paper: &Paper) -> Result<PaperState> {
    let last = audit::last_change(reader, paper.new.claimant)?.map(|link| link.entry.seq);
    let word = |role| {
        paper.approval(role).map(|approval| Approved {
            name: approval.new.name.clone(),
            day: approval.new.day,
            how: approval.new.how.clone(),
        })
    };
    Ok(PaperState {
        sha256: paper.new.sha256.to_string(),
        current: last == Some(paper.new.change_seq),
        claimant: word(ApprovalRole::Claimant),
        authorised: word(ApprovalRole::AuthorisedPerson),
    })
}

/// Whether nothing has changed the claimant since the file was made.
///
/// # Errors
/// Those of the store.
pub(crate) fn is_current(reader: &Reader<'_>, paper: &Paper) -> Result<bool> {
    Ok(state(reader, paper)?.current)
}

/// Whether the claimant approved a file that is still the record's: the same file is to be made again.
///
/// # Errors
/// Those of the store.
pub(crate) fn is_waiting(open: &OpenMatter, number: ClaimantNumber) -> Result<bool> {
    open.matter.read(|reader| {
        let papers = store::of_claimant(reader, number)?;
        let Some(paper) = counting(&papers) else { return Ok(false) };
        let state = state(reader, paper)?;
        Ok(state.current && state.claimant.is_some())
    })
}

/// Whether the claimant approved the file that this plan makes.
///
/// # Errors
/// Those of the store.
pub(crate) fn is_approved_plan(open: &OpenMatter, number: ClaimantNumber, plan: Digest) -> Result<bool> {
    let papers = open.matter.read(|reader| store::of_claimant(reader, number))?;
    Ok(counting(&papers)
        .is_some_and(|paper| paper.new.plan == plan && paper.approval(ApprovalRole::Claimant).is_some()))
}

/// What is missing for a bundle that is to be issued, in sentences; its plan must be the one that was approved.
///
/// # Errors
/// Those of the store.
pub(crate) fn missing(open: &OpenMatter, gathered: &Gathered) -> Result<Vec<String>> {
    let number = ClaimantNumber(gathered.number);
    open.matter.read(|reader| {
        let stored = claimant::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
        let classification = kept::get(reader, number)?;
        let papers = store::of_claimant(reader, number)?;
        let mut paper = match counting(&papers) {
            Some(paper) => Some((state(reader, paper)?, paper.new.plan)),
            None => None,
        };
        if let Some((state, plan)) = &mut paper {
            // An issued public version rests on the approval of the whole.
            let whole = gathered.plan.file_stem.ends_with(" public");
            state.current &= whole || *plan == Digest(gathered.plan.fingerprint());
        }
        let gates = ready(&ReadyInput {
            claimant: &stored.claimant,
            classification: classification.as_ref(),
            consents: &open.profile.consents,
            paper: paper.as_ref().map(|(state, _)| state),
        });
        let mut lacks = lacks(&gates);
        if merged_into(reader, number)?.is_some() {
            lacks.push(text("err-merged-already", &[]));
        }
        Ok(lacks)
    })
}

/// Makes sure that the file is byte by byte the one that was approved.
///
/// # Errors
/// `not-approved-file`; those of the store.
pub(crate) fn is_approved(open: &OpenMatter, gathered: &Gathered, sha256: &str) -> Result<()> {
    if gathered.plan.file_stem.ends_with(" public") {
        return Ok(());
    }
    let number = ClaimantNumber(gathered.number);
    let digest: Digest = sha256.parse().map_err(|_| Error::new("internal"))?;
    let paper = open.matter.read(|reader| store::find(reader, number, digest))?;
    let approved = paper.is_some_and(|paper| paper.approval(ApprovalRole::Claimant).is_some());
    if approved { Ok(()) } else { Err(Error::new("not-approved-file")) }
}
