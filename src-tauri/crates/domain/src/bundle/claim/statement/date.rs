//! Dates as they stand within a sentence.

use crate::date::{PartialDate, Precision};

/// "on 3 November 2021", "in April 2015"; a vaguer one in its own words.
pub(super) fn on(date: &PartialDate) -> String {
    let words = date.words();
    match date.precision {
        Precision::Day => format!("on {words}"),
        Precision::Month | Precision::Year => format!("in {words}"),
        _ => words,
    }
}

/// The words of a date as they stand behind "from", "since" and "until"; `None` where they would not read there.
pub(super) fn bare(date: &PartialDate) -> Option<String> {
    match date.precision {
        Precision::Unknown | Precision::Before | Precision::After => None,
        _ => Some(date.words()),
    }
}
