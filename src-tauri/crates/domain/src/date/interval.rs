//! Questions to an interval of days.

use jiff::Span;
use jiff::civil::Date;

use super::{PartialDate, Precision, Truth};

/// The least and the greatest number of days that something can have taken; `None` where there is no bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayBounds {
    /// The least number of days.
    pub least: Option<i32>,
    /// The greatest number of days.
    pub most: Option<i32>,
}

/// Days from one day to another, negative when the other comes first.
pub fn days_between(from: Date, to: Date) -> i32 {
    // The whole calendar has fewer days than the number holds, so that counting them cannot fail.
    from.until(to).map_or(0, |span| span.get_days())
}

impl PartialDate {
    /// A day that is known.
    pub fn day(day: Date) -> Self {
        let text = super::show::long(day);
        Self { earliest: Some(day), latest: Some(day), precision: Precision::Day, text }
    }

    /// Any day from `earliest` to `latest`, both included; an absent end is open.
    pub fn between(earliest: Option<Date>, latest: Option<Date>) -> Self {
        let precision = match (earliest, latest) {
            (Some(first), Some(last)) if first == last => Precision::Day,
            (Some(_), Some(_)) => Precision::Range,
            (None, Some(_)) => Precision::Before,
            (Some(_), None) => Precision::After,
            (None, None) => Precision::Unknown,
        };
        Self { earliest, latest, precision, text: String::new() }
    }

    /// A date that the person was asked for and does not know.
    pub fn unknown() -> Self {
        let text = "don't know".to_owned();
        Self { earliest: None, latest: None, precision: Precision::Unknown, text }
    }

    /// Nothing is known: the person said "don't know".
    pub fn is_unknown(&self) -> bool {
        self.earliest.is_none() && self.latest.is_none()
    }

    /// The day is known.
    pub fn is_certain(&self) -> bool {
        self.certain_day().is_some()
    }

    /// The day, when it is known.
    pub fn certain_day(&self) -> Option<Date> {
        self.earliest.filter(|first| self.latest == Some(*first))
    }

    /// Whether it was before `day`.
    pub fn before(&self, day: Date) -> Truth {
        match (self.earliest, self.latest) {
            (_, Some(last)) if last < day => Truth::Yes,
            (Some(first), _) if first >= day => Truth::No,
            _ => Truth::Maybe,
        }
    }

    /// Whether it was on `day` or before.
    pub fn on_or_before(&self, day: Date) -> Truth {
        !self.after(day)
    }

    /// Whether it was after `day`.
    pub fn after(&self, day: Date) -> Truth {
        match (self.earliest, self.latest) {
            (Some(first), _) if first > day => Truth::Yes,
            (_, Some(last)) if last <= day => Truth::No,
            _ => Truth::Maybe,
        }
    }

    /// Whether it was on `day` or after.
    pub fn on_or_after(&self, day: Date) -> Truth {
        !self.before(day)
    }

    /// Whether it was before `other`, for every day that either can have been.
    pub fn before_date(&self, other: &Self) -> Truth {
        match (self.latest, other.earliest, self.earliest, other.latest) {
            (Some(last), Some(first), ..) if last < first => Truth::Yes,
            (.., Some(first), Some(last)) if first >= last => Truth::No,
            _ => Truth::Maybe,
        }
    }

    /// It was before `day`, whatever the day turns out to be.
    pub fn surely_before(&self, day: Date) -> bool {
        self.before(day).surely()
    }

    /// It was on `day` or later, whatever the day turns out to be.
    pub fn surely_on_or_after(&self, day: Date) -> bool {
        self.on_or_after(day).surely()
    }

    /// It can have been before `day`.
    pub fn could_be_before(&self, day: Date) -> bool {
        self.before(day).possibly()
    }

    /// It can have been on `day`.
    pub fn contains(&self, day: Date) -> bool {
        self.earliest.is_none_or(|first| first <= day) && self.latest.is_none_or(|last| day <= last)
    }

    /// There is a day that both can have been.
    pub fn overlaps(&self, other: &Self) -> bool {
        let meets = |first: Option<Date>, last: Option<Date>| match (first, last) {
            (Some(first), Some(last)) => first <= last,
            _ => true,
        };
        meets(self.earliest, other.latest) && meets(other.earliest, self.latest)
    }

    /// Every day that this can have been `other` can have been too.
    pub fn within(&self, other: &Self) -> bool {
        let first = other.earliest.is_none_or(|outer| self.earliest.is_some_and(|inner| outer <= inner));
        let last = other.latest.is_none_or(|outer| self.latest.is_some_and(|inner| inner <= outer));
        first && last
    }

    /// The date so many calendar months later, or earlier when negative; a day that the month does not have is its
    /// last one, as for arrears (`intake.md` 3.2). An end beyond the calendar is open.
    ///
    /// The result is nobody's words: its text is empty.
    #[must_use]
    pub fn add_months(&self, months: i32) -> Self {
        let moved = |day: Date| day.checked_add(Span::new().try_months(months).ok()?).ok();
        Self::between(self.earliest.and_then(moved), self.latest.and_then(moved))
    }

    /// How many days the interval has; `None` when an end is open.
    pub fn day_count(&self) -> Option<i32> {
        Some(days_between(self.earliest?, self.latest?) + 1)
    }

    /// The least and the greatest number of days from this date to `end`; negative when `end` can lie before.
    pub fn days_until(&self, end: &Self) -> DayBounds {
        let days = |from: Option<Date>, to: Option<Date>| Some(days_between(from?, to?));
        DayBounds { least: days(self.latest, end.earliest), most: days(self.earliest, end.latest) }
    }
}
