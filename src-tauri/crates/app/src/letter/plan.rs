//! A letter that can be read before anything is drawn.

use jiff::civil::Date;
use joinder_domain::bundle::{Block, Span};
use joinder_domain::date::show::long;
use joinder_domain::letter::{Counted, Gap, LetterPlan, Rest};
use serde::{Deserialize, Serialize};

use super::gather::gather;
use crate::command::{Applied, Context};
use crate::error::Result;

/// Which letter, for whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LetterAsk"))]
pub struct Ask {
    /// The letter's code.
    pub code: String,
    /// Claimants' numbers; one, unless the letter is for a group.
    pub numbers: Vec<u32>,
    /// Its day; today where none is given.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub dated: Option<Date>,
}

/// What a letter would say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LetterView"))]
pub struct LetterView {
    /// The letter's code.
    pub code: String,
    /// What it is.
    pub title: String,
    /// Name and address of whom it goes to.
    pub addressee: Vec<String>,
    /// Its day, in words.
    pub dated: String,
    /// Our reference.
    pub reference: String,
    /// The lines above the text.
    pub subject: Vec<String>,
    /// Its text, heading by heading.
    pub sections: Vec<Section>,
    /// What goes with it.
    pub enclosures: Vec<String>,
    /// By when an answer is due, in words; empty where none is.
    pub reply_by: String,
    /// The rule for it.
    pub reply_rule: String,
    /// Something is missing: it is marked as a draft.
    pub draft: bool,
    /// What is missing.
    pub gaps: Vec<GapView>,
    /// What it says of claimants, with the answers that it rests on.
    pub rests_on: Vec<RestView>,
    /// The text for a box of counted characters.
    pub counted: Option<CountedView>,
}

/// A heading of a letter and what stands under it, in plain words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LetterSection"))]
pub struct Section {
    /// The heading; empty where there is none.
    pub heading: String,
    /// Paragraphs, items and rows, one line each.
    pub lines: Vec<String>,
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LetterGap"))]
pub struct GapView {
    /// Whose record; `null` for the firm's letterhead.
    pub number: Option<u32>,
    /// Where it would stand.
    pub field: String,
    /// What it is.
    pub what: String,
}

/// What a letter says of a claimant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LetterRest"))]
pub struct RestView {
    /// Whose answer.
    pub number: u32,
    /// The field that it stands in.
    pub field: String,
    /// What the letter says.
    pub words: String,
}

/// A text for a box that holds so many characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "CountedText"))]
pub struct CountedView {
    /// What the box is.
    pub title: String,
    /// The text.
    pub text: String,
    /// Characters of it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub characters: usize,
    /// Characters that the box holds.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub limit: usize,
    /// Characters too many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub over: usize,
    /// The rule.
    pub rule: String,
}

pub(crate) fn plan(context: Context<'_>, input: Ask) -> Result<Applied<LetterView>> {
    let open = context.app.open_matter()?;
    let dated = input.dated.unwrap_or_else(|| context.app.clock().today());
    Ok(Applied::unchanged(view(gather(&open, &input.code, &input.numbers, dated)?.plan())))
}

fn view(plan: LetterPlan) -> LetterView {
    let letter = plan.letter;
    LetterView {
        code: plan.code.to_string(),
        title: letter.title,
        addressee: letter.addressee,
        dated: letter.dated_words,
        reference: letter.our_reference,
        subject: letter.subject,
        sections: sections(&letter.blocks),
        enclosures: letter.enclosures,
        reply_by: plan.reply_by.map(long).unwrap_or_default(),
        reply_rule: plan.reply_rule,
        draft: !letter.marking.is_empty(),
        gaps: plan.gaps.into_iter().map(gap).collect(),
        rests_on: plan.rests_on.into_iter().map(rest).collect(),
        counted: plan.counted.map(counted),
    }
}

fn gap(gap: Gap) -> GapView {
    GapView { number: gap.number.map(|number| number.0), field: gap.field, what: gap.what }
}

fn rest(rest: Rest) -> RestView {
    RestView { number: rest.number.0, field: rest.fact.field, words: rest.fact.words }
}

fn counted(counted: Counted) -> CountedView {
    CountedView {
        over: counted.over(),
        title: counted.title,
        text: counted.text,
        characters: counted.characters,
        limit: counted.limit,
        rule: counted.rule,
    }
}

/// The text in plain words.
fn sections(blocks: &[Block]) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    for block in blocks {
        let lines = match block {
            Block::Heading { text, .. } => {
                sections.push(Section { heading: text.clone(), lines: Vec::new() });
                continue;
            }
            Block::Paragraph(text) | Block::Note { text, .. } => vec![words(text)],
            Block::KeyValues(rows) => {
                rows.iter().map(|(key, value)| format!("{key}: {}", words(value))).collect()
            }
            Block::Table(table) => {
                let row = |cells: &Vec<Vec<Span>>| {
                    cells.iter().map(|cell| words(cell)).collect::<Vec<_>>().join(" | ")
                };
                table.rows.iter().map(row).collect()
            }
            Block::List { items, .. } | Block::Quote(items) => items.iter().map(|item| words(item)).collect(),
            Block::NumberedParagraphs { paragraphs, .. } => {
                paragraphs.iter().map(|paragraph| words(paragraph)).collect()
            }
            Block::Mono(text) => vec![text.clone()],
            _ => Vec::new(),
        };
        if let Some(section) = sections.last_mut() {
            section.lines.extend(lines);
        }
    }
    sections.retain(|section| !section.lines.is_empty());
    sections
}

fn words(text: &[Span]) -> String {
    text.iter().map(|span| span.text.as_str()).collect()
}
