//! What a person can choose from.

use super::read::{Names, Table};
use super::source::Source;
use crate::code::Code;

/// One thing that a person can choose, with the words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its code.
    pub code: Code,
    /// Its label.
    pub label: String,
    /// What it means; may be empty.
    pub hint: String,
    /// How a statement says it within a sentence; may be empty.
    pub said: String,
}

impl Choice {
    /// Reads a list of choices; further keys are read by `more`.
    pub(super) fn list(
        root: &Table<'_>,
        key: &'static str,
        names: &mut Names,
        mut more: impl FnMut(&Table<'_>),
    ) -> Vec<Self> {
        root.tables(key)
            .iter()
            .map(|table| {
                let choice = Self {
                    code: table.define("code", names),
                    label: table.text("label"),
                    hint: table.text_or_empty("hint"),
                    said: table.text_or_empty("said"),
                };
                more(table);
                table.finish();
                choice
            })
            .collect()
    }

    /// Reads a list of choices whose codes the program knows; each must have its words.
    pub(super) fn closed(root: &Table<'_>, key: &'static str, codes: &Names) -> Vec<Self> {
        let mut seen = Names::new(codes.what);
        let choices = Self::list(root, key, &mut seen, |table| {
            let _ = table.name("code", codes);
        });
        for at in 0..codes.len() {
            if seen.get(codes.code(at)).is_none() {
                root.problem(
                    key,
                    format!("expected words for every code, found none for \"{}\"", codes.code(at)),
                );
            }
        }
        choices
    }
}

/// Reads a source and lets it go: it is there for whoever reads the file.
pub(super) fn sourced(table: &Table<'_>) {
    let _ = Source::read(table);
}
