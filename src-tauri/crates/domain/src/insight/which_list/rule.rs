//! The rule that explains most, and who contradicts it.

use super::Halves;
use super::candidate::Separation;
use super::pair::Side;
use crate::id::ClaimantNumber;
use crate::insight::bits::Bits;

/// The simplest rule that explains most.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its parts, counts and statistics.
    pub separation: Separation,
    /// How far it explains who was told.
    pub explained: Explained,
    /// Told although they would not be on the list.
    pub told_outside: Vec<ClaimantNumber>,
    /// Not told although they would be on it.
    pub untold_inside: Vec<ClaimantNumber>,
}

/// How far a rule explains who was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Claimants whom it puts on the right side.
    pub right: u64,
    /// Claimants whom it puts on the wrong side.
    pub wrong: u64,
    /// Claimants whom it leaves open.
    pub open: u64,
    /// Claimants who would be right if everybody were put on the larger side: what a rule must beat.
    pub without: u64,
}

pub(super) fn rule(halves: &Halves<'_>, separation: &Separation) -> Rule {
    let sides = separation.parts.iter().map(|part| Side::of(halves.people, *part));
    let side = sides.reduce(|side, other| side.joined(&other, separation.join));
    let counts = separation.counts;
    let numbers = |bits: Bits| {
        let people = bits.positions().filter_map(|at| halves.people.get(at)).map(|person| person.number);
        people.collect::<Vec<_>>()
    };
    let (told_outside, untold_inside) = side.map_or_else(Default::default, |side| {
        (numbers(halves.told.and(&side.outside)), numbers(halves.untold.and(&side.inside)))
    });
    Rule {
        separation: separation.clone(),
        explained: Explained {
            right: counts.told_in + counts.untold_out,
            wrong: counts.told_out + counts.untold_in,
            open: counts.told_open + counts.untold_open,
            without: halves.told.count().max(halves.untold.count()),
        },
        told_outside,
        untold_inside,
    }
}
