//! What differs between two versions of a register.

use serde::Serialize;

use super::entry::Entry;
use super::field::{Audience, Field};

/// What differs between two versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterChanges"))]
pub struct Changes {
    /// Numbers that are new.
    pub added: Vec<u32>,
    /// Numbers of those who left.
    pub withdrawn: Vec<u32>,
    /// Those of whom something else is said.
    pub amended: Vec<Amended>,
    /// Numbers that are not there any more, which no register of Joinder's can lack.
    pub missing: Vec<u32>,
}

/// A line that says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterAmended"))]
pub struct Amended {
    /// Whose line.
    pub number: u32,
    /// What it said and what it says.
    pub fields: Vec<FieldChange>,
}

/// One field that says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterFieldChange"))]
pub struct FieldChange {
    /// Which.
    pub field: Field,
    /// What it said; empty for nothing.
    pub before: String,
    /// What it says; empty for nothing.
    pub after: String,
}

impl Changes {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        let Self { added, withdrawn, amended, missing } = self;
        added.is_empty() && withdrawn.is_empty() && amended.is_empty() && missing.is_empty()
    }
}

/// Compares two versions, each in order of numbers.
///
/// Who left is listed as withdrawn; whatever else changed on that line is listed as amended too.
pub fn changes(before: &[Entry], after: &[Entry]) -> Changes {
    let mut changes = Changes::default();
    let (mut before, mut after) = (before.iter().peekable(), after.iter().peekable());
    loop {
        match (before.peek(), after.peek()) {
            (None, None) => return changes,
            (Some(old), Some(new)) if old.number == new.number => {
                compare(old, new, &mut changes);
                before.next();
                after.next();
            }
            (Some(old), new) if new.is_none_or(|new| old.number < new.number) => {
                changes.missing.push(old.number);
                before.next();
            }
            (_, new) => {
                changes.added.extend(new.map(|new| new.number));
                after.next();
            }
        }
    }
}

/// What stands for the name in public.
fn called(entry: &Entry) -> String {
    entry.shown(Field::Name, Audience::Public).to_owned()
}

fn compare(old: &Entry, new: &Entry, changes: &mut Changes) {
    let left = !old.is_ended() && new.is_ended();
    if left {
        changes.withdrawn.push(new.number);
    }
    let value = |entry: &Entry, field: Field| entry.values.get(&field).cloned().unwrap_or_default();
    let mut fields: Vec<FieldChange> = Field::ALL
        .iter()
        .filter(|field| !(left && matches!(field, Field::Ended | Field::EndReason)))
        .map(|field| FieldChange { field: *field, before: value(old, *field), after: value(new, *field) })
        .filter(|change| change.before != change.after)
        .collect();
    if old.cipher != new.cipher && fields.iter().all(|change| change.field != Field::Name) {
        // In public the cipher is the name.
        fields.push(FieldChange { field: Field::Name, before: called(old), after: called(new) });
    }
    if !fields.is_empty() {
        changes.amended.push(Amended { number: new.number, fields });
    }
}
