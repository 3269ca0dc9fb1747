//! Forms as they are typed, kept inside the encrypted matter.

use joinder_domain::noun::Noun;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::command::{Applied, Context, Nothing};
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

pub(crate) fn save(context: Context<'_>, input: Save) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    open.matter.keep_draft(open.matter.actor().id, &input.key, &input.value, context.app.clock().now())?;
    Ok(Applied::unchanged(Nothing {}))
}

pub(crate) fn get(context: Context<'_>, input: Key) -> Result<Applied<Draft>> {
    let open = context.app.open_matter()?;
    let person = open.matter.actor().id;
    let draft = open.matter.read(|reader| joinder_store::draft::get(reader, person, &input.key))?;
    Ok(Applied::unchanged(Draft {
        saved: draft.as_ref().map(|draft| draft.saved.to_string()),
        value: draft.map(|draft| draft.value),
    }))
}

pub(crate) fn discard(context: Context<'_>, input: Key) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    open.matter.discard_draft(open.matter.actor().id, &input.key)?;
    Ok(Applied::changed(Nothing {}, Noun::Draft, None))
}
