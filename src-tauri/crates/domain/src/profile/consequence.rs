//! Descriptors of distress, heads of loss, kinds of data, signs of misuse.

use super::choice::{Choice, sourced};
use super::read::{Names, Table};

/// Descriptors of distress, heads of loss, kinds of data, signs of misuse.
#[derive(Clone, Debug)]
pub struct Consequences {
    /// Descriptors of distress, shown only after a person's own words.
    pub descriptors: Vec<Choice>,
    /// Heads of loss.
    pub heads: Vec<Choice>,
    /// Kinds of data that may have been held.
    pub data_kinds: Vec<Choice>,
    /// Signs of misuse.
    pub misuses: Vec<Choice>,
}

impl Consequences {
    pub(super) fn read(root: &Table<'_>) -> Self {
        let list =
            |key: &'static str, what: &'static str| Choice::list(root, key, &mut Names::new(what), sourced);
        let consequences = Self {
            descriptors: list("descriptor", "a descriptor"),
            heads: list("head", "a head of loss"),
            data_kinds: list("data_kind", "a kind of data"),
            misuses: list("misuse", "a sign of misuse"),
        };
        root.finish();
        consequences
    }
}
