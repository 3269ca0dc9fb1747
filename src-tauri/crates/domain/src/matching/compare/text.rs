//! Words, codes and addresses of which two forms are compared.

use super::slip::{is_scrambled, likeness, slips};
use crate::matching::field::Level;
use crate::matching::index::Value;

/// Below this likeness two words have nothing to do with each other; counting slips would be wasted.
const UNLIKE: f64 = 0.72;
/// From this likeness on two words that are more than slips apart are still alike.
const ALIKE: f64 = 0.86;

/// Two words or groups of words, neither empty nor the same. `sounds_same` when they are names that do.
pub(super) fn words(a: &Value, b: &Value, sounds_same: bool) -> Level {
    let spaced = a.is_spaced() || b.is_spaced();
    let likeness = likeness(a, b, UNLIKE);
    if likeness.is_none() && !spaced {
        return if sounds_same || is_scrambled(a, b) { Level::Near } else { Level::Different };
    }
    let few = match a.letters.max(b.letters) {
        0..=2 => 0,
        3..=7 => 1,
        _ => 2,
    };
    if slips(a, b, few).is_some() {
        return Level::Close;
    }
    let alike = likeness.is_some_and(|likeness| likeness >= ALIKE);
    if alike || sounds_same || (spaced && holds(&a.text, &b.text)) || is_scrambled(a, b) {
        Level::Near
    } else {
        Level::Different
    }
}

/// One of them is a part of the other, or the two share a long word.
fn holds(a: &str, b: &str) -> bool {
    let long = |word: &&str| word.chars().count() >= 4;
    a.split(' ').filter(long).any(|word| b.split(' ').any(|other| other == word))
}

/// Two codes or numbers: one slip is close, two are near.
pub(super) fn number(a: &Value, b: &Value) -> Level {
    match slips(a, b, 2) {
        Some(1) if a.text.len() >= 4 => Level::Close,
        Some(2) if a.text.len() >= 6 => Level::Near,
        _ => Level::Different,
    }
}

/// Two membership numbers. Families join together and get numbers that follow each other, as close as a slip: two such
/// numbers say nothing.
pub(super) fn membership(a: &Value, b: &Value) -> Level {
    if follow(&a.text, &b.text) { Level::Missing } else { number(a, b) }
}

/// How far apart numbers are that were given on one day.
const ONE_DAY: u64 = 50;

/// Two numbers of one form that are not far apart.
fn follow(a: &str, b: &str) -> bool {
    let head = |text: &str| text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let parts = |text: &'_ str| {
        text.split_at_checked(head(text))
            .map(|(head, tail)| (head.to_owned(), tail.len(), tail.parse::<u64>()))
    };
    match (parts(a), parts(b)) {
        (Some((head, length, Ok(one))), Some((other_head, other_length, Ok(two)))) => {
            head == other_head && length == other_length && one.abs_diff(two) <= ONE_DAY
        }
        _ => false,
    }
}

/// Two telephone numbers: one slip is close, two are another number.
pub(super) fn phone(a: &Value, b: &Value) -> Level {
    if a.text.len() >= 4 && slips(a, b, 1).is_some() { Level::Close } else { Level::Different }
}

/// Two postcodes: one slip is close, the same district is near.
pub(super) fn postcode(a: &Value, b: &Value) -> Level {
    if slips(a, b, 1).is_some() {
        return Level::Close;
    }
    let outward = |code: &str| match code.len() {
        // Two letters of district and more, then a figure and two letters.
        5..=7 if code.starts_with(|c: char| c.is_ascii_alphabetic()) => code.len().saturating_sub(3),
        _ => code.len().min(3),
    };
    let (one, other) = (&*a.text, &*b.text);
    let same = one.get(..outward(one)).is_some_and(|head| other.get(..outward(other)) == Some(head));
    if same { Level::Near } else { Level::Different }
}

/// Two numbers or names of houses.
pub(super) fn house(a: &Value, b: &Value) -> Level {
    let spaced = a.is_spaced() || b.is_spaced();
    if spaced && a.text.split(' ').any(|word| b.text.split(' ').any(|other| word == other)) {
        return Level::Variant;
    }
    if slips(a, b, 1).is_some() { Level::Close } else { Level::Different }
}

/// Two email addresses of two mailboxes: one slip apart is close, the same name elsewhere is near.
///
/// People of one name have addresses alike: `ann.lee1` and `ann.lee2` are two, so figures must agree, and a name without
/// figures says nothing at another provider.
pub(super) fn email(a: &Value, b: &Value) -> Level {
    if a.figures != b.figures {
        return Level::Different;
    }
    let (one, other) = (&*a.text, &*b.text);
    if one.len().min(other.len()) >= 10 && slips(a, b, 1).is_some() {
        return Level::Close;
    }
    let local = |text: &'_ str| text.split_once('@').map_or(0, |(local, _)| local.len());
    let same =
        local(one) >= 5 && local(one) == local(other) && one.get(..local(one)) == other.get(..local(other));
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let telling = one.get(..local(one)).is_some_and(|local| figures(local) >= 2);
    if (same && telling) || is_mistyped(a, b) { Level::Near } else { Level::Different }
}

/// Two long addresses that are several slips apart. Where both are at one provider, what stands before the sign has to be long
/// by itself; the same name at two providers is none.
fn is_mistyped(a: &Value, b: &Value) -> bool {
    const LONG: usize = 18;
    const LONG_BEFORE: usize = 12;
    let (one, other) = (a.text.split_once('@'), b.text.split_once('@'));
    match (one, other) {
        (Some((one, _)), Some((other, _))) if one == other => false,
        (Some((one, at)), Some((other, at_too))) if at == at_too => {
            one.len().min(other.len()) >= LONG_BEFORE && slips(a, b, 2).is_some()
        }
        _ => a.text.len().min(b.text.len()) >= LONG && slips(a, b, 3).is_some(),
    }
}
