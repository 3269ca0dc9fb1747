//! One stretch of days that a single expression names, before "before", "about" and ranges are applied.

use jiff::civil::Date;

use super::piece::{Number, Part, Season, month_name};
use crate::date::words::{DaySpan, MonthSpan, OverYearEnd};
use crate::date::{DateProblem, DateWords, Precision};

/// First and last day, and what the expression was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub first: Date,
    pub last: Date,
    pub precision: Precision,
    /// The ends are not sharp: "before" and "after" then allow all but the far end.
    pub vague: bool,
    /// How far "about" widens it.
    pub grain: Grain,
    /// The year named, for a neighbour that has none.
    pub year: i16,
    /// The month named, for a neighbour that is only a day number.
    pub month: Option<i8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    Days,
    Months,
    Years,
}

/// Reads expressions by what the words stand for.
#[derive(Clone, Copy)]
pub(super) struct Units<'a> {
    pub words: &'a DateWords,
}

/// A date that the calendar cannot hold; years are checked before, so it does not happen.
fn beyond<E>(_: E) -> DateProblem {
    DateProblem::Unreadable
}

impl Units<'_> {
    /// A year of four figures, or of two that are marked as a year.
    pub fn year_number(self, number: Number) -> Result<i16, DateProblem> {
        let year = match number {
            Number { figures: 2, value, .. } => self.short_year(value),
            Number { figures: 4, value, .. } => i16::try_from(value).unwrap_or_default(),
            Number { value, .. } => return Err(DateProblem::Year { year: value }),
        };
        if year < self.words.first_year || year > self.words.last_year {
            return Err(DateProblem::Year { year: number.value });
        }
        Ok(year)
    }

    fn short_year(self, value: u32) -> i16 {
        let value = i16::try_from(value).unwrap_or_default();
        let pivot = i16::from(self.words.two_digit_pivot);
        if value <= pivot { 2000 + value } else { 1900 + value }
    }

    pub fn day(self, year: i16, month: u32, day: u32) -> Result<Unit, DateProblem> {
        let month_start = self.month(year, month)?.first;
        let no_such = || DateProblem::NoSuchDay {
            day,
            month: format!("{} {year}", month_name(month_start.month())),
            last: month_start.days_in_month(),
        };
        let day = i8::try_from(day).map_err(|_| no_such())?;
        let date = Date::new(year, month_start.month(), day).map_err(|_| no_such())?;
        Ok(Unit {
            first: date,
            last: date,
            precision: Precision::Day,
            vague: false,
            grain: Grain::Days,
            year,
            month: Some(date.month()),
        })
    }

    pub fn month(self, year: i16, month: u32) -> Result<Unit, DateProblem> {
        let number = i8::try_from(month).ok().filter(|month| (1..=12).contains(month));
        let month = number.ok_or(DateProblem::NoSuchMonth { month })?;
        let first = Date::new(year, month, 1).map_err(beyond)?;
        Ok(Unit {
            first,
            last: first.last_of_month(),
            precision: Precision::Month,
            vague: false,
            grain: Grain::Months,
            year,
            month: Some(month),
        })
    }

    pub fn year(self, year: i16) -> Result<Unit, DateProblem> {
        let first = Date::new(year, 1, 1).map_err(beyond)?;
        Ok(Unit {
            first,
            last: first.last_of_year(),
            precision: Precision::Year,
            vague: false,
            grain: Grain::Years,
            year,
            month: None,
        })
    }

    /// Whole months of a year, from the first to the last, which may lie in the next year.
    pub fn months(self, year: i16, span: MonthSpan, vague: bool) -> Result<Unit, DateProblem> {
        let over = span.first > span.last;
        let (first_year, last_year) = match self.words.over_year_end {
            _ if !over => (year, year),
            OverYearEnd::Begins => (year, year + 1),
            OverYearEnd::Ends => (year - 1, year),
            OverYearEnd::Either => (year - 1, year + 1),
        };
        Ok(Unit {
            first: Date::new(first_year, span.first, 1).map_err(beyond)?,
            last: Date::new(last_year, span.last, 1).map_err(beyond)?.last_of_month(),
            precision: Precision::Season,
            vague,
            grain: Grain::Months,
            year,
            month: None,
        })
    }

    pub fn season(self, year: i16, season: Season) -> Result<Unit, DateProblem> {
        let span = match season {
            Season::Spring => self.words.spring,
            Season::Summer => self.words.summer,
            Season::Autumn => self.words.autumn,
            Season::Winter => self.words.winter,
        };
        self.months(year, span, true)
    }

    /// A season with both of its years: "winter 2020/21".
    pub fn season_over(self, first: i16, last: i16, season: Season) -> Result<Unit, DateProblem> {
        let words = DateWords { over_year_end: OverYearEnd::Begins, ..self.words.clone() };
        let unit = Units { words: &words }.season(first, season)?;
        if last != first + 1 || unit.last.year() != last {
            return Err(DateProblem::Unreadable);
        }
        Ok(unit)
    }

    pub fn part_of_year(self, year: i16, part: Part) -> Result<Unit, DateProblem> {
        let span = match part {
            Part::Early => self.words.early,
            Part::Mid => self.words.mid,
            Part::Late => self.words.late,
        };
        self.months(year, span, true)
    }

    pub fn part_of_month(self, month: Unit, part: Part) -> Result<Unit, DateProblem> {
        let DaySpan { first, last } = match part {
            Part::Early => self.words.early_month,
            Part::Mid => self.words.mid_month,
            Part::Late => self.words.late_month,
        };
        let day = |day: i8| {
            let day = day.clamp(1, month.first.days_in_month());
            Date::new(month.first.year(), month.first.month(), day).map_err(beyond)
        };
        let (first, last) = (day(first)?, day(last)?);
        Ok(Unit { first, last, precision: Precision::Season, vague: true, grain: Grain::Days, ..month })
    }

    /// Years of a decade counted from its first, both included: 0 to 9.
    pub fn decade(self, decade: i16, first: i16, last: i16) -> Result<Unit, DateProblem> {
        let (first, last) = (self.year(decade + first)?, self.year(decade + last)?);
        Ok(Unit { last: last.last, precision: Precision::Range, vague: true, ..first })
    }

    /// Days that the profile or the year's round names.
    pub fn days(self, first: Date, last: Date, year: i16) -> Result<Unit, DateProblem> {
        let precision = if first == last { Precision::Day } else { Precision::Season };
        let vague = first != last;
        Ok(Unit { first, last, precision, vague, grain: Grain::Days, year, month: None })
    }
}
