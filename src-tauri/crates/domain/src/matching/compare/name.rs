//! Names: the present and the other ones of each side, straight and in each other's place.

use super::text::words;
use super::{Compared, cost};
use crate::matching::field::{Field, Level};
use crate::matching::index::{Index, NONE, Named, Value};

pub(super) fn compare(index: &Index, a: u32, b: u32, compared: &mut Compared) {
    let mut found: Option<(u32, [Level; 2], &Named, bool)> = None;
    for left in index.names(a) {
        for right in index.names(b) {
            let levels = one(index, left, right);
            let sum = levels.iter().fold(0_u32, |sum, level| sum.saturating_add(cost(*level)));
            if found.as_ref().is_none_or(|(least, ..)| sum < *least) {
                found = Some((sum, levels, left, left.other || right.other));
            }
        }
    }
    let Some((_, [given, family], left, other)) = found else { return };
    let same = |level: Level, value: u32| if level == Level::Exact { value } else { NONE };
    compared.set(Field::Given, given, same(given, left.given));
    compared.set(Field::Family, family, same(family, left.family));
    compared.other_name = other;
}

/// First name and surname of two names.
fn one(index: &Index, a: &Named, b: &Named) -> [Level; 2] {
    let value = |field: Field, id: u32| index.pool(field).get(id);
    let (given_a, given_b) = (value(Field::Given, a.given), value(Field::Given, b.given));
    let (family_a, family_b) = (value(Field::Family, a.family), value(Field::Family, b.family));
    let straight = [
        if a.given == b.given && a.given != NONE { Level::Exact } else { pair(given_a, given_b, given) },
        if a.family == b.family && a.family != NONE {
            Level::Exact
        } else {
            pair(family_a, family_b, family)
        },
    ];
    if straight.contains(&Level::Different) {
        let crossed = [pair(given_a, family_b, across), pair(family_a, given_b, across)];
        let fits = |level: &Level| matches!(level, Level::Exact | Level::Close);
        if crossed.iter().any(fits) && crossed.iter().all(|level| fits(level) || *level == Level::Missing) {
            return [Level::Swapped, Level::Missing];
        }
    }
    straight
}

fn pair(a: Option<&Value>, b: Option<&Value>, level: fn(&Value, &Value) -> Level) -> Level {
    match (a, b) {
        (Some(a), Some(b)) => level(a, b),
        _ => Level::Missing,
    }
}

fn given(a: &Value, b: &Value) -> Level {
    let (one, other) = (&*a.text, &*b.text);
    if a.groups.iter().any(|group| *group != 0 && b.groups.contains(group)) || share_word(a, b, 2) {
        return Level::Variant;
    }
    let initial = |name: &str| {
        let mut letters = name.chars();
        letters.next().filter(|_| matches!(letters.next(), None | Some(' ')))
    };
    if let Some(initial) = initial(one).or_else(|| initial(other)) {
        return if one.starts_with(initial) && other.starts_with(initial) {
            Level::Initial
        } else {
            Level::Different
        };
    }
    match words(a, b, sounds_same(a, b)) {
        // One letter apart, and each is a name of its own: Jade and Jake are two people more often than a slip.
        Level::Close if is_established(a) && is_established(b) => Level::Different,
        level => level,
    }
}

/// Known to be a first name, or borne by several people here.
fn is_established(name: &Value) -> bool {
    const SEVERAL: u32 = 8;
    name.groups.iter().any(|group| *group != 0) || name.count >= SEVERAL
}

fn family(a: &Value, b: &Value) -> Level {
    if share_word(a, b, 3) { Level::Variant } else { words(a, b, sounds_same(a, b)) }
}

fn across(a: &Value, b: &Value) -> Level {
    if a.text == b.text { Level::Exact } else { words(a, b, false) }
}

fn sounds_same(a: &Value, b: &Value) -> bool {
    a.kin != 0 && a.kin == b.kin && a.text.chars().next() == b.text.chars().next()
}

/// Two names of several words share one of at least so many letters.
fn share_word(a: &Value, b: &Value, letters: usize) -> bool {
    (a.is_spaced() || b.is_spaced())
        && a.text
            .split(' ')
            .filter(|word| word.chars().count() >= letters)
            .any(|word| b.text.split(' ').any(|other| other == word))
}
