//! Schedules to a letter for several claimants: who they are, and what they lost, without names.

use super::acting::styled_words;
use super::fact::{UNSAID, loss_table, stated};
use super::{Client, LetterInput};
use crate::bundle::{Block, Column, Document, DocumentKind, Section, Table, Text, plain};
use crate::claimant::{Nation, YesNo};

/// Schedule 1: names and numbers, and nothing by which a non-party could find anybody (Farley, law.md 2.1).
pub(super) fn claimants(input: &LetterInput<'_>) -> Document {
    let columns = vec![
        Column::left("Number", 14),
        Column::left("Name", 26),
        Column::left("Relationship", 32),
        Column::left("Notice came", 12),
        Column::left("Nation", 16),
    ];
    let rows = input.clients.iter().map(|client| row(input, client)).collect();
    let intro = "Names, relationships, and whether a notice came, as the claimants say. Addresses, dates of birth and contact details are not \
                 in this schedule.";
    drawn(
        "Schedule 1: the claimants",
        vec![Block::Paragraph(plain(intro)), Block::Table(Table { columns, rows })],
    )
}

/// What a claimant says of each spell; how it ended is not for the other side to be told here.
fn relationship(input: &LetterInput<'_>, client: &Client<'_>) -> String {
    let spells: Vec<String> = client.claimant.episodes.iter().map(|episode| stated(input, episode)).collect();
    if spells.is_empty() { UNSAID.to_owned() } else { spells.join("\n") }
}

fn row(input: &LetterInput<'_>, client: &Client<'_>) -> Vec<Text> {
    let nation = match client.claimant.contact.nation_at_incident {
        Some(Nation::Scotland) => "Scotland",
        Some(Nation::NorthernIreland) => "Northern Ireland",
        _ => "",
    };
    vec![
        plain(client.number.to_string()),
        plain(styled_words(client, input.dated)),
        plain(relationship(input, client)),
        plain(match client.claimant.notification.received {
            Some(YesNo::Yes) => "Yes",
            Some(YesNo::No) => "No",
            Some(YesNo::DontKnow) => "Not known",
            None => UNSAID,
        }),
        plain(nation),
    ]
}

/// Schedule 2: losses by head.
pub(super) fn losses(input: &LetterInput<'_>) -> Document {
    let intro = "Sums that the claimants say they paid or lost, by head. A claimant with several sums under one head \
                 is counted once.";
    let nothing = input.clients.iter().all(|client| client.claimant.losses.is_empty());
    let blocks = if nothing {
        vec![Block::Paragraph(plain("No claimant says that a sum was paid or lost."))]
    } else {
        vec![Block::Paragraph(plain(intro)), Block::Table(loss_table(input))]
    };
    drawn("Schedule 2: losses, without names", blocks)
}

fn drawn(title: &str, mut blocks: Vec<Block>) -> Document {
    blocks.insert(0, Block::Heading { level: 1, text: title.to_owned() });
    Document {
        bookmark: title.to_owned(),
        title: title.to_owned(),
        date: String::new(),
        section: Section::Schedules,
        kind: DocumentKind::Drawn(blocks),
    }
}
