//! A claimant's approval of a document, as a packet brings it.

use jiff::ZonedDateTime;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::ready::ApprovalRole;
use joinder_packet::{APPROVAL, Request, approved};
use joinder_store::paper::{self as papers, NewApproval};
use joinder_store::{Write, packet as store};

use super::kept::Kept;
use crate::clock::{Clock, uk};
use crate::error::{Error, Result};
use crate::ready;
use crate::text::text;

/// Records the approvals that a packet brings for this claimant, before anything else of it is taken in; what became of
/// each, in a sentence. An approval counts for the file that was sent for it, and while the record is as it was then.
pub(super) fn record(
    tx: &mut Write<'_>,
    clock: Clock,
    number: ClaimantNumber,
    kept: &Kept,
    reference: &str,
) -> Result<Vec<String>> {
    let Some(request) = asked(tx, kept)? else { return Ok(Vec::new()) };
    let mut said = Vec::new();
    for question in request.questions.iter().filter(|question| question.page == APPROVAL) {
        let answer = kept.manifest.answers.iter().find(|answer| answer.question == question.code);
        let Some(sha256) = answer.and_then(|answer| approved(&answer.text)) else { continue };
        let sent = request.files.iter().any(|file| file.sha256 == sha256);
        let paper = papers::find(tx, number, sha256)?.filter(|_| sent);
        let outcome = match paper {
            None => "approval-unknown",
            Some(paper) if !ready::is_current(tx, &paper)? => "approval-stale",
            Some(paper) if paper.approval(ApprovalRole::Claimant).is_some() => "approval-known",
            Some(paper) => {
                let Some(signature) = &kept.manifest.signature else { continue };
                // A clock that runs ahead signs no paper in the future.
                let day = ZonedDateTime::new(signature.at, uk()).date().min(clock.today());
                let how = text("packet-approval-how", &[("packet", reference)]);
                let new =
                    NewApproval { role: ApprovalRole::Claimant, name: signature.name.clone(), day, how };
                papers::approve(tx, &paper, &new)?;
                "approval-recorded"
            }
        };
        said.push(text(&format!("packet-{outcome}"), &[]));
    }
    Ok(said)
}

/// The request that the packet answers, as it was sent from here.
fn asked(tx: &Write<'_>, kept: &Kept) -> Result<Option<Request>> {
    for packet in store::of_series(tx, &kept.series())? {
        for request in store::requests(tx, packet.number)? {
            if kept.manifest.request == Some(request.id) {
                let request = serde_json::from_value(request.request);
                return request.map(Some).map_err(|_| Error::new("internal"));
            }
        }
    }
    Ok(None)
}
