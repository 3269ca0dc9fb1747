//! Dates in figures: "2021-11-03", "03/11/2021", "3.11.21", "11/2021", "2019-04", "2015-17".

use super::piece::{Number, month_name};
use super::unit::{Unit, Units};
use crate::date::{DateProblem, Precision};

impl Units<'_> {
    /// Three numbers with the same mark between them: year first when it has four figures, otherwise day first.
    pub(super) fn three(self, a: Number, b: Number, c: Number) -> Result<Unit, DateProblem> {
        if a.figures == 4 && b.figures <= 2 && c.figures <= 2 {
            return self.day(self.year_number(a)?, b.value, c.value);
        }
        if a.figures > 2 || b.figures > 2 {
            return Err(DateProblem::Unreadable);
        }
        let year = self.year_number(c)?;
        if b.value > 12 && (1..=12).contains(&a.value) && self.day(year, a.value, b.value).is_ok() {
            let month = i8::try_from(a.value).unwrap_or_default();
            return Err(DateProblem::MonthFirst {
                suggestion: format!("{} {} {year}", b.value, month_name(month)),
            });
        }
        self.day(year, b.value, a.value)
    }

    /// Two numbers with `mark` between them and no spaces.
    pub(super) fn two(self, a: Number, mark: char, b: Number) -> Result<Unit, DateProblem> {
        match (a.figures, b.figures) {
            (4, 2) => self.year_and(a, mark, b),
            (4, 1) => {
                let year = self.year_number(a)?;
                let month = self.month(year, b.value)?;
                let other = year - year % 10 + i16::try_from(b.value).unwrap_or_default();
                if other <= year {
                    return Ok(month);
                }
                Err(DateProblem::Ambiguous {
                    first: format!("{} {year}", month_name(month.first.month())),
                    second: format!("{year} to {other}"),
                })
            }
            (1 | 2, 4) => self.month(self.year_number(b)?, a.value),
            (1 | 2, 1 | 2) => Err(DateProblem::YearMissing),
            _ => Err(DateProblem::Unreadable),
        }
    }

    /// "2019-04" is a month (ISO 8601); "2015-17" and "2010/11" are years. "2010-11" is a month too, by the same
    /// standard; shown back in words, it can be put right.
    fn year_and(self, a: Number, mark: char, b: Number) -> Result<Unit, DateProblem> {
        let year = self.year_number(a)?;
        let last = year - year % 100 + i16::try_from(b.value).unwrap_or_default();
        let years = last > year && (mark == '/' || b.value > 12);
        if !years {
            return self.month(year, b.value);
        }
        let (first, last) = (self.year(year)?, self.year(last)?);
        Ok(Unit { last: last.last, precision: Precision::Range, vague: true, ..first })
    }

    /// A number on its own: a year, eight figures of a date, or a spreadsheet's day number.
    pub(super) fn one(self, number: Number) -> Result<Unit, DateProblem> {
        match number {
            Number { ordinal: true, .. } => Err(DateProblem::YearMissing),
            Number { figures: 8, value, .. } => {
                let year = Number { value: value / 10_000, figures: 4, short_year: false, ordinal: false };
                self.day(self.year_number(year)?, value / 100 % 100, value % 100)
            }
            Number { figures: 5, value, .. } => Err(self.day_number(value)),
            Number { figures: 2, short_year: true, .. } | Number { figures: 4, .. } => {
                self.year(self.year_number(number)?)
            }
            Number { value, .. } => Err(DateProblem::Year { year: value }),
        }
    }

    /// Spreadsheets count days from 30 December 1899; 20000 to 60000 are the years 1954 to 2064.
    fn day_number(self, value: u32) -> DateProblem {
        let days = i32::try_from(value).ok().filter(|days| (20_000..60_000).contains(days));
        let date = days
            .and_then(|days| jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok());
        date.map_or(DateProblem::Year { year: value }, |date| DateProblem::DayNumber {
            suggestion: crate::date::show::long(date),
        })
    }
}
