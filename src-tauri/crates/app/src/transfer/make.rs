//! Sealing claimants for another copy of the matter: one packet for each.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use joinder_domain::audit::{Change, Link, Subject, SubjectKind};
use joinder_domain::id::ClaimantNumber;
use joinder_packet::{CopyKey, Event, ExchangeKey, FILES_MOST, Manifest, SEALED_MOST, Transfer};
use joinder_store::evidence::{self as items, Which};
use joinder_store::{Op, Reader, audit, claimant as claimants, merge};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::beside::gather;
use super::copy::Copy;
use super::key::load;
use super::paper::{marks, papers};
use super::state::{digest, states};
use crate::app::OpenMatter;
use crate::clock::Clock;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::invitation::words;
use crate::packet::{of_item, program};
use crate::{exchange, outfile, restricted};

/// A history in more bytes than this would leave no room for the record.
const HISTORY_MOST: usize = 1 << 20;
/// Notes, tasks and correspondence in more bytes than this would not go into a packet's head beside the record.
const BESIDE_MOST: usize = 2 << 20;

/// Claimants to seal for a colleague.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TransferMake"))]
pub struct Make {
    /// The colleague's key.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub key: PathBuf,
    /// Whom.
    pub numbers: Vec<u32>,
    /// The folder to write into, one file for each claimant; made when it is not there.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

/// What was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TransferMade"))]
pub struct Made {
    /// The folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Claimants, and files.
    pub sealed: u32,
    /// Bytes of all files together.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// The words of the key that they were sealed for.
    pub fingerprint: Vec<String>,
}

pub(crate) fn make(context: Context<'_>, input: Make) -> Result<Applied<Made>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let to = load(&input.key)?;
    if to.matter != open.matter.id().0 {
        return Err(Error::new("key-other-matter"));
    }
    let numbers = open.matter.read(|reader| whom(reader, &open, &input.numbers))?;
    let key = exchange::key(&open, clock)?;
    let copy = open.matter.read(|reader| Copy::open(context, &open, reader))?;
    fs::create_dir_all(&input.out).map_err(|_| Error::new("out-not-writable"))?;
    // What goes out is in the audit before it is out.
    let recipient = to.keys.recipient.to_string();
    let done = open.write(Op("transfer.make"), clock.now(), |tx| {
        copy.keep(tx)?;
        numbers.iter().try_for_each(|number| {
            tx.note(Subject::claimant(*number), Some(*number), json!({ "recipient": recipient }))?;
            Ok::<_, Error>(())
        })
    })?;
    let sender = Sender { context, key: &key, to: &to, copy: copy.id, person: open.matter.actor().name };
    let mut written = Vec::new();
    let sealed = open.matter.read(|reader| {
        let last = audit::list(reader, None, 1)?.pop();
        numbers.iter().enumerate().try_fold(0_u64, |size, (at, number)| {
            context.job.step(at as u64, numbers.len() as u64, "Sealing")?;
            let last = last.as_ref().ok_or_else(|| Error::new("internal"))?;
            let (path, one) = sender.seal(reader, *number, last, &input.out)?;
            written.push(path);
            Ok::<_, Error>(size.saturating_add(one))
        })
    });
    if let Err(error) = &sealed {
        // A part of a selection that looks like the whole of it would mislead whoever opens it.
        written.iter().for_each(|path| drop(fs::remove_file(path)));
        open.write(Op("transfer.make_failed"), clock.now(), |tx| {
            numbers.iter().try_for_each(|number| {
                tx.note(Subject::claimant(*number), Some(*number), json!({ "problem": error.code }))?;
                Ok::<_, Error>(())
            })
        })?;
    }
    let made = Made {
        size: sealed?,
        folder: input.out,
        sealed: u32::try_from(numbers.len()).unwrap_or(u32::MAX),
        fingerprint: words(&to.fingerprint()),
    };
    Ok(Applied::stored(made, &done.changes))
}

/// The records that are meant, each once; one that went into another is sent as that one.
fn whom(reader: &Reader<'_>, open: &OpenMatter, numbers: &[u32]) -> Result<BTreeSet<ClaimantNumber>> {
    let mut found = BTreeSet::new();
    for number in numbers {
        let number = merge::holder(reader, ClaimantNumber(*number))?;
        let stored = claimants::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
        let hidden = restricted::kinds(open, &stored.claimant);
        if !hidden.is_empty() {
            return Err(Error::with("transfer-restricted", &[("kinds", &hidden.join(", "))]));
        }
        let files = items::list(reader, Which::Of(number))?;
        let size = files.iter().fold(0_u64, |sum, item| sum.saturating_add(item.size));
        if files.len() > FILES_MOST || size > SEALED_MOST {
            let limit = (SEALED_MOST / 1024 / 1024).to_string();
            let values =
                [("reference", number.to_string()), ("files", FILES_MOST.to_string()), ("limit", limit)];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            return Err(Error::with("transfer-too-large", &values));
        }
        let words = gather(reader, number)?;
        let words = serde_json::to_vec(&words).map_err(|_| Error::new("internal"))?.len();
        if words > BESIDE_MOST {
            return Err(Error::with("transfer-long", &[("reference", &number.to_string())]));
        }
        found.insert(number);
    }
    if found.is_empty() { Err(Error::new("transfer-nobody")) } else { Ok(found) }
}

struct Sender<'a> {
    context: Context<'a>,
    key: &'a ExchangeKey,
    to: &'a CopyKey,
    copy: Uuid,
    person: String,
}

impl Sender<'_> {
    /// Seals one claimant; `last` is the last entry of the audit here.
    fn seal(
        &self,
        reader: &Reader<'_>,
        number: ClaimantNumber,
        last: &Link,
        out: &Path,
    ) -> Result<(PathBuf, u64)> {
        let files = items::list(reader, Which::Of(number))?;
        let manifest = self.manifest(reader, number, last, &files)?;
        let path = out.join(format!("{number}-{}.joinder-packet", manifest.sequence));
        let sealed = outfile::put(&path, |target| {
            manifest.seal_transfer(target, self.key, &self.to.keys.recipient, |at, mut target| {
                let item = files.get(at).ok_or_else(|| Error::new("internal"))?;
                items::copy(reader, item.id, &mut target)?;
                Ok::<_, Error>(())
            })
        })?;
        Ok((path, sealed.size))
    }

    fn manifest(
        &self,
        reader: &Reader<'_>,
        number: ClaimantNumber,
        last: &Link,
        files: &[items::Evidence],
    ) -> Result<Manifest> {
        let stored = claimants::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
        let history = audit::of_claimant(reader, number)?;
        // The entry that says that this goes out: no later packet of this copy has a lower one.
        let sequence = history.first().map(|listed| listed.link.entry.seq).unwrap_or_default();
        let clock: Clock = self.context.app.clock();
        let keys = self.key.public();
        Ok(Manifest {
            packet: clock.id(),
            invitation: None,
            matter: self.to.matter,
            sequence: u32::try_from(sequence).unwrap_or(u32::MAX),
            replaces: None,
            sealed: clock.now(),
            program: program(),
            recipient: keys.recipient.to_string(),
            device: None,
            claimant: claimants::document(&stored.claimant)?,
            signature: None,
            assisted_by: None,
            request: None,
            answers: Vec::new(),
            transfer: Some(Transfer {
                claimant: stored.id.0,
                reference: number.to_string(),
                copy: self.copy,
                person: self.person.clone(),
                verifying_key: keys.verifying_text(),
                states: states(reader, number)?.iter().map(digest).collect(),
                entries: last.entry.seq,
                head: last.hash,
                history: in_bounds(history.into_iter().rev().map(event).collect()),
                beside: gather(reader, number)?,
                papers: papers(reader, number)?,
                labels: marks(reader, number)?,
            }),
            files: files.iter().map(of_item).collect(),
        })
    }
}

/// A long history goes without what changed: who did what, and the hashes, stay.
fn in_bounds(mut history: Vec<Event>) -> Vec<Event> {
    if serde_json::to_vec(&history).is_ok_and(|text| text.len() > HISTORY_MOST) {
        history.iter_mut().for_each(|event| event.fields = Change::default());
    }
    history
}

fn event(listed: audit::Listed) -> Event {
    let audit::Listed { link: Link { entry, hash }, change } = listed;
    // What stands beside the record travels as it stands; that it was written is part of the history.
    let change = change.filter(|_| entry.subject.kind == SubjectKind::Claimant);
    Event {
        seq: entry.seq,
        at: entry.at,
        who: entry.actor.name,
        op: entry.op,
        subject: entry.subject.kind.code().to_owned(),
        hash,
        fields: change.unwrap_or_default(),
    }
}
