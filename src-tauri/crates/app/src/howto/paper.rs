//! A guide on paper, to send to a claimant.

use std::path::PathBuf;

use joinder_bundle::render_report;
use joinder_domain::bundle::{Block, Drawing, Marker, NoteKind, plain};
use joinder_domain::report::{Orientation, Report};
use serde::{Deserialize, Serialize};

use super::guide::{self, Guide};
use super::view::{self, facts};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile;
use crate::text::text;

/// A guide to write as a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "HowToWrite"))]
pub struct Write {
    /// The guide.
    pub id: String,
    /// The file; one that is there is written over.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

/// A guide that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "HowToWritten"))]
pub struct Written {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub file: PathBuf,
    /// Its pages.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub pages: usize,
}

pub(crate) fn write(context: Context<'_>, input: Write) -> Result<Applied<Written>> {
    let guide = guide::find(&input.id).ok_or_else(|| view::unknown(&input.id))?;
    let mut bytes = Vec::new();
    let rendered = render_report(&paper(context, guide), &*context.app.fonts()?, &mut bytes)
        .map_err(|error| Error::with("no-report", &[("reason", &error.to_string())]))?;
    outfile::put_bytes(&input.out, &bytes)?;
    Ok(Applied::unchanged(Written { file: input.out, pages: rendered.pages }))
}

fn paper(context: Context<'_>, guide: &Guide) -> Report {
    let clock = context.app.clock();
    let facts = facts(context);
    let bullets = |items: Vec<String>| Block::List {
        marker: Marker::Bullet,
        items: items.into_iter().map(plain).collect(),
    };
    let heading = |key: &str| Block::Heading { level: 2, text: text(key, &[]) };
    let mut blocks = vec![
        Block::Paragraph(plain(text("howto-why", &[]))),
        heading("howto-before"),
        bullets(view::before(&facts)),
        heading("howto-steps"),
    ];
    for (number, step) in (1..).zip(view::steps(guide)) {
        blocks.push(Block::NumberedParagraphs { first: number, paragraphs: vec![plain(step.text)] });
        // The step above a figure says what it shows, and a claimant is to print one sheet.
        let uncaptioned = |drawing| Drawing { description: String::new(), ..drawing };
        blocks.extend(step.figure.map(|figure| Block::Drawing(uncaptioned(figure.drawing()))));
    }
    blocks.push(Block::Note { kind: NoteKind::Info, text: plain(view::note(guide)) });
    blocks.push(heading("howto-after"));
    // On paper nobody can press "answer": it says whom to send to, once the firm has a letterhead.
    let whom = view::whom(context);
    blocks.push(bullets(view::after().into_iter().chain(whom).collect()));
    blocks.push(Block::Paragraph(plain(text("howto-as-at", &[]))));
    Report {
        title: text("howto-title", &[]),
        case_title: facts.matter,
        reference: Some(view::name(guide)),
        as_at: clock.today(),
        as_at_words: text("custody-as-at", &[("day", &clock.today().strftime("%-d %B %Y").to_string())]),
        language: "en-GB".to_owned(),
        marking: String::new(),
        orientation: Orientation::Portrait,
        blocks,
    }
}
