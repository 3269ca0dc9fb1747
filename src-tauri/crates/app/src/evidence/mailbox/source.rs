//! A mailbox wherever it lies.

use std::fs::{self, File};
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use joinder_domain::audit::Digest;
use joinder_evidence::{Content, Limits, Shape, unpack};
use joinder_store::mailbox_scan::MailboxCounts;
use sha2::{Digest as _, Sha256};

use super::judge::Judge;
use super::letters::{Letters, MaildirLetters, MboxLetters};
use super::look::{Hit, Look, look};
use crate::error::{Error, Result};
use crate::evidence::collect::start;

/// A mailbox wherever it lies.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// One file.
    File(PathBuf),
    /// A folder of messages.
    Maildir(PathBuf),
    /// Mailbox files in an archive.
    Archive(PathBuf),
}

impl Source {
    /// The mailbox at `path`.
    ///
    /// # Errors
    /// `unreadable-file`, `not-a-mailbox`.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let about = fs::metadata(path).map_err(|_| Error::new("unreadable-file"))?;
        if about.is_dir() {
            let maildir = MaildirLetters::is_one(path);
            return if maildir {
                Ok(Self::Maildir(path.to_owned()))
            } else {
                Err(Error::new("not-a-mailbox"))
            };
        }
        match Shape::of_start(&start(path)?) {
            // A mailbox of one message looks like a message.
            Shape::Mbox | Shape::Eml => Ok(Self::File(path.to_owned())),
            Shape::Zip => Ok(Self::Archive(path.to_owned())),
            _ => Err(Error::new("not-a-mailbox")),
        }
    }

    /// Its name, without the folder that it lies in.
    pub(super) fn name(&self) -> String {
        let (Self::File(path) | Self::Maildir(path) | Self::Archive(path)) = self;
        path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// About how many bytes there are to look through.
    pub(super) fn total(&self) -> u64 {
        match self {
            Self::File(path) | Self::Archive(path) => fs::metadata(path).map_or(0, |about| about.len()),
            Self::Maildir(path) => MaildirLetters::open(path).map_or(0, |letters| letters.total()),
        }
    }

    /// Looks through all of it; see [`look`].
    pub(super) fn look(
        &self,
        judge: &Judge<'_>,
        step: &mut dyn FnMut(u64) -> Result<()>,
        found: &mut dyn FnMut(Hit) -> Result<()>,
    ) -> Result<Look> {
        match self {
            Self::File(path) => look(&mut MboxLetters::open(path)?, judge, step, found),
            Self::Maildir(path) => look(&mut MaildirLetters::open(path)?, judge, step, found),
            Self::Archive(path) => look_inside(path, judge, step, found),
        }
    }
}

/// Looks through every mailbox in an archive.
fn look_inside(
    path: &Path,
    judge: &Judge<'_>,
    step: &mut dyn FnMut(u64) -> Result<()>,
    found: &mut dyn FnMut(Hit) -> Result<()>,
) -> Result<Look> {
    let (sha256, size) = fingerprint(path)?;
    let mut all = Look { counts: MailboxCounts::default(), earlier: 0, sha256, size };
    let mut mailboxes = 0;
    each_mailbox(path, &mut |letters| {
        mailboxes += 1;
        let seen = look(letters, judge, step, found)?;
        all.counts.seen += seen.counts.seen;
        all.counts.notices += seen.counts.notices;
        all.counts.related += seen.counts.related;
        all.counts.unreadable += seen.counts.unreadable;
        all.earlier += seen.earlier;
        Ok(())
    })?;
    if mailboxes == 0 { Err(Error::new("not-a-mailbox")) } else { Ok(all) }
}

/// Hands the messages of every mailbox in an archive to `visit`.
pub(super) fn each_mailbox(
    path: &Path,
    visit: &mut dyn FnMut(&mut (dyn Letters + '_)) -> Result<()>,
) -> Result<()> {
    let file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
    let mut failed = None;
    let walked = unpack(file, &Limits::default(), &mut |member| {
        let Content::Mailbox(bytes) = member.content else { return Ok(ControlFlow::Continue(())) };
        let visited = visit(&mut MboxLetters::new(bytes, &member.name));
        Ok(match visited {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        })
    });
    if let Some(error) = failed {
        return Err(error);
    }
    walked.map(drop).map_err(|_| Error::new("unreadable-file"))
}

/// SHA-256 of a file, and its bytes.
pub(in crate::evidence) fn fingerprint(path: &Path) -> Result<(Digest, u64)> {
    let mut file = File::open(path).map_err(|_| Error::new("unreadable-file"))?;
    let mut hash = Sha256::new();
    let size = io::copy(&mut file, &mut hash).map_err(|_| Error::new("unreadable-file"))?;
    Ok((Digest(hash.finalize().into()), size))
}
