//! Reads dates as people write them.

mod atom;
mod fold;
mod numeric;
mod phrase;
mod piece;
mod unit;

use jiff::civil::Date;

use self::fold::{fold, tidy};
use self::phrase::Reading;
use self::piece::{Kind, Number, Piece, pieces};
use self::unit::Units;
use super::{DateProblem, DateWords, PartialDate, Precision};

pub(crate) use self::piece::MONTHS;
pub(super) use self::piece::month_name;

/// Longer texts are not dates; it bounds the work.
const LONGEST: usize = 200;

/// Words for a date that the person does not know, without apostrophes.
const UNKNOWN: &[&str] = &[
    "?",
    "??",
    "???",
    "dk",
    "idk",
    "dont know",
    "dont-know",
    "do not know",
    "i dont know",
    "i do not know",
    "dont remember",
    "do not remember",
    "i dont remember",
    "i do not remember",
    "cant remember",
    "cannot remember",
    "i cant remember",
    "i cannot remember",
    "dont recall",
    "cant recall",
    "cannot recall",
    "no idea",
    "not known",
    "not-known",
    "not certain",
    "not sure",
    "im not sure",
    "i am not sure",
    "unknown",
    "unsure",
    "date unknown",
    "unknown date",
    "forgotten",
];

const ONGOING: &[&str] = &[
    "now",
    "today",
    "current",
    "currently",
    "present",
    "ongoing",
    "still",
    "still a member",
    "to date",
    "to present",
    "until now",
    "never",
    "not ended",
    "hasnt ended",
];

const RELATIVE: &[&str] =
    &["ago", "last", "yesterday", "tomorrow", "this", "next", "recently", "recent", "today"];

impl PartialDate {
    /// Reads a date as a person wrote it.
    ///
    /// Day before month in figures, as in the United Kingdom; four-figure year first as in ISO 8601 and EDTF. A date
    /// that names less than a day stays an interval: nothing is filled in.
    ///
    /// ```
    /// use joinder_domain::date::{DateWords, PartialDate};
    ///
    /// let left = PartialDate::parse("mid 2020", &DateWords::default())?;
    /// assert_eq!(left.words(), "some time between 1 May and 31 August 2020 (\"mid 2020\")");
    /// # Ok::<(), joinder_domain::date::DateProblem>(())
    /// ```
    ///
    /// # Errors
    /// [`DateProblem`] when the text is blank, impossible, unclear or no date.
    pub fn parse(text: &str, words: &DateWords) -> Result<Self, DateProblem> {
        let reading = read(text, words)?;
        let Reading { earliest, latest, precision } = reading;
        Ok(Self { earliest, latest, precision, text: text.to_owned() })
    }

    /// Reads a date of which day, month and year are needed, such as a date of birth.
    ///
    /// # Errors
    /// [`DateProblem`] as for [`PartialDate::parse`]; [`DateProblem::DayNeeded`] when less than a day is named.
    pub fn parse_day(text: &str, words: &DateWords) -> Result<Date, DateProblem> {
        match read(text, words)? {
            Reading { earliest: Some(day), precision: Precision::Day, .. } => Ok(day),
            _ => Err(DateProblem::DayNeeded),
        }
    }
}

fn read(text: &str, words: &DateWords) -> Result<Reading, DateProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DateProblem::Empty);
    }
    if text.len() > LONGEST {
        return Err(DateProblem::Unreadable);
    }
    let units = Units { words };
    if let Some(unit) = quick(text, units) {
        return unit.map(Reading::from);
    }
    let said = text.strip_suffix(')').and_then(|text| text.split_once("(\"")).map_or(text, |(said, _)| said);
    let cut = pieces(said);
    let plain = spoken(&cut);
    let plain = plain.trim_end_matches(['.', '!']);
    if UNKNOWN.contains(&plain) {
        return Ok(Reading { earliest: None, latest: None, precision: Precision::Unknown });
    }
    if ONGOING.contains(&plain) {
        return Err(DateProblem::Ongoing);
    }
    let cut = tidy(&fold(cut));
    let reading = match without_time(&cut) {
        Some(day) => units.phrase(day).and_then(|reading| match reading.precision {
            Precision::Day => Ok(reading),
            _ => Err(DateProblem::Unreadable),
        }),
        None => units.phrase(&cut),
    };
    reading.map_err(|problem| match problem {
        DateProblem::Unreadable | DateProblem::YearMissing
            if plain.split(' ').any(|w| RELATIVE.contains(&w)) =>
        {
            DateProblem::Relative
        }
        DateProblem::Unreadable if plain.split(' ').any(|word| word == "now" || word == "present") => {
            DateProblem::Ongoing
        }
        other => other,
    })
}

/// The two forms that machines write, read without cutting: "2021-11-03" and "03/11/2021".
fn quick(text: &str, units: Units<'_>) -> Option<Result<unit::Unit, DateProblem>> {
    let number = |text: &str| {
        let figures = text.len();
        let value = text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())??;
        Some(Number { value, figures, short_year: false, ordinal: false })
    };
    let mark = if text.contains('-') { '-' } else { '/' };
    let mut parts = text.split(mark);
    let (a, b, c) = (number(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?);
    let whole = parts.next().is_none() && (a.figures == 4 || c.figures == 4);
    whole.then(|| units.three(a, b, c))
}

/// The words in lower case, without apostrophes and with single spaces.
fn spoken(pieces: &[Piece]) -> String {
    let mut spoken = String::new();
    for Piece { kind, glued } in pieces {
        let letters = match kind {
            Kind::Word(word) => word.replace('\'', ""),
            Kind::Mark(mark) => mark.to_string(),
            _ => "#".to_owned(),
        };
        if !spoken.is_empty() && !glued {
            spoken.push(' ');
        }
        spoken.push_str(&letters);
    }
    spoken
}

/// The text is the date alone, in figures and names of months: shown back, it needs no quotation.
pub(super) fn only_figures_and_months(text: &str) -> bool {
    fold(pieces(text)).iter().all(|piece| match piece.kind {
        Kind::Number(_) | Kind::Month(_) => true,
        Kind::Mark(mark) => mark != ':',
        _ => false,
    })
}

/// What stands before a time of day, when there is one: spreadsheets and mail programs add it to dates.
fn without_time(pieces: &[Piece]) -> Option<&[Piece]> {
    let colon = pieces.iter().position(|piece| piece.kind == Kind::Mark(':'))?;
    let day = pieces.get(..colon.checked_sub(1)?)?;
    Some(match day {
        [day @ .., Piece { kind: Kind::Word(t), .. }] if t == "t" => day,
        day => day,
    })
}
