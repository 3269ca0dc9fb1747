//! Money and time: item by item for one claimant, by head and without names for many.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::bundle::claim::{Term, pounds};
use crate::bundle::{Block, Column, Span, Table, Text, plain};

use super::super::desk::Desk;
use super::super::{Client, LetterInput};

pub(super) fn of_one(desk: &mut Desk<'_>, client: &Client<'_>) -> Vec<Block> {
    let (losses, times) = (&client.claimant.losses, &client.claimant.time_spent);
    let mut blocks = Vec::new();
    for (at, loss) in losses.iter().enumerate() {
        let label = desk.input.labels.of(Term::Head, &loss.head);
        desk.rest(client, format!("losses[{at}]"), format!("{label}: {}", pounds(loss.amount)));
    }
    if losses.is_empty() {
        blocks.push(Block::Paragraph(plain("Our client claims no sum that was paid or lost.")));
    } else {
        blocks.push(Block::Table(table(desk.input)));
    }
    let minutes: u64 = times.iter().map(|time| u64::from(time.minutes)).sum();
    if minutes > 0 {
        desk.rest(client, "time_spent", duration(minutes));
        let words = format!("Our client spent {} dealing with what followed.", duration(minutes));
        blocks.push(Block::Paragraph(plain(words)));
    }
    blocks
}

pub(super) fn of_all(desk: &mut Desk<'_>) -> Vec<Block> {
    for client in desk.input.clients {
        for (at, loss) in client.claimant.losses.iter().enumerate() {
            let label = desk.input.labels.of(Term::Head, &loss.head);
            desk.rest(client, format!("losses[{at}]"), format!("{label}: {}", pounds(loss.amount)));
        }
    }
    Vec::new()
}

/// "4 hours 25 minutes".
fn duration(minutes: u64) -> String {
    let count = |number: u64, one: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        number => Some(format!("{number} {one}s")),
    };
    let parts = [count(minutes / 60, "hour"), count(minutes % 60, "minute")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[derive(Default)]
struct Sum {
    claimants: usize,
    amount: Decimal,
    recouped: Decimal,
}

/// Losses by head: how many claimants, how much, and how much of it came back.
pub(in super::super) fn table(input: &LetterInput<'_>) -> Table {
    let mut heads: BTreeMap<String, Sum> = BTreeMap::new();
    let mut all = Sum::default();
    for client in input.clients {
        let mut seen: Vec<String> = Vec::new();
        for loss in &client.claimant.losses {
            let label = input.labels.of(Term::Head, &loss.head);
            let sum = heads.entry(label.clone()).or_default();
            if !seen.contains(&label) {
                sum.claimants += 1;
                seen.push(label);
            }
            let recouped = loss.recouped.unwrap_or_default();
            for sum in [sum, &mut all] {
                sum.amount = sum.amount.saturating_add(loss.amount);
                sum.recouped = sum.recouped.saturating_add(recouped);
            }
        }
        all.claimants += usize::from(!client.claimant.losses.is_empty());
    }
    // Of one claimant the number of claimants says nothing, nor does the sum of one head.
    let several = input.clients.len() > 1;
    let widths = if several { (40, 15) } else { (46, 18) };
    let mut columns = vec![Column::left("Head of loss", widths.0)];
    if several {
        columns.push(Column::right("Claimants", 15));
    }
    columns.extend(["Paid or lost", "Got back", "Claimed"].map(|title| Column::right(title, widths.1)));
    let cells = |label: String, sum: &Sum| {
        let claimed = sum.amount.saturating_sub(sum.recouped);
        let count = several.then(|| sum.claimants.to_string());
        let money = [sum.amount, sum.recouped, claimed].map(pounds);
        std::iter::once(label).chain(count).chain(money).collect::<Vec<_>>()
    };
    let with_sum = several || heads.len() > 1;
    let mut rows: Vec<Vec<Text>> =
        heads.into_iter().map(|(label, sum)| cells(label, &sum).into_iter().map(plain).collect()).collect();
    if with_sum {
        rows.push(cells("Sum".to_owned(), &all).into_iter().map(|cell| vec![Span::bold(cell)]).collect());
    }
    Table { columns, rows }
}
