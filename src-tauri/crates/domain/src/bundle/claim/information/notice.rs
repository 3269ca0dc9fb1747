//! Whether and how the claimant was told, and what passed with the defendant afterwards (`intake.md` 3.1 D and E).

use super::super::ClaimBundle;
use super::super::answer::{self, Row, row};
use super::{heading, words};
use crate::bundle::{Block, plain};
use crate::claimant::{Channel, Claimant, Request};

pub(super) fn blocks(input: &ClaimBundle<'_>) -> Vec<Block> {
    let aftermath = &input.claimant.aftermath;
    let mut blocks = vec![
        heading(2, "Notice of the incident"),
        Block::KeyValues(notification(input)),
        heading(2, "Contact with the defendant afterwards"),
        Block::KeyValues(vec![row(
            "Had asked for deletion before the incident",
            answer::yes_no(aftermath.erasure_asked_before),
        )]),
    ];
    if aftermath.requests.is_empty() {
        blocks.push(Block::KeyValues(vec![row("Questions, requests and complaints", answer::blank())]));
    }
    for request in &aftermath.requests {
        blocks.push(heading(3, words::request(request.kind)));
        blocks.push(Block::KeyValues(request_rows(request)));
    }
    blocks
}

/// Where the notice came; a letter came to an address, which may be withheld.
pub(crate) fn notice_address(claimant: &Claimant) -> String {
    let told = &claimant.notification;
    let letter = told.channel == Some(Channel::Letter);
    if letter && claimant.contact.withhold_address && !told.received_at.trim().is_empty() {
        return answer::WITHHELD.to_owned();
    }
    told.received_at.clone()
}

fn notification(input: &ClaimBundle<'_>) -> Vec<Row> {
    let told = &input.claimant.notification;
    vec![
        row("Incident", plain(input.matter.incident)),
        row("A notice came", answer::yes_no(told.received)),
        row("How it came", answer::one(told.channel.map(words::channel))),
        row("Where it came", answer::text(&notice_address(input.claimant))),
        row("First seen", answer::date(told.seen.as_ref())),
        row("Still in the mailbox", answer::yes_no(told.still_held)),
        row("Lay in the spam folder", answer::yes_no(told.in_spam)),
        row("Knows somebody else who was told", answer::yes_no(told.knows_other_recipient)),
        row("An earlier notice of another incident came", answer::yes_no(told.earlier_notice)),
        row("Letters that followed", answer::text(&told.follow_up)),
    ]
}

fn request_rows(request: &Request) -> Vec<Row> {
    let mut rows = vec![
        row("Sent", answer::date(request.sent.as_ref())),
        row("Sent to", answer::text(&request.sent_to)),
        row("Reference", answer::text(&request.reference)),
        row("Acknowledged", answer::date(request.acknowledged.as_ref())),
        row("Answered", answer::yes_no(request.answered)),
    ];
    if let Some(day) = &request.answered_on {
        rows.push(row("Answered on", answer::date(Some(day))));
    }
    rows.push(row("What came of it", answer::text(&request.outcome)));
    rows
}
