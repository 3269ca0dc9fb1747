//! How much a finding matters.

use serde::{Deserialize, Serialize};

/// How much a finding matters, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "FindingSeverity"))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Good to know; nothing to do.
    Info,
    /// Worth a look when the record is next open.
    Note,
    /// Somebody should look at it.
    Warning,
    /// Nothing is issued before it is resolved.
    Blocking,
}
