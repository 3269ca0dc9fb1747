//! What has left the machine, entered in the audit while a batch goes on: a crash after thousands of bundles loses few.

use std::sync::Mutex;

use jiff::Timestamp;
use joinder_domain::audit::Subject;
use joinder_domain::id::ClaimantNumber;
use joinder_store::{Op, exhibit_label, paper};
use serde_json::json;

use super::file::Made;
use super::form::Form;
use super::report::BundleFile;
use crate::app::OpenMatter;
use crate::error::{Error, Result};

/// Bundles entered together.
const BLOCK: usize = 64;

/// Bundles that lie in the folder, and those of them that are not in the audit yet.
pub(super) struct Ledger<'a> {
    open: &'a OpenMatter,
    now: Timestamp,
    form: Form,
    waiting: Mutex<Vec<(BundleFile, Made)>>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(open: &'a OpenMatter, now: Timestamp, form: Form) -> Self {
        Self { open, now, form, waiting: Mutex::default() }
    }

    /// Notes a bundle; a full block is entered at once.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn add(&self, file: BundleFile, made: Made) -> Result<()> {
        let full = {
            let mut waiting = self.waiting.lock().map_err(|_| Error::new("internal"))?;
            waiting.push((file, made));
            if waiting.len() >= BLOCK { std::mem::take(&mut *waiting) } else { Vec::new() }
        };
        self.enter(full)
    }

    /// Enters what is left.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn close(self) -> Result<()> {
        let left = std::mem::take(&mut *self.waiting.lock().map_err(|_| Error::new("internal"))?);
        self.enter(left)
    }

    /// What left the machine is in the audit, with each file's hash; it changes nobody's record.
    fn enter(&self, mut block: Vec<(BundleFile, Made)>) -> Result<()> {
        if block.is_empty() {
            return Ok(());
        }
        block.sort_by_key(|(file, _)| file.number);
        self.open.write(Op("bundle.export"), self.now, |tx| {
            for (file, made) in &block {
                let number = ClaimantNumber(file.number);
                let detail = json!({ "pages": file.pages, "sha256": file.sha256, "kept": file.kept });
                tx.note(Subject::claimant(number), Some(number), detail)?;
                exhibit_label::give(tx, made.paper.claimant, &made.labels)?;
                // A draft is not kept by its hash: nobody can approve it.
                if self.form == Form::Approval {
                    paper::keep(tx, &made.paper)?;
                }
            }
            Ok::<_, Error>(())
        })?;
        Ok(())
    }
}
