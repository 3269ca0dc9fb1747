//! What OCR read in an item, and what a person could confirm of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Characters of text kept of one item.
pub(super) const KEPT: usize = 100_000;
/// Dates proposed.
const PROPOSED: usize = 10;
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What OCR read in an item. It may be wrong in every letter; nothing is graded by it until a person has confirmed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct OcrText {
    /// What read it, such as `tesseract 5.3.4`.
    pub engine: String,
    /// When, RFC 3339.
    pub read_at: String,
    /// Pages read.
    pub pages: u32,
    /// The text.
    pub text: String,
}

/// The days that a text writes out, in its order, each once: `3 November 2021`, `Nov 3, 2021`, `03/11/2021` as in Britain.
pub(super) fn days(text: &str) -> Vec<Date> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '/').filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let near = |offset: usize| words.get(at + offset).copied().unwrap_or_default();
        let day = slashed(word)
            .or_else(|| date(number(word), month(near(1)), number(near(2))))
            .or_else(|| date(number(near(1)), month(word), number(near(2))));
        if let Some(day) = day
            && !found.contains(&day)
            && found.len() < PROPOSED
        {
            found.push(day);
        }
    }
    found
}

fn slashed(word: &str) -> Option<Date> {
    let mut parts = word.split('/');
    let (day, month, year) = (number(parts.next()?), number(parts.next()?), number(parts.next()?));
    date(day, month.and_then(|month| i8::try_from(month).ok()), year)
}

fn date(day: Option<i16>, month: Option<i8>, year: Option<i16>) -> Option<Date> {
    let year = year.filter(|year| (1990..2100).contains(year))?;
    Date::new(year, month?, i8::try_from(day?).ok()?).ok()
}

/// A number, with or without the ending of an ordinal.
fn number(word: &str) -> Option<i16> {
    word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()
}

fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|month| word.starts_with(month))?;
    (word.len() <= 9).then(|| i8::try_from(at + 1).ok()).flatten()
}

/// The start of a text, at most [`KEPT`] characters.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(KEPT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found_however_they_are_written() {
        let days = |text: &str| days(text).iter().map(Date::to_string).collect::<Vec<_>>();
        assert_eq!(days("Wed, 3 Nov 2021 15:42"), ["2021-11-03"]);
        assert_eq!(days("Wednesday 3rd November 2021, again 3 November 2021"), ["2021-11-03"]);
        assert_eq!(days("November 4, 2021"), ["2021-11-04"]);
        assert_eq!(days("03/11/2021 15:42"), ["2021-11-03"]);
        assert_eq!(days("call 07700 900123 in May, 31 February 2021, 1/2/3"), Vec::<String>::new());
    }
}
