//! What a letter tells of a claimant: answers as given, each with the field that it stands in.

mod chronology;
mod data;
mod distress;
mod identity;
mod loss;
mod notice;
mod relationship;
mod request;

pub(super) use loss::table as loss_table;
pub(super) use relationship::{UNSAID, stated};
pub(super) use request::{chased, in_time, last_contact, long_ago, named, previous};

use super::desk::Desk;
use super::{Client, Counted, Letter, LetterInput};
use crate::bundle::claim::withheld::Withheld;
use crate::bundle::{Block, Marker, Span, plain};

/// What is told of a claimant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facts {
    /// Name and what else identifies, and no more than is needed.
    Identity,
    /// What the claimant was to the defendant.
    Relationship,
    /// Whether and how the claimant was told.
    Notice,
    /// Earlier requests and complaints.
    Requests,
    /// The earlier request that this letter is about.
    Previous,
    /// Kinds of data believed to be held.
    Data,
    /// Own words, then what was marked on a list.
    Distress,
    /// Own words only.
    OwnWords,
    /// Signs of misuse.
    Misuse,
    /// Money and time.
    Losses,
    /// What happened when.
    Chronology,
    /// The text of the box of counted characters.
    Box,
}

impl Facts {
    /// Every one.
    pub const ALL: [Self; 12] = [
        Self::Identity,
        Self::Relationship,
        Self::Notice,
        Self::Requests,
        Self::Previous,
        Self::Data,
        Self::Distress,
        Self::OwnWords,
        Self::Misuse,
        Self::Losses,
        Self::Chronology,
        Self::Box,
    ];

    /// As it is written.
    pub fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Relationship => "relationship",
            Self::Notice => "notice",
            Self::Requests => "requests",
            Self::Previous => "previous",
            Self::Data => "data",
            Self::Distress => "distress",
            Self::OwnWords => "own-words",
            Self::Misuse => "misuse",
            Self::Losses => "losses",
            Self::Chronology => "chronology",
            Self::Box => "box",
        }
    }
}

/// A sentence that a letter says of a claimant.
pub(super) struct Said {
    /// The field that it rests on.
    pub(super) field: String,
    /// The sentence.
    pub(super) words: String,
}

/// What is told, as blocks; nothing where nobody said anything of the kind.
pub(super) fn blocks(desk: &mut Desk<'_>, facts: Facts, counted: Option<&Counted>) -> Vec<Block> {
    let clients = desk.input.clients;
    if let (Facts::Data | Facts::Distress | Facts::Losses, [_, _, ..]) = (facts, clients) {
        return match facts {
            Facts::Data => data::of_all(desk),
            Facts::Distress => distress::of_all(desk),
            _ => loss::of_all(desk),
        };
    }
    let Some(client) = desk.input.only_client().copied() else { return Vec::new() };
    match facts {
        Facts::Identity => identity::blocks(desk, &client),
        Facts::Relationship | Facts::Notice => bullets(sentences(desk, facts)),
        Facts::Requests => request::table(desk, &client),
        Facts::Previous => request::previous_rows(desk, &client),
        Facts::Data => data::of_one(desk, &client),
        Facts::Distress => distress::of_one(desk, &client),
        Facts::OwnWords => distress::own_words(desk, &client),
        Facts::Misuse => distress::misuse(desk, &client),
        Facts::Losses => loss::of_one(desk, &client),
        Facts::Chronology => chronology::blocks(desk, &client),
        Facts::Box => counted.map(shown).unwrap_or_default(),
    }
}

/// What is told, as sentences for a text without tables.
pub(super) fn sentences(desk: &mut Desk<'_>, facts: Facts) -> Vec<String> {
    let Some(client) = desk.input.only_client().copied() else { return Vec::new() };
    let said = match facts {
        Facts::Relationship => relationship::sentences(desk, &client),
        Facts::Notice => notice::sentences(desk, &client),
        Facts::Requests => request::sentences(&client),
        Facts::OwnWords => distress::said(desk, &client),
        _ => Vec::new(),
    };
    said.into_iter()
        .map(|Said { field, words }| {
            desk.rest(&client, field, words.as_str());
            words
        })
        .collect()
}

fn bullets(sentences: Vec<String>) -> Vec<Block> {
    if sentences.is_empty() {
        return Vec::new();
    }
    vec![Block::List { marker: Marker::Bullet, items: sentences.into_iter().map(plain).collect() }]
}

fn shown(counted: &Counted) -> Vec<Block> {
    let Counted { characters, limit, .. } = counted;
    let mut length = format!("{characters} of the {limit} characters that the form’s box holds");
    if counted.over() > 0 {
        length.push_str(&format!(": {} too many", counted.over()));
    }
    let quoted = counted.text.split('\n').map(|paragraph| Block::Quote(vec![plain(paragraph)]));
    quoted.chain([Block::Paragraph(vec![Span::italic(length)])]).collect()
}

/// Leaves out of a letter what its claimants asked to be withheld, and their National Insurance numbers.
pub(super) fn leave_out(input: &LetterInput<'_>, letter: &mut Letter) {
    for Client { claimant, .. } in input.clients {
        Withheld::of(claimant).leave_out_of(&mut letter.blocks);
    }
}

/// The same for a text that stands in no letter.
pub(super) fn left_out(input: &LetterInput<'_>, text: &str) -> String {
    let mut blocks: Vec<Block> = text.split('\n').map(|words| Block::Paragraph(plain(words))).collect();
    for Client { claimant, .. } in input.clients {
        Withheld::of(claimant).leave_out_of(&mut blocks);
    }
    let words = |block: &Block| match block {
        Block::Paragraph(text) => text.iter().map(|span| span.text.as_str()).collect(),
        _ => String::new(),
    };
    blocks.iter().map(words).collect::<Vec<_>>().join("\n")
}
