//! What the firm asks back, and what is answered.

use std::fs::File;
use std::path::PathBuf;

use joinder_domain::id::EvidenceId;
use joinder_packet::{APPROVAL, Answer, FileEntry, OpenedRequest, Request, approval, approved};
use joinder_store::evidence::{self as items, NewEvidence};
use joinder_store::{Op, Reader};
use serde::{Deserialize, Serialize};

use super::get::{View, saved};
use super::kept::{Kept, invitation};
use super::question::QUESTIONS;
use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::evidence::describe;
use crate::evidence::inspect::{Keys, Lens};
use crate::exchange;
use crate::invitation::Path;
use crate::outfile::Finished;
use crate::outgoing::release;

/// What the firm asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationRequest"))]
pub struct RequestView {
    /// When it was made, RFC 3339.
    pub made: String,
    /// What the firm says first.
    pub message: String,
    /// The questions, with what was answered so far.
    pub questions: Vec<QuestionView>,
    /// The document that came with it.
    pub document: Option<Document>,
    /// What is said by approving the document.
    pub wording: String,
    /// A packet was sealed since, so that the answers are on their way.
    pub sent: bool,
}

/// A document that the firm sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationDocument"))]
pub struct Document {
    /// The item under which its pages can be looked at.
    pub evidence: String,
    /// Its name.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256: what is approved is this file and no other.
    pub sha256: String,
}

/// A question of the firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationQuestion"))]
pub struct QuestionView {
    /// Its code in the request.
    pub code: String,
    /// The question that is to be answered anew; `approval` for the document; empty for one that is answered in words.
    pub page: String,
    /// The firm's words.
    pub text: String,
    /// What was answered; empty while nothing was, and where the document was approved.
    pub answer: String,
    /// The document was approved.
    pub approved: bool,
}

/// An answer to a question of the firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationAnswering"))]
pub struct Answering {
    /// The question's code.
    pub code: String,
    /// What is answered, in the claimant's words.
    pub text: String,
    /// The document that came with the question is approved, as it is.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub approved: bool,
}

/// Where to put the document that the firm sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationDocumentSave"))]
pub struct Save {
    /// The file; one that is there is written over.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

pub(crate) fn open_request(context: Context<'_>, input: Path) -> Result<Applied<Vec<QuestionView>>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let (mut kept, key, keys) = open.matter.read(|reader| {
        let key = exchange::known(reader)?.ok_or_else(|| Error::new("not-a-registration"))?;
        Ok::<_, Error>((Kept::load(reader)?, key, Keys::of_matter(reader, &open.profile)?))
    })?;
    let invitation = invitation(&open)?;
    let file = File::open(&input.path).map_err(|_| Error::new("unreadable-file"))?;
    let mut opened = OpenedRequest::open(file, &key, &invitation.keys.verifying)?;
    let ours = kept.packets.iter().any(|one| one.packet == opened.request().packet);
    if opened.request().invitation != invitation.id || !ours {
        return Err(Error::new("request-not-ours"));
    }
    let mut files = Vec::new();
    for entry in opened.request().files.clone() {
        let mut bytes = Vec::new();
        opened.read_next(&mut bytes)?;
        files.push((entry, bytes));
    }
    let request = opened.finish()?;
    // The same request opened again keeps what was answered to it.
    if kept.request.as_ref() == Some(&request) {
        return Ok(Applied::unchanged(questions(&request, &kept.answers)));
    }
    if kept.request.as_ref().is_some_and(|known| known.made > request.made) {
        return Err(Error::new("request-older"));
    }
    kept.answers.clear();
    kept.answered = false;
    kept.request = Some(request.clone());
    let lens = Lens { profile: &open.profile, own: Vec::new(), keys: &keys };
    let done = open.write(Op("registration.request"), clock.now(), |tx| {
        for (entry, bytes) in &files {
            // What belongs to nobody is looked at like evidence, and never sent.
            let new = NewEvidence {
                id: EvidenceId(clock.id()),
                bytes,
                name: &entry.name,
                modified: entry.modified,
                source: "request",
                origin: None,
            };
            if let items::Added::New(item) = items::add(tx, new)? {
                items::describe(tx, item.id, &describe(bytes, &lens))?;
            }
        }
        kept.save(tx)
    })?;
    Ok(Applied::stored(questions(&request, &kept.answers), &done.changes))
}

pub(crate) fn answer(context: Context<'_>, input: Answering) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let done = open.write(Op("registration.answer"), clock.now(), |tx| {
        let mut kept = Kept::load(tx)?;
        kept.answer(&input)?;
        kept.save(tx)
    })?;
    saved(&open, clock, &done.changes)
}

impl Kept {
    /// Keeps what is answered to a question of the firm, in place of what was.
    pub(super) fn answer(&mut self, input: &Answering) -> Result<()> {
        let request = self.request.as_ref().ok_or_else(|| Error::new("no-such-question"))?;
        let question = request.questions.iter().find(|question| question.code == input.code);
        let question = question.ok_or_else(|| Error::new("no-such-question"))?;
        let text = match request.files.first() {
            Some(document) if input.approved && question.page == APPROVAL => approval(&document.sha256),
            _ if input.approved => return Err(Error::new("no-document")),
            _ => input.text.clone(),
        };
        self.answers.retain(|known| known.question != input.code);
        if !text.trim().is_empty() {
            self.answers.push(Answer { question: input.code.clone(), text });
        }
        Ok(())
    }
}

/// Writes the document that the firm sent, for whoever wants to read it elsewhere.
pub(crate) fn document(context: Context<'_>, input: Save) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let kept = open.matter.read(Kept::load)?;
    let entry = kept.request.iter().flat_map(|request| &request.files).next();
    let entry = entry.cloned().ok_or_else(|| Error::new("no-document"))?;
    let (file, _size) = open.matter.read(|reader| {
        let item = items::find_by_sha256(reader, entry.sha256)?.ok_or_else(|| Error::new("no-document"))?;
        Finished::write(&input.out, |target| Ok(items::copy(reader, item.id, target)?))
    })?;
    let done = release(context, &open, Op("registration.document"), [file], |tx| kept.save(tx))?;
    Ok(Applied::stored(Nothing {}, &done.changes))
}

impl RequestView {
    /// What the firm asked last; none while it asked nothing.
    pub(super) fn of(open: &OpenMatter, kept: &Kept) -> Result<Option<Self>> {
        let Some(request) = &kept.request else { return Ok(None) };
        let document = match request.files.first() {
            Some(entry) => open.matter.read(|reader| Document::of(reader, entry))?,
            None => None,
        };
        Ok(Some(Self {
            made: request.made.to_string(),
            message: request.message.clone(),
            questions: questions(request, &kept.answers),
            document,
            wording: wording(open),
            sent: kept.answered,
        }))
    }
}

/// The consent that stands for approving a document, in the words of the profile.
fn wording(open: &OpenMatter) -> String {
    let consent = open.profile.consents.iter().find(|consent| consent.code.as_str() == "document-approval");
    consent.map(|consent| consent.text.clone()).unwrap_or_default()
}

impl Document {
    fn of(reader: &Reader<'_>, entry: &FileEntry) -> Result<Option<Self>> {
        let item = items::find_by_sha256(reader, entry.sha256)?;
        Ok(item.map(|item| Self {
            evidence: item.id.to_string(),
            name: entry.name.clone(),
            size: entry.size,
            sha256: entry.sha256.to_string(),
        }))
    }
}

/// The questions, each with its answer. A page that this program does not know is answered in words.
fn questions(request: &Request, answers: &[Answer]) -> Vec<QuestionView> {
    let known = |page: &str| page == APPROVAL || QUESTIONS.iter().any(|question| question.code == page);
    let view = |question: &joinder_packet::Question| {
        let answer = answers.iter().find(|answer| answer.question == question.code);
        let said = answer.map(|answer| answer.text.clone()).unwrap_or_default();
        let approved = approved(&said).is_some();
        QuestionView {
            code: question.code.clone(),
            page: if known(&question.page) { question.page.clone() } else { String::new() },
            text: question.text.clone(),
            answer: if approved { String::new() } else { said },
            approved,
        }
    };
    request.questions.iter().map(view).collect()
}
