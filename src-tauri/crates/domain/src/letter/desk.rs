//! A letter under way: what it lacks, and what it rests on.

use super::fill::{Filled, fill};
use super::{Client, Gap, LetterInput, Rest};
use std::collections::BTreeSet;

use crate::bundle::{Span, Text};
use crate::finding::FactRef;
use crate::id::ClaimantNumber;

/// A letter under way.
pub(super) struct Desk<'a> {
    pub(super) input: &'a LetterInput<'a>,
    gaps: Vec<Gap>,
    known: BTreeSet<Gap>,
    rests_on: Vec<Rest>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(input: &'a LetterInput<'a>) -> Self {
        Self { input, gaps: Vec::new(), known: BTreeSet::new(), rests_on: Vec::new() }
    }

    pub(super) fn done(self) -> (Vec<Gap>, Vec<Rest>) {
        (self.gaps, self.rests_on)
    }

    /// Notes that something is missing, once; the words that stand in its place.
    pub(super) fn gap(&mut self, number: Option<ClaimantNumber>, field: &str, what: &str) -> String {
        let gap = Gap { number, field: field.to_owned(), what: what.to_owned() };
        if self.known.insert(gap.clone()) {
            self.gaps.push(gap);
        }
        missing(what)
    }

    /// Notes what the letter says of a claimant.
    pub(super) fn rest(&mut self, client: &Client<'_>, field: impl Into<String>, words: impl Into<String>) {
        self.rests_on.push(Rest { number: client.number, fact: FactRef::new(field, words) });
    }

    /// Wording with its braces filled; gaps are set in bold.
    pub(super) fn text(&mut self, wording: &str) -> Text {
        let pieces = fill(self.input, wording);
        let pieces = pieces.into_iter().map(|piece| match piece {
            Filled::Words(words) => Span::plain(words),
            Filled::Fact { number, field, words } => {
                self.rests_on.push(Rest { number, fact: FactRef::new(field, words.as_str()) });
                Span::plain(words)
            }
            Filled::Missing { number, field, what } => Span::bold(self.gap(number, &field, &what)),
        });
        pieces.collect()
    }

    /// The same as words only.
    pub(super) fn words(&mut self, wording: &str) -> String {
        self.text(wording).into_iter().map(|span| span.text).collect()
    }
}

/// What stands in the place of something that nobody has said.
pub(super) fn missing(what: &str) -> String {
    format!("[To be completed: {what}]")
}
