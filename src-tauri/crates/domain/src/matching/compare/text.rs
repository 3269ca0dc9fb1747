//! Words, codes and addresses of which two forms are compared.

use strsim::{jaro_winkler, osa_distance};

use crate::matching::field::Level;

/// Below this likeness two words have nothing to do with each other; counting slips would be wasted.
const UNLIKE: f64 = 0.72;
/// From this likeness on two words that are more than slips apart are still alike.
const ALIKE: f64 = 0.86;

/// Two words or groups of words, neither empty nor the same. `sounds_same` when they are names that do.
pub(super) fn words(a: &str, b: &str, sounds_same: bool) -> Level {
    let likeness = jaro_winkler(a, b);
    if likeness < UNLIKE && !(a.contains(' ') || b.contains(' ')) {
        return if sounds_same { Level::Near } else { Level::Different };
    }
    let longer = a.chars().count().max(b.chars().count());
    let slips = match longer {
        0..=2 => 0,
        3..=7 => 1,
        _ => 2,
    };
    if longer.abs_diff(a.chars().count().min(b.chars().count())) <= slips && osa_distance(a, b) <= slips {
        return Level::Close;
    }
    if likeness >= ALIKE || sounds_same || holds(a, b) { Level::Near } else { Level::Different }
}

/// One of them is a part of the other, or the two share a long word.
fn holds(a: &str, b: &str) -> bool {
    let long = |word: &&str| word.chars().count() >= 4;
    a.split(' ').filter(long).any(|word| b.split(' ').any(|other| other == word))
}

/// Two codes or numbers: one slip is close, two are near.
pub(super) fn number(a: &str, b: &str) -> Level {
    if a.len().abs_diff(b.len()) > 2 {
        return Level::Different;
    }
    match osa_distance(a, b) {
        1 if a.len() >= 4 => Level::Close,
        2 if a.len() >= 6 => Level::Near,
        _ => Level::Different,
    }
}

/// Two postcodes: one slip is close, the same district is near.
pub(super) fn postcode(a: &str, b: &str) -> Level {
    if a.len().abs_diff(b.len()) <= 1 && osa_distance(a, b) <= 1 {
        return Level::Close;
    }
    let outward = |code: &str| match code.len() {
        // Two letters of district and more, then a figure and two letters.
        5..=7 if code.starts_with(|c: char| c.is_ascii_alphabetic()) => code.len().saturating_sub(3),
        _ => code.len().min(3),
    };
    let same = a.get(..outward(a)).is_some_and(|head| b.get(..outward(b)) == Some(head));
    if same || osa_distance(a, b) <= 1 { Level::Near } else { Level::Different }
}

/// Two numbers or names of houses.
pub(super) fn house(a: &str, b: &str) -> Level {
    if a.split(' ').any(|word| b.split(' ').any(|other| word == other)) {
        return Level::Variant;
    }
    if osa_distance(a, b) <= 1 { Level::Close } else { Level::Different }
}

/// Two email addresses of two mailboxes: one slip apart is close, the same name elsewhere is near.
///
/// People of one name have addresses alike: `ann.lee1` and `ann.lee2` are two, so figures must agree, and a name without
/// figures says nothing at another provider.
pub(super) fn email(a: &str, b: &str) -> Level {
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if figures(a) != figures(b) {
        return Level::Different;
    }
    let long = a.len().min(b.len()) >= 10;
    if long && a.len().abs_diff(b.len()) <= 1 && osa_distance(a, b) <= 1 {
        return Level::Close;
    }
    let local = |text: &'_ str| text.split_once('@').map_or(0, |(local, _)| local.len());
    let same = local(a) >= 5 && local(a) == local(b) && a.get(..local(a)) == b.get(..local(b));
    let telling = a.get(..local(a)).is_some_and(|local| figures(local).len() >= 2);
    if same && telling { Level::Near } else { Level::Different }
}
