//! The calendar of time limits.

use std::path::Path;

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list as items, strings, text};
use crate::args::Common;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, out: Option<&Path>) -> Result<Ending> {
    let session = Session::open(common)?;
    if let Some(out) = out {
        let written = session.call("limitation.export", json!({ "path": out }))?;
        if common.json {
            screen::json(&written);
        } else {
            screen::line(&format!("Wrote {}, with {} entries.", out.display(), count(&written, "entries")));
        }
        return Ok(Ending::Done);
    }
    let calendar = session.call("limitation.calendar", json!({}))?;
    if common.json {
        screen::json(&calendar);
        return Ok(Ending::Done);
    }
    let rows: Vec<Vec<String>> =
        calendar.get("entries").map(items).unwrap_or_default().iter().map(cells).collect();
    screen::table(&["Last safe day", "What it limits", "Standing", "Claimants", "Act by", "Numbers"], &rows);
    screen::line("");
    screen::line(&format!(
        "{} claimants looked at; for {} a clock of a cause that counts has passed.",
        count(&calendar, "claimants"),
        count(&calendar, "passed")
    ));
    Ok(Ending::Done)
}

/// Claimants whom a line names.
const NAMED: usize = 5;

fn cells(entry: &Value) -> Vec<String> {
    let flag = |key: &str| entry.get(key).and_then(Value::as_bool) == Some(true);
    let mut standing = text(entry, "standing").to_owned();
    if flag("urgent") {
        standing.push_str(", URGENT");
    }
    if !flag("pleaded") {
        standing.push_str(", beside");
    }
    let (numbers, all) = (strings(entry, "claimants"), count(entry, "count"));
    let mut named = numbers.iter().take(NAMED).cloned().collect::<Vec<_>>().join(" ");
    if all > NAMED as u64 {
        named.push_str(" \u{2026}");
    }
    vec![
        text(entry, "on").to_owned(),
        text(entry, "label").to_owned(),
        standing,
        all.to_string(),
        text(entry, "act_by").to_owned(),
        named,
    ]
}
