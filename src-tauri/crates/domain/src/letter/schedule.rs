//! Schedules to a letter for several claimants: who they are, and what they lost, without names.

use super::fact::loss_table;
use super::fill::name;
use super::{Client, LetterInput};
use crate::bundle::{Block, Column, Document, DocumentKind, Section, Table, Text, plain};
use crate::claimant::Nation;

/// Schedule 1: names and numbers, and nothing by which a non-party could find anybody (Farley, law.md 2.1).
pub(super) fn claimants(input: &LetterInput<'_>) -> Document {
    let columns = vec![
        Column::left("Number", 14),
        Column::left("Name", 34),
        Column::left("Standing at the incident", 36),
        Column::left("Nation", 16),
    ];
    let rows = input.clients.iter().map(row).collect();
    let intro = "Names and standing as the claimants give them. Addresses, dates of birth and contact details are not \
                 in this schedule.";
    drawn(
        "Schedule 1: the claimants",
        vec![Block::Paragraph(plain(intro)), Block::Table(Table { columns, rows })],
    )
}

fn row(client: &Client<'_>) -> Vec<Text> {
    let nation = match client.claimant.contact.nation_at_incident {
        Some(Nation::Scotland) => "Scotland",
        Some(Nation::NorthernIreland) => "Northern Ireland",
        _ => "",
    };
    vec![
        plain(client.number.to_string()),
        plain(name(client.claimant, client.number)),
        plain(client.standing),
        plain(nation),
    ]
}

/// Schedule 2: losses by head.
pub(super) fn losses(input: &LetterInput<'_>) -> Document {
    let intro = "Sums that the claimants say they paid or lost, by head. A claimant with several sums under one head \
                 is counted once.";
    let blocks = vec![Block::Paragraph(plain(intro)), Block::Table(loss_table(input))];
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
