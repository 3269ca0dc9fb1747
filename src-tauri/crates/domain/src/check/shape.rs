//! Reads JSON of a known shape and names every part that has another.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::problem::{Problem, Problems};

/// Parts that are named at most; after that the rest of the record is not looked at.
const PARTS_MOST: usize = 40;

/// Reads `value`; every part that does not fit is named by its path. `None` when there is such a part.
pub fn read_shape<T: DeserializeOwned>(mut value: Value) -> (Option<T>, Vec<Problem>) {
    let mut found = Problems::new();
    let mut named: Vec<String> = Vec::new();
    while named.len() < PARTS_MOST {
        let (path, reason) = match serde_path_to_error::deserialize::<_, T>(&value) {
            Ok(read) if named.is_empty() => return (Some(read), Vec::new()),
            Ok(_) => break,
            Err(error) => (error.path().clone(), error.inner().to_string()),
        };
        let field = path.to_string();
        // A part of which something was taken away misses it: that was said already.
        let said = named.iter().any(|known| known.starts_with(&field) && *known != field);
        if !said {
            found.error(written(&field), "record-shape", &[("reason", reason)]);
        }
        if named.contains(&field) || !take(&mut value, &path) {
            break;
        }
        named.push(field);
    }
    (None, found.into_sorted())
}

/// The path as people see it; the record as a whole has none.
fn written(field: &str) -> String {
    if field == "." { String::new() } else { field.to_owned() }
}

/// Takes a part out, so that what lies beyond it can be read; `false` when it is the whole.
fn take(value: &mut Value, path: &Path) -> bool {
    let segments: Vec<&Segment> = path.iter().collect();
    let Some((last, before)) = segments.split_last() else { return false };
    let mut at = value;
    for segment in before {
        let inner = match segment {
            Segment::Map { key } => at.get_mut(key.as_str()),
            Segment::Seq { index } => at.get_mut(*index),
            Segment::Enum { .. } | Segment::Unknown => None,
        };
        let Some(inner) = inner else { return false };
        at = inner;
    }
    match (last, at) {
        (Segment::Map { key }, Value::Object(members)) => members.remove(key.as_str()).is_some(),
        (Segment::Seq { index }, Value::Array(items)) if *index < items.len() => {
            items.remove(*index);
            true
        }
        _ => false,
    }
}
