//! What is wrong with a date as written.

use std::collections::BTreeMap;

/// Why words are not a date, with what would be right where it can be told.
///
/// The message holds nothing that the person wrote; [`DateProblem::args`] does, for the person's own eyes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DateProblem {
    /// Nothing was written. Blank is not "don't know": the caller keeps it as an absent date.
    #[error("the date is blank: write a date, or \"don't know\"")]
    Empty,
    /// No form of date fits.
    #[error("the date cannot be read: write it like \"3 November 2021\", \"April 2019\" or \"about 2018\"")]
    Unreadable,
    /// The month has no such day.
    #[error("the month has no such day: check the day and the month")]
    NoSuchDay {
        /// The day as written.
        day: u32,
        /// The month's name and year, such as "February 2020".
        month: String,
        /// The month's last day.
        last: i8,
    },
    /// There are twelve months.
    #[error("there is no such month: write the month as a name, or as a number from 1 to 12")]
    NoSuchMonth {
        /// The month as written.
        month: u32,
    },
    /// Another month may be meant.
    #[error("the name of the month is misspelt: write the month in full")]
    MonthName {
        /// The month that may be meant.
        suggestion: String,
    },
    /// A year outside of what the words allow, or not written in full.
    #[error("the year is not a year in full: write it with four figures, such as 2019")]
    Year {
        /// The year as written.
        year: u32,
    },
    /// A day or a month or a season without its year.
    #[error("the year is missing: add it, or write \"don't know\"")]
    YearMissing,
    /// Month before day: it reads only in the order of the United States.
    #[error("the month stands before the day: write the day first")]
    MonthFirst {
        /// The date in words.
        suggestion: String,
    },
    /// Two readings, neither more likely.
    #[error("the date can be read in two ways: write the month as a name and the year with four figures")]
    Ambiguous {
        /// One reading.
        first: String,
        /// The other.
        second: String,
    },
    /// The second end lies before the first.
    #[error("the later date stands first: write the earlier date first")]
    Reversed,
    /// The day of the week is another one.
    #[error("the day of the week does not fit the date: check both")]
    Weekday {
        /// The date in words.
        date: String,
        /// The day of the week that it was.
        weekday: String,
    },
    /// It depends on the day of writing: "last year".
    #[error("the date depends on when it was written: write the year")]
    Relative,
    /// "now", "ongoing": the end is still to come.
    #[error("the words say that it has not ended: leave the date blank and say that it goes on")]
    Ongoing,
    /// A spreadsheet's day number.
    #[error("the date is a spreadsheet's day number: format the column as text or as a date")]
    DayNumber {
        /// The date that the number stands for.
        suggestion: String,
    },
    /// A whole date is needed here, and the words name less than one day.
    #[error("a day, a month and a year are needed: write the date like \"27 March 1961\"")]
    DayNeeded,
}

impl DateProblem {
    /// Every code that [`DateProblem::code`] gives: each has an `err-` and a `fix-` text.
    pub const CODES: &[&str] = &[
        "date-empty",
        "date-unreadable",
        "date-no-such-day",
        "date-no-such-month",
        "date-month-name",
        "date-year",
        "date-year-missing",
        "date-month-first",
        "date-ambiguous",
        "date-reversed",
        "date-weekday",
        "date-relative",
        "date-ongoing",
        "date-day-number",
        "date-day-needed",
    ];

    /// The code under which the texts stand.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "date-empty",
            Self::Unreadable => "date-unreadable",
            Self::NoSuchDay { .. } => "date-no-such-day",
            Self::NoSuchMonth { .. } => "date-no-such-month",
            Self::MonthName { .. } => "date-month-name",
            Self::Year { .. } => "date-year",
            Self::YearMissing => "date-year-missing",
            Self::MonthFirst { .. } => "date-month-first",
            Self::Ambiguous { .. } => "date-ambiguous",
            Self::Reversed => "date-reversed",
            Self::Weekday { .. } => "date-weekday",
            Self::Relative => "date-relative",
            Self::Ongoing => "date-ongoing",
            Self::DayNumber { .. } => "date-day-number",
            Self::DayNeeded => "date-day-needed",
        }
    }

    /// The named values that stand in the texts.
    pub fn args(&self) -> BTreeMap<String, String> {
        let pairs: Vec<(&str, String)> = match self {
            Self::NoSuchDay { day, month, last } => {
                vec![("day", day.to_string()), ("month", month.clone()), ("last", last.to_string())]
            }
            Self::NoSuchMonth { month } => vec![("month", month.to_string())],
            Self::Year { year } => vec![("year", year.to_string())],
            Self::MonthName { suggestion }
            | Self::MonthFirst { suggestion }
            | Self::DayNumber { suggestion } => {
                vec![("suggestion", suggestion.clone())]
            }
            Self::Ambiguous { first, second } => vec![("first", first.clone()), ("second", second.clone())],
            Self::Weekday { date, weekday } => vec![("date", date.clone()), ("weekday", weekday.clone())],
            _ => Vec::new(),
        };
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
