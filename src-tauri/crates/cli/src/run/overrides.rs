//! What people say beside an answer.

use joinder_app::Result;
use serde_json::{Value, json};

use super::{list as items, number, text};
use crate::args::{Common, Override};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Override) -> Result<Ending> {
    let session = Session::open(common)?;
    let said = match what {
        Override::Set { number: of, axis, code, reason } => {
            let input = json!({ "number": number(of)?, "axis": axis, "code": code, "reason": reason });
            session.call("override.set", input)?;
            of
        }
        Override::Confirm { number: of, reason } => {
            session.call("override.confirm", json!({ "number": number(of)?, "reason": reason }))?;
            of
        }
        Override::Withdraw { number: of, axis, reason } => {
            let input = json!({ "number": number(of)?, "axis": axis, "reason": reason });
            session.call("override.withdraw", input)?;
            of
        }
        Override::List { second_person, fresh_look } => {
            return list(common, &session, *second_person, *fresh_look);
        }
    };
    let record = session.call("claimant.get", json!({ "number": number(said)? }))?;
    let said = record.get("overrides").unwrap_or(&Value::Null);
    if common.json {
        screen::json(said);
    } else {
        screen::line(&format!("{}  {}", text(&record, "reference"), text(&record, "name")));
        items(said).iter().for_each(|one| screen::line(&sentence(one)));
    }
    Ok(Ending::Done)
}

/// What was said, in a line for a list and in a few for a record.
pub(super) fn sentence(said: &Value) -> String {
    let mut sentence = format!(
        "{}: {} ({}, {}: {})",
        text(said, "axis_label"),
        text(said, "label"),
        text(said, "by"),
        text(said, "at"),
        text(said, "reason")
    );
    match text(said, "state") {
        "needs-second-person" => sentence.push_str("; does not count until a second person has confirmed it"),
        "ended" => sentence.push_str("; ended"),
        _ => {}
    }
    if said.get("fresh_look").and_then(Value::as_bool) == Some(true) {
        sentence.push_str("; the answer has changed since: look again");
    }
    for (key, what) in [("confirmed", "confirmed"), ("ended", "ended")] {
        if let Some(signed) = said.get(key).filter(|signed| signed.is_object()) {
            let (by, at, why) = (text(signed, "by"), text(signed, "at"), text(signed, "reason"));
            sentence.push_str(&format!("\n    {what} by {by}, {at}: {why}"));
        }
    }
    sentence
}

fn list(common: &Common, session: &Session, second_person: bool, fresh_look: bool) -> Result<Ending> {
    let which = match (second_person, fresh_look) {
        (true, _) => "needs-second-person",
        (_, true) => "needs-fresh-look",
        _ => "any",
    };
    let numbers =
        session.call("claimant.ids", json!({ "filters": [{ "on": "overridden", "any": [which] }] }))?;
    let mut rows = Vec::new();
    for block in items(&numbers).chunks(1_000) {
        let found = session.call("claimant.rows", json!({ "numbers": block }))?;
        rows.extend(items(&found).iter().cloned());
    }
    if common.json {
        screen::json(&json!(rows));
        return Ok(Ending::Done);
    }
    let cells = |row: &Value| {
        let said = row.get("overrides").map(items).unwrap_or_default();
        let said: Vec<String> =
            said.iter().map(|one| format!("{} ({})", text(one, "label"), text(one, "state"))).collect();
        vec![
            text(row, "reference").to_owned(),
            text(row, "name").to_owned(),
            text(row, "outcome").to_owned(),
            said.join("; "),
        ]
    };
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    screen::table(&["Number", "Name", "Suggested", "Said beside it"], &rows);
    screen::line("");
    screen::line(&format!("{} claimants", rows.len()));
    Ok(Ending::Done)
}
