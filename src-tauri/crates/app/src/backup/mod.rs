//! Copies of the matter: made on demand and on close, rehearsed, brought back.
//!
//! Where copies go is a setting of this machine, since a folder of one machine means nothing on another. Which copies were
//! made is in the matter, so that an erasure can say which of them still hold the person.

mod place;
mod rehearse;

pub use place::Place;
pub use rehearse::{Rehearse, Rehearsed, Restore, Restored};

pub(crate) use place::{Places, put as place};
pub(crate) use rehearse::{rehearse, restore};

use std::path::{Path, PathBuf};

use joinder_store::{Copied, Op, backup_copy as kept};
use serde::{Deserialize, Serialize};

use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// A copy to make.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BackupMake"))]
pub struct Make {
    /// The folder in which it gets a folder of its own; the place of this machine if not given.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub place: Option<PathBuf>,
}

/// A copy was made, opened, and found to be whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BackupMade"))]
pub struct Made {
    /// Its folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Audit entries in it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
    /// Hash of the last of them.
    pub head: String,
}

/// How the copies stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BackupStatus"))]
pub struct Status {
    /// Where this machine puts copies of this matter.
    pub place: Place,
    /// Whether anything was entered since the newest copy.
    pub due: bool,
    /// The copies, the newest state first.
    pub copies: Vec<Row>,
}

/// A copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BackupRow"))]
pub struct Row {
    /// Its folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// When it was made, RFC 3339.
    pub at: String,
    /// Who made it.
    pub by: String,
    /// Audit entries in it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
    /// Whether it can be seen from this machine now.
    pub here: bool,
}

pub(crate) fn status(context: Context<'_>, _: Nothing) -> Result<Applied<Status>> {
    let open = context.app.open_matter()?;
    let copies: Vec<Row> = open.matter.read(kept::list)?.into_iter().map(Row::of).collect();
    let due = is_due(&open)?;
    let place = Places::of(context).get(open.matter.id());
    Ok(Applied::unchanged(Status { place, due, copies }))
}

impl Row {
    pub(crate) fn of(copy: kept::BackupCopy) -> Self {
        Self {
            here: copy.folder.join("matter.db").is_file(),
            folder: copy.folder,
            at: copy.at.to_string(),
            by: copy.by,
            entries: copy.seq,
        }
    }
}

pub(crate) fn make(context: Context<'_>, input: Make) -> Result<Applied<Made>> {
    let open = context.app.open_matter()?;
    let usual = Places::of(context).get(open.matter.id()).folder;
    let place = input.place.or(usual).ok_or_else(|| Error::new("backup-no-place"))?;
    one(context, &open, &place)
}

/// Makes a copy when the matter is closed, where that is wanted and something was entered since the newest one.
pub(crate) fn on_close(context: Context<'_>, _: Nothing) -> Result<Applied<Option<Made>>> {
    let Ok(open) = context.app.open_matter() else { return Ok(Applied::unchanged(None)) };
    let place = Places::of(context).get(open.matter.id());
    let writes = context.app.admit(crate::command::Access::Write).is_ok();
    match place.folder.filter(|_| place.on_close && writes) {
        Some(folder) if is_due(&open)? => {
            let made = one(context, &open, &folder)?;
            Ok(Applied { output: Some(made.output), changes: made.changes })
        }
        _ => Ok(Applied::unchanged(None)),
    }
}

/// The entry that remembers a copy stands after it: with nothing but that, nothing was done since.
fn is_due(open: &OpenMatter) -> Result<bool> {
    open.matter.read(|reader| {
        let newest = kept::list(reader)?.first().map_or(0, |copy| copy.seq);
        Ok(kept::entries(reader)? > newest.saturating_add(1) || newest == 0)
    })
}

fn one(context: Context<'_>, open: &OpenMatter, place: &Path) -> Result<Applied<Made>> {
    let label = "Copying the matter";
    let place = std::path::absolute(place).map_err(|_| Error::new("backup-place"))?;
    if place.starts_with(open.matter.folder()) && place != open.matter.folder().join("backups") {
        return Err(Error::new("backup-inside"));
    }
    let day = context.app.clock().today();
    let folder = free_folder(&place, open.matter.read(kept::entries)?, &day.to_string())?;
    let copied = open.matter.backup(&folder, &mut |done, total| context.job.step(done, total, label).is_ok());
    let Copied { seq: entries, head } = copied.inspect_err(|_| {
        // Nothing was in it before, and nothing is now.
        std::fs::remove_dir(&folder).ok();
    })?;
    let done = open.write(Op("backup.make"), context.app.clock().now(), |tx| {
        Ok(kept::keep(tx, &open.matter.id().to_string(), &folder, entries, head)?)
    })?;
    Ok(Applied::stored(Made { folder, entries, head: head.to_string() }, &done.changes))
}

/// Named by what is in it, so that a clock that was set back neither hides a newer copy nor overwrites one.
fn free_folder(place: &Path, entries: u64, day: &str) -> Result<PathBuf> {
    let name = format!("joinder-backup-{entries:06}-{day}");
    let names = std::iter::once(name.clone()).chain((2..=SAME_MOST).map(|at| format!("{name}-{at}")));
    let mut folders = names.map(|name| place.join(name));
    folders.find(|folder| !folder.exists()).ok_or_else(|| Error::new("backup-place"))
}

/// Copies of one state in one place at most.
const SAME_MOST: u32 = 1_000;
