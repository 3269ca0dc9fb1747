//! What is blacked out of originals in public versions.

use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::{list, number, text};
use crate::args::{Common, Redact};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Redact) -> Result<Ending> {
    let session = Session::open(common)?;
    let number = number(&what.number)?;
    if let Some(id) = what.end {
        session.call("redaction.end", json!({ "number": number, "id": id }))?;
    }
    if let Some(item) = &what.item {
        let place = match (&what.place, what.clear) {
            (Some(place), _) => place_of(what.page, place)?,
            (None, true) => Value::Null,
            (None, false) => return Err(Error::new("redaction-box-or-clear")),
        };
        let evidence = evidence(&session, number, item)?;
        let input = json!({ "number": number, "evidence": evidence, "place": place, "reason": what.reason });
        session.call("redaction.set", input)?;
    }
    let marks = session.call("redaction.list", json!({ "number": number }))?;
    if common.json {
        screen::json(&marks);
    } else {
        let rows: Vec<Vec<String>> = list(&marks).iter().map(cells).collect();
        screen::table(&["Mark", "Original", "Page", "Left, top, width, height", "Why", "By"], &rows);
    }
    Ok(if list(&marks).is_empty() { Ending::Nothing } else { Ending::Done })
}

/// The id of a claimant's item that begins with these letters.
fn evidence(session: &Session, number: u32, given: &str) -> Result<String> {
    let record = session.call("claimant.get", json!({ "number": number }))?;
    let items = list(record.get("evidence").unwrap_or(&Value::Null)).iter();
    let mut found = items.map(|item| text(item, "id")).filter(|id| id.starts_with(given.trim()));
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one.to_owned()),
        _ => Err(Error::new("no-such-evidence")),
    }
}

/// Percents to ten-thousandths of the page.
fn place_of(page: u32, place: &str) -> Result<Value> {
    let parts: Vec<u16> = place
        .split(',')
        .filter_map(|part| part.trim().parse::<f64>().ok())
        .filter(|part| (0.0..=100.0).contains(part))
        // Between 0 and 10,000, so that nothing is cut off.
        .map(|part| (part * 100.0).round() as u16)
        .collect();
    match parts.as_slice() {
        [x, y, width, height] => {
            Ok(json!({ "page": page, "x": x, "y": y, "width": width, "height": height }))
        }
        _ => Err(Error::new("redaction-box-unread")),
    }
}

fn cells(mark: &Value) -> Vec<String> {
    let none = Value::Null;
    let place = mark.get("place").unwrap_or(&none);
    let percent = |key: &str| {
        let part = place.get(key).and_then(Value::as_u64).unwrap_or_default();
        format!("{}.{:02} %", part / 100, part % 100)
    };
    let (page, place) = if place.is_null() {
        (String::new(), "nothing to black out".to_owned())
    } else {
        let page = place.get("page").and_then(Value::as_u64).unwrap_or_default().to_string();
        (page, ["x", "y", "width", "height"].map(percent).join(", "))
    };
    let id = mark.get("id").and_then(Value::as_i64).unwrap_or_default().to_string();
    let sha256: String = text(mark, "sha256").chars().take(16).collect();
    vec![id, sha256, page, place, text(mark, "reason").to_owned(), text(mark, "by").to_owned()]
}
