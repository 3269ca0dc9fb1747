//! A mailbox looked through from end to end, on all cores, in constant memory.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use joinder_domain::audit::Digest;
use joinder_evidence::Glance;
use joinder_store::mailbox_scan::MailboxCounts;

use super::judge::{Bearing, Judge};
use super::letters::{Letter, Letters};
use crate::error::Result;

/// Bytes of messages that are looked at together; as many again are read meanwhile.
const ROUND: usize = 16 << 20;
/// Messages that are looked at together.
const MESSAGES: usize = 4_096;

/// What a look through a mailbox showed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// What was seen.
    pub(super) counts: MailboxCounts,
    /// Messages from or to the other side that are older than the notice.
    pub(super) earlier: u64,
    /// SHA-256 of the mailbox.
    pub(super) sha256: Digest,
    /// Its bytes.
    pub(super) size: u64,
}

/// A message that bears on the matter.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    /// The message.
    pub(super) letter: Letter,
    /// Why.
    pub(super) bearing: Bearing,
    /// Its headers in short.
    pub(super) glance: Glance,
}

/// Looks through a mailbox; what bears on the matter is handed to `found` in the mailbox's order. `step` is told how many
/// bytes were done, and says whether to go on.
///
/// # Errors
/// `unreadable-file`; those of `step` and `found`.
pub(super) fn look(
    letters: &mut (dyn Letters + '_),
    judge: &Judge<'_>,
    step: &mut dyn FnMut(u64) -> Result<()>,
    found: &mut dyn FnMut(Hit) -> Result<()>,
) -> Result<Look> {
    let (mut counts, mut earlier) = (MailboxCounts::default(), 0);
    let mut round = read(letters)?;
    while !round.is_empty() {
        step(letters.done())?;
        let (judged, next) = judge_all(judge, &round, || read(letters));
        for (letter, (bearing, glance)) in round.into_iter().zip(judged) {
            counts.seen += 1;
            match bearing {
                Bearing::None => continue,
                Bearing::Unreadable => counts.unreadable += 1,
                Bearing::Earlier => earlier += 1,
                Bearing::Notice(_) => counts.notices += 1,
                Bearing::From(_) | Bearing::To(_) => counts.related += 1,
            }
            if !matches!(bearing, Bearing::Unreadable | Bearing::Earlier) {
                found(Hit { letter, bearing, glance })?;
            }
        }
        round = next?;
    }
    step(letters.done())?;
    let (sha256, size) = letters.fingerprint();
    Ok(Look { counts, earlier, sha256, size })
}

fn read(letters: &mut (dyn Letters + '_)) -> Result<Vec<Letter>> {
    let (mut round, mut bytes) = (Vec::new(), 0);
    while bytes < ROUND && round.len() < MESSAGES {
        let Some(letter) = letters.next()? else { break };
        bytes += letter.bytes.len();
        round.push(letter);
    }
    Ok(round)
}

/// Looks at every message on all cores, while `meanwhile` runs on this one.
fn judge_all<T>(
    judge: &Judge<'_>,
    letters: &[Letter],
    meanwhile: impl FnOnce() -> T,
) -> (Vec<(Bearing, Glance)>, T) {
    let next = AtomicUsize::new(0);
    let slots: Vec<Mutex<Option<(Bearing, Glance)>>> = letters.iter().map(|_| Mutex::new(None)).collect();
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let (Some(letter), Some(slot)) = (letters.get(at), slots.get(at)) else { return };
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(judge.bearing(letter));
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(letters.len());
    let other = std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(work);
        }
        meanwhile()
    });
    let judged = slots.into_iter().map(|slot| {
        let found = slot.into_inner().unwrap_or_else(PoisonError::into_inner);
        found.unwrap_or_else(|| (Bearing::Unreadable, Glance::default()))
    });
    (judged.collect(), other)
}
