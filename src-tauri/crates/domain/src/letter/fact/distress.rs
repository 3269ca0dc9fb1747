//! What it did to claimants: own words first and exactly as written, then what was marked on a list.
//!
//! No descriptor stands in a letter that its claimant did not mark, and none that was marked "not at all".

use std::collections::BTreeMap;

use super::Said;
use super::relationship::{UNSAID, cell, on_day};
use crate::bundle::claim::Term;
use crate::bundle::{Block, Column, Marker, Span, Table, Text, plain};
use crate::claimant::{Claimant, Descriptor, Severity, YesNo};

use super::super::Client;
use super::super::desk::Desk;

fn pleaded(claimant: &Claimant) -> impl Iterator<Item = (usize, &Descriptor)> {
    let marked = claimant.consequence.descriptors.iter().enumerate();
    marked.filter(|(_, one)| one.severity != Severity::None)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::None => "Not at all",
        Severity::Mild => "Mild",
        Severity::Moderate => "Moderate",
        Severity::Severe => "Severe",
    }
}

pub(super) fn of_one(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let mut blocks = own_words(desk, client);
    let told = &client.claimant.consequence;
    if told.no_distress == Some(YesNo::Yes) {
        desk.rest(client, "consequence.no_distress", "Our client says that they suffered no distress.");
        blocks.push(Block::Paragraph(plain("Our client says that they suffered no distress.")));
    }
    let mut rows = Vec::new();
    for (at, one) in pleaded(client.claimant) {
        let label = desk.input.labels.of(Term::Descriptor, &one.kind);
        desk.rest(client, format!("consequence.descriptors[{at}]"), label.as_str());
        rows.push(row(label, one));
    }
    if !rows.is_empty() {
        let columns = vec![
            Column::left("Marked by our client", 36),
            Column::left("How much", 14),
            Column::left("First felt", 20),
            Column::left("Lasted", 18),
            Column::left("Still felt", 12),
        ];
        blocks.push(Block::Table(Table { columns, rows }));
    }
    blocks
}

fn row(label: String, one: &Descriptor) -> Vec<Text> {
    vec![
        plain(label),
        plain(severity(one.severity)),
        cell(one.first_felt.as_ref()),
        plain(if one.lasted.trim().is_empty() { UNSAID } else { one.lasted.trim() }),
        plain(match one.still {
            None => UNSAID,
            Some(YesNo::Yes) => "Yes",
            Some(YesNo::No) => "No",
            Some(YesNo::DontKnow) => "Not known",
        }),
    ]
}

pub(super) fn own_words(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let words = client.claimant.consequence.own_words.trim();
    if words.is_empty() {
        let gap = desk.gap(
            Some(client.number),
            "consequence.own_words",
            "in our client’s own words, what this did",
        );
        return vec![Block::Paragraph(vec![Span::bold(gap)])];
    }
    desk.rest(client, "consequence.own_words", words);
    vec![Block::Quote(vec![plain(words)])]
}

/// The own words as one sentence among others.
pub(super) fn said(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Said> {
    let words = client.claimant.consequence.own_words.trim();
    let words = if words.is_empty() {
        desk.gap(Some(client.number), "consequence.own_words", "in our client’s own words, what this did")
    } else {
        format!("“{words}”")
    };
    vec![Said { field: "consequence.own_words".to_owned(), words }]
}

pub(super) fn of_all(desk: &mut Desk<'_>) -> Vec<Block> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut none = 0_usize;
    for client in desk.input.clients {
        for (at, one) in pleaded(client.claimant) {
            let label = desk.input.labels.of(Term::Descriptor, &one.kind);
            desk.rest(client, format!("consequence.descriptors[{at}]"), label.as_str());
            *counts.entry(label).or_default() += 1;
        }
        none += usize::from(client.claimant.consequence.no_distress == Some(YesNo::Yes));
    }
    if none > 0 {
        counts.insert("Says that there was no distress".to_owned(), none);
    }
    let columns = vec![Column::left("Marked", 76), Column::right("Claimants", 24)];
    let rows: Vec<Vec<Text>> =
        counts.into_iter().map(|(label, count)| vec![plain(label), plain(count.to_string())]).collect();
    if rows.is_empty() {
        return vec![Block::Paragraph(plain("No claimant has marked a word yet."))];
    }
    vec![Block::Table(Table { columns, rows })]
}

pub(super) fn misuse(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let mut items = Vec::new();
    for (at, one) in client.claimant.misuse.iter().enumerate() {
        let label = desk.input.labels.of(Term::Misuse, &one.kind);
        desk.rest(client, format!("misuse[{at}]"), label.as_str());
        let when = one.when.as_ref().map(|when| format!(", {}", on_day(when))).unwrap_or_default();
        let said = match one.description.trim() {
            "" => ".".to_owned(),
            description => format!(": “{description}”"),
        };
        items.push(plain(format!("{label}{when}{said}")));
    }
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading { level: 3, text: "Signs of misuse".to_owned() },
        Block::List { marker: Marker::Bullet, items },
    ]
}
