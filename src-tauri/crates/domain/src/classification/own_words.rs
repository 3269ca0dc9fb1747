//! Own words that are all but those of somebody else (`intake.md` 3.2: identical, or 0.9 or more alike).

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::audit::Digest;
use crate::claimant::name::search_form;

/// Fewer words than this are alike by chance ("I was worried").
const WORDS_LEAST: usize = 8;
/// Sentences that are left out one by one at most; bounds the keys of one text.
const SENTENCES_MOST: usize = 12;
/// Texts that are compared each with each at most; of more only the keys are compared.
const PAIRS_MOST: usize = 400;

/// A key of own words: texts of two people that share one are all but the same.
pub type OwnWordsKey = [u8; 16];

/// The keys of a person's own words, in order; none for a few words.
///
/// They are of the text without what a template leaves for each to fill in (names, places, numbers), and of that text
/// without one short sentence, as far as no more than a tenth of the words goes with it.
pub fn own_words_keys(text: &str) -> Vec<OwnWordsKey> {
    let sentences: Vec<Sentence> = text.split(['.', '!', '?', '\n', ';']).map(Sentence::of).collect();
    let all: usize = sentences.iter().map(|sentence| sentence.words).sum();
    if all < WORDS_LEAST {
        return Vec::new();
    }
    let blanks: usize = sentences.iter().map(|sentence| sentence.words - sentence.kept.len()).sum();
    let spare = all / 10;
    // Where more was filled in than a tenth, the words as they stand are the only key.
    let filled_in = blanks > spare;
    let without = |left_out: Option<usize>| {
        let kept = sentences.iter().enumerate().filter(|(at, _)| Some(*at) != left_out);
        let words = kept.flat_map(|(_, sentence)| if filled_in { &sentence.whole } else { &sentence.kept });
        let joined: Vec<&str> = words.map(String::as_str).collect();
        Digest::salted(b"joinder own words", joined.join(" ").as_bytes())
            .0
            .first_chunk()
            .copied()
            .unwrap_or_default()
    };
    let spare = if filled_in { spare } else { spare - blanks };
    let short = sentences.iter().enumerate().filter(|(_, sentence)| (1..=spare).contains(&sentence.words));
    let short = short.map(|(at, _)| without(Some(at))).take(SENTENCES_MOST);
    let keys: BTreeSet<OwnWordsKey> = std::iter::once(without(None)).chain(short).collect();
    keys.into_iter().collect()
}

/// A sentence in the form in which words are compared.
struct Sentence {
    words: usize,
    whole: Vec<String>,
    /// Without what differs from one person to the next: a capital within a sentence, a digit.
    kept: Vec<String>,
}

impl Sentence {
    fn of(text: &str) -> Self {
        let (mut whole, mut kept) = (Vec::new(), Vec::new());
        for (at, word) in text.split_whitespace().enumerate() {
            let form = search_form(word);
            if form.is_empty() {
                continue;
            }
            let own = word.chars().any(char::is_numeric)
                || (at > 0 && word != "I" && word.starts_with(char::is_uppercase));
            if !own {
                kept.push(form.clone());
            }
            whole.push(form);
        }
        Self { words: whole.len(), whole, kept }
    }
}

/// Whose own words are all but those of somebody else, in the order given.
pub(super) fn alike(texts: &[&str]) -> Vec<bool> {
    let mut alike = vec![false; texts.len()];
    let mut mark = |at: usize| {
        if let Some(found) = alike.get_mut(at) {
            *found = true;
        }
    };
    let mut holders: BTreeMap<OwnWordsKey, usize> = BTreeMap::new();
    let mut told: Vec<(usize, Vec<String>)> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let keys = own_words_keys(text);
        for key in &keys {
            match holders.get(key) {
                Some(first) => {
                    mark(*first);
                    mark(at);
                }
                None => {
                    holders.insert(*key, at);
                }
            }
        }
        if !keys.is_empty() {
            told.push((at, search_form(text).split(' ').map(str::to_owned).collect()));
        }
    }
    for (position, (first, a)) in told.iter().enumerate().take(PAIRS_MOST) {
        for (second, b) in told.iter().take(PAIRS_MOST).skip(position + 1) {
            if all_but_the_same(a, b) {
                mark(*first);
                mark(*second);
            }
        }
    }
    alike
}

/// Whether nine words in ten are the same, in the same order.
fn all_but_the_same(a: &[String], b: &[String]) -> bool {
    let enough = |same: usize| 20 * same >= 9 * (a.len() + b.len());
    // Most texts are told apart by their lengths and their words, before their order is looked at.
    let known: BTreeSet<&String> = b.iter().collect();
    let shared = a.iter().filter(|word| known.contains(word)).count();
    if !enough(a.len().min(b.len())) || !enough(shared) {
        return false;
    }
    let steps = capture_diff_slices(Algorithm::Myers, a, b);
    enough(steps.iter().map(|step| if let DiffOp::Equal { len, .. } = step { *len } else { 0 }).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "I was shocked to read that my details had been taken. For weeks I slept badly and I feared \
        for my family. I do not know who has my name, my address and what I think. Nobody at the party answered me. \
        I want to know what was held about me and why it was kept so long after I had left. I trusted them with it.";

    #[test]
    fn a_template_is_known_with_another_name_another_place_or_one_short_sentence_more() {
        let others = [
            TEMPLATE.to_lowercase(),
            TEMPLATE.replace("at the party", "at Southside in London"),
            TEMPLATE.replace("for weeks", "For 6 weeks"),
            format!("{TEMPLATE} I am still angry."),
            TEMPLATE.replace("slept badly", "lay awake"),
        ];
        for other in &others {
            assert_eq!(alike(&[TEMPLATE, "", other]), [true, false, true], "{other}");
        }
        assert_eq!(
            own_words_keys(TEMPLATE),
            own_words_keys(&format!("  {}", TEMPLATE.to_uppercase().to_lowercase()))
        );
    }

    #[test]
    fn own_words_are_not_alike_because_they_are_few_or_about_the_same() {
        assert!(own_words_keys("I was worried.").is_empty());
        assert_eq!(alike(&["I was worried.", "I was worried."]), [false, false]);
        let other = "When the email came I thought of my father, who never told anybody how he voted. I rang the bank.";
        assert_eq!(alike(&[TEMPLATE, other]), [false, false]);
        let half = TEMPLATE.split("I do not know").next().unwrap_or_default().to_owned() + other;
        assert_eq!(alike(&[TEMPLATE, &half]), [false, false]);
    }
}
