//! Schedules to a letter for several claimants: who they are, and what they lost, without names.

use super::fact::loss_table;
use super::fill::name;
use super::{Client, LetterInput};
use crate::bundle::claim::Term;
use crate::bundle::{Block, Column, Document, DocumentKind, Section, Table, Text, plain};
use crate::claimant::{Episode, Nation};

/// Schedule 1: names and numbers, and nothing by which a non-party could find anybody (Farley, law.md 2.1).
pub(super) fn claimants(input: &LetterInput<'_>) -> Document {
    let columns = vec![
        Column::left("Number", 14),
        Column::left("Name", 34),
        Column::left("Relationship, as stated", 36),
        Column::left("Nation", 16),
    ];
    let rows = input.clients.iter().map(|client| row(input, client)).collect();
    let intro = "Names and relationships as the claimants state them. Addresses, dates of birth and contact details are not \
                 in this schedule.";
    drawn(
        "Schedule 1: the claimants",
        vec![Block::Paragraph(plain(intro)), Block::Table(Table { columns, rows })],
    )
}

/// What a claimant says of each spell; how it ended is not for the other side to be told here.
fn stated(input: &LetterInput<'_>, client: &Client<'_>) -> String {
    let spell = |episode: &Episode| {
        let kind = input.labels.of(Term::Category, &episode.kind);
        let from = episode.start.as_ref().map(|day| format!(", from {}", day.words()));
        let to = episode.end.as_ref().map(|day| format!(", to {}", day.words()));
        format!("{kind}{}{}", from.unwrap_or_default(), to.unwrap_or_default())
    };
    let spells: Vec<String> = client.claimant.episodes.iter().map(spell).collect();
    if spells.is_empty() { "Not stated yet".to_owned() } else { spells.join("\n") }
}

fn row(input: &LetterInput<'_>, client: &Client<'_>) -> Vec<Text> {
    let nation = match client.claimant.contact.nation_at_incident {
        Some(Nation::Scotland) => "Scotland",
        Some(Nation::NorthernIreland) => "Northern Ireland",
        _ => "",
    };
    vec![
        plain(client.number.to_string()),
        plain(name(client.claimant, client.number)),
        plain(stated(input, client)),
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
