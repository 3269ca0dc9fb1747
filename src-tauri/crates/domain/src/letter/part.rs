//! The pieces of a letter.

use jiff::civil::Date;

use super::desk::Desk;
use super::{Counted, LetterInput, fact};
use crate::bundle::{Block, Marker};
use crate::claimant::{Claimant, Episode, RequestKind, YesNo};
use crate::date::Truth;
use crate::profile::{CountedText, Item, Part};

/// For whom a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// A letter for one claimant.
    One,
    /// A letter for several.
    Several,
    /// A claimant who asked or complained before.
    AskedBefore,
    /// Somebody says that no notice came.
    NotTold,
    /// Somebody's relationship had surely ended before the incident.
    HadLeft,
    /// Somebody says that a sum was paid or lost.
    Losses,
    /// A reminder of a request, which is to be answered by a day.
    ChasedRequest,
    /// A reminder of a complaint, which is to be acknowledged by a day.
    ChasedComplaint,
    /// The claimant says that what is reminded of was not answered.
    NoAnswer,
    /// The claimant does not know whether it was answered.
    AnswerUnknown,
    /// Nobody has said whether it was answered.
    AnswerNotSaid,
    /// The last contact with the defendant was more than three months before.
    LongAgo,
}

impl Only {
    /// Every one.
    pub const ALL: [Self; 12] = [
        Self::One,
        Self::Several,
        Self::AskedBefore,
        Self::NotTold,
        Self::HadLeft,
        Self::Losses,
        Self::ChasedRequest,
        Self::ChasedComplaint,
        Self::NoAnswer,
        Self::AnswerUnknown,
        Self::AnswerNotSaid,
        Self::LongAgo,
    ];

    /// As it is written.
    pub fn code(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Several => "several",
            Self::AskedBefore => "asked-before",
            Self::NotTold => "not-told",
            Self::HadLeft => "had-left",
            Self::Losses => "losses",
            Self::ChasedRequest => "chased-request",
            Self::ChasedComplaint => "chased-complaint",
            Self::NoAnswer => "no-answer",
            Self::AnswerUnknown => "answer-unknown",
            Self::AnswerNotSaid => "answer-not-said",
            Self::LongAgo => "long-ago",
        }
    }

    fn fits(self, input: &LetterInput<'_>) -> bool {
        let one = input.only_client();
        let any = |says: &dyn Fn(&Claimant) -> bool| input.clients.iter().any(|one| says(one.claimant));
        let answer = || fact::chased(input).map(|request| request.answered);
        let complaint = || fact::chased(input).is_some_and(|request| request.kind == RequestKind::Complaint);
        match self {
            Self::One => one.is_some(),
            Self::Several => one.is_none(),
            Self::AskedBefore => one.is_some_and(|one| !one.claimant.aftermath.requests.is_empty()),
            Self::NotTold => any(&|claimant| claimant.notification.received == Some(YesNo::No)),
            Self::HadLeft => any(&|claimant| had_left(claimant, input.profile.incident.date)),
            Self::Losses => any(&|claimant| !claimant.losses.is_empty()),
            Self::ChasedRequest => !complaint(),
            Self::ChasedComplaint => complaint(),
            Self::NoAnswer => answer() == Some(Some(YesNo::No)),
            Self::AnswerUnknown => answer() == Some(Some(YesNo::DontKnow)),
            Self::AnswerNotSaid => matches!(answer(), None | Some(None)),
            Self::LongAgo => fact::long_ago(input).is_some(),
        }
    }
}

/// Whether everything that the claimant was to the defendant had surely ended before a day.
fn had_left(claimant: &Claimant, day: Date) -> bool {
    let over = |episode: &Episode| {
        !episode.ongoing && episode.end.as_ref().is_some_and(|end| end.before(day) == Truth::Yes)
    };
    !claimant.episodes.is_empty() && claimant.episodes.iter().all(over)
}

fn fit(only: &[Only], input: &LetterInput<'_>) -> bool {
    only.iter().all(|only| only.fits(input))
}

/// A piece as blocks; nothing where it does not fit.
pub(super) fn blocks(desk: &mut Desk<'_>, part: &Part, counted: Option<&Counted>) -> Vec<Block> {
    if !fit(&part.only, desk.input) {
        return Vec::new();
    }
    let items: Vec<&Item> = part.items.iter().filter(|item| fit(&item.only, desk.input)).collect();
    let facts = part.facts.map(|facts| fact::blocks(desk, facts, counted)).unwrap_or_default();
    if part.text.is_empty() && items.is_empty() && facts.is_empty() {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    if !part.heading.is_empty() {
        blocks.push(Block::Heading { level: 3, text: desk.words(&part.heading) });
    }
    if !part.text.is_empty() {
        blocks.push(Block::Paragraph(desk.text(&part.text)));
    }
    if !items.is_empty() {
        let marker = if part.numbered { Marker::Number } else { Marker::Bullet };
        blocks.push(Block::List { marker, items: items.iter().map(|item| desk.text(&item.text)).collect() });
    }
    blocks.extend(facts);
    blocks
}

/// The text of a box, counted as a form counts it: every character, line ends included.
pub(super) fn counted(desk: &mut Desk<'_>, text: &CountedText) -> Counted {
    let mut paragraphs = Vec::new();
    for part in &text.parts {
        if !fit(&part.only, desk.input) {
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
