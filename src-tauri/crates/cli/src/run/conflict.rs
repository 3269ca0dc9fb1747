//! Searches for conflicts of interest.

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, text};
use crate::args::{Common, Conflict};
use crate::screen::outside as line;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Conflict) -> Result<Ending> {
    let session = Session::open(common)?;
    let said = |part: &Option<String>| part.clone().unwrap_or_default();
    let asked = [said(&what.name), said(&what.email), said(&what.phone), said(&what.address)];
    let id = if asked.iter().all(String::is_empty) {
        None
    } else {
        let [name, email, phone, address] = asked;
        let asked = json!({ "name": name, "email": email, "phone": phone, "address": address });
        session.call("conflict.search", asked)?.as_u64()
    };
    let searches = session.call("conflict.list", json!({}))?;
    let shown: Vec<&Value> =
        list(&searches).iter().filter(|search| id.is_none_or(|id| count(search, "id") == id)).collect();
    if common.json {
        screen::json(&json!(shown));
        return Ok(Ending::Done);
    }
    for search in shown {
        print(search);
    }
    Ok(Ending::Done)
}

fn print(search: &Value) {
    let asked = search.get("asked").unwrap_or(&Value::Null);
    let parts: Vec<&str> = ["name", "email", "phone", "address"]
        .iter()
        .map(|key| text(asked, key))
        .filter(|part| !part.is_empty())
        .collect();
    line(0, &format!("{} ({}, {})", parts.join(", "), text(search, "by"), text(search, "at")));
    let found = search.get("found").map(list).unwrap_or_default();
    if found.is_empty() {
        line(1, "Nobody was found.");
    }
    for one in found {
        let who = match one.get("number").and_then(Value::as_u64) {
            Some(number) => format!("C-{number:06} {}", text(one, "name")),
            None => format!("{}, who works on this matter", text(one, "name")),
        };
        line(1, &who);
        for hit in one.get("hits").map(list).unwrap_or_default() {
            let exact = hit.get("exact").and_then(Value::as_bool) == Some(true);
            line(
                2,
                &format!(
                    "{}: {} ({})",
                    if exact { "same" } else { "alike" },
                    text(hit, "found"),
                    text(hit, "field")
                ),
            );
        }
    }
}
