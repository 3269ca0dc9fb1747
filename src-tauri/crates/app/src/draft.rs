//! Forms as they are typed, kept inside the encrypted matter.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::command::{Applied, Context, Noun, Nothing};
use crate::error::Result;

/// Which draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DraftKey"))]
pub struct Key {
    /// A name that the form chooses, such as `claimant:new`.
    pub key: String,
}

/// A form's content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "DraftSave"))]
pub struct Save {
    /// Which draft.
    pub key: String,
    /// Whatever the form holds.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub value: Value,
}

/// A draft as it was left.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Draft {
    /// What the form held; `null` when there is no draft.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub value: Option<Value>,
    /// When it was kept, RFC 3339.
    pub saved: Option<String>,
}
