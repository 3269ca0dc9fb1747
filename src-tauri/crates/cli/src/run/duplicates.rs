//! People who are there twice.

use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::{count, list, text};
use crate::args::{Common, Duplicates};
use crate::screen::outside as line;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Duplicates) -> Result<Ending> {
    let Some(file) = &what.file else { return matter(common, what.list) };
    let columns: Vec<(&str, &str)> = what
        .column
        .iter()
        .map(|said| said.rsplit_once('=').ok_or_else(|| Error::with("no-such-column", &[("column", said)])))
        .collect::<Result<_>>()?;
    let found = Session::new().call(
        "match.given",
        json!({
            "path": file, "link": what.link, "threshold": what.threshold, "floor": what.floor,
            "columns": columns,
        }),
    )?;
    if common.json {
        screen::json(&found);
        return Ok(Ending::Done);
    }
    let (matches, beside) = (within(&found, "matches"), within(&found, "beside"));
    for pair in matches.iter().chain(beside) {
        print(pair);
    }
    let records: Vec<String> = within(&found, "records").iter().map(Value::to_string).collect();
    let left_out: Vec<&str> = within(&found, "columns")
        .iter()
        .filter(|column| text(column, "meaning").is_empty())
        .map(|column| text(column, "heading"))
        .collect();
    if !left_out.is_empty() {
        line(0, &format!("Columns that were left out: {}", left_out.join(", ")));
    }
    screen::line(&format!(
        "{} rows, {} pairs compared: {} at or above {}, {} below it.",
        records.join(" and "),
        count(&found, "compared"),
        matches.len(),
        what.threshold,
        beside.len()
    ));
    Ok(Ending::Done)
}

/// The matter's own claimants.
fn matter(common: &Common, only_list: bool) -> Result<Ending> {
    let session = Session::open(common)?;
    let searched = if only_list { Value::Null } else { session.call("match.search", json!({}))? };
    let rows = session.call("match.list", json!({ "decided": false }))?;
    if common.json {
        screen::json(&json!({ "searched": searched, "pairs": rows }));
        return Ok(Ending::Done);
    }
    for row in list(&rows) {
        let score = row.get("score").and_then(Value::as_f64).unwrap_or_default();
        let side = |key: &str| format!("C-{:06} {}", count(row, key), text(row, &format!("{key}_name")));
        line(0, &format!("{} and {}: {score:.4}", side("a"), side("b")));
        waterfall(row);
    }
    screen::line(&format!("{} pairs wait for a decision.", list(&rows).len()));
    Ok(Ending::Done)
}

/// A pair with its waterfall.
fn print(pair: &Value) {
    let score = pair.get("score").and_then(Value::as_f64).unwrap_or_default();
    line(0, &format!("{} and {}: {score:.4}", text(pair, "a"), text(pair, "b")));
    waterfall(pair);
}

fn waterfall(pair: &Value) {
    line(1, text(pair, "summary"));
    for reason in within(pair, "reasons") {
        let bits = reason.get("bits").and_then(Value::as_f64).unwrap_or_default();
        line(1, &format!("{bits:+6.1}  {}", text(reason, "text")));
    }
    screen::line("");
}

fn within<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).map(list).unwrap_or_default()
}
