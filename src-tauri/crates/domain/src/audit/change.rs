//! What an edit changed, field by field; walked back, it gives the earlier version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Digest, canonical};

/// A field before and after; `null` is a field that was not there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair(pub Value, pub Value);

/// What an edit changed: path of the field, such as `contact.emails[0].address`, to its content before and after.
///
/// It is made of values without `null`, in which an absent field is simply left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Change(pub BTreeMap<String, Pair>);

impl Change {
    /// Under this path stands why it was changed, where somebody said so. No record has a field of that name.
    pub const WHY: &str = "why";

    /// The same change, with why it was made; blank words say nothing.
    #[must_use]
    pub fn because(mut self, why: &str) -> Self {
        let why = why.trim();
        if !why.is_empty() {
            self.0.insert(Self::WHY.to_owned(), Pair(Value::Null, Value::from(why)));
        }
        self
    }

    /// What leads from `before` to `after`.
    pub fn between(before: &Value, after: &Value) -> Self {
        let mut change = Self::default();
        change.compare(String::new(), before, after);
        change
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value before this change, given the one after it.
    pub fn undo(&self, after: &Value) -> Value {
        before(String::new(), after, &self.0).unwrap_or(Value::Null)
    }

    /// The digest that the audit entry carries.
    pub fn digest(&self, salt: &[u8]) -> Digest {
        Digest::salted(salt, self.text().as_bytes())
    }

    /// The change as canonical JSON.
    pub fn text(&self) -> String {
        canonical(&serde_json::to_value(self).unwrap_or_default())
    }

    fn compare(&mut self, path: String, before: &Value, after: &Value) {
        match (before, after) {
            (Value::Object(old), Value::Object(new)) if divides(old) && divides(new) => {
                for (key, was) in old {
                    self.compare(field(&path, key), was, new.get(key).unwrap_or(&Value::Null));
                }
                for (key, is) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
                    self.compare(field(&path, key), &Value::Null, is);
                }
            }
            (Value::Array(old), Value::Array(new)) if !old.is_empty() && !new.is_empty() => {
                for position in 0..old.len().max(new.len()) {
                    let [was, is] = [old, new].map(|items| items.get(position).unwrap_or(&Value::Null));
                    self.compare(item(&path, position), was, is);
                }
            }
            _ if before == after => {}
            _ => {
                self.0.insert(path, Pair(before.clone(), after.clone()));
            }
        }
    }
}

/// Whether an object is a record with fields of its own. A partial date is one value, shown as a whole.
fn divides(object: &Map<String, Value>) -> bool {
    !object.is_empty()
        && !object.contains_key("precision")
        && !object.keys().any(|key| key.contains(['.', '[', ']']) || key.is_empty())
}

fn field(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn item(path: &str, position: usize) -> String {
    format!("{path}[{position}]")
}

type Pairs = BTreeMap<String, Pair>;

/// The value at `path` before, given the one after; `None` when it was not there.
fn before(path: String, after: &Value, pairs: &Pairs) -> Option<Value> {
    if let Some(Pair(was, _)) = pairs.get(&path) {
        return (!was.is_null() || path.is_empty()).then(|| was.clone());
    }
    match after {
        Value::Object(fields) if divides(fields) => {
            let mut old = Map::new();
            for (key, is) in fields {
                if let Some(was) = before(field(&path, key), is, pairs) {
                    old.insert(key.clone(), was);
                }
            }
            for (key, was) in removed(&path, pairs) {
                old.insert(key, was);
            }
            Some(Value::Object(old))
        }
        Value::Array(items) => {
            let mut old = Vec::new();
            for (position, is) in items.iter().enumerate() {
                old.extend(before(item(&path, position), is, pairs));
            }
            for position in items.len().. {
                match pairs.get(&item(&path, position)) {
                    Some(Pair(was, _)) => old.push(was.clone()),
                    None => break,
                }
            }
            Some(Value::Array(old))
        }
        other => Some(other.clone()),
    }
}

/// The fields directly under `path` that are gone afterwards.
fn removed(path: &str, pairs: &Pairs) -> Vec<(String, Value)> {
    let prefix = if path.is_empty() { String::new() } else { format!("{path}.") };
    pairs
        .range(prefix.clone()..)
        .take_while(|(at, _)| at.starts_with(&prefix))
        .filter(|(_, Pair(_, is))| is.is_null())
        .filter_map(|(at, Pair(was, _))| {
            let key = at.strip_prefix(&prefix)?;
            (!key.is_empty() && !key.contains(['.', '['])).then(|| (key.to_owned(), was.clone()))
        })
        .collect()
}
