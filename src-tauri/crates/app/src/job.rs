//! Long work: its progress, and the wish to stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;

use crate::error::Error;

/// How far a job has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Progress {
    /// Units done.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub done: u64,
    /// Units in all; 0 while that is not known.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub total: u64,
    /// What is being done, in words without personal data.
    pub label: String,
}

type Report = dyn Fn(Progress) + Send + Sync;

/// A piece of long work. Reporting progress is also the check whether to go on.
#[derive(Clone)]
pub struct Job {
    report: Arc<Report>,
    cancelled: Arc<AtomicBool>,
    /// Becomes true when what the work is for is gone; `None` where nothing can go.
    gone: Option<Arc<AtomicBool>>,
}

impl Job {
    /// A job that tells its progress to `report`.
    pub fn new(report: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self { report: Arc::new(report), cancelled: Arc::default(), gone: None }
    }

    /// A job that nobody watches.
    pub fn quiet() -> Self {
        Self::new(|_| {})
    }

    /// The same work, which also stops when `gone` becomes true.
    #[must_use]
    pub(crate) fn until(&self, gone: Option<Arc<AtomicBool>>) -> Self {
        Self { gone, ..self.clone() }
    }

    /// Asks the work to stop at its next report.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked the work to stop.
    pub fn is_cancelled(&self) -> bool {
        let gone = self.gone.as_ref().is_some_and(|gone| gone.load(Ordering::Relaxed));
        gone || self.cancelled.load(Ordering::Relaxed)
    }

    /// Tells how far the work has come.
    ///
    /// # Errors
    /// `cancelled` when the work is to stop here.
    pub fn step(&self, done: u64, total: u64, label: &str) -> Result<(), Error> {
        if self.is_cancelled() {
            return Err(Error::new("cancelled"));
        }
        (self.report)(Progress { done, total, label: label.to_owned() });
        Ok(())
    }
}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Job").field("cancelled", &self.is_cancelled()).finish_non_exhaustive()
    }
}
