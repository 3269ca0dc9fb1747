//! Shows a date back in words: all that is known, and no more.

use jiff::civil::{Date, Weekday};

use super::read::{month_name, only_figures_and_months};
use super::{PartialDate, Precision};

/// "3 November 2021".
pub fn long(day: Date) -> String {
    format!("{} {} {}", day.day(), month_name(day.month()), day.year())
}

/// "3 Nov 2021".
pub fn short(day: Date) -> String {
    format!("{} {}", day.day(), short_month(day))
}

fn long_month(day: Date) -> String {
    format!("{} {}", month_name(day.month()), day.year())
}

fn short_month(day: Date) -> String {
    format!("{} {}", short_name(day), day.year())
}

fn short_name(day: Date) -> String {
    month_name(day.month()).chars().take(3).collect()
}

/// "Wednesday 3 November 2021".
pub fn long_with_weekday(day: Date) -> String {
    format!("{} {}", weekday(day), long(day))
}

/// "Wednesday".
pub(super) fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn opens_year(day: Date) -> bool {
    day.day_of_year() == 1
}

fn closes_year(day: Date) -> bool {
    day == day.last_of_year()
}

/// "3 November 2021", "November 2021" or "2021": the shortest that begins on `day`.
fn start(day: Date, whole_day: fn(Date) -> String, month: fn(Date) -> String) -> String {
    match day {
        _ if opens_year(day) => day.year().to_string(),
        _ if day.day() == 1 => month(day),
        _ => whole_day(day),
    }
}

impl PartialDate {
    /// The date in words, with the person's own in quotation marks where they differ.
    ///
    /// An interval names its first and last day, so that both may be checked; read again, the words give the same
    /// interval. They never name a single day unless it is known.
    pub fn words(&self) -> String {
        let plain = self.plain_words();
        let own = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if own.is_empty() || own.to_lowercase() == plain.to_lowercase() || self.plainly(&own) {
            return plain;
        }
        format!("{plain} (\"{own}\")")
    }

    /// The date as it is told inside a sentence or a cell: the person's own words first where they are an interval, with
    /// the days that they were taken for: "“mid 2020” (1 May to 31 August 2020)".
    pub fn told(&self) -> String {
        let plain = self.plain_words();
        let own = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let (Some(first), Some(last)) = (self.earliest, self.latest)
            && matches!(whole(first, last), Whole::No)
        {
            let days = interval(first, last);
            let range = own.is_empty() || self.precision == Precision::Range;
            return if range { days } else { format!("“{own}” ({days})") };
        }
        let plain = plain.strip_prefix("in ").or_else(|| plain.strip_prefix("on ")).unwrap_or(&plain);
        match self.words() == self.plain_words() {
            true => plain.to_owned(),
            false => format!("{plain} (“{own}”)"),
        }
    }

    /// Whole days, months and years in another way of writing, and any "don't know", need no quotation.
    fn plainly(&self, own: &str) -> bool {
        match self.precision {
            Precision::Unknown => true,
            Precision::Day | Precision::Month | Precision::Year => only_figures_and_months(own),
            _ => false,
        }
    }

    fn plain_words(&self) -> String {
        match (self.earliest, self.latest) {
            (None, None) => "don't know".to_owned(),
            (Some(first), Some(last)) => match whole(first, last) {
                Whole::Day => long(first),
                Whole::Month => long_month(first),
                Whole::Year => first.year().to_string(),
                Whole::No if first.year() != last.year() => {
                    format!("some time between {} and {}", long(first), long(last))
                }
                Whole::No => {
                    let first = format!("{} {}", first.day(), month_name(first.month()));
                    format!("some time between {first} and {}", long(last))
                }
            },
            (None, Some(last)) => match last.tomorrow() {
                Ok(next) => format!("before {}", start(next, long, long_month)),
                Err(_) => format!("{} or earlier", long(last)),
            },
            (Some(first), None) => {
                let on = if first.day() == 1 { "in" } else { "on" };
                format!("{on} {} or later", start(first, long, long_month))
            }
        }
    }

    /// The date for a table: "3 Nov 2021", "Apr 2019", "May–Aug 2020", "2017–2019", "before 2016", "from Mar 2019",
    /// "don't know".
    pub fn short(&self) -> String {
        match (self.earliest, self.latest) {
            (None, None) => "don't know".to_owned(),
            (Some(first), Some(last)) => short_between(first, last),
            (None, Some(last)) => match last.tomorrow() {
                Ok(next) => format!("before {}", start(next, short, short_month)),
                Err(_) => format!("until {}", short(last)),
            },
            (Some(first), None) => format!("from {}", start(first, short, short_month)),
        }
    }
}

/// "1 May to 31 August 2020".
fn interval(first: Date, last: Date) -> String {
    match first.year() == last.year() {
        true => format!("{} {} to {}", first.day(), month_name(first.month()), long(last)),
        false => format!("{} to {}", long(first), long(last)),
    }
}

fn short_between(first: Date, last: Date) -> String {
    match whole(first, last) {
        Whole::Day => return short(first),
        Whole::Month => return short_month(first),
        Whole::Year => return first.year().to_string(),
        Whole::No => {}
    }
    let whole_months = first.day() == 1 && last == last.last_of_month();
    let one_year = first.year() == last.year();
    if opens_year(first) && closes_year(last) {
        return format!("{}–{}", first.year(), last.year());
    }
    match (whole_months, one_year) {
        (true, true) => format!("{}–{}", short_name(first), short_month(last)),
        (true, false) => format!("{}–{}", short_month(first), short_month(last)),
        (false, true) if first.month() == last.month() => format!("{}–{}", first.day(), short(last)),
        (false, true) => format!("{} {}–{}", first.day(), short_name(first), short(last)),
        (false, false) => format!("{}–{}", short(first), short(last)),
    }
}

enum Whole {
    Day,
    Month,
    Year,
    No,
}

fn whole(first: Date, last: Date) -> Whole {
    if first == last {
        Whole::Day
    } else if opens_year(first) && last == first.last_of_year() {
        Whole::Year
    } else if first.day() == 1 && last == first.last_of_month() {
        Whole::Month
    } else {
        Whole::No
    }
}
