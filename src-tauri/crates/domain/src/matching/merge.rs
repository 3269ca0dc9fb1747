//! Two records made one, and two again.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::claimant::{Claimant, NameKind, OtherName};

/// A field on which two records say different things.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Path of the field, such as `identity.surname`.
    pub path: String,
    /// What the record says that is kept.
    pub kept: Value,
    /// What the other one says.
    pub other: Value,
}

/// What two records say differently, where both say something; lists are joined and so never differ.
pub fn differences(kept: &Claimant, other: &Claimant) -> Vec<Difference> {
    let (Some(kept), Some(other)) = (value(kept), value(other)) else { return Vec::new() };
    let mut found = Vec::new();
    compare(String::new(), &kept, &other, &mut found);
    found
}

/// One record out of two: what only one says is taken, lists are joined, and where both say something the kept record's
/// word stands, or the other's on the fields of `take`. The other's name is kept as another name.
pub fn merge(kept: &Claimant, other: &Claimant, take: &BTreeSet<String>) -> Option<Claimant> {
    let joined = join("", &value(kept)?, &value(other)?, take);
    let mut merged: Claimant = serde_json::from_value(joined).ok()?;
    merged.external_reference.clone_from(&kept.external_reference);
    let identity = &mut merged.identity;
    for record in [kept, other] {
        let name = record.identity.full_name();
        let known =
            identity.full_name() == name || identity.other_names.iter().any(|known| known.name == name);
        if !name.is_empty() && !known {
            identity.other_names.push(OtherName { kind: NameKind::Alias, name, from: None, to: None });
        }
    }
    identity.no_other_names = identity.no_other_names && identity.other_names.is_empty();
    Some(merged)
}

/// The two records again: as they were before they were merged, with what was changed since.
///
/// `before` is the kept record before the merge, `after` as merged, `other` the one that went into it, `now` what the
/// merged one has become. A change to something that came from the other goes to the other, any other change stays with
/// the kept one. Without changes both are exactly what they were.
pub fn unmerge(before: &Value, after: &Value, other: &Value, now: &Value) -> (Value, Value) {
    if now == after {
        return (before.clone(), other.clone());
    }
    match (after, now) {
        (Value::Array(then), Value::Array(now)) => {
            let (mut kept, mut others) = (items(before), items(other));
            let replaced = then.len() == now.len();
            for (at, was) in then.iter().enumerate() {
                let is = if replaced { now.get(at) } else { now.iter().find(|item| *item == was) };
                if is != Some(was) {
                    exchange(&mut kept, &mut others, was, is);
                }
            }
            if !replaced {
                kept.extend(now.iter().filter(|item| !then.contains(item)).cloned());
            }
            (Value::Array(kept), Value::Array(others))
        }
        (Value::Object(_), Value::Object(_)) if divides(after) && divides(now) => {
            let (mut kept, mut others) = (Map::new(), Map::new());
            let keys: BTreeSet<&String> = [before, after, other, now]
                .iter()
                .filter_map(|value| value.as_object())
                .flat_map(Map::keys)
                .collect();
            let at = |value: &Value, key: &str| value.get(key).cloned().unwrap_or_default();
            for key in keys {
                let (one, two) = unmerge(&at(before, key), &at(after, key), &at(other, key), &at(now, key));
                kept.extend(Some((key.clone(), one)).filter(|(_, value)| !value.is_null()));
                others.extend(Some((key.clone(), two)).filter(|(_, value)| !value.is_null()));
            }
            (Value::Object(kept), Value::Object(others))
        }
        _ if other == after && before != after => (before.clone(), now.clone()),
        _ => (now.clone(), other.clone()),
    }
}

fn items(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// An item that was changed or taken away since, on whichever side it came from; one of neither stays with the kept.
fn exchange(kept: &mut Vec<Value>, others: &mut Vec<Value>, was: &Value, is: Option<&Value>) {
    let mut found = false;
    for side in [&mut *kept, others] {
        if let Some(at) = side.iter().position(|item| item == was) {
            found = true;
            match is {
                Some(is) => side.splice(at..=at, [is.clone()]).for_each(drop),
                None => side.splice(at..=at, []).for_each(drop),
            }
        }
    }
    if !found {
        kept.extend(is.cloned());
    }
}

fn value(claimant: &Claimant) -> Option<Value> {
    serde_json::to_value(claimant).ok()
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// A partial date is one value.
fn divides(value: &Value) -> bool {
    value.as_object().is_some_and(|fields| !fields.contains_key("precision"))
}

fn inner(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn join(path: &str, kept: &Value, other: &Value, take: &BTreeSet<String>) -> Value {
    match (kept, other) {
        _ if is_blank(other) => kept.clone(),
        _ if is_blank(kept) => other.clone(),
        // Whatever protects a person in one of the records protects the person.
        (Value::Bool(one), Value::Bool(two)) => Value::Bool(*one || *two),
        (Value::Array(first), Value::Array(second)) => {
            let more = second.iter().filter(|item| !first.contains(item));
            Value::Array(first.iter().chain(more).cloned().collect())
        }
        (Value::Object(first), Value::Object(second)) if divides(kept) && divides(other) => {
            let keys: BTreeSet<&String> = first.keys().chain(second.keys()).collect();
            let at = |fields: &Map<String, Value>, key: &str| fields.get(key).cloned().unwrap_or_default();
            let joined = keys
                .into_iter()
                .map(|key| (key.clone(), join(&inner(path, key), &at(first, key), &at(second, key), take)));
            Value::Object(joined.collect())
        }
        _ if take.contains(path) => other.clone(),
        _ => kept.clone(),
    }
}

fn compare(path: String, kept: &Value, other: &Value, found: &mut Vec<Difference>) {
    match (kept, other) {
        _ if kept == other || is_blank(kept) || is_blank(other) || path == "external_reference" => {}
        (Value::Bool(_), _) | (Value::Array(_), _) => {}
        (Value::Object(first), Value::Object(second)) if divides(kept) && divides(other) => {
            for (key, one) in first {
                compare(inner(&path, key), one, second.get(key).unwrap_or(&Value::Null), found);
            }
        }
        _ => found.push(Difference { path, kept: kept.clone(), other: other.clone() }),
    }
}
