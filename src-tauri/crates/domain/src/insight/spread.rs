//! Days between which something happened, with the ends of the calendar where nothing bounds it.

use jiff::Span;
use jiff::civil::Date;

use crate::date::{PartialDate, days_between};

/// Days between which something happened, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spread {
    /// First day possible; [`Date::MIN`] where nothing bounds it.
    pub first: Date,
    /// Last day possible; [`Date::MAX`] where nothing bounds it.
    pub last: Date,
}

impl Spread {
    /// Nothing is known.
    pub const ANY: Self = Self { first: Date::MIN, last: Date::MAX };

    /// The interval of a partial date; any day where none was given.
    pub fn of(date: Option<&PartialDate>) -> Self {
        date.map_or(Self::ANY, |date| Self {
            first: date.earliest.unwrap_or(Date::MIN),
            last: date.latest.unwrap_or(Date::MAX),
        })
    }

    /// The earlier of two days that are each known only in part.
    #[must_use]
    pub fn earlier(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.min(other.last) }
    }

    /// The later of two days that are each known only in part.
    #[must_use]
    pub fn later(self, other: Self) -> Self {
        Self { first: self.first.max(other.first), last: self.last.max(other.last) }
    }

    /// The year, where all possible days lie in one.
    pub fn year(self) -> Option<i16> {
        (self.first.year() == self.last.year() && self.first != Date::MIN).then_some(self.first.year())
    }

    /// Days from this day to `end`: at least and at most, never below 0; `None` where nothing bounds it.
    pub fn days_until(self, end: Self) -> (Option<i32>, Option<i32>) {
        let between = |from: Date, to: Date| {
            let bounded = from != Date::MIN && from != Date::MAX && to != Date::MIN && to != Date::MAX;
            bounded.then(|| days_between(from, to).max(0))
        };
        (Some(between(self.last, end.first).unwrap_or(0)), between(self.first, end.last))
    }

    /// The day so many calendar months later; a day that the month does not have is its last one.
    #[must_use]
    pub fn months_later(self, months: i32) -> Self {
        let moved = |day: Date| {
            Span::new().try_months(months).and_then(|span| day.checked_add(span)).unwrap_or(Date::MAX)
        };
        let first = if self.first == Date::MIN { Date::MIN } else { moved(self.first) };
        Self { first, last: moved(self.last) }
    }
}

impl From<Date> for Spread {
    fn from(day: Date) -> Self {
        Self { first: day, last: day }
    }
}

/// The day after; the last day of the calendar has none.
pub(crate) fn tomorrow(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}
