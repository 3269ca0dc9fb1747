//! Parts of an address run in step: whoever lives at one postcode lives in one street of one town. Strangers who agree on
//! the one agree on the others, which then say nothing more.

use serde::{Deserialize, Serialize};

use crate::matching::field::{Field, Level, Pattern};
use crate::matching::index::{Index, NONE, PLACE};

/// How often two strangers agree on one part of an address when they agree on another: by place in [`PLACE`] of the part
/// that is given, then of the other one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::matching) struct Steps([[f64; PLACE.len()]; PLACE.len()]);

/// What is known before any address is seen: in the United Kingdom a postcode is a part of one street (about fifteen
/// homes), and a town lies in one county. The number of a house is its own.
const BEFOREHAND: [[f64; PLACE.len()]; PLACE.len()] = [
    [0.0, 0.0, 0.9, 0.9, 0.97, 0.99],
    [0.0; PLACE.len()],
    [0.0, 0.0, 0.0, 0.1, 0.1, 0.3],
    [0.0, 0.0, 0.0, 0.0, 0.8, 0.95],
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.98],
    [0.0; PLACE.len()],
];
/// So many pairs of strangers is what was known beforehand worth.
const WORTH: f64 = 6.0;
/// Strangers who agree on one part differ on another at least so often.
const LEAST: f64 = 0.02;
/// Neighbours in the order of one part with whom each record is compared.
const NEIGHBOURS: usize = 3;

impl Default for Steps {
    fn default() -> Self {
        Self(BEFOREHAND)
    }
}

impl Steps {
    /// Counts it among records that agree on a part of their address and have nothing in common in their names: they are
    /// of different people, and hardly of one household.
    pub(super) fn of(index: &Index) -> Self {
        let mut steps = BEFOREHAND;
        let mut order: Vec<(u32, u32)> = Vec::new();
        for (given, rates) in steps.iter_mut().enumerate() {
            if rates.iter().all(|rate| *rate == 0.0) {
                continue;
            }
            order.clear();
            let value = |record| index.places(record).first().and_then(|placed| placed.get(given)).copied();
            order.extend((0..index.len()).filter_map(|record| Some((value(record)?, record))));
            order.retain(|(value, _)| *value != NONE);
            order.sort_unstable();
            let mut counts = [[0.0; 2]; PLACE.len()];
            for same in order.chunk_by(|a, b| a.0 == b.0) {
                for (at, (_, one)) in same.iter().enumerate() {
                    let others = same.iter().skip(at.saturating_add(1)).take(NEIGHBOURS);
                    others.filter(|(_, other)| are_strangers(index, *one, *other)).for_each(|(_, other)| {
                        count(index, *one, *other, &mut counts);
                    });
                }
            }
            for (rate, [agreed, known]) in rates.iter_mut().zip(counts).filter(|(rate, _)| **rate > 0.0) {
                *rate = (agreed + WORTH * *rate) / (known + WORTH);
            }
        }
        Self(steps)
    }

    /// How often strangers show what `pattern` has on a field, given what of their addresses agrees beside it.
    pub(super) fn stranger(&self, pattern: Pattern, field: Field, otherwise: f64) -> f64 {
        // Asked of every field of every pair.
        let level = pattern.get(field);
        if !matches!(level, Level::Exact | Level::Different) {
            return otherwise;
        }
        let Some(at) = place_of(field) else { return otherwise };
        let given =
            PLACE.iter().take(at).zip(&self.0).filter(|(place, _)| pattern.get(**place) == Level::Exact);
        let agree = given.filter_map(|(_, rates)| rates.get(at)).fold(0.0, |most: f64, rate| most.max(*rate));
        if level == Level::Exact { otherwise.max(agree) } else { otherwise.min(1.0 - agree).max(LEAST) }
    }
}

/// Whether what `pattern` has on a field says something of its own. Somebody who has moved has another postcode, another
/// street and another town, which is one fact: the first part that differs stands for those after it. And in another street
/// a number that is the same is a coincidence.
pub(super) fn is_telling(pattern: Pattern, field: Field) -> bool {
    let Some(at) = place_of(field) else { return true };
    let differs = |field: &Field| pattern.get(*field) == Level::Different;
    match pattern.get(field) {
        Level::Different => !PLACE.iter().take(at).any(differs),
        _ if field == Field::Number => !(differs(&Field::Postcode) && differs(&Field::Street)),
        _ => true,
    }
}

/// Where in [`PLACE`] a field is.
fn place_of(field: Field) -> Option<usize> {
    match field {
        Field::Postcode => Some(0),
        Field::Number => Some(1),
        Field::Street => Some(2),
        Field::District => Some(3),
        Field::Locality => Some(4),
        Field::Region => Some(5),
        _ => None,
    }
}

fn count(index: &Index, one: u32, other: u32, counts: &mut [[f64; 2]; PLACE.len()]) {
    let (Some(one), Some(other)) = (index.places(one).first(), index.places(other).first()) else { return };
    for ((one, other), [agreed, known]) in one.iter().zip(other).zip(counts) {
        if *one != NONE && *other != NONE {
            *known += 1.0;
            *agreed += if one == other { 1.0 } else { 0.0 };
        }
    }
}

/// Neither first names nor surnames sound alike.
fn are_strangers(index: &Index, one: u32, other: u32) -> bool {
    let kin = |field, id: u32| index.pool(field).get(id).map(|value| value.kin);
    let (Some(one), Some(other)) = (index.names(one).first(), index.names(other).first()) else {
        return false;
    };
    let apart =
        |field, one, other| matches!((kin(field, one), kin(field, other)), (Some(a), Some(b)) if a != b);
    apart(Field::Given, one.given, other.given) && apart(Field::Family, one.family, other.family)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_an_address_has_its_place() {
        for (at, field) in PLACE.iter().enumerate() {
            assert_eq!(place_of(*field), Some(at));
        }
        assert_eq!(place_of(Field::Given), None);
    }

    #[test]
    fn a_removal_is_one_fact() {
        let pattern = |levels: [Level; PLACE.len()]| {
            let mut pattern = Pattern::default();
            PLACE.into_iter().zip(levels).for_each(|(field, level)| pattern.set(field, level));
            PLACE.map(|field| is_telling(pattern, field))
        };
        let (same, other) = (Level::Exact, Level::Different);
        assert_eq!(
            pattern([other, same, other, other, other, same]),
            [true, false, false, false, false, true],
            "elsewhere, in a house of the same number"
        );
        assert_eq!(pattern([same, other, same, same, same, same]), [true; 6], "next door");
    }
}
