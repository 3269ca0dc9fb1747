//! Copies opened to see that they can be relied on, and brought back.

use std::path::PathBuf;

use joinder_store::{Matter, Passphrase, SignIn, audit as entries, claimant, evidence, restore as copy_back};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::audit::{Verdict, verdict};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// A copy to open, and the passphrase that opens it.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BackupRehearse"))]
pub struct Rehearse {
    /// Its folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Sign-in name.
    pub sign_in: String,
    /// That person's passphrase at the time of the copy.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub passphrase: Zeroizing<String>,
}

/// What a copy holds, and whether all of it is as its audit says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BackupRehearsed"))]
pub struct Rehearsed {
    /// The matter's name.
    pub name: String,
    /// Claimants in it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub claimants: u64,
    /// Evidence items in it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub evidence: usize,
    /// When the last of its entries was made, RFC 3339; empty without entries.
    pub last: String,
    /// Whether it is whole.
    pub audit: Verdict,
    /// Audit entries that the open matter has and the copy has not; none when another matter or none is open.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub behind: Option<u64>,
}

/// A copy to bring back into a folder of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BackupRestore"))]
pub struct Restore {
    /// The copy's folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// The folder for the matter: new or empty.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub to: PathBuf,
}

/// A copy was brought back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BackupRestored"))]
pub struct Restored {
    /// The folder of the matter; it is unlocked like any other.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
}

pub(crate) fn rehearse(context: Context<'_>, input: Rehearse) -> Result<Applied<Rehearsed>> {
    let sign_in = SignIn::new(input.sign_in.trim())?;
    let passphrase = Passphrase::typed(&input.passphrase);
    if context.app.open_matter().is_ok_and(|open| open.matter.folder() == input.folder) {
        return Err(Error::new("backup-is-open"));
    }
    // Under another name, so that the copy itself stays as it was made.
    let name = format!("joinder-rehearsal-{}", context.app.clock().id().simple());
    let room = Room(std::env::temp_dir().join(name));
    copy_back(&input.folder, &room.0)?;
    let copy = Matter::open(&room.0, &sign_in, &passphrase, context.app.clock().now())?;
    let audit = verdict(&copy, context.job)?;
    let (claimants, evidence, last) = copy.read(|reader| {
        let last = entries::list(reader, None, 1)?.pop().map(|link| link.entry.at.to_string());
        let evidence = evidence::ids(reader, evidence::Which::All)?.len();
        Ok::<_, Error>((claimant::total(reader)?, evidence, last.unwrap_or_default()))
    })?;
    let behind = match context.app.open_matter() {
        Ok(open) if open.matter.id() == copy.id() => {
            let now = open.matter.read(joinder_store::backup_copy::entries)?;
            let then = copy.read(joinder_store::backup_copy::entries)?;
            Some(now.saturating_sub(then))
        }
        _ => None,
    };
    let name = copy.name().to_owned();
    copy.close()?;
    Ok(Applied::unchanged(Rehearsed { name, claimants, evidence, last, audit, behind }))
}

/// A folder for a rehearsal, which goes when this does.
struct Room(PathBuf);

impl Drop for Room {
    fn drop(&mut self) {
        // What cannot be removed is as encrypted as the copy.
        std::fs::remove_dir_all(&self.0).ok();
    }
}

pub(crate) fn restore(context: Context<'_>, input: Restore) -> Result<Applied<Restored>> {
    context.job.step(0, 1, "Bringing the copy back")?;
    copy_back(&input.folder, &input.to)?;
    context.job.step(1, 1, "Bringing the copy back")?;
    Ok(Applied::unchanged(Restored { folder: input.to }))
}
