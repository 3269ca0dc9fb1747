//! The title of proceedings: the court, the number of the claim, the parties with the capacity in which they stand
//! (PD 32, 17.1).

use super::super::{ClaimBundle, Stage, claimant_name};
use super::words;
use crate::bundle::{Align, Block, Column, Span, Table, plain};
use crate::claimant::Capacity;
use crate::register::party;

pub(super) fn blocks(input: &ClaimBundle<'_>) -> Vec<Block> {
    let middle = Column { heading: String::new(), weight: 64, align: Align::Centre };
    vec![
        Block::Table(Table {
            columns: vec![Column::left("", 56), Column::right("", 44)],
            rows: vec![vec![court(input), plain(claim_number(input))]],
        }),
        Block::Table(Table {
            columns: vec![Column::left("", 18), middle, Column::right("", 18)],
            rows: vec![vec![plain("Between"), parties(input), Vec::new()]],
        }),
    ]
}

/// What nobody has said is a gap in a draft, and a line to write on in what is signed.
fn or_gap(input: &ClaimBundle<'_>, said: &str, gap: &str) -> String {
    match (said.trim(), input.stage) {
        ("", Stage::Draft) => words::missing(gap),
        ("", Stage::Final) => words::LINE.to_owned(),
        (said, _) => said.to_owned(),
    }
}

fn court(input: &ClaimBundle<'_>) -> Vec<Span> {
    let (court, division) = (input.proceedings.court.trim(), input.proceedings.division.trim());
    let named = match court {
        "" => or_gap(input, "", words::COURT),
        court => format!("In the {}", court.trim_start_matches("In the ").trim_start_matches("the "))
            .to_uppercase(),
    };
    match division {
        "" => vec![Span::bold(named)],
        division => vec![Span::bold(format!("{named}\n{}", division.to_uppercase()))],
    }
}

fn claim_number(input: &ClaimBundle<'_>) -> String {
    format!("Claim No. {}", or_gap(input, input.proceedings.claim_number, words::CLAIM_NUMBER))
}

fn parties(input: &ClaimBundle<'_>) -> Vec<Span> {
    let defendant = or_gap(input, input.proceedings.defendant, words::DEFENDANT);
    vec![
        Span::bold(claimant(input)),
        Span::plain("\nClaimant\n\n– and –\n\n"),
        Span::bold(defendant),
        Span::plain("\nDefendant"),
    ]
}

/// The claimant as a party: a child by the litigation friend (CPR 21), an estate by whoever represents it (CPR 19.12).
fn claimant(input: &ClaimBundle<'_>) -> String {
    let identity = &input.claimant.identity;
    let name = claimant_name(input);
    if identity.full_name().is_empty() {
        return name;
    }
    match (identity.capacity, identity.acted_for_by.trim()) {
        (Some(Capacity::PersonalRepresentative), "") => format!("The estate of {name}, deceased"),
        (Some(Capacity::PersonalRepresentative), by) => {
            format!("{by} (as personal representative of {name}, deceased)")
        }
        _ => party(identity, input.prepared()),
    }
}
