//! A finished bundle as several files with one pagination, for mail and upload forms that take no more.

use std::fs;
use std::path::PathBuf;

use joinder_bundle::{PartLimit, SplitError};
use joinder_domain::audit::Digest;
use serde::{Deserialize, Serialize};

use super::check::read;
use super::out_error;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile;
use crate::text::text;

/// Which bundle to split, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleSplit"))]
pub struct Split {
    /// The PDF.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub file: PathBuf,
    /// The folder to write into; it is made if need be.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub out: PathBuf,
    /// Largest file in millions of bytes, such as 36, 150 or 500.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub megabytes: Option<u64>,
    /// Most pages in a file, where no size is given.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub pages: Option<usize>,
}

/// The files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleSplitReport"))]
pub struct SplitReport {
    /// Where they are.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// In order.
    pub parts: Vec<PartFile>,
}

/// One file of several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundlePart"))]
pub struct PartFile {
    /// File name.
    pub file: String,
    /// Number of its first page.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub first: usize,
    /// Number of its last page.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub last: usize,
    /// Its length.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: usize,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// One page alone is larger than a file may be.
    pub too_large: bool,
}

pub(crate) fn split(context: Context<'_>, input: Split) -> Result<Applied<SplitReport>> {
    let limit = match (input.megabytes, input.pages) {
        (Some(megabytes @ 1..), _) => PartLimit::Bytes(megabytes.saturating_mul(1_000_000)),
        (None, Some(pages @ 1..)) => PartLimit::Pages(pages),
        _ => return Err(Error::new("no-split-limit")),
    };
    let bytes = read(&input.file)?;
    let stem = input.file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let name = |number: usize| format!("{stem} part {number}.pdf");
    let mut stopped = None;
    let mut step = |page: usize, pages: usize| {
        stopped = context.job.step(page as u64, pages as u64, &text("bundle-splitting", &[])).err();
        stopped.is_none()
    };
    let parts = joinder_bundle::split(&bytes, limit, &name, &mut step);
    let parts = parts.map_err(|error| match (error, stopped) {
        (SplitError::Stopped, Some(stopped)) => stopped,
        (SplitError::NotPdf, _) => Error::new("not-a-pdf"),
        (other, _) => Error::with("not-split", &[("reason", &other.to_string())]),
    })?;
    fs::create_dir_all(&input.out).map_err(|error| out_error(&error))?;
    let mut written = Vec::with_capacity(parts.len());
    for (number, part) in (1..).zip(parts) {
        let file = name(number);
        outfile::put_bytes(&input.out.join(&file), &part.bytes)?;
        written.push(PartFile {
            file,
            first: part.first,
            last: part.last,
            bytes: part.bytes.len(),
            sha256: Digest::of(&part.bytes).to_string(),
            too_large: part.too_large,
        });
    }
    Ok(Applied::unchanged(SplitReport { folder: input.out, parts: written }))
}
