//! Two records, field by field.

mod born;
mod name;
mod slip;
mod text;

use super::field::{Field, Level, Pattern};
use super::index::{Index, NONE, PLACE, Placed, Pool};
use born::born;
use text::{house, membership, number, phone, words};

/// What comparing two records showed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    pub(super) pattern: Pattern,
    /// For each field the value that is the same, where one is.
    pub(super) same: [u32; Field::COUNT],
    /// The names that agree are not both the present ones.
    pub(super) other_name: bool,
}

impl Compared {
    fn set(&mut self, field: Field, level: Level, same: u32) {
        self.pattern.set(field, level);
        if let Some(slot) = self.same.get_mut(field as usize) {
            *slot = same;
        }
    }
}

/// Compares two records.
pub(super) fn compare(index: &Index, a: u32, b: u32) -> Compared {
    let mut compared =
        Compared { pattern: Pattern::default(), same: [NONE; Field::COUNT], other_name: false };
    name::compare(index, a, b, &mut compared);
    for (field, lists) in index.plains() {
        let (left, right) = (lists.of(a), lists.of(b));
        if !left.is_empty() && !right.is_empty() {
            let (level, same) = best(index.pool(field), field, left, right);
            compared.set(field, level, same);
        }
    }
    places(index, a, b, &mut compared);
    compared
}

/// How alike two values of a field are.
fn level(pool: &Pool, field: Field, a: u32, b: u32) -> Level {
    if a == NONE || b == NONE {
        return Level::Missing;
    }
    if a == b {
        return Level::Exact;
    }
    let (Some(a), Some(b)) = (pool.get(a), pool.get(b)) else { return Level::Missing };
    match field {
        Field::Born => born(&a.text, &b.text),
        Field::National => number(a, b),
        Field::Membership => membership(a, b),
        Field::Phone => phone(a, b),
        Field::Postcode => text::postcode(a, b),
        Field::Number => house(a, b),
        Field::Email => match a.kin == b.kin {
            true => Level::Variant,
            false => text::email(a, b),
        },
        Field::Sex | Field::Region => Level::Different,
        _ => words(a, b, false),
    }
}

/// The likest of several values on each side, and the value that is the same if there is one.
fn best(pool: &Pool, field: Field, left: &[u32], right: &[u32]) -> (Level, u32) {
    if let Some(same) = left.iter().find(|value| right.contains(value)) {
        return (Level::Exact, *same);
    }
    let mut found = Level::Different;
    for a in left {
        for b in right {
            found = likelier(found, level(pool, field, *a, *b));
        }
    }
    (found, NONE)
}

fn likelier(a: Level, b: Level) -> Level {
    if cost(b) < cost(a) { b } else { a }
}

/// How far apart a level is, for choosing which of several values to compare.
fn cost(level: Level) -> u32 {
    match level {
        Level::Exact => 0,
        Level::Variant | Level::Swapped => 1,
        Level::Close => 2,
        Level::Initial => 3,
        Level::Near => 4,
        Level::Missing => 5,
        Level::Different => 8,
    }
}

fn places(index: &Index, a: u32, b: u32, compared: &mut Compared) {
    let mut found: Option<(u32, [Level; 6], &Placed)> = None;
    for left in index.places(a) {
        for right in index.places(b) {
            let mut levels = [Level::Missing; 6];
            let mut sum = 0_u32;
            for ((slot, field), (a, b)) in levels.iter_mut().zip(PLACE).zip(left.iter().zip(right)) {
                *slot = level(index.pool(field), field, *a, *b);
                sum = sum.saturating_add(cost(*slot));
            }
            if found.as_ref().is_none_or(|(least, ..)| sum < *least) {
                found = Some((sum, levels, left));
            }
        }
    }
    let Some((_, levels, left)) = found else { return };
    for ((level, field), value) in levels.into_iter().zip(PLACE).zip(left) {
        compared.set(field, level, if level == Level::Exact { *value } else { NONE });
    }
}
