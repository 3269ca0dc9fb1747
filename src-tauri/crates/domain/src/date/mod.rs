//! Dates that a person may know only in part.
//!
//! [`PartialDate::parse`] reads what people write, [`PartialDate::words`] shows it back, and questions to a vague date
//! have the answers of [`Truth`]: yes, no, maybe.

mod interval;
mod problem;
mod read;
mod serial;
pub mod show;
mod truth;
mod words;

pub use interval::{DayBounds, days_between};
pub use problem::DateProblem;
pub(crate) use read::MONTHS;
pub use truth::Truth;
pub use words::{DateWords, DaySpan, Event, MonthDay, MonthSpan, Occasion, OverYearEnd};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An interval of days, how precisely it is known, and the claimant's own words for it.
///
/// Both ends are inclusive. `None` at an end means unbounded there ("before 2016" has no earliest day). A date
/// that the person does not know is [`Precision::Unknown`] with both ends open: it differs from a question left
/// blank, which is an absent `Option<PartialDate>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PartialDate {
    /// The first day that it can have been.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub earliest: Option<Date>,
    /// The last day that it can have been.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub latest: Option<Date>,
    /// How the interval came about.
    pub precision: Precision,
    /// The words as given, never rewritten.
    pub text: String,
}

/// How much of a [`PartialDate`] its giver knew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// One day.
    Day,
    /// One calendar month.
    Month,
    /// A part of a year or month: "mid 2020", "autumn 2021", "Q3 2020", "early May 2019", "Christmas 2020".
    Season,
    /// One calendar year.
    Year,
    /// "about 2018": the unit named and, by [`DateWords`], as much again on either side.
    About,
    /// Between two given dates.
    Range,
    /// Only an upper bound: "before 2016".
    Before,
    /// Only a lower bound: "after March 2019".
    After,
    /// "don't know".
    Unknown,
}
