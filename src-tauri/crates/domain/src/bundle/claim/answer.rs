//! How an answer is printed: a question left blank and "don't know" never look alike (`intake.md` 3.2).

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::bundle::{Span, Text, plain};
use crate::claimant::YesNo;
use crate::date::PartialDate;
use crate::date::show::long;

pub(crate) const NOT_GIVEN: &str = "Not given";
pub(crate) const DONT_KNOW: &str = "Don’t know";
pub(crate) const WITHHELD: &str = "Withheld at the claimant’s request";

/// One row of a sheet: what is asked, and the answer.
pub(crate) type Row = (String, Text);

pub(crate) fn row(key: &str, value: Text) -> Row {
    (key.to_owned(), value)
}

/// Nobody answered.
pub(crate) fn blank() -> Text {
    vec![Span::italic(NOT_GIVEN)]
}

/// Words as given.
pub(crate) fn text(given: &str) -> Text {
    if given.trim().is_empty() { blank() } else { plain(given) }
}

/// One of a list of answers.
pub(crate) fn one(answer: Option<&str>) -> Text {
    answer.map_or_else(blank, plain)
}

/// A date in words: all that is known, and no more.
pub(crate) fn date(given: Option<&PartialDate>) -> Text {
    given.map_or_else(blank, |date| plain(date_words(date)))
}

/// The words of a date, as they open a cell or stand after a colon.
pub(crate) fn date_words(date: &PartialDate) -> String {
    if date.is_unknown() { DONT_KNOW.to_owned() } else { opening(&date.words()) }
}

pub(crate) fn yes_no(given: Option<YesNo>) -> Text {
    one(given.map(|answer| match answer {
        YesNo::Yes => "Yes",
        YesNo::No => "No",
        YesNo::DontKnow => DONT_KNOW,
    }))
}

/// With a capital letter, as it opens a cell.
pub(crate) fn opening(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// A moment as "23 November 2026 at 14:05".
pub(crate) fn moment(at: Timestamp, zone: &TimeZone) -> String {
    let local = zone.to_datetime(at);
    format!("{} at {:02}:{:02}", long(local.date()), local.hour(), local.minute())
}

/// "12,345 bytes".
pub(crate) fn bytes(size: u64) -> String {
    format!("{} {}", grouped(size), if size == 1 { "byte" } else { "bytes" })
}

/// "12,345".
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + 8);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
