//! The codes of one kind that a profile defines, for looking up what another part of it names.

use std::collections::BTreeMap;

/// Codes that an error lists.
const SHOWN: usize = 12;
/// Characters of a wrong code that are compared with the right ones.
const COMPARED: usize = 100;

/// The codes of one kind, in the order in which they are defined.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// What a code of this kind is called in an error: "a status".
    pub what: &'static str,
    index: BTreeMap<String, usize>,
    order: Vec<String>,
}

impl Names {
    /// No codes yet.
    pub fn new(what: &'static str) -> Self {
        Self { what, index: BTreeMap::new(), order: Vec::new() }
    }

    /// Codes known from the start.
    pub fn of<'a>(what: &'static str, codes: impl IntoIterator<Item = &'a str>) -> Self {
        let mut names = Self::new(what);
        for code in codes {
            names.add(code);
        }
        names
    }

    /// Adds a code; `false` when it was there already.
    pub fn add(&mut self, code: &str) -> bool {
        if self.index.contains_key(code) {
            return false;
        }
        self.index.insert(code.to_owned(), self.order.len());
        self.order.push(code.to_owned());
        true
    }

    /// The position of a code.
    pub fn get(&self, code: &str) -> Option<usize> {
        self.index.get(code).copied()
    }

    /// The code at a position; empty when there is none.
    pub fn code(&self, index: usize) -> &str {
        self.order.get(index).map_or("", String::as_str)
    }

    /// How many codes there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// What would have been right, for an error.
    pub fn expected(&self) -> String {
        self.one_of(self.order.iter().collect())
    }

    /// The same for who wrote `found`: where there are many, what is spelled most alike comes first.
    pub fn expected_for(&self, found: &str) -> String {
        let mut order: Vec<&String> = self.order.iter().collect();
        if order.len() > SHOWN {
            let found: String = found.chars().take(COMPARED).collect();
            order.sort_by_cached_key(|code| strsim::damerau_levenshtein(code, &found));
        }
        self.one_of(order)
    }

    fn one_of(&self, order: Vec<&String>) -> String {
        let mut list: Vec<_> = order.iter().take(SHOWN).map(|code| format!("\"{code}\"")).collect();
        if order.len() > SHOWN {
            list.push(format!("{} more", order.len() - SHOWN));
        }
        if list.is_empty() {
            format!("{} (none is defined)", self.what)
        } else {
            format!("{}: one of {}", self.what, list.join(", "))
        }
    }
}
