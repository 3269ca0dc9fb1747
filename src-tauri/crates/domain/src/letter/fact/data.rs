//! Kinds of data that claimants believe were held.

use std::collections::BTreeMap;

use crate::bundle::claim::Term;
use crate::bundle::{Block, Column, Table, plain};
use crate::claimant::HeldBasis;

use super::super::Client;
use super::super::desk::Desk;

fn basis(basis: Option<HeldBasis>) -> &'static str {
    match basis {
        Some(HeldBasis::Given) => "Our client gave it",
        Some(HeldBasis::ShownByRequest) => "An access request showed it",
        Some(HeldBasis::Guess) => "Our client’s guess",
        None => "Not said",
    }
}

pub(super) fn of_one(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let held = &client.claimant.data_held;
    if held.is_empty() {
        let words = desk.gap(
            Some(client.number),
            "data_held",
            "the kinds of data that our client believes were held",
        );
        return vec![Block::Paragraph(vec![crate::bundle::Span::bold(words)])];
    }
    let mut rows = Vec::new();
    for (at, one) in held.iter().enumerate() {
        let label = desk.input.labels.of(Term::Data, &one.kind);
        desk.rest(client, format!("data_held[{at}]"), label.as_str());
        rows.push(vec![plain(label), plain(basis(one.basis))]);
    }
    let columns = vec![Column::left("Kind of data", 60), Column::left("Why our client believes so", 40)];
    vec![Block::Table(Table { columns, rows })]
}

pub(super) fn of_all(desk: &mut Desk<'_>) -> Vec<Block> {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for client in desk.input.clients {
        for (at, one) in client.claimant.data_held.iter().enumerate() {
            let label = desk.input.labels.of(Term::Data, &one.kind);
            desk.rest(client, format!("data_held[{at}]"), label.as_str());
            let count = counts.entry(label).or_default();
            count.0 += 1;
            count.1 += usize::from(one.basis != Some(HeldBasis::Guess));
        }
    }
    if counts.is_empty() {
        let words = desk.gap(None, "data_held", "the kinds of data that the claimants believe were held");
        return vec![Block::Paragraph(vec![crate::bundle::Span::bold(words)])];
    }
    let columns = vec![
        Column::left("Kind of data", 52),
        Column::right("Claimants who say so", 24),
        Column::right("Of these, not as a guess", 24),
    ];
    let rows = counts
        .into_iter()
        .map(|(label, (all, known))| vec![plain(label), plain(all.to_string()), plain(known.to_string())]);
    vec![Block::Table(Table { columns, rows: rows.collect() })]
}
