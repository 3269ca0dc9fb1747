//! B: the claimant's statement, drafted for them to read and correct.
//!
//! Facts stand as numbered paragraphs (PD 32, 19.1), own words as they were written. Nothing is added: a firm that put
//! words of distress into its clients' mouths had to answer for it (the Capita claims, law.md 2.1).

mod effect;
mod front;
mod loss;
mod notice;
mod paper;
mod person;
mod relationship;
mod words;

pub(crate) use loss::pounds;

use super::ClaimBundle;
use super::exhibit::Bound;
use crate::bundle::{Block, Document, DocumentKind, Section, SignatureRow, Span, plain};

pub(super) fn document(input: &ClaimBundle<'_>, exhibits: &[Bound<'_>]) -> Document {
    let shown: Vec<&Bound<'_>> = exhibits.iter().filter(|bound| !bound.is_somebody_elses()).collect();
    let mut blocks = front::blocks(input, &shown);
    let mut paper = paper::Paper::default();
    person::write(&mut paper, input);
    relationship::write(&mut paper, input);
    notice::write(&mut paper, input);
    effect::write(&mut paper, input);
    loss::write(&mut paper, input);
    documents(&mut paper, &shown);
    blocks.extend(paper.into_blocks());
    blocks.extend(truth(input));
    Document {
        bookmark: words::TITLE.to_owned(),
        title: format!("{} of {}", words::TITLE, super::claimant_name(input)),
        date: "Not yet signed".to_owned(),
        section: Section::Statement,
        kind: DocumentKind::Drawn(blocks),
    }
}

/// "I refer to the document marked …" (PD 32, 18.4), the mark in bold (PD 32, 18.5).
fn documents(paper: &mut paper::Paper, shown: &[&Bound<'_>]) {
    if shown.is_empty() {
        return;
    }
    paper.heading("Documents");
    for bound in shown {
        paper.say_text(vec![
            Span::plain("I refer to the document marked "),
            Span::bold(format!("“{}”", bound.label)),
            Span::plain(format!(": {}.", bound.description().trim_end_matches('.'))),
        ]);
    }
}

fn truth(input: &ClaimBundle<'_>) -> Vec<Block> {
    let row = |label: &str, value: String| SignatureRow { label: label.to_owned(), value };
    vec![
        Block::Heading { level: 2, text: "Statement of truth".to_owned() },
        Block::Paragraph(plain(words::TRUTH)),
        // It is dated with the day on which it is signed (PD 32, 20.2; PD 22), never beforehand.
        Block::Signature(vec![
            row("Signed", String::new()),
            row("Full name", super::claimant_name(input)),
            row("Date signed", String::new()),
        ]),
    ]
}
