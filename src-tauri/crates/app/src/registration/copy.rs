//! A copy for the claimant to keep: every answer with its question, as a PDF or as a page for a browser and a screen reader.

use std::path::PathBuf;

use jiff::ZonedDateTime;
use joinder_bundle::render_report;
use joinder_domain::bundle::{Block, Marker, NoteKind, Span, plain};
use joinder_domain::report::{Orientation, Report};
use joinder_store::evidence::{self as items, Which};
use joinder_store::{Op, claimant as store};
use serde::{Deserialize, Serialize};

use super::SELF;
use super::answer::lines;
use super::consent::{truth, views};
use super::html;
use super::kept::{Kept, invitation};
use super::question::{TASKS, asked, facts};
use crate::app::OpenMatter;
use crate::clock::uk;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile::Finished;
use crate::outgoing::release;
use crate::text::text;

/// A copy to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationCopy"))]
pub struct Copy {
    /// The file; one that is there is written over. A name that ends in `.html` becomes a page, any other a PDF.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

/// A copy was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationCopied"))]
pub struct Copied {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub file: PathBuf,
}

/// Everything that was said, in the order of the questions.
pub(super) struct Sheet {
    pub(super) title: String,
    pub(super) firm: String,
    pub(super) day: String,
    pub(super) sections: Vec<Section>,
    /// The statement of truth, and who signed it when; the last packet's.
    pub(super) truth: Vec<String>,
    /// What it is not.
    pub(super) note: String,
}

/// A part of it: its title, and questions with their answers.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) rows: Vec<(String, Vec<String>)>,
}

pub(crate) fn copy(context: Context<'_>, input: Copy) -> Result<Applied<Copied>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let sheet = sheet(&open, clock.today())?;
    let page = input.out.extension().is_some_and(|end| end.eq_ignore_ascii_case("html"));
    let bytes = if page {
        html::page(&sheet).into_bytes()
    } else {
        let mut bytes = Vec::new();
        render_report(&report(&sheet, clock.today()), &*context.app.fonts()?, &mut bytes)
            .map_err(|error| Error::with("no-report", &[("reason", &error.to_string())]))?;
        bytes
    };
    let file = Finished::of(&input.out, &bytes)?;
    let done = release(context, &open, Op("registration.copy"), [file], |tx| Kept::load(tx)?.save(tx))?;
    Ok(Applied::stored(Copied { file: input.out }, &done.changes))
}

fn sheet(open: &OpenMatter, today: jiff::civil::Date) -> Result<Sheet> {
    let (kept, stored, evidence) = open.matter.read(|reader| {
        let stored = store::get(reader, SELF)?.ok_or_else(|| Error::new("not-a-registration"))?;
        Ok::<_, Error>((Kept::load(reader)?, stored, items::list(reader, Which::Of(SELF))?))
    })?;
    let claimant = stored.claimant;
    let facts = facts(&open.profile);
    let values: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut sections: Vec<Section> = TASKS
        .iter()
        .map(|task| Section {
            title: text(&format!("registration-task-{task}"), &[]),
            rows: asked(&claimant)
                .filter(|question| question.task == *task)
                .map(|question| {
                    let title = text(&format!("reg-q-{}", question.code), &values);
                    (title, answered(lines(question.code, &claimant, open)))
                })
                .collect(),
        })
        .collect();
    let consents = views(&open.profile, &claimant).into_iter().map(|consent| {
        let known = claimant.consents.iter().find(|known| known.kind.as_str() == consent.code);
        let on = known.map(|known| {
            let day = ZonedDateTime::new(known.at, uk()).strftime("%-d %B %Y").to_string();
            text("reg-a-consent-on", &[("day", &day), ("version", &known.version.to_string())])
        });
        let given = match consent.given {
            Some(true) => vec![text("reg-a-agreed", &[])],
            Some(false) => vec![text("reg-a-no", &[])],
            None => Vec::new(),
        };
        let given = if given.is_empty() { given } else { given.into_iter().chain(on).collect() };
        (format!("{}: {}", consent.title, consent.text), answered(given))
    });
    sections.push(Section { title: text("registration-task-consents", &[]), rows: consents.collect() });
    let files = evidence.iter().map(|item| {
        let size = text("reg-a-bytes", &[("count", &item.size.to_string())]);
        (item.name.clone(), vec![size, format!("SHA-256 {}", item.sha256)])
    });
    let mut files: Vec<(String, Vec<String>)> = files.collect();
    if files.is_empty() {
        files.push((text("reg-a-added", &[]), vec![text("reg-a-none", &[])]));
    }
    sections.push(Section { title: text("reg-a-files", &[]), rows: files });
    let mut signed: Vec<String> = truth(&open.profile).map(|text| text.text.clone()).into_iter().collect();
    if let Some(last) = kept.last() {
        let day = ZonedDateTime::new(last.at, uk()).strftime("%-d %B %Y, %H:%M").to_string();
        signed.push(text("reg-a-signed", &[("name", &last.signed_by), ("at", &day)]));
        signed.push(text("reg-a-receipt", &[("receipt", &last.receipt), ("file", &last.file)]));
    } else {
        signed.push(text("reg-a-unsigned", &[]));
    }
    Ok(Sheet {
        title: text("reg-a-title", &[("name", &claimant.identity.full_name())]),
        firm: invitation(open)?.firm.clone(),
        day: text("custody-as-at", &[("day", &today.strftime("%-d %B %Y").to_string())]),
        sections,
        truth: signed,
        note: [
            text(if kept.last().is_some() { "reg-a-made" } else { "reg-a-not-sent" }, &[]),
            text("reg-a-note", &[]),
        ]
        .join(" "),
    })
}

fn answered(lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() { vec![text("reg-a-blank", &[])] } else { lines }
}

/// A question with its answer.
fn together(question: &str, answer: &[String]) -> Block {
    let answer = match answer {
        [one] => Block::Quote(vec![plain(one.clone())]),
        many => Block::List {
            marker: Marker::Bullet,
            items: many.iter().map(|line| plain(line.clone())).collect(),
        },
    };
    Block::Together(vec![Block::Paragraph(vec![Span::bold(question)]), answer])
}

fn report(sheet: &Sheet, today: jiff::civil::Date) -> Report {
    let mut blocks = vec![Block::Note { kind: NoteKind::Info, text: plain(sheet.note.clone()) }];
    for section in sheet.sections.iter().filter(|section| !section.rows.is_empty()) {
        blocks.push(Block::Heading { level: 2, text: section.title.clone() });
        blocks.extend(section.rows.iter().map(|(question, answer)| together(question, answer)));
    }
    let truth = Block::Heading { level: 2, text: text("reg-a-truth", &[]) };
    let lines = sheet.truth.iter().map(|line| Block::Paragraph(plain(line.clone())));
    blocks.push(Block::Together(std::iter::once(truth).chain(lines).collect()));
    Report {
        title: sheet.title.clone(),
        case_title: sheet.firm.clone(),
        reference: None,
        as_at: today,
        as_at_words: sheet.day.clone(),
        language: "en-GB".to_owned(),
        marking: String::new(),
        orientation: Orientation::Portrait,
        blocks,
    }
}
