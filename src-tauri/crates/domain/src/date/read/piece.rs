//! Cuts the words of a date into pieces: numbers, names and marks.

use std::iter::Peekable;
use std::str::Chars;

use jiff::civil::Weekday;
use unicode_normalization::UnicodeNormalization;

/// One piece, and whether it stood against the one before it without a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub kind: Kind,
    pub glued: bool,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number(Number),
    Month(i8),
    Season(Season),
    Part(Part),
    Weekday(Weekday),
    /// Any other word, in lower case.
    Word(String),
    Mark(char),
}

/// A number as written: "03" has two figures, "'21" is marked as a short year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u32,
    pub figures: usize,
    pub short_year: bool,
    pub ordinal: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
}

/// The English names of the months, in lower case.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The English name of a month from 1 to 12, with a capital; empty for other numbers.
pub(crate) fn month_name(month: i8) -> String {
    let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let mut letters = name.copied().unwrap_or_default().chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// The month that a misspelt name may be: it begins with the same three letters.
pub(super) fn month_like(word: &str) -> Option<String> {
    let start = word.get(..3)?;
    let at = MONTHS.iter().position(|name| name.starts_with(start))?;
    (word.len() > 3).then(|| month_name(i8::try_from(at).unwrap_or_default() + 1))
}

/// Cuts `text` into pieces. Letter case, typographic quotes and dashes, full-width forms and spacing do not matter.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let plain: String = text.nfkc().map(plain).flat_map(char::to_lowercase).collect();
    let mut pieces = Vec::new();
    let mut glued = false;
    let mut rest = plain.chars().peekable();
    while let Some(&next) = rest.peek() {
        if next.is_whitespace() || matches!(next, '(' | ')' | ',' | '"' | ';') {
            rest.next();
            glued = false;
            continue;
        }
        let kind = if next.is_ascii_digit() {
            number(&mut rest, false)
        } else if next.is_alphabetic() {
            name(word(&mut rest))
        } else {
            rest.next();
            match (next, rest.peek()) {
                ('\'', Some(digit)) if digit.is_ascii_digit() => number(&mut rest, true),
                _ => Kind::Mark(next),
            }
        };
        pieces.push(Piece { kind, glued });
        glued = true;
    }
    pieces
}

fn plain(letter: char) -> char {
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{00b4}' | '`' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

fn number(rest: &mut Peekable<Chars<'_>>, short_year: bool) -> Kind {
    let mut value = 0_u32;
    let mut figures = 0;
    while let Some(digit) = rest.peek().and_then(|next| next.to_digit(10)) {
        value = value.saturating_mul(10).saturating_add(digit);
        figures += 1;
        rest.next();
    }
    let mut ahead = rest.clone();
    let suffix: String = std::iter::from_fn(|| ahead.next_if(|next| next.is_alphabetic())).take(3).collect();
    let ordinal = matches!(suffix.as_str(), "st" | "nd" | "rd" | "th");
    if ordinal {
        *rest = ahead;
    }
    Kind::Number(Number { value, figures, short_year: short_year && figures == 2, ordinal })
}

fn word(rest: &mut Peekable<Chars<'_>>) -> String {
    let mut word = String::new();
    while let Some(&next) = rest.peek() {
        let inside = next.is_alphabetic() || (next == '\'' && !word.is_empty());
        if !inside {
            break;
        }
        word.push(next);
        rest.next();
    }
    word.trim_end_matches('\'').to_owned()
}

fn name(word: String) -> Kind {
    if word == "sept" {
        return Kind::Month(9);
    }
    let at = |names: &[&str]| {
        names.iter().position(|name| *name == word || (word.len() == 3 && name.starts_with(&word)))
    };
    if let Some(month) = at(&MONTHS) {
        return Kind::Month(i8::try_from(month).unwrap_or_default() + 1);
    }
    match word.as_str() {
        "spring" | "springtime" => Kind::Season(Season::Spring),
        "summer" | "summertime" => Kind::Season(Season::Summer),
        "autumn" | "fall" => Kind::Season(Season::Autumn),
        "winter" | "wintertime" => Kind::Season(Season::Winter),
        "early" | "beginning" | "start" | "begin" => Kind::Part(Part::Early),
        "mid" | "middle" | "halfway" => Kind::Part(Part::Mid),
        "late" | "end" => Kind::Part(Part::Late),
        "mon" | "monday" => Kind::Weekday(Weekday::Monday),
        "tue" | "tues" | "tuesday" => Kind::Weekday(Weekday::Tuesday),
        "wed" | "weds" | "wednesday" => Kind::Weekday(Weekday::Wednesday),
        "thu" | "thur" | "thurs" | "thursday" => Kind::Weekday(Weekday::Thursday),
        "fri" | "friday" => Kind::Weekday(Weekday::Friday),
        "sat" | "saturday" => Kind::Weekday(Weekday::Saturday),
        "sun" | "sunday" => Kind::Weekday(Weekday::Sunday),
        "first" => ordinal(1),
        "second" => ordinal(2),
        "third" => ordinal(3),
        "fourth" => ordinal(4),
        _ => Kind::Word(word),
    }
}

fn ordinal(value: u32) -> Kind {
    Kind::Number(Number { value, figures: 1, short_year: false, ordinal: true })
}
