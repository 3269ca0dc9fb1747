//! One cell against its column.

use jiff::civil::Date;

use super::super::day::{DayOrder, plausible, read_day, show_day};
use super::super::fault::FaultCode;
use super::super::field::{Field, FieldKind};
use super::super::mapping::folded;
use super::super::template::{Allowed, Limit, TemplateColumn};
use super::{Found, FoundCell};

/// What is wrong, what is allowed, and what else the words name.
type Complaint = (FaultCode, Vec<String>, String);

/// What is wrong with a cell that is not blank.
pub(super) fn check(place: &TemplateColumn, cell: &FoundCell, from_text: bool) -> Option<Complaint> {
    if cell.formula {
        return plain(FaultCode::Formula);
    }
    if matches!(cell.found, Found::Failed(_)) {
        return plain(FaultCode::Failed);
    }
    if place.holds_days() {
        return day(place, &cell.found, from_text);
    }
    if from_text && like_formula(&cell.found.text()) {
        return plain(FaultCode::LikeFormula);
    }
    match &place.allowed {
        Allowed::OneOf(values) => listed(values, &cell.found),
        Allowed::Number { whole, limit } => number(*whole, limit.as_ref(), &cell.found, from_text),
        Allowed::Length { limit } => {
            let length = cell.found.text().chars().count() as f64;
            let limit = limit.as_ref().filter(|limit| !limit.holds(length))?;
            Some((FaultCode::Length, Vec::new(), bounds(limit, f64::to_string)))
        }
        Allowed::Words => words(&cell.found),
        Allowed::Anything if place.field == Some(Field::Number) => claimant_number(&cell.found, from_text),
        Allowed::Anything if place.field.is_some_and(keeps_zeros) => words(&cell.found),
        Allowed::Anything | Allowed::Formula(_) | Allowed::Day { .. } => match &cell.found {
            Found::Words(text) if shortened(text) => plain(FaultCode::Shortened),
            _ => None,
        },
    }
}

/// The values to choose from, where there are some.
pub(super) fn choices(place: &TemplateColumn) -> Vec<String> {
    match &place.allowed {
        Allowed::OneOf(values) => values.clone(),
        _ => Vec::new(),
    }
}

/// The day that a cell holds, as its column has days.
pub(super) fn day_of(place: &TemplateColumn, found: &Found) -> Option<Date> {
    match found {
        Found::Day(day) => *day,
        Found::Words(text) => read_day(text, DayOrder::of(&place.format)),
        _ => None,
    }
}

/// A day as its column has days.
pub(super) fn shown(place: &TemplateColumn, day: Date) -> String {
    show_day(day, &place.format)
}

fn plain(code: FaultCode) -> Option<Complaint> {
    Some((code, Vec::new(), String::new()))
}

/// Fields whose figures are names, not numbers.
fn keeps_zeros(field: Field) -> bool {
    field.kind() == FieldKind::Words
}

fn day(place: &TemplateColumn, found: &Found, from_text: bool) -> Option<Complaint> {
    let example = || vec![shown(place, jiff::civil::date(2021, 11, 3))];
    let limit = match &place.allowed {
        Allowed::Day { limit } => limit.as_ref(),
        _ => None,
    };
    // Where the template gives a column no format, days may be typed as words.
    let words_will_do = from_text || matches!(place.allowed, Allowed::Anything);
    let day = match found {
        Found::Day(Some(day)) => *day,
        Found::Day(None) => return Some((FaultCode::ImpossibleDay, example(), String::new())),
        Found::Number { as_day, .. } => {
            let reading = as_day.filter(|day| plausible(*day)).map(|day| shown(place, day));
            return Some((FaultCode::NumberDay, reading.into_iter().collect(), String::new()));
        }
        Found::Words(text) => match read_day(text, DayOrder::of(&place.format)) {
            Some(day) if words_will_do => day,
            Some(day) => return Some((FaultCode::TextDay, vec![shown(place, day)], String::new())),
            None if text.trim().chars().all(|c| c.is_ascii_digit()) => {
                return plain(FaultCode::NumberDay);
            }
            None => return Some((FaultCode::NotDay, example(), String::new())),
        },
        Found::Failed(_) => return plain(FaultCode::Failed),
    };
    if !plausible(day) {
        return Some((FaultCode::ImpossibleDay, example(), String::new()));
    }
    let limit = limit.filter(|limit| !limit.holds(day))?;
    Some((FaultCode::OutOfRange, Vec::new(), bounds(limit, |day| shown(place, *day))))
}

fn listed(values: &[String], found: &Found) -> Option<Complaint> {
    let text = found.text();
    if values.contains(&text) {
        return None;
    }
    match values.iter().find(|value| folded(value) == folded(&text)) {
        Some(value) => Some((FaultCode::NearlyListed, vec![value.clone()], String::new())),
        None => Some((FaultCode::NotListed, values.to_vec(), String::new())),
    }
}

fn number(whole: bool, limit: Option<&Limit<f64>>, found: &Found, from_text: bool) -> Option<Complaint> {
    let value = match found {
        Found::Number { value, .. } => *value,
        Found::Words(text) if from_text => match text.trim().replace(',', "").trim_start_matches('£').parse()
        {
            Ok(value) => value,
            Err(_) => return plain(FaultCode::NotNumber),
        },
        _ => return plain(FaultCode::NotNumber),
    };
    if whole && value.fract() != 0.0 {
        return plain(FaultCode::NotWhole);
    }
    let limit = limit.filter(|limit| !limit.holds(value))?;
    Some((FaultCode::OutOfRange, Vec::new(), bounds(limit, f64::to_string)))
}

/// A claimant's number where the template says nothing of its form: a whole number, or a reference with letters in it.
fn claimant_number(found: &Found, from_text: bool) -> Option<Complaint> {
    let value = match found {
        Found::Number { value, .. } => *value,
        Found::Words(text) if shortened(text) => return plain(FaultCode::Shortened),
        Found::Words(text) if text.chars().any(char::is_alphabetic) => return None,
        Found::Words(text) => match text.trim().parse::<f64>() {
            Ok(_) if !from_text => {
                return Some((FaultCode::TextNumber, vec![text.trim().to_owned()], String::new()));
            }
            Ok(value) => value,
            Err(_) => return plain(FaultCode::NoNumber),
        },
        Found::Day(_) => return plain(FaultCode::NoNumber),
        Found::Failed(_) => return plain(FaultCode::Failed),
    };
    if value.fract() != 0.0 {
        return plain(FaultCode::NotWhole);
    }
    if (1.0..1e9).contains(&value) { None } else { plain(FaultCode::NoNumber) }
}

fn words(found: &Found) -> Option<Complaint> {
    match found {
        Found::Number { .. } => plain(FaultCode::NumberForWords),
        Found::Day(_) => plain(FaultCode::DayForWords),
        Found::Words(text) if shortened(text) => plain(FaultCode::Shortened),
        _ => None,
    }
}

/// The bounds of a limit, parted by tabs: the way to compare, the first, and the second where there are two.
fn bounds<T>(limit: &Limit<T>, show: impl Fn(&T) -> String) -> String {
    let first = show(&limit.first);
    match limit.bound.has_two() {
        true => format!("{}\t{first}\t{}", limit.bound.code(), show(&limit.second)),
        false => format!("{}\t{first}", limit.bound.code()),
    }
}

/// "7.7009E+09": what a spreadsheet makes of a long number.
fn shortened(text: &str) -> bool {
    let Some((number, power)) = text.trim().split_once(['E', 'e']) else { return false };
    let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let number = number.strip_prefix('-').unwrap_or(number);
    let whole = number.split_once('.').map_or(figures(number), |(a, b)| figures(a) && figures(b));
    whole && power.strip_prefix('+').is_some_and(figures)
}

/// Whether another program would take the text for a formula: numbers and telephone numbers are none.
fn like_formula(text: &str) -> bool {
    let first = text.chars().next();
    let harmless = |rest: &str| rest.chars().all(|c| c.is_ascii_digit() || " .,()-".contains(c));
    match first {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => !harmless(text.get(1..).unwrap_or_default()),
        _ => false,
    }
}
