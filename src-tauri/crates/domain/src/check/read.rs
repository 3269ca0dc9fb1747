//! Reads a record in which dates are still words, as a form or a table sends it.

use serde_json::Value;

use super::problem::{Problem, Problems};
use super::shape::read_shape;
use crate::claimant::Claimant;
use crate::date::{DateProblem, DateWords, PartialDate};

/// Keys under which a record holds a [`PartialDate`].
const DATES: &[&str] = &[
    "acknowledged",
    "answered_on",
    "died",
    "end",
    "first_felt",
    "from",
    "instructed",
    "last_payment",
    "seen",
    "sent",
    "start",
    "suspended",
    "suspension_lifted",
    "to",
    "when",
];

/// Keys under which a record holds a whole day.
const DAYS: &[&str] = &["date_of_birth", "on"];

/// Entries of one list: nobody has as many spells, requests or consents, and rules compare some with each other.
const ENTRIES_MOST: usize = 2_000;

/// Reads a claimant from JSON whose dates are words, by the profile's own meaning of them.
///
/// A blank date is left out. One that cannot be read is left out too and named among the problems, so that the rest
/// can be checked as well: nothing may be saved while there is an error. `None` when a part of the record has another
/// shape; each such part is named.
pub fn read_claimant(mut record: Value, words: &DateWords) -> (Option<Claimant>, Vec<Problem>) {
    let mut long = Problems::new();
    note_long_lists(&record, "", &mut long);
    let mut problems = long.into_sorted();
    if !problems.is_empty() {
        return (None, problems);
    }
    read_dates(&mut record, "", words, &mut problems);
    let (claimant, found) = read_shape(record);
    problems.extend(found);
    (claimant, problems)
}

fn note_long_lists(value: &Value, path: &str, found: &mut Problems) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                note_long_lists(member, &path, found);
            }
        }
        Value::Array(items) if items.len() > ENTRIES_MOST => {
            let reason = format!("there are {} entries, and at most {ENTRIES_MOST} are read", items.len());
            found.error(path, "record-shape", &[("reason", reason)]);
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                note_long_lists(item, &format!("{path}[{at}]"), found);
            }
        }
        _ => {}
    }
}

fn read_dates(value: &mut Value, path: &str, words: &DateWords, problems: &mut Vec<Problem>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                let read: fn(&str, &DateWords) -> Result<Value, DateProblem> = match key.as_str() {
                    key if DATES.contains(&key) => partial,
                    key if DAYS.contains(&key) => day,
                    _ => {
                        read_dates(member, &path, words, problems);
                        continue;
                    }
                };
                let Value::String(said) = &*member else { continue };
                *member = match read(said, words) {
                    Ok(date) => date,
                    Err(DateProblem::Empty) => Value::Null,
                    Err(problem) => {
                        problems.push(Problem::date(path, &problem));
                        Value::Null
                    }
                };
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                read_dates(item, &format!("{path}[{at}]"), words, problems);
            }
        }
        _ => {}
    }
}

fn partial(said: &str, words: &DateWords) -> Result<Value, DateProblem> {
    let date = PartialDate::parse(said, words)?;
    serde_json::to_value(date).map_err(|_| DateProblem::Unreadable)
}

fn day(said: &str, words: &DateWords) -> Result<Value, DateProblem> {
    PartialDate::parse_day(said, words).map(|day| Value::String(day.to_string()))
}
