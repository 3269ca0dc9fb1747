//! What a record says, value by value, in the words in which people say it.

use jiff::ZonedDateTime;
use jiff::civil::Date;
use serde_json::Value;

use crate::claimant::{called, said};
use crate::clock::uk;
use crate::profile::Choices;

/// A moment as people here say it.
pub(super) fn moment(at: &str) -> String {
    at.parse().map_or_else(
        |_| at.to_owned(),
        |at| ZonedDateTime::new(at, uk()).strftime("%-d %B %Y, %H:%M").to_string(),
    )
}

/// Every value that is given, with its place in words; what was not asked or not answered is left out.
pub(super) fn rows_of(choices: &Choices, place: &str, value: &Value, rows: &mut Vec<(String, String)>) {
    match value {
        Value::Null | Value::Bool(false) => {}
        Value::String(text) if text.is_empty() => {}
        Value::Array(items) if items.iter().all(Value::is_string) => {
            let all: Vec<String> = items.iter().map(|item| in_words(choices, place, item)).collect();
            if !all.is_empty() {
                rows.push((label(place), all.join(", ")));
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let place = if items.len() > 1 { format!("{place}[{at}]") } else { place.to_owned() };
                rows_of(choices, &place, item, rows);
            }
        }
        Value::Object(fields) if !fields.contains_key("precision") => {
            for (name, value) in fields {
                rows_of(choices, &format!("{place}.{name}"), value, rows);
            }
        }
        other => rows.push((label(place), in_words(choices, place, other))),
    }
}

/// The place of a value in words, with which of several it is of.
fn label(place: &str) -> String {
    let name = called(place).unwrap_or_else(|| words(place));
    let nth = place.rsplit_once('[').and_then(|(_, rest)| rest.split_once(']')?.0.parse::<usize>().ok());
    match nth {
        Some(at) => format!("{} ({})", capital(&name), at.saturating_add(1)),
        None => capital(&name),
    }
}

/// The last part of a path as words.
pub(super) fn words(place: &str) -> String {
    let last = place.rsplit_once('.').map_or(place, |(_, last)| last);
    capital(&last.split_once('[').map_or(last, |(last, _)| last).replace('_', " "))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn in_words(choices: &Choices, place: &str, value: &Value) -> String {
    let Some(text) = value.as_str() else { return said(value) };
    if let Some(label) = choice(choices, place, text) {
        return label.to_owned();
    }
    if let Ok(day) = text.parse::<Date>()
        && text.len() == 10
    {
        return day.strftime("%-d %B %Y").to_string();
    }
    if text.ends_with('Z') { moment(text) } else { said(value) }
}

/// What the profile calls a code.
fn choice<'c>(choices: &'c Choices, place: &str, code: &str) -> Option<&'c str> {
    let mut inside = false;
    let plain: String = place
        .chars()
        .filter(|c| {
            inside = (inside || *c == '[') && *c != ']';
            !inside && *c != ']'
        })
        .collect();
    let list = match plain.as_str() {
        "episodes.kind" => &choices.categories,
        "episodes.ending" => &choices.endings,
        "episodes.payment" => &choices.payments,
        "episodes.union" => &choices.unions,
        "episodes.levy" => &choices.levies,
        "status_now" => &choices.statuses,
        "roles" => &choices.roles,
        "contact.nation_at_incident" => &choices.nations,
        "notification.channel" => &choices.channels,
        "consequence.descriptors.kind" => &choices.descriptors,
        "losses.head" => &choices.heads,
        "data_held.kind" => &choices.data_kinds,
        "misuse.kind" => &choices.misuses,
        "consents.kind" => &choices.consents,
        _ => return None,
    };
    list.iter().find(|choice| choice.code.as_str() == code).map(|choice| choice.label.as_str())
}
