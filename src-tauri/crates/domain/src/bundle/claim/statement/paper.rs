//! The body of a statement as it is written: numbered paragraphs, and what belongs under them.

use super::super::withheld::MARK;
use super::date::on;
use super::voice::Voice;
use super::words;
use crate::bundle::{Block, Span, Text, plain};
use crate::claimant::YesNo;
use crate::date::PartialDate;

/// A statement under way.
#[derive(Default)]
pub(super) struct Paper {
    blocks: Vec<Block>,
    /// Paragraphs so far.
    count: u32,
}

impl Paper {
    /// The blocks in order.
    pub(super) fn into_blocks(self) -> Vec<Block> {
        self.blocks
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.blocks.push(Block::Heading { level: 2, text: text.to_owned() });
    }

    /// A block that belongs to the paragraph before it.
    pub(super) fn under(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// A numbered paragraph.
    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.say_text(plain(text));
    }

    /// A numbered paragraph of several styles.
    pub(super) fn say_text(&mut self, text: Text) {
        self.count += 1;
        match self.blocks.last_mut() {
            Some(Block::NumberedParagraphs { paragraphs, .. }) => paragraphs.push(text),
            _ => self.blocks.push(Block::NumberedParagraphs { first: self.count, paragraphs: vec![text] }),
        }
    }

    /// A numbered paragraph made of sentences; none where there is no sentence.
    pub(super) fn say_all(&mut self, sentences: &[String]) {
        let words: Vec<&str> =
            sentences.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        if !words.is_empty() {
            self.say(words.join(" "));
        }
    }

    /// The claimant's own words, exactly as given, under a numbered paragraph that says what they answer.
    pub(super) fn own_words(&mut self, introduction: &str, given: &str) {
        // Even what was asked would tell of it.
        if given == MARK {
            self.withheld();
        } else if !given.trim().is_empty() {
            self.say(introduction);
            self.blocks.push(Block::Quote(vec![vec![Span::plain(given)]]));
        }
    }

    /// A paragraph that the public version does not print: those behind it keep their numbers.
    pub(super) fn withheld(&mut self) {
        self.say(MARK);
    }

    /// The sentence for an answer; nothing for a question left blank.
    pub(super) fn answered(&mut self, answer: Option<YesNo>, yes: &str, no: &str, dont_know: &str) {
        let sentence = choose(answer, yes, no, dont_know);
        self.say_all(&[sentence]);
    }
}

/// The sentence for an answer; empty for a question left blank.
pub(super) fn choose(answer: Option<YesNo>, yes: &str, no: &str, dont_know: &str) -> String {
    match answer {
        Some(YesNo::Yes) => yes.to_owned(),
        Some(YesNo::No) => no.to_owned(),
        Some(YesNo::DontKnow) => dont_know.to_owned(),
        None => String::new(),
    }
}

/// "It began on 3 November 2021.", "I do not know when it began.", "[To be completed: when it began.]".
pub(super) fn when(date: Option<&PartialDate>, voice: Voice, what: &str) -> String {
    match date {
        Some(date) => when_given(Some(date), voice, what),
        None => words::missing(&format!("when {}", lower(what))),
    }
}

/// The same, and nothing where it is blank.
pub(super) fn when_given(date: Option<&PartialDate>, voice: Voice, what: &str) -> String {
    match date {
        Some(date) if date.is_unknown() => voice.unknown(&format!("when {}", lower(what))),
        Some(date) => format!("{what} {}.", on(date)),
        None => String::new(),
    }
}

/// "It began" as it stands within a sentence; "I" stays as it is.
fn lower(what: &str) -> String {
    match what.strip_prefix("I ") {
        Some(_) => what.to_owned(),
        None => {
            let mut rest = what.chars();
            rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
        }
    }
}
