//! A name that a court keeps from the public (CPR 39.2(4)), as it may be written.

use super::phrase::Phrase;
use crate::claimant::Identity;

/// The whole name in both orders, each of its words, and the names of whoever acts or speaks for the person: they tell of
/// the family.
pub(super) fn phrases(identity: &Identity) -> Vec<Phrase> {
    let (forenames, surname) = (identity.forenames.trim(), identity.surname.trim());
    let whole = [format!("{forenames} {surname}"), format!("{surname} {forenames}")];
    let by = identity.statement_by.split(',').next().unwrap_or_default();
    let other = identity.other_names.iter().map(|other| other.name.as_str());
    let all = [forenames, surname, identity.preferred_name.as_str(), identity.acted_for_by.as_str(), by];
    let words = all.into_iter().chain(other).flat_map(str::split_whitespace).filter_map(word);
    whole.iter().filter_map(|name| Phrase::anywhere(name)).chain(words).collect()
}

/// A word of a name, in small letters too where it is no word of every day: "verity" in the name of a file.
fn word(word: &str) -> Option<Phrase> {
    let everyday = word.chars().count() < 4 || EVERYDAY.contains(&word.to_lowercase().as_str());
    if everyday { Phrase::name(word) } else { Phrase::anywhere(word) }
}

/// Names that are words as well: they are looked for as names only.
const EVERYDAY: [&str; 60] = [
    "april",
    "baker",
    "bank",
    "banks",
    "bishop",
    "black",
    "brook",
    "brooks",
    "brown",
    "butler",
    "carpenter",
    "chance",
    "clay",
    "clerk",
    "cook",
    "daisy",
    "dean",
    "drew",
    "faith",
    "field",
    "fields",
    "fisher",
    "forest",
    "gardener",
    "grace",
    "grant",
    "gray",
    "green",
    "grey",
    "hall",
    "hill",
    "hope",
    "hunter",
    "ivory",
    "joy",
    "june",
    "king",
    "lane",
    "long",
    "love",
    "mark",
    "mason",
    "miles",
    "page",
    "parish",
    "park",
    "poole",
    "price",
    "rich",
    "rose",
    "short",
    "smart",
    "stone",
    "summer",
    "victor",
    "wells",
    "white",
    "will",
    "wood",
    "young",
];
