//! What became of the bundles of a batch.

use std::path::PathBuf;

use serde::Serialize;

/// What became of the bundles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleReport"))]
pub struct Report {
    /// Bundles written.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub made: usize,
    /// Bundles that were there already, as they would be made now.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub kept: usize,
    /// Pages in all of them.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub pages: usize,
    /// Where they are.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub folder: PathBuf,
    /// Each file, by claimant's number.
    pub files: Vec<BundleFile>,
    /// Claimants without a bundle, and why.
    pub failed: Vec<Failure>,
    /// Exhibits that stand on a placeholder page, and why.
    pub placeholders: Vec<PlaceholderPage>,
    /// Pages that are pictures and cannot be searched.
    pub pictures: Vec<PicturePages>,
    /// The work was stopped before its end.
    pub cancelled: bool,
}

/// One bundle on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BundleFile {
    /// Whose it is.
    pub number: u32,
    /// That person's name.
    pub name: String,
    /// File name.
    pub file: String,
    /// Pages.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub pages: usize,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// The version of the bundle, from 1.
    pub version: u32,
    /// It was there already.
    pub kept: bool,
    /// Its page numbers stand for good.
    pub sealed: bool,
    /// What a person should know of it; empty for nothing.
    pub note: String,
}

/// A claimant without a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleFailure"))]
pub struct Failure {
    /// Who.
    pub number: u32,
    /// That person's name; empty when even that could not be read.
    pub name: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub fix: String,
}

/// An exhibit that could not be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlaceholderPage {
    /// Whose it is.
    pub number: u32,
    /// Its label.
    pub label: String,
    /// Why.
    pub reason: String,
}

/// Pages of one bundle that are pictures and cannot be searched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PicturePages {
    /// Whose it is.
    pub number: u32,
    /// That person's name.
    pub name: String,
    /// The pages, such as "5–7, 12".
    pub pages: String,
}
