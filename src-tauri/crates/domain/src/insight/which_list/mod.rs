//! Which list fits: what separates those who were told from those who were not.
//!
//! Claimants choose themselves, so whatever is found here is a lead to ask the defendant about, not proof. Everything
//! that was tried is counted in Holm's correction, and people whose dates or facts leave a test open are in neither
//! half of it.

mod candidate;
mod cut_off;
mod pair;
mod rule;

pub use candidate::{Counts, Join, Part, Separation, Test};
pub use rule::{Explained, Rule};

use super::bits::Bits;
use super::group::{Group, Told};
use super::person::{Attribute, Person, Place};
use super::statistic::holm;
use candidate::separation;
use std::collections::BTreeMap;

/// What counts as separating better than by chance, after Holm's correction.
pub const ALPHA: f64 = 0.05;
/// A rule of two parts must explain this much more than the best rule of one, as a share.
const CLEARLY_BETTER: f64 = 0.03;

/// What separates those who were told from those who were not.
#[derive(Clone, Debug, PartialEq)]
pub struct WhichList {
    /// Claimants who were told.
    pub told: u64,
    /// Claimants who say that they were not.
    pub untold: u64,
    /// Claimants of whom it is not known.
    pub left_out: u64,
    /// Tests that were tried, all of them corrected for.
    pub tried: usize,
    /// Each test, the best separating first.
    pub separations: Vec<Separation>,
    /// The simplest rule that explains most; `None` where nothing separates better than by chance.
    pub rule: Option<Rule>,
}

/// Tries every attribute, every cut-off date, and pairs of the best.
pub fn which_list(group: &Group, basis: Told) -> WhichList {
    let people = group.people();
    let told = Bits::of(people, |person| basis.of(person.notice) == Some(true));
    let untold = Bits::of(people, |person| basis.of(person.notice) == Some(false));
    let halves = Halves { people, told, untold };
    let mut tried = values(&halves, basis);
    tried.extend(cut_off::tried(people, basis));
    let single = adjusted(tried);
    let pairs = pair::tried(&halves, &single);
    let mut separations = adjusted(single.into_iter().chain(pairs).collect());
    let (told, untold) = (halves.told.count(), halves.untold.count());
    let rule = best(&separations, told, untold).map(|best| rule::rule(&halves, best));
    separations.sort_by(|a, b| {
        let score = |separation: &Separation| separation.counts.score(told, untold);
        a.ln_adjusted.total_cmp(&b.ln_adjusted).then_with(|| score(b).total_cmp(&score(a)))
    });
    WhichList {
        told,
        untold,
        left_out: people.len() as u64 - told - untold,
        tried: separations.len(),
        separations,
        rule,
    }
}

/// The people, and the two halves that are to be told apart.
struct Halves<'p> {
    people: &'p [Person],
    told: Bits,
    untold: Bits,
}

/// Attributes whose places are tried one by one.
const VALUES: [Attribute; 6] = [
    Attribute::Status,
    Attribute::Category,
    Attribute::WayOfLeaving,
    Attribute::Union,
    Attribute::Nation,
    Attribute::MailProvider,
];

/// Each place of each attribute against all other known places.
fn values(halves: &Halves<'_>, basis: Told) -> Vec<Separation> {
    let mut found = Vec::new();
    for attribute in VALUES {
        let mut known = [0; 2];
        let mut all = [0; 2];
        let mut places: BTreeMap<Place, [u64; 2]> = BTreeMap::new();
        for person in halves.people {
            let Some(half) = basis.of(person.notice).map(|told| usize::from(!told)) else { continue };
            count(&mut all, half);
            let mut said = false;
            for place in person.places(attribute).filter(|place| candidate::is_known(*place)) {
                said = true;
                count(places.entry(place).or_default(), half);
            }
            if said {
                count(&mut known, half);
            }
        }
        let [known_told, known_untold] = known;
        let [all_told, all_untold] = all;
        for (place, [told_in, untold_in]) in places {
            let counts = Counts {
                told_in,
                told_out: known_told - told_in,
                untold_in,
                untold_out: known_untold - untold_in,
                told_open: all_told - known_told,
                untold_open: all_untold - known_untold,
            };
            found.extend(separation(
                vec![Part { test: Test::Is(attribute, place), holds: true }],
                Join::And,
                counts,
            ));
        }
    }
    found
}

fn count(halves: &mut [u64; 2], half: usize) {
    if let Some(count) = halves.get_mut(half) {
        *count += 1;
    }
}

/// The same, corrected for how many there are.
fn adjusted(mut separations: Vec<Separation>) -> Vec<Separation> {
    let ln_p: Vec<f64> = separations.iter().map(|separation| separation.ln_p).collect();
    for (separation, adjusted) in separations.iter_mut().zip(holm(&ln_p)) {
        separation.ln_adjusted = adjusted;
    }
    separations
}

/// The test of one part that explains most, or one of two parts where that is clearly better.
fn best(separations: &[Separation], told: u64, untold: u64) -> Option<&Separation> {
    let most = |two: bool| {
        let of = separations.iter().filter(|separation| (separation.parts.len() > 1) == two);
        let significant = of.filter(|separation| separation.is_significant());
        significant.max_by(|a, b| {
            let (left, right) = (a.counts.score(told, untold), b.counts.score(told, untold));
            left.total_cmp(&right).then_with(|| b.ln_p.total_cmp(&a.ln_p))
        })
    };
    let (one, two) = (most(false), most(true));
    match (one, two) {
        (Some(one), Some(two))
            if two.counts.score(told, untold) >= one.counts.score(told, untold) + CLEARLY_BETTER =>
        {
            Some(two)
        }
        (one, _) => one,
    }
}
