//! Money and time, item by item with their sums.

use rust_decimal::Decimal;

use super::super::Term;
use super::super::answer;
use super::super::withheld::MARK;
use super::Told;
use super::paper::Paper;
use super::words;
use crate::bundle::{Block, Column, Span, Table, Text, plain};
use crate::claimant::{Loss, TimeSpent};

pub(super) fn write(paper: &mut Paper, input: &Told<'_>) {
    let (losses, times) = (&input.claimant.losses, &input.claimant.time_spent);
    if losses.is_empty() && times.is_empty() {
        return;
    }
    paper.heading("Money and time");
    if !losses.is_empty() {
        paper.say(words::LOST);
        paper.under(Block::Table(money(input, losses)));
    }
    if !times.is_empty() {
        paper.say(words::TIME);
        paper.under(Block::Table(time(times)));
    }
}

fn money(input: &Told<'_>, losses: &[Loss]) -> Table {
    let columns = vec![
        Column::left("For", 22),
        Column::left("When", 18),
        Column::left("To whom", 18),
        Column::right("Amount", 18),
        Column::right("Got back", 18),
        Column::left("Why no document", 18),
    ];
    let row = |loss: &Loss| -> Vec<Text> {
        let back = answer::one(loss.recouped.map(pounds).as_deref());
        if input.hides(Term::Head, loss.head.as_str()) {
            // The sum under the rows holds the amount, so it may stay.
            return vec![
                plain(MARK),
                plain(MARK),
                plain(MARK),
                plain(pounds(loss.amount)),
                back,
                plain(MARK),
            ];
        }
        vec![
            plain(input.matter.labels.of(Term::Head, &loss.head)),
            answer::date(loss.when.as_ref()),
            answer::text(&loss.payee),
            plain(pounds(loss.amount)),
            back,
            plain(loss.no_document_reason.as_str()),
        ]
    };
    let mut rows: Vec<Vec<Text>> = losses.iter().map(row).collect();
    let add = |sum: Decimal, value| sum.checked_add(value);
    let amount = losses.iter().map(|loss| loss.amount).try_fold(Decimal::ZERO, add);
    let recouped = losses.iter().filter_map(|loss| loss.recouped).try_fold(Decimal::ZERO, add);
    if let (Some(amount), Some(recouped)) = (amount, recouped) {
        let bold = |text: String| vec![Span::bold(text)];
        // Nothing got back and nothing said about it differ.
        let said = losses.iter().any(|loss| loss.recouped.is_some());
        let back = if said { bold(pounds(recouped)) } else { Text::new() };
        rows.push(vec![bold("Sum".to_owned()), vec![], vec![], bold(pounds(amount)), back]);
    }
    Table { columns, rows }
}

fn time(times: &[TimeSpent]) -> Table {
    let columns = vec![Column::left("On what", 50), Column::left("When", 30), Column::right("Time", 20)];
    let row = |time: &TimeSpent| -> Vec<Text> {
        vec![
            answer::text(&time.description),
            answer::date(time.when.as_ref()),
            plain(hours(u64::from(time.minutes))),
        ]
    };
    let mut rows: Vec<Vec<Text>> = times.iter().map(row).collect();
    let sum = times.iter().map(|time| u64::from(time.minutes)).sum();
    rows.push(vec![vec![Span::bold("Sum")], vec![], vec![Span::bold(hours(sum))]]);
    Table { columns, rows }
}

/// "£1,234.50".
pub fn pounds(amount: Decimal) -> String {
    let plain = format!("{:.2}", amount.abs());
    let (whole, pence) = plain.split_once('.').unwrap_or((plain.as_str(), "00"));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if amount.is_sign_negative() && !amount.is_zero() { "-" } else { "" };
    format!("{sign}£{grouped}.{pence}")
}

/// "2 h 05 min".
fn hours(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes:02} min"),
    }
}
