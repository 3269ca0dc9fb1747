//! B: the claimant's statement, drafted for them to read and correct.
//!
//! Facts stand as numbered paragraphs (PD 32, 19.1), own words as they were written. Nothing is added: a firm that put
//! words of distress into its clients' mouths had to answer for it (the Capita claims, law.md 2.1).

mod date;
mod effect;
mod front;
mod gap;
mod loss;
mod notice;
mod paper;
mod person;
mod relationship;
mod title;
mod voice;
mod words;

pub use gap::statement_gaps;
pub use loss::pounds;

use super::exhibit::Bound;
use super::{Audience, ClaimBundle, MatterFacts, Stage, Term};
use crate::bundle::{Block, Document, DocumentKind, Section, SignatureRow, Span, plain};
use crate::claimant::{Capacity, Claimant};

/// What the body of a statement is written from.
#[derive(Clone, Copy)]
struct Told<'a> {
    claimant: &'a Claimant,
    matter: MatterFacts<'a>,
    /// The cipher that stands for the name; empty for none.
    cipher: &'a str,
    /// Anybody may read it.
    public: bool,
}

impl Told<'_> {
    fn voice(&self) -> voice::Voice {
        voice::Voice::of(&self.claimant.identity)
    }

    /// Whether an item of a list is not for everybody's eyes, such as one on health.
    fn hides(&self, term: Term, code: &str) -> bool {
        self.public && self.matter.labels.is_private(term, code)
    }
}

pub(super) fn document(input: &ClaimBundle<'_>, exhibits: &[Bound<'_>]) -> Document {
    let shown: Vec<&Bound<'_>> = exhibits.iter().filter(|bound| !bound.is_somebody_elses()).collect();
    let mut blocks = front::blocks(input, &shown);
    let mut paper = body(&Told {
        claimant: input.claimant,
        matter: input.matter,
        cipher: input.public_cipher(),
        public: input.audience == Audience::Public,
    });
    documents(&mut paper, &shown);
    blocks.extend(paper.into_blocks());
    blocks.extend(truth(input));
    let (title, date) = match input.stage {
        Stage::Draft => (words::TITLE, words::NOT_SIGNED),
        Stage::Final => (words::FINAL_TITLE, words::TO_SIGN),
    };
    Document {
        bookmark: title.to_owned(),
        title: format!("{title} of {}", super::claimant_name(input)),
        date: date.to_owned(),
        section: Section::Statement,
        kind: DocumentKind::Drawn(blocks),
    }
}

/// What is said before the documents are named.
fn body(told: &Told<'_>) -> paper::Paper {
    let mut paper = paper::Paper::default();
    person::write(&mut paper, told);
    relationship::write(&mut paper, told);
    notice::write(&mut paper, told);
    effect::write(&mut paper, told);
    loss::write(&mut paper, told);
    paper
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
            row("Full name", signatory(input)),
            row("Date signed", String::new()),
        ]),
    ]
}

/// Who signs: the claimant, or the person who was named to make the statement; blank while nobody was named.
fn signatory(input: &ClaimBundle<'_>) -> String {
    let identity = &input.claimant.identity;
    match identity.capacity {
        None | Some(Capacity::Own) => super::claimant_name(input),
        Some(_) => person::maker(identity).unwrap_or_default().to_owned(),
    }
}
