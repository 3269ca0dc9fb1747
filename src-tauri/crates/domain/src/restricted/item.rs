//! Items of a list that are hidden whole, by their code.

use serde_json::Value;

/// Fields that say which item of a list it is, and whether a list has one of each only.
const CODES: [(&str, bool); 2] = [("kind", true), ("head", false)];

/// A path that may end in a code, without it.
pub(super) fn list(path: &str) -> &str {
    divided(path).map_or(path, |(list, _)| list)
}

/// `losses=medical` as the list and the code.
pub(super) fn divided(path: &str) -> Option<(&str, &str)> {
    path.split_once('=')
}

pub(super) fn take_out(list: Option<&mut Value>, code: &str) {
    if let Some(Value::Array(items)) = list {
        items.retain(|item| !is(item, code));
    }
}

/// Puts the items back that were hidden, where they were; `None` when one of them was added that there is one of only.
pub(super) fn put_back(list: &mut Value, before: Option<&Value>, code: &str) -> Option<()> {
    let (Value::Array(items), Some(Value::Array(before))) = (list, before) else { return Some(()) };
    let mut hidden = before.iter().enumerate().filter(|(_, item)| is(item, code)).peekable();
    if hidden.peek().is_some() && items.iter().any(|item| is(item, code) && is_one_only(item)) {
        return None;
    }
    for (at, item) in hidden {
        items.insert(at.min(items.len()), item.clone());
    }
    Some(())
}

fn is(item: &Value, code: &str) -> bool {
    CODES.iter().any(|(field, _)| item.get(field).and_then(Value::as_str) == Some(code))
}

fn is_one_only(item: &Value) -> bool {
    CODES.iter().any(|(field, once)| *once && item.get(field).is_some())
}
