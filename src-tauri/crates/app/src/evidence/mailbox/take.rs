//! The second step: the messages that a person ticked are taken, byte for byte as they lie in their mailbox.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use joinder_domain::audit::Digest;
use joinder_domain::id::ClaimantNumber;
use joinder_store::evidence::{Container, Origin};
use joinder_store::mailbox_scan::{self, MailboxScan, MailboxScanId};
use serde::{Deserialize, Serialize};

use super::letters::{Letter, Letters, MboxLetters};
use super::source::{Source, each_mailbox};
use crate::command::{Applied, Context};
use crate::consensus;
use crate::error::{Error, Result};
use crate::evidence::add::{Report, check_claimant};
use crate::evidence::batch::{Batch, Received};

/// Bytes of messages that are held until all of them were read.
const HELD: usize = 64 << 20;

/// Messages of a mailbox to take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MailboxTake"))]
pub struct Take {
    /// The look that found them.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub scan: i64,
    /// The mailbox.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// The messages.
    pub messages: Vec<Ticked>,
    /// Whose they are, when a person says so.
    pub claimant: Option<u32>,
}

/// A message that a person ticked; every field as the look gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MailboxTicked"))]
pub struct Ticked {
    /// Path inside the folder or archive; empty in a single mailbox file.
    pub path: String,
    /// Where it begins in its file.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub offset: u64,
    /// Which message it is, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub position: u64,
    /// SHA-256 of the message.
    pub sha256: String,
}

pub(crate) fn take(context: Context<'_>, input: Take) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    let claimed = input.claimant.map(ClaimantNumber);
    check_claimant(&open, claimed)?;
    let scan = open.matter.read(|reader| mailbox_scan::get(reader, MailboxScanId(input.scan)))?;
    let scan = scan.ok_or_else(|| Error::new("no-such-mailbox-scan"))?;
    let source = Source::open(&input.path)?;
    if matches!(source, Source::File(_) | Source::Archive(_)) && source.total() != scan.size {
        return Err(Error::new("mailbox-changed"));
    }
    let mut ticked = input.messages;
    ticked.sort_by(|a, b| (a.position, &a.path, a.offset).cmp(&(b.position, &b.path, b.offset)));
    ticked.dedup();
    // If one message is not what was ticked, none is taken: all are read first, and again if they are too many to be held.
    let total = ticked.len() as u64;
    let (mut done, mut bytes) = (0, 0_usize);
    let mut held: Vec<(Letter, u64)> = Vec::new();
    each_ticked(&source, &ticked, &mut |letter, ticked| {
        done += 1;
        bytes = bytes.saturating_add(letter.bytes.len());
        if bytes <= HELD {
            held.push((letter, ticked.position))
        } else {
            held = Vec::new()
        }
        context.job.step(done, total * 2, "Reading the chosen messages")
    })?;
    let mut batch = Batch::new(context, &open, claimed, true);
    batch.because_of(scan.id);
    let mut take = |letter: Letter, position: u64| {
        done += 1;
        context.job.step(done, total * 2, "Taking the chosen messages")?;
        batch.add(received(&scan, letter, position))
    };
    if bytes <= HELD {
        held.into_iter().try_for_each(|(letter, position)| take(letter, position))?;
    } else {
        each_ticked(&source, &ticked, &mut |letter, ticked| take(letter, ticked.position))?;
    }
    let report = batch.finish()?;
    consensus::refresh(&open, context.app.clock(), context.job, report.added);
    Ok(report.applied())
}

/// A message of a mailbox as an item.
pub(super) fn received(scan: &MailboxScan, letter: Letter, position: u64) -> Received {
    let origin = Origin {
        container: Container::Mailbox,
        name: scan.name.clone(),
        sha256: Some(scan.sha256),
        path: letter.path,
        offset: Some(letter.offset),
        position: Some(position),
        scan: Some(scan.id),
    };
    let stem = Path::new(&scan.name).file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    Received {
        name: format!("{stem}, message {position}.eml"),
        bytes: letter.bytes,
        modified: None,
        source: "mailbox",
        origin: Some(origin),
        damage: None,
    }
}

/// Hands every ticked message to `visit`, each of them what was ticked.
///
/// # Errors
/// `mailbox-changed` for the first one that is not; those of `visit`.
fn each_ticked(
    source: &Source,
    ticked: &[Ticked],
    visit: &mut dyn FnMut(Letter, &Ticked) -> Result<()>,
) -> Result<()> {
    let changed = || Error::new("mailbox-changed");
    let mut seen = |letter: Letter, ticked: &Ticked| {
        let same = letter.whole && Digest::of(&letter.bytes).to_string() == ticked.sha256;
        if same { visit(letter, ticked) } else { Err(changed()) }
    };
    match source {
        Source::File(path) => {
            for one in ticked {
                let mut file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
                file.seek(SeekFrom::Start(one.offset)).map_err(|_| changed())?;
                let letter = MboxLetters::new(BufReader::new(file), "").next()?.ok_or_else(changed)?;
                seen(Letter { offset: one.offset, ..letter }, one)?;
            }
            Ok(())
        }
        Source::Maildir(folder) => {
            for one in ticked {
                seen(maildir_letter(folder, one)?, one)?;
            }
            Ok(())
        }
        Source::Archive(path) => {
            let mut found = 0;
            let places: BTreeMap<(&str, u64), &Ticked> =
                ticked.iter().map(|one| ((one.path.as_str(), one.offset), one)).collect();
            each_mailbox(path, &mut |letters| {
                while let Some(letter) = letters.next()? {
                    if let Some(one) = places.get(&(letter.path.as_str(), letter.offset)).copied() {
                        found += 1;
                        seen(letter, one)?;
                    }
                }
                Ok(())
            })?;
            if found == ticked.len() { Ok(()) } else { Err(changed()) }
        }
    }
}

/// A message of a Maildir. Its path comes from outside: it must be a file of this folder and nothing else.
fn maildir_letter(folder: &Path, ticked: &Ticked) -> Result<Letter> {
    let changed = || Error::new("mailbox-changed");
    let (part, name) = ticked.path.split_once('/').ok_or_else(changed)?;
    if !matches!(part, "new" | "cur") || name.contains(['/', '\\']) || name.starts_with('.') {
        return Err(changed());
    }
    let bytes = std::fs::read(folder.join(part).join(name)).map_err(|_| changed())?;
    let size = bytes.len() as u64;
    let whole = size <= joinder_evidence::Limits::default().item_bytes;
    Ok(Letter { path: ticked.path.clone(), offset: 0, position: ticked.position, size, bytes, whole })
}
