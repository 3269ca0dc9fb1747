//! Copies of the matter.

use std::path::Path;

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, strings, text};
use crate::args::{Backup, Common};
use crate::session::Session;
use crate::{Ending, passphrase, screen};

pub(super) fn run(common: &Common, what: &Backup) -> Result<Ending> {
    match what {
        Backup::Make { to } => make(common, to.as_deref()),
        Backup::List => status(common),
        Backup::Place { folder, on_close } => {
            let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
            Session::open(common)?.call("backup.place", json!({ "folder": folder, "on_close": on_close }))?;
            if !common.json {
                screen::line(&format!("Copies go to {}.", folder.display()));
            }
            Ok(Ending::Done)
        }
        Backup::Check { copy } => check(common, copy),
        Backup::Restore { copy, to } => {
            let restored = Session::new().call("backup.restore", json!({ "folder": copy, "to": to }))?;
            if common.json {
                screen::json(&restored);
            } else {
                screen::line(&format!("Brought back into {}. Unlock it like any matter.", to.display()));
            }
            Ok(Ending::Done)
        }
    }
}

fn make(common: &Common, to: Option<&Path>) -> Result<Ending> {
    let made = Session::open(common)?.call("backup.make", json!({ "place": to }))?;
    if common.json {
        screen::json(&made);
    } else {
        screen::line(&format!("Copied to {}, opened and found whole.", text(&made, "folder")));
        screen::line(&format!("Head of the chain: {}", text(&made, "head")));
    }
    Ok(Ending::Done)
}

fn status(common: &Common) -> Result<Ending> {
    let status = Session::open(common)?.call("backup.status", json!({}))?;
    if common.json {
        screen::json(&status);
        return Ok(Ending::Done);
    }
    let place = status.get("place").unwrap_or(&Value::Null);
    match text(place, "folder") {
        "" => screen::line("No place was chosen for copies: joinder backup place DIR"),
        folder => screen::outside(0, &format!("Copies go to {folder}.")),
    }
    if status.get("due").and_then(Value::as_bool) == Some(true) {
        screen::line("Something was entered since the newest copy.");
    }
    let copies = status.get("copies").map(list).unwrap_or_default();
    if copies.is_empty() {
        return Ok(Ending::Nothing);
    }
    let cells = |row: &Value| {
        let here = row.get("here").and_then(Value::as_bool) == Some(true);
        let here = if here { "yes" } else { "no" };
        vec![
            text(row, "at").to_owned(),
            text(row, "by").to_owned(),
            count(row, "entries").to_string(),
            here.to_owned(),
            text(row, "folder").to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = copies.iter().map(cells).collect();
    screen::table(&["When", "Who", "Entries", "Here", "Folder"], &rows);
    Ok(Ending::Done)
}

fn check(common: &Common, copy: &Path) -> Result<Ending> {
    // With the matter open, the copy is told apart from it; without, the copy speaks for itself.
    let session = Session::new();
    let sign_in = session.sign_in(copy, common.person.as_deref())?;
    let passphrase = passphrase::existing(common.passphrase_file.as_deref())?;
    let found = session
        .call("backup.rehearse", json!({ "folder": copy, "sign_in": sign_in, "passphrase": passphrase }))?;
    let audit = found.get("audit").unwrap_or(&Value::Null);
    let intact = text(audit, "verdict") == "intact";
    if common.json {
        screen::json(&found);
    } else {
        screen::outside(
            0,
            &format!(
                "{}: {} claimants, {} evidence items, last entry {}.",
                text(&found, "name"),
                count(&found, "claimants"),
                count(&found, "evidence"),
                text(&found, "last")
            ),
        );
        let whole =
            format!("The copy opens and is whole: {} entries, nothing altered.", count(audit, "entries"));
        screen::line(if intact { &whole } else { "The copy is NOT whole:" });
        for problem in strings(audit, "problems") {
            screen::line(&format!("  {problem}"));
        }
    }
    Ok(if intact { Ending::Done } else { Ending::Tampered })
}
