//! Papers, the claimant's approvals of them and the marks of exhibits on the way between two copies of a matter.

use std::collections::BTreeSet;

use joinder_domain::audit::Digest;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::ready::ApprovalRole;
use joinder_packet::{SentApproval, SentLabel, SentPaper, Transfer};
use joinder_store::exhibit_label::{self as labels, ExhibitLabel};
use joinder_store::paper::{self as store, NewApproval, NewPaper, Paper, Written};
use joinder_store::{Reader, Write};

use crate::error::Result;

/// No entry of the audit here: the paper was made in another copy.
pub(crate) const ELSEWHERE: u64 = 0;
const CLAIMANT: ApprovalRole = ApprovalRole::Claimant;

/// Files that were made of a record, the earliest first, with what the claimant said of each.
pub(super) fn papers(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<SentPaper>> {
    let mut sent = Vec::new();
    for paper in store::of_claimant(reader, number)?.into_iter().rev() {
        let approvals = paper.approvals.iter().filter(|one| one.new.role == CLAIMANT);
        let approvals = approvals.map(|one| SentApproval {
            name: one.new.name.clone(),
            day: one.new.day,
            how: one.new.how.clone(),
            at: one.at,
            person: one.person,
            who: one.person_name.clone(),
            ended: one.ended_at.map(|_| one.ended_reason.clone()),
        });
        sent.push(SentPaper {
            approvals: approvals.collect(),
            kind: paper.new.kind,
            audience: paper.new.audience,
            sha256: paper.new.sha256,
            plan: paper.new.plan,
            pages: paper.new.pages,
            made: paper.made_at,
            person: paper.made_by,
            who: paper.made_by_name,
        });
    }
    Ok(sent)
}

/// The marks of a record's exhibits.
pub(super) fn marks(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<SentLabel>> {
    let given = labels::of_claimant(reader, number)?.into_iter();
    let sent =
        given.map(|given| SentLabel { serial: given.serial, sha256: given.sha256, label: given.label });
    Ok(sent.collect())
}

/// Papers of the other copy that are not known here, or of which the claimant said something that is not known here.
pub(crate) fn news<'a>(
    reader: &Reader<'_>,
    transfer: &'a Transfer,
    number: Option<ClaimantNumber>,
) -> Result<Vec<&'a SentPaper>> {
    let known = number.map_or_else(|| Ok(Vec::new()), |number| store::of_claimant(reader, number))?;
    let is_known = |sent: &SentPaper| {
        let ours = known.iter().find(|paper| paper.new.sha256 == sent.sha256);
        ours.is_some_and(|ours| sent.approvals.iter().all(|one| says_the_same(ours, one)))
    };
    Ok(transfer.papers.iter().filter(|sent| is_readable(sent) && !is_known(sent)).collect())
}

/// Takes papers, approvals and marks. A bundle tells of its own copy's audit, so the same file is never made here: what came
/// with it says who approved what, and what is issued from here is approved anew.
pub(crate) fn take_papers(tx: &mut Write<'_>, transfer: &Transfer, number: ClaimantNumber) -> Result<()> {
    take_marks(tx, transfer, number)?;
    for sent in transfer.papers.iter().filter(|sent| is_readable(sent)) {
        let new = NewPaper {
            claimant: number,
            kind: sent.kind.clone(),
            audience: sent.audience.clone(),
            sha256: sent.sha256,
            plan: sent.plan,
            change_seq: ELSEWHERE,
            pages: sent.pages,
        };
        let made = Written { at: sent.made, person: sent.person, name: sent.who.clone() };
        store::bring(tx, &new, &made)?;
        for approval in &sent.approvals {
            let Some(paper) = store::find(tx, number, sent.sha256)? else { continue };
            take_approval(tx, &paper, approval)?;
        }
    }
    Ok(())
}

/// An approval that is not known here stands beside no other: what the claimant said here stays.
fn take_approval(tx: &mut Write<'_>, paper: &Paper, sent: &SentApproval) -> Result<()> {
    if says_the_same(paper, sent) {
        return Ok(());
    }
    let known = paper.approvals.iter().any(|one| is_one(one, sent));
    if !known {
        if paper.approval(CLAIMANT).is_some() {
            return Ok(());
        }
        let new =
            NewApproval { role: CLAIMANT, name: sent.name.clone(), day: sent.day, how: sent.how.clone() };
        let by = Written { at: sent.at, person: sent.person, name: sent.who.clone() };
        store::bring_approval(tx, paper, &new, &by)?;
    }
    if let (Some(reason), Some(paper)) = (&sent.ended, store::find(tx, paper.new.claimant, paper.new.sha256)?)
    {
        store::withdraw(tx, &paper, CLAIMANT, reason)?;
    }
    Ok(())
}

/// Marks for originals that have none here, where nothing here has the mark.
fn take_marks(tx: &mut Write<'_>, transfer: &Transfer, number: ClaimantNumber) -> Result<()> {
    let known = labels::of_claimant(tx, number)?;
    let mut serials: BTreeSet<u32> = known.iter().map(|one| one.serial).collect();
    let mut files: BTreeSet<Digest> = known.iter().map(|one| one.sha256).collect();
    let mut names: BTreeSet<String> = known.into_iter().map(|one| one.label).collect();
    let free = transfer.labels.iter().filter(|one| {
        let plain = one.serial > 0 && !one.label.is_empty();
        let taken =
            serials.contains(&one.serial) || files.contains(&one.sha256) || names.contains(&one.label);
        if !plain || taken {
            return false;
        }
        serials.insert(one.serial);
        files.insert(one.sha256);
        names.insert(one.label.clone());
        true
    });
    let free: Vec<ExhibitLabel> = free
        .map(|one| ExhibitLabel { serial: one.serial, sha256: one.sha256, label: one.label.clone() })
        .collect();
    Ok(labels::give(tx, number, &free)?)
}

fn is_readable(sent: &SentPaper) -> bool {
    !sent.kind.is_empty()
        && ["confidential", "public"].contains(&sent.audience.as_str())
        && sent.approvals.iter().all(|approval| !approval.name.is_empty())
}

/// Whether the paper here says of an approval what the other copy says of it.
fn says_the_same(ours: &Paper, sent: &SentApproval) -> bool {
    ours.approvals.iter().any(|one| is_one(one, sent) && one.ended_at.is_some() >= sent.ended.is_some())
}

/// Whether both are one approval: recorded at the same moment, of the same name.
fn is_one(ours: &store::Approval, sent: &SentApproval) -> bool {
    ours.new.role == CLAIMANT
        && (ours.at.as_millisecond(), &ours.new.name) == (sent.at.as_millisecond(), &sent.name)
}
