//! Where a fact of a profile was read, and how far it can be relied on.

use super::read::{Names, Table};

/// Where a fact was read, and how far it can be relied on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The page or paper.
    pub text: String,
    /// How far it can be relied on.
    pub mark: Mark,
}

/// How far a source can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Read in the public page named.
    Read,
    /// From memory: a solicitor confirms it before it is shown as law.
    Memory,
    /// Worked out for the profile.
    Derived,
}

impl Source {
    pub(crate) fn read(table: &Table<'_>) -> Self {
        let marks = Names::of("a mark", ["read", "memory", "derived"]);
        let mark = match table.name("mark", &marks) {
            Some(0) => Mark::Read,
            Some(1) => Mark::Memory,
            _ => Mark::Derived,
        };
        Self { text: table.text("source"), mark }
    }
}
