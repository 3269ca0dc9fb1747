//! One sealed file: opened, checked, read.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use joinder_domain::audit::Digest;
use joinder_domain::check::read_claimant;
use joinder_domain::claimant::Claimant;
use joinder_domain::date::DateWords;
use joinder_domain::id::ClaimantId;
use joinder_evidence::Limits;
use joinder_packet::{ExchangeKey, Manifest, Opened, SEALED_MOST};
use joinder_store::packet as store;
use joinder_store::packet::Signal;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::kept::{FileRead, Kept, series};
use super::signal::signals;
use crate::error::{Error, Result};
use crate::evidence::inspect::Lens;
use crate::evidence::look;

/// A sealed file that was looked at.
pub(super) struct Verified {
    pub(super) sha256: Digest,
    pub(super) size: u64,
    pub(super) outcome: Result<Found>,
}

/// What was in it.
pub(super) struct Found {
    pub(super) opened: store::Opened,
    pub(super) signals: Vec<Signal>,
    /// The id of the claimant whom a colleague sends.
    pub(super) sent: Option<ClaimantId>,
}

/// What a packet is opened with and held against.
#[derive(Clone, Copy)]
pub(super) struct Firm<'a> {
    pub(super) matter: Uuid,
    pub(super) key: Option<&'a ExchangeKey>,
    pub(super) words: &'a DateWords,
    pub(super) lens: &'a Lens<'a>,
}

/// Looks at a sealed file: whether it opens, is whole, and is for this matter; and what its files are.
///
/// # Errors
/// `unreadable-file`; what is wrong with the packet itself is in the outcome.
pub(super) fn verify(path: &Path, firm: Firm<'_>) -> Result<Verified> {
    let unreadable = |_| Error::new("unreadable-file");
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size <= SEALED_MOST {
        let mut hashing =
            HashingRead { inner: File::open(path).map_err(unreadable)?, digest: Sha256::new(), size: 0 };
        match open(&mut hashing, firm) {
            Ok(found) => {
                let sha256 = Digest(hashing.digest.finalize().into());
                return Ok(Verified { sha256, size: hashing.size, outcome: Ok(found) });
            }
            Err(error) => return refused(path, error),
        }
    }
    refused(path, joinder_packet::Error::TooLarge { limit: SEALED_MOST }.into())
}

/// A file that was not opened to its end is read again, for its digest.
fn refused(path: &Path, error: Error) -> Result<Verified> {
    let file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
    let mut hashing = HashingRead { inner: file, digest: Sha256::new(), size: 0 };
    io::copy(&mut hashing, &mut io::sink()).map_err(|_| Error::new("unreadable-file"))?;
    Ok(Verified { sha256: Digest(hashing.digest.finalize().into()), size: hashing.size, outcome: Err(error) })
}

fn open(source: &mut impl Read, firm: Firm<'_>) -> Result<Found> {
    let Some(key) = firm.key else {
        // Without keys nothing went out from here.
        joinder_packet::outside(source)?;
        return Err(joinder_packet::Error::OtherKey.into());
    };
    let mut opened = Opened::packet(source, key)?;
    if opened.manifest().matter != firm.matter {
        return Err(Error::new("packet-other-matter"));
    }
    let claimant = claimant(opened.manifest(), firm.words)?;
    let limit = Limits::default().item_bytes;
    let mut files = Vec::new();
    while let Some(entry) = opened.next() {
        if entry.size > limit || entry.size == 0 {
            opened.read_next(&mut io::sink())?;
            files.push(FileRead::default());
            continue;
        }
        // The size is only what the packet says: the memory is taken as the bytes come.
        let mut bytes = Vec::new();
        opened.read_next(&mut bytes)?;
        files.push(look_at(&bytes, &claimant, firm.lens));
    }
    let manifest = opened.finish()?;
    let sent = manifest.transfer.as_ref().map(|transfer| ClaimantId(transfer.claimant));
    // Registrations are compared with each other; colleagues send from one device as a matter of course.
    let signals = if sent.is_some() { Vec::new() } else { signals(&manifest, &claimant) };
    Ok(Found { opened: kept(manifest, files, &claimant)?, signals, sent })
}

fn look_at(bytes: &[u8], claimant: &Claimant, lens: &Lens<'_>) -> FileRead {
    let (description, grade, damage) = look(bytes, claimant, lens);
    FileRead {
        shape: description.shape,
        subject: description.subject,
        grade,
        damage: damage.map(|damage| (damage.message, damage.fix)),
    }
}

fn kept(manifest: Manifest, files: Vec<FileRead>, claimant: &Claimant) -> Result<store::Opened> {
    let opened = store::Opened {
        id: manifest.packet,
        series: series(&manifest),
        sequence: manifest.sequence,
        replaces: manifest.replaces,
        sealed: manifest.sealed,
        name: claimant.identity.full_name(),
        manifest: serde_json::Value::Null,
    };
    let manifest = serde_json::to_value(Kept { manifest, files }).map_err(|_| Error::new("internal"))?;
    Ok(store::Opened { manifest, ..opened })
}

/// The answers in a packet. Their form has to be that of the format; what they say is for a person to judge.
pub(super) fn claimant(manifest: &Manifest, words: &DateWords) -> Result<Claimant> {
    let (claimant, _) = read_claimant(manifest.claimant.clone(), words);
    claimant.ok_or_else(|| joinder_packet::Error::Malformed.into())
}

/// Takes the digest of what is read through it.
struct HashingRead<R> {
    inner: R,
    digest: Sha256,
    size: u64,
}

impl<R: Read> Read for HashingRead<R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(target)?;
        self.digest.update(target.get(..read).unwrap_or_default());
        self.size = self.size.saturating_add(read as u64);
        Ok(read)
    }
}
