//! The pieces of a letter.

use super::desk::Desk;
use super::{Counted, LetterInput, fact};
use crate::bundle::{Block, Marker};
use crate::profile::{CountedText, Part};

/// For whom a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// A letter for one claimant.
    One,
    /// A letter for several.
    Several,
    /// A claimant who asked or complained before.
    AskedBefore,
}

impl Only {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::One, Self::Several, Self::AskedBefore];

    /// As it is written.
    pub fn code(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Several => "several",
            Self::AskedBefore => "asked-before",
        }
    }

    fn fits(self, input: &LetterInput<'_>) -> bool {
        let one = input.only_client();
        match self {
            Self::One => one.is_some(),
            Self::Several => one.is_none(),
            Self::AskedBefore => one.is_some_and(|one| !one.claimant.aftermath.requests.is_empty()),
        }
    }
}

/// A piece as blocks; nothing where it does not fit.
pub(super) fn blocks(desk: &mut Desk<'_>, part: &Part, counted: Option<&Counted>) -> Vec<Block> {
    if part.only.is_some_and(|only| !only.fits(desk.input)) {
        return Vec::new();
    }
    let facts = part.facts.map(|facts| fact::blocks(desk, facts, counted)).unwrap_or_default();
    if part.text.is_empty() && part.items.is_empty() && facts.is_empty() {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    if !part.heading.is_empty() {
        blocks.push(Block::Heading { level: 3, text: desk.words(&part.heading) });
    }
    if !part.text.is_empty() {
        blocks.push(Block::Paragraph(desk.text(&part.text)));
    }
    if !part.items.is_empty() {
        let marker = if part.numbered { Marker::Number } else { Marker::Bullet };
        blocks.push(Block::List { marker, items: part.items.iter().map(|item| desk.text(item)).collect() });
    }
    blocks.extend(facts);
    blocks
}

/// The text of a box, counted as a form counts it: every character, line ends included.
pub(super) fn counted(desk: &mut Desk<'_>, text: &CountedText) -> Counted {
    let mut paragraphs = Vec::new();
    for part in &text.parts {
        if part.only.is_some_and(|only| !only.fits(desk.input)) {
            continue;
        }
        let facts = part.facts.map(|facts| fact::sentences(desk, facts)).unwrap_or_default();
        if part.facts.is_some() && facts.is_empty() {
            continue;
        }
        let words = if part.text.is_empty() { String::new() } else { desk.words(&part.text) };
        let words = std::iter::once(words).chain(facts).filter(|words| !words.is_empty());
        paragraphs.push(words.collect::<Vec<_>>().join(" "));
    }
    let words = fact::left_out(desk.input, &paragraphs.join("\n"));
    Counted {
        title: text.title.clone(),
        characters: words.chars().count(),
        text: words,
        limit: text.limit,
        rule: text.rule.clone(),
    }
}
