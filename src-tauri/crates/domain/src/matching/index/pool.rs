//! The values of one field, each once.

use std::collections::HashMap;

use super::form::hash;

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
    /// How many letters it has.
    pub(in crate::matching) letters: u32,
    /// A bit for each letter in it; some rare letters share one.
    pub(in crate::matching) alphabet: u64,
    /// Hash of its figures, one after the other; 0 for none.
    pub(in crate::matching) figures: u64,
}

impl Value {
    pub(in crate::matching) fn new(text: &str, kin: u64, groups: [u16; 2]) -> Self {
        let figures: String = text.chars().filter(char::is_ascii_digit).collect();
        Self {
            text: text.into(),
            kin,
            groups,
            count: 0,
            letters: u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
            alphabet: text.chars().fold(0, |bits, letter| bits | bit(letter)),
            figures: hash(&figures),
        }
    }

    /// It has several words.
    pub(in crate::matching) fn is_spaced(&self) -> bool {
        self.alphabet & bit(' ') != 0
    }
}

fn bit(letter: char) -> u64 {
    1 << place(letter)
}

/// The place of a letter below 64: one of its own for those of names, numbers and codes.
pub(in crate::matching) fn place(letter: char) -> u32 {
    let code = u32::from(letter);
    match letter {
        'a'..='z' => code.saturating_sub(u32::from('a')),
        '0'..='9' => code.saturating_sub(u32::from('0')).saturating_add(26),
        ' ' => 36,
        _ => 37_u32.saturating_add(code % 27),
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
