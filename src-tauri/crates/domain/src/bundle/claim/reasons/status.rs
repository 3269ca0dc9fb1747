//! A status, and every answer that is possible while it is open.

use super::super::{ClaimBundle, Term};
use super::{finding, heading, third, words};
use crate::bundle::{Block, Column, Table, Text, plain};
use crate::classification::StatusAnswer;
use crate::date::show::long;

/// The answer, or all that are possible; other statuses that hold beside it.
pub(super) fn answer(input: &ClaimBundle<'_>, status: &StatusAnswer) -> Text {
    let label = |code| input.matter.labels.of(Term::Status, code);
    let possible: Vec<String> = status.possible.iter().map(label).collect();
    let mut words = match possible.as_slice() {
        [] => "Not known".to_owned(),
        [one] if status.settled => one.clone(),
        several => format!("Not settled. Possible: {}", several.join("; ")),
    };
    if !status.secondary.is_empty() {
        let beside: Vec<String> = status.secondary.iter().map(label).collect();
        words.push_str(&format!("\nBeside that: {}", beside.join("; ")));
    }
    plain(words)
}

/// How each possible answer comes about.
pub(super) fn possible(input: &ClaimBundle<'_>) -> Vec<Block> {
    let found = input.classification;
    let at_incident = format!("Status on {}: why", long(found.incident_date));
    let mut blocks = one(input, &at_incident, &found.status);
    let now = "Status now: why";
    if found.status_now.because == found.status.because && !blocks.is_empty() {
        blocks.extend([heading(2, now), Block::Paragraph(plain(words::SAME))]);
    } else {
        blocks.extend(one(input, now, &found.status_now));
    }
    blocks
}

fn one(input: &ClaimBundle<'_>, title: &str, status: &StatusAnswer) -> Vec<Block> {
    if status.because.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(2, title)];
    if !status.settled {
        blocks.push(Block::Paragraph(plain(words::OPEN)));
    }
    let first = if status.settled { "Answer" } else { "Possible answer" };
    let columns = vec![
        Column::left(first, 20),
        Column::left("Because", 28),
        Column::left("Facts", 32),
        Column::left("Rule", 20),
    ];
    let rows = status
        .because
        .iter()
        .map(|because| {
            vec![
                plain(input.matter.labels.of(Term::Status, &because.status)),
                plain(third::said_of(&because.text)),
                finding::facts(input, &because.facts),
                plain(finding::rule_words(&because.rule)),
            ]
        })
        .collect();
    blocks.push(Block::Table(Table { columns, rows }));
    blocks
}
