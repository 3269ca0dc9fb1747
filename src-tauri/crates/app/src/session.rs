//! What is remembered between unlocking a matter and locking it. It goes with the matter: whatever still runs when the matter
//! is locked can leave nothing for the next one.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

use joinder_domain::id::EvidenceId;
use joinder_packet::Invitation;
use joinder_store::import_batch::BatchId;

use crate::bundle::PreviewCache;
use crate::error::{Error, Result};
use crate::insight::GroupCache;
use crate::limitation::Calendar;
use crate::undo::Undo;
use crate::whatif::Tried;

/// Steps that can be undone.
const UNDO_MOST: usize = 200;

/// From unlocking until locking.
#[derive(Default)]
pub(crate) struct Session {
    locked: Arc<AtomicBool>,
    previews: Mutex<PreviewCache>,
    tried: Mutex<Option<Arc<Tried>>>,
    calendar: Mutex<Option<Arc<Calendar>>>,
    group: Mutex<GroupCache>,
    undo: Mutex<Vec<Undo>>,
    /// The original that was opened last.
    pub(crate) seen: Mutex<Option<EvidenceId>>,
    /// When whoever opened the matter was here before, as far as it was asked.
    pub(crate) last_here: Mutex<Option<String>>,
    /// The invitation that a claimant's own folder answers, once it was read.
    pub(crate) invitation: OnceLock<Arc<Invitation>>,
}

impl Session {
    /// Ends it: work that still runs stops at its next step, and writes nothing.
    pub(crate) fn lock(&self) {
        self.locked.store(true, Ordering::Relaxed);
    }

    /// Whether it has ended.
    pub(crate) fn is_locked(&self) -> bool {
        self.locked.load(Ordering::Relaxed)
    }

    /// Becomes true when it ends.
    pub(crate) fn end(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.locked)
    }

    /// Keeps the latest what-if.
    pub(crate) fn set_tried(&self, tried: Option<Arc<Tried>>) -> Result<()> {
        *held(&self.tried)? = tried;
        Ok(())
    }

    /// The what-if with this id, while it is the latest.
    ///
    /// # Errors
    /// `no-such-whatif`.
    pub(crate) fn tried(&self, id: &str) -> Result<Arc<Tried>> {
        let tried = held(&self.tried)?.clone();
        tried.filter(|tried| tried.id == id).ok_or_else(|| Error::new("no-such-whatif"))
    }

    /// Keeps the latest calendar of time limits.
    pub(crate) fn set_calendar(&self, calendar: Option<Arc<Calendar>>) -> Result<()> {
        *held(&self.calendar)? = calendar;
        Ok(())
    }

    /// The calendar with this id, while it is the latest.
    ///
    /// # Errors
    /// `no-such-calendar`.
    pub(crate) fn calendar(&self, id: &str) -> Result<Arc<Calendar>> {
        let calendar = held(&self.calendar)?.clone();
        calendar.filter(|calendar| calendar.id == id).ok_or_else(|| Error::new("no-such-calendar"))
    }

    /// The group as insight read it last.
    pub(crate) fn group(&self) -> Result<MutexGuard<'_, GroupCache>> {
        held(&self.group)
    }

    /// Previews that were drawn.
    pub(crate) fn previews(&self) -> Result<MutexGuard<'_, PreviewCache>> {
        held(&self.previews)
    }

    /// What can be undone, the latest last.
    pub(crate) fn undos(&self) -> Result<MutexGuard<'_, Vec<Undo>>> {
        held(&self.undo)
    }

    /// Keeps how to undo what was just done.
    pub(crate) fn remember(&self, undo: Undo) -> Result<()> {
        let mut undos = self.undos()?;
        if undos.len() >= UNDO_MOST {
            undos.remove(0);
        }
        undos.push(undo);
        Ok(())
    }

    /// Merges that were made again got other numbers, under which they are undone.
    pub(crate) fn renumber_merges(&self, again: &[(u32, u32)]) -> Result<()> {
        for undo in self.undos()?.iter_mut() {
            for (before, now) in again {
                if undo.renumber(*before, *now) {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Forgets how to undo an import that was taken back in another way.
    pub(crate) fn forget_import(&self, batch: BatchId) -> Result<()> {
        self.undos()?.retain(|undo| !undo.is_import(batch));
        Ok(())
    }

    /// Forgets everything that was made from records and kept for later.
    pub(crate) fn forget(&self) -> Result<()> {
        self.previews()?.clear();
        self.set_tried(None)?;
        self.set_calendar(None)?;
        self.group()?.clear();
        self.undos()?.clear();
        Ok(())
    }
}

fn held<T>(kept: &Mutex<T>) -> Result<MutexGuard<'_, T>> {
    kept.lock().map_err(|_| Error::new("internal"))
}
