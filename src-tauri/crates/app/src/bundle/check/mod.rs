//! Any PDF held against the rules for electronic bundles, with a report that can go out with it.

mod paper;
mod view;

pub use view::{AreaView, Checked, FaultView, Verdict};

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use joinder_bundle::{Asked, CheckError};
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// Largest file that is checked, in megabytes; courts take far less.
const LARGEST: u64 = 2_000;

/// A file to check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleCheck"))]
pub struct Check {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub file: PathBuf,
    /// The version that went out before, for the rule on late documents.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub earlier: Option<PathBuf>,
    /// The day of the hearing, such as 2026-12-01.
    #[serde(default)]
    pub hearing: Option<String>,
    /// A PDF to write the report into; one that is there is written over.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub report: Option<PathBuf>,
}

pub(crate) fn check(context: Context<'_>, input: Check) -> Result<Applied<Checked>> {
    let hearing = input.hearing.as_deref().map(day).transpose()?;
    let bytes = read(&input.file)?;
    let earlier = input.earlier.as_deref().map(read).transpose()?;
    let stem = input.file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let asked = Asked { stem: stem.as_deref(), hearing, earlier: earlier.as_ref() };
    let mut stopped = None;
    let mut step = |page: usize, pages: usize| {
        let stepped = context.job.step(page as u64, pages as u64, "Checking pages");
        stopped = stepped.err();
        stopped.is_none()
    };
    let checked = joinder_bundle::check(&bytes, &asked, &mut step);
    let lint = match (checked, stopped) {
        (Ok(lint), _) => lint,
        (Err(CheckError::Stopped), Some(error)) => return Err(error),
        (Err(_), _) => return Err(Error::new("not-a-pdf")),
    };
    let mut checked = view::checked(&input.file, &bytes, &lint);
    if let Some(report) = &input.report {
        paper::write(context, &checked, report)?;
        checked.report = Some(report.clone());
    }
    Ok(Applied::unchanged(checked))
}

fn day(text: &str) -> Result<Date> {
    text.parse().map_err(|_| Error::with("bad-hearing-date", &[("found", text)]))
}

/// A whole file, no larger than is checked.
pub(super) fn read(path: &Path) -> Result<Arc<Vec<u8>>> {
    let file = fs::File::open(path).map_err(|_| Error::new("unreadable-file"))?;
    let mut bytes = Vec::new();
    file.take(LARGEST * 1_000_000 + 1).read_to_end(&mut bytes).map_err(|_| Error::new("unreadable-file"))?;
    if bytes.len() as u64 > LARGEST * 1_000_000 {
        return Err(Error::with("file-too-large", &[("limit", &LARGEST.to_string())]));
    }
    Ok(Arc::new(bytes))
}
