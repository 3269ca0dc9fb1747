//! What vague words mean in days: settings of a profile, with defaults.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What "mid", "autumn", "about" and the like stand for.
///
/// A span of months or days is the widest that people mean by the word: what is too narrow would make a doubtful
/// answer look certain. The default for "mid" is that of `intake.md` 3.2; the other defaults divide the year alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DateWords {
    /// "early 2020", "beginning of 2020", "start of 2020": January to April.
    pub early: MonthSpan,
    /// "mid 2020", "middle of 2020": May to August.
    pub mid: MonthSpan,
    /// "late 2020", "end of 2020": September to December.
    pub late: MonthSpan,
    /// March to May.
    pub spring: MonthSpan,
    /// June to August.
    pub summer: MonthSpan,
    /// "autumn" and "fall": September to November.
    pub autumn: MonthSpan,
    /// December to February.
    pub winter: MonthSpan,
    /// Which winter "winter 2021" is, or any other season that runs over the year's end. By default the one that
    /// begins in 2021. "winter 2020/21" always names both of its years.
    pub over_year_end: OverYearEnd,
    /// "early March 2020": the 1st to the 10th.
    pub early_month: DaySpan,
    /// "mid March 2020": the 10th to the 21st.
    pub mid_month: DaySpan,
    /// "late March 2020", "end of March 2020": the 20th to the last.
    pub late_month: DaySpan,
    /// "about 3 November 2021": 7 days on either side.
    pub about_days: u8,
    /// "about April 2019", "about mid 2020": 1 month on either side.
    pub about_months: u8,
    /// "about 2018": 1 year on either side.
    pub about_years: u8,
    /// The last two-digit year that is read as 20xx: with 40, "40" is 2040 and "41" is 1941. A wrong guess then
    /// lies in the future, where the checks refuse it.
    pub two_digit_pivot: u8,
    /// The first year that is read as a year at all: 1800.
    pub first_year: i16,
    /// The last year that is read as a year at all: 2199.
    pub last_year: i16,
    /// Days that come every year: Christmas, Easter and the like.
    pub occasions: Vec<Occasion>,
    /// Days that came once and that people remember, such as an election: empty unless the profile names some.
    pub events: Vec<Event>,
}

/// Whole months of one year, both included; a first month after the last one runs over the year's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthSpan {
    /// 1 to 12.
    pub first: i8,
    /// 1 to 12.
    pub last: i8,
}

/// Days of one month, both included; days that a month does not have are its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaySpan {
    /// 1 to 31.
    pub first: i8,
    /// 1 to 31.
    pub last: i8,
}

/// Which of two years a season that runs over the year's end is named after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverYearEnd {
    /// The year in which it begins: "winter 2021" is December 2021 to February 2022.
    Begins,
    /// The year in which it ends: "winter 2021" is December 2020 to February 2021.
    Ends,
    /// It may be either: "winter 2021" is December 2020 to February 2022, with all that lies between.
    Either,
}

/// Days that come every year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occasion {
    /// What people call it, in lower case: "christmas", "xmas".
    pub words: Vec<String>,
    /// The first day.
    pub first: MonthDay,
    /// The last day; earlier in the year than the first one when the days run over the year's end.
    pub last: MonthDay,
    /// Whether the year named is that of the last day ("New Year 2021") and not that of the first.
    #[serde(default)]
    pub year_of_last: bool,
}

/// Days that came once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What people call it, in lower case: "the 2019 election".
    pub words: Vec<String>,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

/// A day of any year, written "12-25".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let read = || {
            let (month, day) = text.split_once('-')?;
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // A leap year, so that 29 February is a day of some year.
            Date::new(2000, month, day).ok()?;
            Some(Self { month, day })
        };
        read().ok_or_else(|| format!("`{text}` is not a day of the year: write month and day, such as 12-25"))
    }
}

impl Default for DateWords {
    fn default() -> Self {
        let months = |first, last| MonthSpan { first, last };
        let days = |first, last| DaySpan { first, last };
        Self {
            early: months(1, 4),
            mid: months(5, 8),
            late: months(9, 12),
            spring: months(3, 5),
            summer: months(6, 8),
            autumn: months(9, 11),
            winter: months(12, 2),
            over_year_end: OverYearEnd::Begins,
            early_month: days(1, 10),
            mid_month: days(10, 21),
            late_month: days(20, 31),
            about_days: 7,
            about_months: 1,
            about_years: 1,
            two_digit_pivot: 40,
            first_year: 1800,
            last_year: 2199,
            occasions: occasions(),
            events: Vec::new(),
        }
    }
}

fn occasions() -> Vec<Occasion> {
    let occasion = |words: &[&str], first: (i8, i8), last: (i8, i8), year_of_last| Occasion {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        first: MonthDay { month: first.0, day: first.1 },
        last: MonthDay { month: last.0, day: last.1 },
        year_of_last,
    };
    vec![
        occasion(&["halloween", "hallowe'en"], (10, 31), (10, 31), false),
        occasion(&["bonfire night", "guy fawkes night"], (11, 5), (11, 5), false),
        occasion(&["christmas day", "xmas day"], (12, 25), (12, 25), false),
        occasion(&["christmas eve", "xmas eve"], (12, 24), (12, 24), false),
        occasion(&["boxing day"], (12, 26), (12, 26), false),
        occasion(&["christmas", "xmas", "christmas time", "christmastime"], (12, 20), (12, 31), false),
        occasion(&["new year's eve", "new years eve"], (12, 31), (12, 31), false),
        occasion(&["new year's day", "new years day"], (1, 1), (1, 1), false),
        occasion(&["new year", "the new year"], (12, 28), (1, 7), true),
        // Easter Sunday falls on 22 March at the earliest and on 25 April at the latest; with the days around it.
        occasion(&["easter"], (3, 20), (4, 28), false),
    ]
}
