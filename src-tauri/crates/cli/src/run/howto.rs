//! How to get the original of an email.

use std::path::Path;

use joinder_app::Result;
use serde_json::{Value, json};

use super::{list, strings, text};
use crate::args::Common;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(
    common: &Common,
    provider: Option<&str>,
    out: Option<&Path>,
    address: Option<&str>,
) -> Result<Ending> {
    // A guide needs no matter; with one, it names the email to look for.
    let session = if common.matter.is_some() { Session::open(common)? } else { Session::new() };
    let answer = match (provider, out) {
        (None, _) => session.call("howto.list", json!({ "address": address }))?,
        (Some(id), None) => session.call("howto.get", json!({ "id": id }))?,
        (Some(id), Some(out)) => {
            let out = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
            session.call("howto.write", json!({ "id": id, "out": out }))?
        }
    };
    if common.json {
        screen::json(&answer);
    } else {
        match (provider, out) {
            (None, _) => print_list(&answer),
            (Some(_), None) => print(&answer),
            (Some(_), Some(_)) => screen::line(&format!("Wrote {}", text(&answer, "file"))),
        }
    }
    Ok(Ending::Done)
}

fn print_list(guides: &Value) {
    let cells = |row: &Value| ["id", "name", "suggested"].map(|key| text(row, key).to_owned()).to_vec();
    let rows: Vec<Vec<String>> = list(guides).iter().map(cells).collect();
    screen::table(&["Guide", "For", ""], &rows);
}

fn print(guide: &Value) {
    screen::line(&format!("{}\n\n{}\n", text(guide, "name"), text(guide, "why")));
    for item in strings(guide, "before") {
        screen::line(&format!("  - {item}"));
    }
    screen::line("");
    for (number, step) in (1..).zip(guide.get("steps").map(list).unwrap_or_default()) {
        screen::line(&format!("{number}. {}", text(step, "text")));
    }
    screen::line(&format!("\n{}\n", text(guide, "note")));
    for item in strings(guide, "after") {
        screen::line(&format!("  - {item}"));
    }
    screen::line(text(guide, "as_at"));
}
