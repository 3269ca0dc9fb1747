//! How long data of people who had left was still held.

use super::group::{Group, Told};
use super::person::{Leaving, Person};
use super::spread::Spread;
use crate::claimant::RequestKind;
use crate::id::ClaimantNumber;

/// How long after leaving data was still held on the day of the incident. Days are counted to that day; the data may
/// have been held longer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Retention {
    /// Claimants who had surely left before the incident and were told of it: their data was still held.
    pub held: Vec<ClaimantNumber>,
    /// Claimants who had surely left before and say that they were not told: it is not known whether it was held.
    pub not_told: u64,
    /// Claimants who may have left before the incident or after it.
    pub unsure: u64,
    /// Median of the days at least, over all in `held`.
    pub median_least: Option<i32>,
    /// Median of the days at most; `None` where the median has no bound.
    pub median_most: Option<i32>,
    /// The fewest days at least.
    pub shortest: Option<i32>,
    /// The most days at least: for somebody it was surely that long.
    pub longest_least: Option<i32>,
    /// The most days at most; `None` where one of them has no bound.
    pub longest_most: Option<i32>,
    /// How many in `held` by whole years at least, from 0 up.
    pub years: Vec<u64>,
    /// Claimants who had asked for erasure before the incident.
    pub erasure_asked: Vec<ClaimantNumber>,
    /// Those of them who were told, so that what they had asked to be erased was still held.
    pub erasure_ignored: Vec<ClaimantNumber>,
}

/// Counts retention on the day of the incident.
pub fn retention(group: &Group, basis: Told) -> Retention {
    let mut found = Retention::default();
    let incident = Spread::from(group.incident);
    let (mut least, mut most) = (Vec::new(), Vec::new());
    for person in group.people() {
        let told = basis.of(person.notice);
        if asked_before(person, group) {
            found.erasure_asked.push(person.number);
            if told == Some(true) {
                found.erasure_ignored.push(person.number);
            }
        }
        let Leaving::Left(left) = person.left else { continue };
        if left.last >= group.incident {
            found.unsure += u64::from(left.first < group.incident);
            continue;
        }
        match told {
            Some(true) => {
                found.held.push(person.number);
                let (at_least, at_most) = left.days_until(incident);
                least.push(at_least.unwrap_or(0));
                most.push(at_most.unwrap_or(i32::MAX));
                let years = whole_years(left, group);
                if found.years.len() <= years {
                    found.years.resize(years + 1, 0);
                }
                if let Some(count) = found.years.get_mut(years) {
                    *count += 1;
                }
            }
            Some(false) => found.not_told += 1,
            None => {}
        }
    }
    least.sort_unstable();
    most.sort_unstable();
    let bounded = |days: Option<i32>| days.filter(|days| *days != i32::MAX);
    found.median_least = median(&least);
    found.median_most = bounded(median(&most));
    found.shortest = least.first().copied();
    found.longest_least = least.last().copied();
    found.longest_most = bounded(most.last().copied());
    found
}

/// Whether the claimant had surely asked for erasure before the incident.
fn asked_before(person: &Person, group: &Group) -> bool {
    let before = person
        .asked
        .iter()
        .any(|asked| asked.kind == RequestKind::Erasure && asked.sent.last < group.incident);
    person.erasure_asked_before || before
}

/// Whole years from the latest day of leaving to the incident: anniversaries, so that leap days do not count.
fn whole_years(left: Spread, group: &Group) -> usize {
    let (from, to) = (left.last, group.incident);
    let early = (to.month(), to.day()) < (from.month(), from.day());
    usize::try_from(to.year() - from.year() - i16::from(early)).unwrap_or(0)
}

/// The middle of sorted numbers; of two middles the lower, so that it is a number of somebody's.
fn median(sorted: &[i32]) -> Option<i32> {
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}
