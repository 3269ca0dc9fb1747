//! Who changed what, and when.

use std::collections::BTreeMap;

use joinder_domain::audit::{Change, Pair};
use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant as store;
use serde::Serialize;
use serde_json::Value;

use super::Number;
use crate::app::OpenMatter;
use crate::command::{Applied, Context};
use crate::error::Result;
use crate::restricted;
use crate::text;

/// One thing that happened to a claimant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HistoryEntry {
    /// Number of the audit entry.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub seq: u64,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub who: String,
    /// What, in words.
    pub what: String,
    /// Why, where somebody said so.
    pub why: String,
    /// Fields that changed.
    pub fields: Vec<FieldChange>,
}

impl HistoryEntry {
    /// With its change as whoever works here sees it.
    #[must_use]
    pub(crate) fn with(mut self, open: &OpenMatter, mut change: BTreeMap<String, Pair>) -> Self {
        let why = change.remove(Change::WHY);
        // What was said of something that is not shown may say what it is.
        let hidden = change.keys().any(|path| restricted::covers(open, path));
        self.why = why.filter(|_| !hidden).map(|Pair(_, why)| said(&why)).unwrap_or_default();
        self.fields = FieldChange::shown(open, change);
        self
    }
}

/// A field before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldChange {
    /// Which field, as a path.
    pub field: String,
    /// The same in words.
    pub label: String,
    /// Before; empty when it was blank.
    pub before: String,
    /// After; empty when it is blank now.
    pub after: String,
}

impl FieldChange {
    /// The field at a path, before and after.
    pub(crate) fn of(field: String, before: &Value, after: &Value) -> Self {
        Self { label: label(&field), field, before: said(before), after: said(after) }
    }

    /// The fields of a change, as whoever works here sees them.
    pub(crate) fn shown(open: &OpenMatter, change: BTreeMap<String, Pair>) -> Vec<Self> {
        let field = |(path, Pair(before, after)): (String, Pair)| {
            if !restricted::covers(open, &path) {
                return Self::of(path, &before, &after);
            }
            let label = called(&path).unwrap_or_else(|| text::text("field-one", &[]));
            let hidden = text::text("restricted-value", &[]);
            Self { field: path, label, before: hidden.clone(), after: hidden }
        };
        change.into_iter().map(field).collect()
    }
}

/// The field at a path in words, whether it has a name of its own or not.
pub(crate) fn label(path: &str) -> String {
    if path.is_empty() {
        // What stands beside a record changes as a whole.
        return text::text("field-whole", &[]);
    }
    called(path).unwrap_or_else(|| plain(path).replace('.', ", ").replace('_', " "))
}

/// What the field at a path is called: `episodes[0].end` is "leaving date".
pub(crate) fn called(path: &str) -> Option<String> {
    let key = plain(path).replace(['.', '_'], "-");
    text::find(&format!("field-{key}"), &text::Values::new())
}

/// A path without places in lists.
fn plain(path: &str) -> String {
    let mut inside = false;
    let outside = path.chars().filter(|c| {
        inside = (inside || *c == '[') && *c != ']';
        !inside && *c != ']'
    });
    outside.collect()
}

pub(crate) fn history(context: Context<'_>, input: Number) -> Result<Applied<Vec<HistoryEntry>>> {
    let open = context.app.open_matter()?;
    let entries = open.matter.read(|reader| store::history(reader, ClaimantNumber(input.number)))?;
    let entry = |entry: store::HistoryEntry| {
        let shown = HistoryEntry {
            seq: entry.seq,
            at: entry.at.to_string(),
            who: entry.who,
            what: what(&entry.op, entry.subject.code()),
            ..HistoryEntry::default()
        };
        shown.with(&open, entry.fields)
    };
    Ok(Applied::unchanged(entries.into_iter().map(entry).collect()))
}

/// What an audit entry's operation means, in words.
pub(crate) fn what(op: &str, subject: &str) -> String {
    let key = format!("op-{}", op.replace('.', "-"));
    let values = [("subject".to_owned(), subject.to_owned())].into();
    text::find(&format!("{key}-{subject}"), &values)
        .or_else(|| text::find(&key, &values))
        .unwrap_or_else(|| op.to_owned())
}

/// A value as a person would say it.
pub(crate) fn said(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(text) if text == "dont-know" => text::text("value-dont-know", &[]),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().map(said).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => match fields.get("text").and_then(Value::as_str) {
            // A date says itself in its giver's words, and so does a note, a task or a letter.
            Some(text) if fields.contains_key("precision") || fields.contains_key("kind") => text.to_owned(),
            _ => fields
                .iter()
                .map(|(name, value)| format!("{name}: {}", said(value)))
                .collect::<Vec<_>>()
                .join(", "),
        },
    }
}
