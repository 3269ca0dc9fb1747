//! Sealed versions of a bundle, and the pages that stand for good.

use joinder_app::Result;
use serde_json::{Value, json};

use super::super::{count, list, text};
use super::each;
use crate::args::Common;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(
    common: &Common,
    session: &Session,
    numbers: Option<Vec<u32>>,
    audience: &str,
) -> Result<Ending> {
    let mut found = each(session, "bundle.versions", numbers, audience)?;
    found.retain(|one| !list(one.get("versions").unwrap_or(&Value::Null)).is_empty());
    if common.json {
        screen::json(&json!(found));
    } else {
        found.iter().for_each(print);
    }
    Ok(if found.is_empty() { Ending::Nothing } else { Ending::Done })
}

fn print(one: &Value) {
    let none = Value::Null;
    let rows = |key: &str, cells: &dyn Fn(&Value) -> Vec<String>| -> Vec<Vec<String>> {
        list(one.get(key).unwrap_or(&none)).iter().map(cells).collect()
    };
    screen::line(&format!("C-{:06}", count(one, "number")));
    let versions = rows("versions", &|row| {
        vec![
            count(row, "version").to_string(),
            format!("{} to {}", count(row, "from_page"), count(row, "pages")),
            text(row, "sealed_at").to_owned(),
            text(row, "by").to_owned(),
            text(row, "sha256").to_owned(),
        ]
    });
    screen::table(&["Version", "New pages", "Sealed", "By", "SHA-256"], &versions);
    screen::line("");
    let pages = rows("pages", &|row| {
        vec![
            text(row, "document").to_owned(),
            text(row, "title").to_owned(),
            format!("{} to {}", count(row, "first"), count(row, "last")),
            count(row, "since").to_string(),
            text(row, "note").to_owned(),
        ]
    });
    screen::table(&["", "Document", "Pages", "Since", ""], &pages);
    screen::line("");
}
