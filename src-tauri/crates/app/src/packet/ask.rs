//! Asking back: a request for the claimant, signed and sealed.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use joinder_domain::audit::Digest;
use joinder_domain::id::PacketNumber;
use joinder_packet::{FileEntry, Question, Request};
use joinder_store::Op;
use joinder_store::packet::{self as store, Decision, State};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::kept::Kept;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::{exchange, outfile};

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
    /// Where to write the request.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketAskQuestion"))]
pub struct AskQuestion {
    /// The page that it is about; empty for a question that is answered in words.
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
    let to = kept.manifest.recipient.parse().map_err(|_| Error::new("packet-no-way-back"))?;
    let questions = (1..).zip(texts).map(|(at, question)| Question {
        code: format!("q{at}"),
        page: question.page.trim().to_owned(),
        text: question.text.trim().to_owned(),
    });
    let request = Request {
        request: clock.id(),
        packet: kept.manifest.packet,
        invitation: kept.manifest.invitation,
        matter: open.matter.id().0,
        made: clock.now(),
        message: input.message.trim().to_owned(),
        questions: questions.collect(),
        files: input.file.iter().map(|path| entry(path)).collect::<Result<_>>()?,
    };
    let document = serde_json::to_value(&request).map_err(|_| Error::new("internal"))?;
    outfile::put(&input.out, |target| {
        request.seal(target, &key, &to, |_, target| {
            let Some(path) = &input.file else { return Ok(()) };
            let mut file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
            io::copy(&mut file, target).map_err(joinder_packet::Error::from)?;
            Ok::<_, Error>(())
        })
    })?;
    let done = open.write(Op("packet.ask"), clock.now(), |tx| {
        store::add_request(tx, request.request, number, &document)?;
        if packet.state != State::Accepted {
            let decision = Decision { state: State::HasIssues, claimant: packet.claimant, reason: "" };
            store::decide(tx, number, decision)?;
        }
        Ok(())
    })?;
    Ok(Applied::stored(Asked { file: input.out, request: request.request.to_string() }, &done.changes))
}

/// A file on disk as a packet announces it.
pub(super) fn entry(path: &Path) -> Result<FileEntry> {
    let unreadable = |_| Error::new("unreadable-file");
    let mut file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    let (mut digest, mut size, mut block) = (Sha256::new(), 0_u64, vec![0; 256 << 10]);
    loop {
        let read = file.read(&mut block).map_err(unreadable)?;
        let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { break };
        digest.update(part);
        size = size.saturating_add(read as u64);
    }
    Ok(FileEntry {
        name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        size,
        sha256: Digest(digest.finalize().into()),
        modified: about.modified().ok().and_then(|at| at.try_into().ok()),
    })
}
