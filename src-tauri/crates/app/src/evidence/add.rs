//! Files taken in: kept first, read afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use joinder_evidence::{Limits, Shape};
use joinder_store::claimant;
use serde::{Deserialize, Serialize};

use super::archive;
use super::batch::{Batch, Received};
use super::collect::{Chosen, files, start};
use super::mailbox::{MailboxTaken, take_mailbox};
use crate::app::OpenMatter;
use crate::command::{Applied, Context};
use crate::consensus;
use crate::error::{Error, Result};

/// Files to take in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceAdd"))]
pub struct Add {
    /// Files, folders, archives or mailboxes.
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub paths: Vec<PathBuf>,
    /// Whose they are, when a person says so.
    pub claimant: Option<u32>,
    /// Whether files that were removed on purpose may come back.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub readmit: bool,
}

/// What became of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceReport"))]
pub struct Report {
    /// Files kept.
    pub added: u32,
    /// Files that were there before, byte for byte.
    pub already_there: u32,
    /// Of the files kept, those given to a claimant.
    pub assigned: u32,
    /// Of the files kept, those that wait for a person to say whose they are.
    pub unassigned: u32,
    /// Files that could not be taken.
    pub failed: u32,
    /// Files that were not looked at, because somebody stopped it.
    pub left: u32,
    /// Mailboxes, of which only the notices were taken.
    pub mailboxes: Vec<MailboxTaken>,
    /// Each file.
    pub items: Vec<AddedItem>,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddedItem {
    /// File name.
    pub name: String,
    /// What became of it.
    pub state: ItemState,
    /// Whose it is.
    pub claimant: Option<u32>,
    /// That claimant's name.
    pub claimant_name: String,
    /// How well it proves that the claimant was told, 0 to 5.
    pub tier: Option<u8>,
    /// Why it is graded so: what keeps it from proving more, else what speaks for it.
    pub why: String,
    /// What is wrong with it; empty when nothing is.
    pub message: String,
    /// What to do about it.
    pub fix: String,
    /// Its reference, such as `E-000012`; empty when it was not taken.
    pub reference: String,
    /// Its identifier; empty when it was not taken.
    pub evidence: String,
}

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ItemState {
    /// Kept, and given to a claimant.
    Assigned,
    /// Kept; nobody knows yet whose it is.
    Unassigned,
    /// It was there before.
    AlreadyThere,
    /// It could not be taken.
    Failed,
}

pub(crate) fn add(context: Context<'_>, input: Add) -> Result<Applied<Report>> {
    let open = context.app.open_matter()?;
    let claimed = input.claimant.map(ClaimantNumber);
    check_claimant(&open, claimed)?;
    let files = files(&input.paths)?;
    let mut batch = Batch::new(context, &open, claimed, input.readmit);
    let stopped = take_all(context, &open, &files, &mut batch)?;
    let mut report = batch.finish()?;
    if let Some((left, cancelled)) = stopped {
        // What was taken stays, so whoever stopped it is told of it.
        if report.items.is_empty() && report.mailboxes.is_empty() {
            return Err(cancelled);
        }
        report.left = u32::try_from(left).unwrap_or(u32::MAX);
        return Ok(report.applied());
    }
    consensus::refresh(&open, context.app.clock(), context.job, report.added);
    context.job.step(files.len() as u64, files.len() as u64, "Taking in evidence").ok();
    Ok(report.applied())
}

/// Takes the files one after the other; tells how many were left when somebody stopped it.
fn take_all(
    context: Context<'_>,
    open: &OpenMatter,
    files: &[Chosen],
    batch: &mut Batch<'_>,
) -> Result<Option<(usize, Error)>> {
    for (done, file) in files.iter().enumerate() {
        let name = file.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let taken = context
            .job
            .step(done as u64, files.len() as u64, "Taking in evidence")
            .and_then(|()| take(context, open, file, &name, batch));
        match taken {
            Err(error) if error.code == "cancelled" => return Ok(Some((files.len() - done, error))),
            Err(error) if is_of_the_file(&error) => batch.failed(name, &error),
            other => other?,
        }
    }
    Ok(None)
}

/// Whether only this file is at fault, so that the rest can go on.
fn is_of_the_file(error: &Error) -> bool {
    matches!(
        error.code.as_str(),
        "unreadable-file" | "file-too-large" | "file-empty" | "mailbox-too-many-notices"
    )
}

/// Refuses a claimant who is not there before anything is read.
pub(super) fn check_claimant(open: &OpenMatter, claimed: Option<ClaimantNumber>) -> Result<()> {
    match claimed {
        Some(number) if open.matter.read(|reader| claimant::rows(reader, &[number]))?.is_empty() => {
            Err(Error::new("no-such-claimant"))
        }
        _ => Ok(()),
    }
}

/// Takes one chosen thing: a file as an item, an archive file by file, of a mailbox the notices.
fn take(
    context: Context<'_>,
    open: &OpenMatter,
    file: &Chosen,
    name: &str,
    batch: &mut Batch<'_>,
) -> Result<()> {
    if file.path.is_dir() {
        return take_mailbox(context, open, &file.path, batch);
    }
    let about = fs::metadata(&file.path).map_err(|_| Error::new("unreadable-file"))?;
    let limit = Limits::default().item_bytes;
    if about.len() > limit {
        return match Shape::of_start(&start(&file.path)?) {
            Shape::Mbox => take_mailbox(context, open, &file.path, batch),
            Shape::Zip if archive::is_archive(&file.path)? => archive::add(context, open, &file.path, batch),
            _ => Err(Error::with("file-too-large", &[("limit", &(limit / 1024 / 1024).to_string())])),
        };
    }
    let bytes = fs::read(&file.path).map_err(|_| Error::new("unreadable-file"))?;
    if bytes.is_empty() {
        return Err(Error::new("file-empty"));
    }
    match container(&file.path, &bytes)? {
        Some(Shape::Mbox) => take_mailbox(context, open, &file.path, batch),
        Some(_) => archive::add(context, open, &file.path, batch),
        None => {
            let modified = about.modified().ok().and_then(|at| Timestamp::try_from(at).ok());
            let origin = file.origin.clone();
            batch.add(Received {
                name: name.to_owned(),
                bytes,
                modified,
                source: "file",
                origin,
                damage: None,
            })
        }
    }
}

/// The kind of a file that holds others; `None` for a file that is an item itself.
fn container(path: &Path, bytes: &[u8]) -> Result<Option<Shape>> {
    // Only files that begin like one of the two are looked at a second time.
    if bytes.starts_with(b"PK") {
        return Ok((Shape::of(bytes) == Shape::Zip && archive::is_archive(path)?).then_some(Shape::Zip));
    }
    let begins = bytes.trim_ascii_start().starts_with(b"From ");
    Ok((begins && Shape::of(bytes) == Shape::Mbox).then_some(Shape::Mbox))
}

impl Report {
    /// Counts what became of a file.
    pub(super) fn count(&mut self, item: AddedItem) {
        match item.state {
            ItemState::Assigned => (self.added, self.assigned) = (self.added + 1, self.assigned + 1),
            ItemState::Unassigned => (self.added, self.unassigned) = (self.added + 1, self.unassigned + 1),
            ItemState::AlreadyThere => self.already_there += 1,
            ItemState::Failed => self.failed += 1,
        }
        self.items.push(item);
    }

    /// The report, with what has to be loaded again.
    pub(super) fn applied(self) -> Applied<Self> {
        Applied::changed(self, Noun::Evidence, None)
            .and(Noun::Claimant, None)
            .and(Noun::Classification, None)
            .and(Noun::Audit, None)
    }
}

impl AddedItem {
    /// A file that could not be taken.
    pub(super) fn failed(name: String, error: &Error) -> Self {
        Self {
            name,
            state: ItemState::Failed,
            claimant: None,
            claimant_name: String::new(),
            tier: None,
            why: String::new(),
            message: error.message.clone(),
            fix: error.fix.clone(),
            reference: String::new(),
            evidence: String::new(),
        }
    }
}
