//! A mailbox that was given like any other file: only the notices in it are taken, and the rest is counted.

use std::path::Path;

use joinder_store::Op;
use joinder_store::mailbox_scan::{self, MailboxScan, NewMailboxScan};
use serde::Serialize;

use super::domain::other_side;
use super::judge::{Bearing, Judge};
use super::letters::{Letter, Letters, MaildirLetters, MboxLetters};
use super::look::{Hit, Look, look};
use super::take::received;
use crate::app::OpenMatter;
use crate::command::Context;
use crate::error::{Error, Result};
use crate::evidence::batch::Batch;
use crate::text::text;

/// Bytes of notices that are held until the mailbox has been read to its end and its fingerprint is known.
const HELD: usize = 256 << 20;

/// What became of a whole mailbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MailboxTaken {
    /// The mailbox's name.
    pub name: String,
    /// The look through it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub scan: i64,
    /// Messages seen.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub seen: u64,
    /// Of these, taken now or before.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub taken: u64,
    /// Of these, not taken; nothing of them was kept.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub not_taken: u64,
    /// Of those not taken, later mail from or to the other side.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub related: u64,
    /// Of those seen, messages that could not be read.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub unreadable: u64,
    /// What was done and how to take more, in words.
    pub message: String,
}

/// The messages of the mailbox file or Maildir at `path`.
pub(in crate::evidence) fn take_mailbox(
    context: Context<'_>,
    open: &OpenMatter,
    path: &Path,
    batch: &mut Batch<'_>,
) -> Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if MaildirLetters::is_one(path) {
        let mut letters = MaildirLetters::open(path)?;
        let total = letters.total();
        return take_notices(context, open, &name, total, &mut letters, batch);
    }
    let total = std::fs::metadata(path).map_or(0, |about| about.len());
    take_notices(context, open, &name, total, &mut MboxLetters::open(path)?, batch)
}

/// The messages of a mailbox that lies in an archive.
pub(in crate::evidence) fn take_archived(
    context: Context<'_>,
    open: &OpenMatter,
    archive: &str,
    member: &str,
    bytes: &mut dyn std::io::Read,
    batch: &mut Batch<'_>,
) -> Result<()> {
    take_notices(context, open, archive, 0, &mut MboxLetters::new(bytes, member), batch)
}

fn take_notices(
    context: Context<'_>,
    open: &OpenMatter,
    name: &str,
    total: u64,
    letters: &mut (dyn Letters + '_),
    batch: &mut Batch<'_>,
) -> Result<()> {
    let started = context.app.clock().now();
    let judge = Judge::new(&open.profile, other_side(open, &[])?);
    let (mut notices, mut held): (Vec<Letter>, usize) = (Vec::new(), 0);
    let mut found = |hit: Hit| {
        if matches!(hit.bearing, Bearing::Notice(_)) && hit.letter.whole {
            held = held.saturating_add(hit.letter.bytes.len());
            notices.push(hit.letter);
        }
        if held > HELD { Err(Error::new("mailbox-too-many-notices")) } else { Ok(()) }
    };
    let mut step = |done: u64| context.job.step(done, total.max(done), "Looking through the mailbox");
    let Look { counts, sha256, size, .. } = look(letters, &judge, &mut step, &mut found)?;
    let new = NewMailboxScan { name, sha256, size, started, found: counts };
    let scan = open.write(Op("evidence.scan"), context.app.clock().now(), |tx| {
        let id = mailbox_scan::add(tx, &new)?;
        mailbox_scan::get(tx, id)?.ok_or_else(|| Error::new("no-such-mailbox-scan"))
    })?;
    let scan: MailboxScan = scan.output;
    batch.flush()?;
    batch.because_of(scan.id);
    for letter in notices {
        let position = letter.position;
        batch.add(received(&scan, letter, position))?;
    }
    batch.flush()?;
    batch.because_of_nothing();
    let after = open.matter.read(|reader| mailbox_scan::get(reader, scan.id))?.unwrap_or(scan);
    batch.mailbox(taken(&after));
    Ok(())
}

fn taken(scan: &MailboxScan) -> MailboxTaken {
    let taken = scan.taken + scan.already_there;
    let values = [
        ("name", scan.name.as_str()),
        ("seen", &scan.found.seen.to_string()),
        ("taken", &taken.to_string()),
        ("rest", &scan.not_taken().to_string()),
        ("related", &scan.found.related.to_string()),
    ];
    MailboxTaken {
        name: scan.name.clone(),
        scan: scan.id.0,
        seen: scan.found.seen,
        taken,
        not_taken: scan.not_taken(),
        related: scan.found.related,
        unreadable: scan.found.unreadable,
        message: text("mailbox-taken", &values),
    }
}
