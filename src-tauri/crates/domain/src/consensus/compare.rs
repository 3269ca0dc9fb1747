//! How much of the canonical notice a copy has, without regard to order first: linear in its length.

use std::collections::HashMap;

/// Words of a text, as keys.
pub(super) type Keys = [u64];

/// The canonical text, ready to be compared with many.
#[derive(Clone, Debug, Default)]
pub(super) struct Measure {
    words: Vec<u64>,
    pairs: HashMap<(u64, u64), u32>,
}

/// How a text compares with the canonical one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Likeness {
    /// From 0, nothing in common, to 1, the same words in the same order.
    pub(super) similarity: f64,
    /// How much of the canonical text is there, from 0 to 1.
    pub(super) coverage: f64,
    /// The canonical text is there whole and in order; other text may stand before or after it.
    pub(super) whole: bool,
}

impl Measure {
    pub(super) fn new(words: Vec<u64>) -> Self {
        let mut pairs = HashMap::new();
        for pair in pairs_of(&words) {
            *pairs.entry(pair).or_default() += 1;
        }
        Self { words, pairs }
    }

    /// Dice's coefficient over pairs of neighbouring words.
    pub(super) fn likeness(&self, words: &Keys) -> Likeness {
        if *words == *self.words {
            return Likeness { similarity: 1.0, coverage: 1.0, whole: true };
        }
        let mut found: HashMap<(u64, u64), u32> = HashMap::new();
        let mut common = 0_u32;
        let mut count = 0_u32;
        for pair in pairs_of(words) {
            count = count.saturating_add(1);
            let Some(most) = self.pairs.get(&pair) else { continue };
            let seen = found.entry(pair).or_default();
            if *seen < *most {
                *seen += 1;
                common += 1;
            }
        }
        let own: u32 = self.pairs.values().sum();
        let share = |part: u32, of: u32| if of == 0 { 0.0 } else { f64::from(part) / f64::from(of) };
        Likeness {
            // The same pairs in another order are not the same text.
            similarity: share(2 * common, own + count).min(0.999),
            coverage: share(common, own),
            whole: !self.words.is_empty() && contains(words, &self.words),
        }
    }
}

/// Pairs of neighbouring words, with the edges of the text.
fn pairs_of(words: &Keys) -> impl Iterator<Item = (u64, u64)> + '_ {
    let edge = std::iter::once(0);
    edge.chain(words.iter().copied()).zip(words.iter().copied().chain(std::iter::once(0)))
}

/// Whether `needle` stands in `words` (Knuth, Morris and Pratt).
fn contains(words: &Keys, needle: &Keys) -> bool {
    let mut back = vec![0_usize; needle.len()];
    let mut length = 0;
    for at in 1..needle.len() {
        while length > 0 && needle.get(at) != needle.get(length) {
            length = back.get(length - 1).copied().unwrap_or_default();
        }
        if needle.get(at) == needle.get(length) {
            length += 1;
        }
        if let Some(slot) = back.get_mut(at) {
            *slot = length;
        }
    }
    let mut matched = 0;
    for word in words {
        while matched > 0 && needle.get(matched) != Some(word) {
            matched = back.get(matched - 1).copied().unwrap_or_default();
        }
        if needle.get(matched) == Some(word) {
            matched += 1;
        }
        if matched == needle.len() {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Measure, contains};

    #[test]
    fn the_same_is_one_and_a_stranger_is_nothing() {
        let measure = Measure::new(vec![1, 2, 3, 4]);
        assert!(measure.likeness(&[1, 2, 3, 4]).similarity == 1.0);
        let footed = measure.likeness(&[1, 2, 3, 4, 9, 9]);
        assert!(footed.whole && footed.similarity < 1.0);
        let moved = measure.likeness(&[1, 2, 9, 4]);
        assert!(!moved.whole && moved.similarity > 0.0 && moved.coverage < 1.0);
        assert!(measure.likeness(&[7, 8]).similarity < 0.1);
        assert!(Measure::new(Vec::new()).likeness(&[1]).similarity < 1.0);
    }

    #[test]
    fn a_text_is_found_after_a_false_start() {
        assert!(contains(&[1, 1, 1, 2, 3], &[1, 1, 2]));
        assert!(!contains(&[1, 1, 1], &[1, 2]));
    }
}
