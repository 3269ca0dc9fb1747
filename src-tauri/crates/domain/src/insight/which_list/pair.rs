//! Two tests together, of those that separate best alone.

use super::Halves;
use super::candidate::{Counts, Join, Part, Separation, Test, separation};
use crate::insight::bits::Bits;
use crate::insight::person::{Attribute, Person};

/// Places of one attribute that are tried with others; of cut-off dates only the best is, since its neighbours say the
/// same.
const PLACES: usize = 2;

/// Every two of the best tests, joined either way.
pub(super) fn tried(halves: &Halves<'_>, single: &[Separation]) -> Vec<Separation> {
    let chosen = chosen(halves, single);
    let sides: Vec<Side> = chosen.iter().map(|part| Side::of(halves.people, *part)).collect();
    let mut found = Vec::new();
    for (index, (part, side)) in chosen.iter().zip(&sides).enumerate() {
        for (other, with) in chosen.iter().zip(&sides).skip(index + 1) {
            for join in [Join::And, Join::Or] {
                let both = side.joined(with, join);
                found.extend(separation(vec![*part, *other], join, both.counts(halves)));
            }
        }
    }
    found
}

/// The best few of each attribute, among those that separate better than by chance.
fn chosen(halves: &Halves<'_>, single: &[Separation]) -> Vec<Part> {
    let (told, untold) = (halves.told.count(), halves.untold.count());
    let mut best: Vec<&Separation> = single.iter().filter(|separation| separation.is_significant()).collect();
    best.sort_by(|a, b| b.counts.score(told, untold).total_cmp(&a.counts.score(told, untold)));
    let mut chosen: Vec<Part> = Vec::new();
    for part in best.iter().filter_map(|separation| separation.parts.first()) {
        let kind = kind(part.test);
        let most = if matches!(part.test, Test::Is(..)) { PLACES } else { 1 };
        if chosen.iter().filter(|other| self::kind(other.test) == kind).count() < most {
            chosen.push(*part);
        }
    }
    chosen
}

fn kind(test: Test) -> Attribute {
    match test {
        Test::Is(attribute, _) => attribute,
        Test::JoinedFrom(_) => Attribute::YearOfJoining,
        Test::LeftFrom(_) => Attribute::YearOfLeaving,
    }
}

/// The people on either side of a rule; those whom it leaves open are on neither.
pub(super) struct Side {
    pub(super) inside: Bits,
    pub(super) outside: Bits,
}

impl Side {
    pub(super) fn of(people: &[Person], part: Part) -> Self {
        let on = |side: bool| Bits::of(people, |person| part.test.of(person) == Some(side == part.holds));
        Self { inside: on(true), outside: on(false) }
    }

    pub(super) fn joined(&self, other: &Self, join: Join) -> Self {
        match join {
            Join::And => {
                Self { inside: self.inside.and(&other.inside), outside: self.outside.or(&other.outside) }
            }
            Join::Or => {
                Self { inside: self.inside.or(&other.inside), outside: self.outside.and(&other.outside) }
            }
        }
    }

    pub(super) fn counts(&self, halves: &Halves<'_>) -> Counts {
        let (told_in, told_out) = (halves.told.common(&self.inside), halves.told.common(&self.outside));
        let (untold_in, untold_out) =
            (halves.untold.common(&self.inside), halves.untold.common(&self.outside));
        Counts {
            told_in,
            told_out,
            untold_in,
            untold_out,
            told_open: halves.told.count() - told_in - told_out,
            untold_open: halves.untold.count() - untold_in - untold_out,
        }
    }
}
