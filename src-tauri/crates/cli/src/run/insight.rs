//! What the whole group shows, on the screen or in a folder.

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, strings, text};
use crate::args::{Common, Insight};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Insight) -> Result<Ending> {
    let session = Session::open(common)?;
    let basis = if what.proved { "proved" } else { "said" };
    match &what.out {
        Some(out) => {
            let out = std::path::absolute(out).unwrap_or_else(|_| out.clone());
            let written = session.call(
                "insight.export",
                json!({
                    "out": out, "basis": basis, "threshold": what.threshold,
                    "without_claimants": what.without_claimants,
                }),
            )?;
            if common.json {
                screen::json(&written);
            } else {
                print_files(&written);
            }
            Ok(Ending::Done)
        }
        None => {
            let shown = session.call("insight.get", json!({ "basis": basis }))?;
            let found = session.call("insight.which_list", json!({ "basis": basis }))?;
            if common.json {
                screen::json(&json!({ "insight": shown, "which_list": found }));
            } else {
                print(&shown, &found);
            }
            Ok(if count(&shown, "claimants") == 0 { Ending::Nothing } else { Ending::Done })
        }
    }
}

fn print_files(written: &Value) {
    screen::line(&format!("Written into {}:", text(written, "folder")));
    for file in list(written.get("files").unwrap_or(&Value::Null)) {
        screen::line(&format!("  {}  {} bytes", text(file, "file"), count(file, "bytes")));
    }
    let (pages, withheld) = (count(written, "pages"), count(written, "withheld"));
    screen::line(&format!("The report has {pages} pages; {withheld} small numbers are withheld."));
}

fn print(shown: &Value, found: &Value) {
    screen::line(&format!("{} claimants, as at {}.", count(shown, "claimants"), text(shown, "as_at")));
    screen::line(text(shown, "caveat"));
    for section in list(shown.get("sections").unwrap_or(&Value::Null)) {
        print_section(section);
    }
    if let Some(section) = found.get("section") {
        screen::line("");
        screen::line(text(found, "caveat"));
        print_section(section);
    }
}

fn print_section(section: &Value) {
    screen::line("");
    screen::line(text(section, "title"));
    for words in strings(section, "text") {
        screen::line(&words);
    }
    for grid in list(section.get("grids").unwrap_or(&Value::Null)) {
        screen::line("");
        screen::line(text(grid, "caption"));
        let columns = strings(grid, "columns");
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        let rows: Vec<Vec<String>> = list(grid.get("rows").unwrap_or(&Value::Null)).iter().map(row).collect();
        screen::table(&columns, &rows);
    }
    for note in strings(section, "notes") {
        screen::line(&note);
    }
}

fn row(row: &Value) -> Vec<String> {
    let cells =
        list(row.get("cells").unwrap_or(&Value::Null)).iter().map(|cell| text(cell, "text").to_owned());
    std::iter::once(text(row, "label").to_owned()).chain(cells).collect()
}
