//! Cut-off dates of joining and of leaving.

use jiff::civil::Date;

use super::candidate::{Counts, Join, Part, Separation, Test, separation};
use crate::insight::group::Told;
use crate::insight::person::{Leaving, Person};
use crate::insight::spread::{Spread, tomorrow};

/// Days that are tried one by one; where there are more, the first days of months are, and then the days around the
/// best of them.
const DAYS: usize = 1_000;

/// Every cut-off that splits the claimants differently.
pub(super) fn tried(people: &[Person], basis: Told) -> Vec<Separation> {
    let joined = Dates::new(people, basis, |person| person.joined);
    let left = Dates::new(people, basis, |person| match person.left {
        Leaving::NotLeft => Spread { first: Date::MAX, last: Date::MAX },
        Leaving::Left(spread) => spread,
        Leaving::NotKnown => Spread::ANY,
    });
    let mut found = joined.tried(Test::JoinedFrom);
    found.extend(left.tried(Test::LeftFrom));
    found
}

/// First and last days of all claimants, in order, by half.
struct Dates {
    told: Ends,
    untold: Ends,
    /// Days at which the counts change, in order.
    changes: Vec<Date>,
}

struct Ends {
    firsts: Vec<Date>,
    lasts: Vec<Date>,
}

impl Ends {
    fn new(mut spreads: Vec<Spread>) -> Self {
        spreads.sort_by_key(|spread| spread.first);
        let firsts = spreads.iter().map(|spread| spread.first).collect();
        let mut lasts: Vec<Date> = spreads.into_iter().map(|spread| spread.last).collect();
        lasts.sort();
        Self { firsts, lasts }
    }

    /// Those who are surely on this day or later, surely before it, and neither.
    fn at(&self, day: Date) -> [u64; 3] {
        let later = self.firsts.len() - self.firsts.partition_point(|first| *first < day);
        let before = self.lasts.partition_point(|last| *last < day);
        [later, before, self.firsts.len() - later - before].map(|count| count as u64)
    }
}

impl Dates {
    fn new(people: &[Person], basis: Told, of: impl Fn(&Person) -> Spread) -> Self {
        let half = |told: bool| {
            let half = people.iter().filter(|person| basis.of(person.notice) == Some(told));
            Ends::new(half.map(&of).collect())
        };
        let (told, untold) = (half(true), half(false));
        let days = [&told.firsts, &told.lasts, &untold.firsts, &untold.lasts].into_iter().flatten();
        let bounded = days.filter(|day| **day != Date::MIN && **day != Date::MAX);
        let mut changes: Vec<Date> = bounded.map(|day| tomorrow(*day)).collect();
        changes.sort();
        changes.dedup();
        Self { told, untold, changes }
    }

    fn tried(&self, test: fn(Date) -> Test) -> Vec<Separation> {
        if self.changes.len() <= DAYS {
            return self.changes.iter().filter_map(|day| self.separation(test, *day)).collect();
        }
        let mut months: Vec<Date> = self.changes.iter().map(|day| day.first_of_month()).collect();
        months.dedup();
        let mut found: Vec<Separation> =
            months.iter().filter_map(|day| self.separation(test, *day)).collect();
        let (told, untold) = (self.told.firsts.len() as u64, self.untold.firsts.len() as u64);
        let score = |separation: &Separation| separation.counts.score(told, untold);
        let best = found.iter().max_by(|a, b| score(a).total_cmp(&score(b)));
        let Some(Test::JoinedFrom(best) | Test::LeftFrom(best)) =
            best.and_then(|best| best.parts.first()).map(|part| part.test)
        else {
            return found;
        };
        let before = best.yesterday().map_or(best, Date::first_of_month);
        let around = |day: &&Date| **day > before && **day <= best.last_of_month() && **day != best;
        found.extend(self.changes.iter().filter(around).filter_map(|day| self.separation(test, *day)));
        found
    }

    fn separation(&self, test: fn(Date) -> Test, day: Date) -> Option<Separation> {
        let [told_in, told_out, told_open] = self.told.at(day);
        let [untold_in, untold_out, untold_open] = self.untold.at(day);
        let counts = Counts { told_in, told_out, untold_in, untold_out, told_open, untold_open };
        let mut found = separation(vec![Part { test: test(day), holds: true }], Join::And, counts)?;
        let next = self.changes.partition_point(|change| *change <= day);
        found.same_until = self.changes.get(next).and_then(|next| next.yesterday().ok());
        Some(found)
    }
}
