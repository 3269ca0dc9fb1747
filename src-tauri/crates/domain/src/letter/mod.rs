//! A letter for a claimant, or for a group of them, decided before anything is drawn (outputs.md 4.4).
//!
//! The wording comes from the profile, the facts from the claimant's record, the head from the firm. Nothing is added:
//! where a fact is missing, the letter shows a marked gap and the plan names it; whatever is pleaded can be traced to
//! the answer that it rests on (the Capita claims, law.md 2.1).

mod acting;
mod desk;
mod fact;
mod fill;
mod input;
mod pack;
mod part;
mod schedule;

pub use fact::Facts;
pub use fill::Slot;
pub use input::{Client, LetterInput, Letterhead};
pub use pack::pack;
pub use part::Only;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::bundle::claim::answer::opening;
use crate::bundle::{Block, Span};
use crate::code::Code;
use crate::date::show::long;
use crate::finding::FactRef;
use crate::id::ClaimantNumber;
use crate::limitation::after;
use desk::Desk;

/// A letter, before it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// File name without extension.
    pub file_stem: String,
    /// What it is, such as "Access request".
    pub title: String,
    /// Who writes.
    pub head: Letterhead,
    /// Name and address of whom it goes to, line by line.
    pub addressee: Vec<String>,
    /// The writer's reference.
    pub our_reference: String,
    /// Its day.
    pub dated: Date,
    /// The same day in words.
    pub dated_words: String,
    /// "Dear Sir or Madam".
    pub salutation: String,
    /// The lines above the text.
    pub subject: Vec<String>,
    /// The text.
    pub blocks: Vec<Block>,
    /// "Yours faithfully".
    pub closing: String,
    /// What goes with it.
    pub enclosures: Vec<String>,
    /// Printed at the foot of every page, such as "Draft"; may be empty.
    pub marking: String,
    /// BCP 47 tag of its words.
    pub language: String,
}

/// A letter with everything that a person should know before it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPlan {
    /// Which letter.
    pub code: Code,
    /// The letter.
    pub letter: Letter,
    /// What nobody has said and the letter needs, in the order of the letter.
    pub gaps: Vec<Gap>,
    /// What the letter says of a claimant, with the answer that it rests on.
    pub rests_on: Vec<Rest>,
    /// By when an answer is due.
    pub reply_by: Option<Date>,
    /// The rule for it.
    pub reply_rule: String,
    /// The text for a box of counted characters.
    pub counted: Option<Counted>,
}

/// Something that a letter needs and nobody has said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Gap {
    /// Whose record; `None` for the firm's letterhead.
    pub number: Option<ClaimantNumber>,
    /// Where it would stand, such as `episodes[0].start`.
    pub field: String,
    /// What it is, as the gap in the letter names it.
    pub what: String,
}

/// What a letter says of a claimant, with the answer that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rest {
    /// Whose answer.
    pub number: ClaimantNumber,
    /// The field, and what the letter says.
    pub fact: FactRef,
}

/// A text for a box that holds so many characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// What the box is.
    pub title: String,
    /// The text.
    pub text: String,
    /// Characters of it, line ends included.
    pub characters: usize,
    /// Characters that the box holds.
    pub limit: usize,
    /// The rule.
    pub rule: String,
}

impl Counted {
    /// Characters beyond the limit; nothing is cut silently.
    pub fn over(&self) -> usize {
        self.characters.saturating_sub(self.limit)
    }
}

impl Letter {
    /// SHA-256 over the whole letter: equal letters name equal files.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        // A letter holds only strings, numbers, lists and enums, none of which JSON can refuse.
        hash.update(serde_json::to_vec(self).unwrap_or_default());
        hash.finalize().into()
    }
}

/// Plans a letter.
pub fn letter(input: &LetterInput<'_>) -> LetterPlan {
    let text = input.text;
    let mut desk = Desk::new(input);
    let addressee = input.profile.letters.addressee(text);
    let (name, lines) = addressee.map(|to| (to.name.clone(), to.lines.clone())).unwrap_or_default();
    if lines.is_empty() {
        desk.gap(None, "addressee", "the address for service");
    }
    let subject = text.subject.iter().map(|line| opening(&desk.words(line))).collect();
    let kept_back = acting::settle(&mut desk);
    fact::in_time(&mut desk);
    let counted = text.counted.as_ref().map(|counted| part::counted(&mut desk, counted));
    if let Some(counted) = counted.as_ref().filter(|counted| counted.over() > 0) {
        let what = format!(
            "a shorter text for the box, which holds {} characters: {} are too many",
            counted.limit,
            counted.over()
        );
        desk.gap(input.only_client().map(|client| client.number), "box", &what);
    }
    let mut blocks = Vec::new();
    if kept_back > 0 && text.group {
        let what = format!(
            "authority, or a decision, for {kept_back} of the {} claimants; the plan of this letter names them",
            input.clients.len()
        );
        blocks.push(Block::Paragraph(vec![Span::bold(desk::missing(&what))]));
    }
    for one in &text.parts {
        blocks.extend(part::blocks(&mut desk, one, counted.as_ref()));
    }
    let enclosures = text.enclosures.iter().map(|line| opening(&desk.words(line))).collect();
    let head = head(&mut desk);
    let (gaps, rests_on) = desk.done();
    let mut letter = Letter {
        file_stem: input.file_stem(),
        title: text.title.clone(),
        head,
        addressee: std::iter::once(name).chain(lines).filter(|line| !line.is_empty()).collect(),
        our_reference: input.reference(),
        dated: input.dated,
        dated_words: long(input.dated),
        salutation: "Dear Sir or Madam".to_owned(),
        subject,
        blocks,
        closing: "Yours faithfully".to_owned(),
        enclosures,
        marking: input.marking.to_owned(),
        language: "en-GB".to_owned(),
    };
    fact::leave_out(input, &mut letter);
    LetterPlan {
        code: text.code.clone(),
        letter,
        gaps,
        rests_on,
        reply_by: reply_by(input),
        reply_rule: text.reply.as_ref().map(|reply| reply.rule.clone()).unwrap_or_default(),
        counted,
    }
}

/// By when an answer is due, counted from the day of the letter.
fn reply_by(input: &LetterInput<'_>) -> Option<Date> {
    input.text.reply.as_ref().map(|reply| after(input.dated, reply.months, reply.days))
}

/// The firm's head, with what it lacks named.
fn head(desk: &mut Desk<'_>) -> Letterhead {
    let mut head = desk.input.head.clone();
    for (field, what, value) in [
        ("firm", "the name of the firm", &mut head.firm),
        ("signatory", "the name of the authorised person who signs", &mut head.signatory),
    ] {
        if value.trim().is_empty() {
            *value = desk.gap(None, field, what);
        }
    }
    head
}
