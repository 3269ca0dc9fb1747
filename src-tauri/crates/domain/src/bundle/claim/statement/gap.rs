//! What a statement still lacks: nothing is issued over a gap.

use jiff::civil::Date;

use super::super::{Labels, MatterFacts, Term};
use super::{Told, body, words};
use crate::bundle::Block;
use crate::claimant::Claimant;

/// What the statement of a claimant needs and nobody has said, such as "my occupation"; found in the very words that
/// would be printed.
pub fn statement_gaps(claimant: &Claimant) -> Vec<String> {
    let matter = MatterFacts {
        profile: "",
        profile_version: 0,
        incident: "",
        incident_on: Date::ZERO,
        notice_on: Date::ZERO,
        defendant: "",
        labels: &Codes,
    };
    let blocks = body(&Told { claimant, matter, cipher: "", public: false }).into_blocks();
    let paragraphs = blocks.iter().filter_map(|block| match block {
        Block::NumberedParagraphs { paragraphs, .. } => Some(paragraphs),
        _ => None,
    });
    let spans = paragraphs.flatten().flatten();
    let mut gaps: Vec<String> = spans.flat_map(|span| words::gaps(&span.text)).collect();
    gaps.dedup();
    gaps
}

/// Whatever it is called, it is there or not.
struct Codes;

impl Labels for Codes {
    fn find(&self, _: Term, _: &str) -> Option<&str> {
        None
    }
}
