//! The values of one field, each once.

use std::collections::HashMap;

/// No value.
pub(in crate::matching) const NONE: u32 = u32::MAX;

/// One value, with what is derived from it.
#[derive(Debug)]
pub(in crate::matching) struct Value {
    pub(in crate::matching) text: Box<str>,
    /// Hash of the sound of a name or of the mailbox of an address; 0 for none.
    pub(in crate::matching) kin: u64,
    /// Groups of first names that are forms of each other; 0 for none.
    pub(in crate::matching) groups: [u16; 2],
    /// How many times it occurs.
    pub(in crate::matching) count: u32,
}

impl Value {
    pub(in crate::matching) fn new(text: &str, kin: u64, groups: [u16; 2]) -> Self {
        Self { text: text.into(), kin, groups, count: 0 }
    }
}

/// The values of one field, each once.
#[derive(Debug, Default)]
pub(in crate::matching) struct Pool {
    values: Vec<Value>,
    ids: Option<HashMap<Box<str>, u32>>,
    total: u32,
    pairs: f64,
}

impl Pool {
    pub(in crate::matching) const fn new() -> Self {
        Self { values: Vec::new(), ids: None, total: 0, pairs: 0.0 }
    }

    /// The number of a value, which `make` makes when it is new.
    pub(in crate::matching) fn enter(&mut self, text: &str, make: impl FnOnce(&str) -> Value) -> u32 {
        self.total = self.total.saturating_add(1);
        let ids = self.ids.get_or_insert_default();
        let id = match ids.get(text) {
            Some(id) => *id,
            None => {
                let id = u32::try_from(self.values.len()).unwrap_or(NONE);
                ids.insert(text.into(), id);
                self.values.push(make(text));
                id
            }
        };
        if let Some(value) = self.values.get_mut(id as usize) {
            value.count = value.count.saturating_add(1);
        }
        id
    }

    /// No more values come.
    pub(in crate::matching) fn close(&mut self) {
        self.ids = None;
        self.values.shrink_to_fit();
        let pairs = |value: &Value| f64::from(value.count) * (f64::from(value.count) - 1.0) / 2.0;
        self.pairs = self.values.iter().map(pairs).sum();
    }

    pub(in crate::matching) fn get(&self, id: u32) -> Option<&Value> {
        self.values.get(id as usize)
    }

    /// How many values were entered, repeated ones included.
    pub(in crate::matching) fn total(&self) -> f64 {
        f64::from(self.total)
    }

    /// How many pairs of entries have the same value.
    pub(in crate::matching) fn equal_pairs(&self) -> f64 {
        self.pairs
    }
}
