//! A profile of one's own: a built-in one written out to begin with, and what is wrong with a folder.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::source::{built_in, read, texts};
use crate::bundle::out_error;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile;

/// A profile to write out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ProfileWrite"))]
pub struct Write {
    /// The built-in profile.
    pub profile: String,
    /// A new or empty folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
}

/// A profile that was written out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ProfileWritten"))]
pub struct Written {
    /// The folder.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Its files.
    pub files: Vec<String>,
}

/// A profile to check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ProfileFolder"))]
pub struct Folder {
    /// Its folder, or the name of a built-in one.
    pub profile: String,
}

/// A profile that can be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ProfileChecked"))]
pub struct Checked {
    /// Its identifier.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// The other side.
    pub defendant: String,
    /// The day of the incident, ISO 8601.
    pub incident: String,
    /// Its files.
    pub files: Vec<String>,
    /// Statuses that its rules know.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub statuses: usize,
}

pub(crate) fn write(_: Context<'_>, input: Write) -> Result<Applied<Written>> {
    let texts = built_in(&input.profile)?;
    std::fs::create_dir_all(&input.out).map_err(|error| out_error(&error))?;
    if std::fs::read_dir(&input.out).map_err(|error| out_error(&error))?.next().is_some() {
        // What somebody has changed there must not be written over.
        return Err(Error::new("folder-not-empty"));
    }
    for (name, text) in texts {
        outfile::put_bytes(&input.out.join(name), text.as_bytes())?;
    }
    let files = texts.iter().map(|(name, _)| (*name).to_owned()).collect();
    Ok(Applied::unchanged(Written { folder: input.out, files }))
}

pub(crate) fn check(_: Context<'_>, input: Folder) -> Result<Applied<Checked>> {
    let texts = texts(&input.profile)?;
    let profile = read(&texts)?;
    Ok(Applied::unchanged(Checked {
        id: profile.id.to_string(),
        version: profile.version,
        title: profile.title.clone(),
        defendant: profile.defendant.clone(),
        incident: profile.incident.date.to_string(),
        files: texts.into_iter().map(|(name, _)| name).collect(),
        statuses: profile.rules.statuses().len(),
    }))
}
