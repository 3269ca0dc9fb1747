//! What the window holds while it is open: the core, and the work that is under way.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use joinder_app::{App, Job};

use crate::arguments::Arguments;

/// What the window holds while it is open.
pub(crate) struct Shell {
    /// The use cases.
    pub(crate) app: App,
    /// What the program was started with.
    pub(crate) arguments: Arguments,
    jobs: Mutex<HashMap<u32, Job>>,
}

impl Shell {
    /// The core, with its settings in the folder `settings`.
    pub(crate) fn new(settings: PathBuf, arguments: Arguments) -> Self {
        Self { app: App::new(settings), arguments, jobs: Mutex::default() }
    }

    /// Remembers work under the number that the page gave it, so that it can be cancelled.
    pub(crate) fn begin(&self, number: u32, job: Job) {
        self.jobs().insert(number, job);
    }

    /// Forgets work that has ended.
    pub(crate) fn end(&self, number: u32) {
        self.jobs().remove(&number);
    }

    /// Asks work to stop; nothing happens when it has ended.
    pub(crate) fn cancel(&self, number: u32) {
        if let Some(job) = self.jobs().get(&number) {
            job.cancel();
        }
    }

    fn jobs(&self) -> MutexGuard<'_, HashMap<u32, Job>> {
        // A map of handles cannot be left half changed.
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
