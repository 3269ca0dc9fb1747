//! Asking back: a request for the claimant, signed and sealed.

use std::fs::File;
use std::io;
use std::path::PathBuf;

use joinder_domain::audit::{Digest, Subject, SubjectKind};
use joinder_domain::id::{ClaimantNumber, PacketNumber};
use joinder_packet::{APPROVAL, FileEntry, Question, Request};
use joinder_store::packet::{self as store, Decision, State};
use joinder_store::{Op, Reader, paper};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::entry::of_path;
use super::kept::Kept;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::registration::QUESTIONS;
use crate::text::text;
use crate::{exchange, outfile, ready};

/// What to ask a claimant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketAsk"))]
pub struct Ask {
    /// The packet that it is about.
    pub number: u32,
    /// What is said first.
    pub message: String,
    /// The questions.
    pub questions: Vec<AskQuestion>,
    /// A document that goes with them, such as one to be approved.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, type = "string | null"))]
    pub file: Option<PathBuf>,
    /// Ask whether the document is approved as it is; it has to be one that Joinder made of this claimant.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub approve: bool,
    /// Where to write the request.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketAskQuestion"))]
pub struct AskQuestion {
    /// The question of the registration that is to be answered anew; empty for one that is answered in words.
    #[serde(default)]
    pub page: String,
    /// The firm's words.
    pub text: String,
}

/// A request was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketAskedFile"))]
pub struct Asked {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub file: PathBuf,
    /// Which request.
    pub request: String,
}

pub(crate) fn ask(context: Context<'_>, input: Ask) -> Result<Applied<Asked>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let number = PacketNumber(input.number);
    let texts: Vec<&AskQuestion> =
        input.questions.iter().filter(|question| !question.text.trim().is_empty()).collect();
    if texts.is_empty() && input.file.is_none() {
        return Err(Error::new("request-empty"));
    }
    let (packet, kept, key) = open.matter.read(|reader| {
        let packet = store::get(reader, number)?.ok_or_else(|| Error::new("no-such-packet"))?;
        let kept = Kept::of(&packet)?;
        let key = exchange::known(reader)?.ok_or_else(|| Error::new("packet-refused"))?;
        Ok::<_, Error>((packet, kept, key))
    })?;
    if packet.state == State::Rejected {
        return Err(Error::new("packet-decided"));
    }
    let invitation = kept.manifest.invitation.ok_or_else(|| Error::new("transfer-not-asked"))?;
    let unknown = |page: &str| !page.is_empty() && !QUESTIONS.iter().any(|question| question.code == page);
    if texts.iter().any(|question| unknown(question.page.trim())) {
        return Err(Error::new("no-such-page"));
    }
    let files: Vec<FileEntry> = input.file.iter().map(|path| of_path(path)).collect::<Result<_>>()?;
    let approval = match (input.approve, files.first()) {
        (false, _) => None,
        (true, None) => return Err(Error::new("no-document")),
        (true, Some(document)) => {
            open.matter.read(|reader| to_be_approved(reader, packet.claimant, document.sha256))?;
            Some(Question {
                code: APPROVAL.to_owned(),
                page: APPROVAL.to_owned(),
                text: text("request-approve", &[("name", &document.name)]),
            })
        }
    };
    let to = kept.manifest.recipient.parse().map_err(|_| Error::new("packet-no-way-back"))?;
    let questions = (1..).zip(texts).map(|(at, question)| Question {
        code: format!("q{at}"),
        page: question.page.trim().to_owned(),
        text: question.text.trim().to_owned(),
    });
    let request = Request {
        request: clock.id(),
        packet: kept.manifest.packet,
        invitation,
        matter: open.matter.id().0,
        made: clock.now(),
        message: input.message.trim().to_owned(),
        questions: questions.chain(approval).collect(),
        files,
    };
    let document = serde_json::to_value(&request).map_err(|_| Error::new("internal"))?;
    // What goes out is remembered before it is out: an answer to a question that nobody knows would count for nothing.
    let done = open.write(Op("packet.ask"), clock.now(), |tx| {
        store::add_request(tx, request.request, number, &document)?;
        if packet.state != State::Accepted {
            let decision = Decision { state: State::HasIssues, claimant: packet.claimant, reason: "" };
            store::decide(tx, number, decision)?;
        }
        Ok(())
    })?;
    let sealed = outfile::put(&input.out, |target| {
        request.seal(target, &key, &to, |_, target| {
            let Some(path) = &input.file else { return Ok(()) };
            let mut file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
            io::copy(&mut file, target).map_err(joinder_packet::Error::from)?;
            Ok::<_, Error>(())
        })
    });
    if let Err(error) = sealed {
        open.write(Op("packet.ask_failed"), clock.now(), |tx| {
            let subject = Subject::new(SubjectKind::Request, request.request.to_string());
            Ok(tx.note(subject, packet.claimant, json!({ "problem": error.code }))?)
        })?;
        return Err(error);
    }
    Ok(Applied::stored(Asked { file: input.out, request: request.request.to_string() }, &done.changes))
}

/// Makes sure that approving this file would count: that it was made of this claimant's record as it stands.
fn to_be_approved(reader: &Reader<'_>, claimant: Option<ClaimantNumber>, sha256: Digest) -> Result<()> {
    let claimant = claimant.ok_or_else(|| Error::new("request-not-accepted"))?;
    let paper = paper::find(reader, claimant, sha256)?.ok_or_else(|| Error::new("no-such-paper"))?;
    if ready::is_current(reader, &paper)? { Ok(()) } else { Err(Error::new("paper-stale")) }
}
