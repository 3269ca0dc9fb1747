//! Claimants and evidence from files.

use std::path::{Path, PathBuf};

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, number, text};
use crate::args::{Common, Import, Sheet, UpdateBy};
use crate::session::Session;
use crate::{Ending, screen};

/// Kinds of damage that can be put right (docs/import.md).
const MENDED: [&str; 6] = ["day-number", "month-first", "zero-lost", "plus-lost", "shortened", "decimal"];

pub(super) fn run(common: &Common, what: &Import) -> Result<Ending> {
    let session = Session::open(common)?;
    match what {
        Import::Claimants(sheet) => sheet_of_claimants(common, &session, sheet),
        Import::List { id } => imports(common, &session, *id),
        Import::Undo { id } => {
            let undone = session.call("import.undo", json!({ "id": id }))?;
            let left = list(undone.get("left").unwrap_or(&Value::Null)).len();
            if common.json {
                screen::json(&undone);
            } else {
                screen::line(&format!("{} claimants are as before the import.", count(&undone, "undone")));
                if left > 0 {
                    screen::line(&format!("{left} were worked on since and left as they are."));
                }
            }
            Ok(if left > 0 { Ending::Partly } else { Ending::Done })
        }
        Import::Evidence { paths, claimant } => {
            let claimant = claimant.as_deref().map(number).transpose()?;
            let paths: Vec<PathBuf> = paths.iter().map(|path| absolute(path)).collect();
            let report = session.call("evidence.add", json!({ "paths": paths, "claimant": claimant }))?;
            if common.json {
                screen::json(&report);
            } else {
                print_evidence(&report);
            }
            Ok(if count(&report, "failed") > 0 { Ending::Partly } else { Ending::Done })
        }
    }
}

fn sheet_of_claimants(common: &Common, session: &Session, sheet: &Sheet) -> Result<Ending> {
    let plan = plan(sheet);
    let report = if sheet.dry_run {
        session.call("import.check", plan.clone())?
    } else {
        session.call("import.claimants", plan.clone())?
    };
    if common.json {
        screen::json(&report);
    } else {
        print_claimants(&report, sheet.dry_run);
    }
    let bad = count(&report, "bad") > 0;
    if let Some(out) = sheet.faults.as_ref().filter(|_| bad) {
        // What was taken is there now and is not to be corrected again.
        let written = session.call("import.faults", json!({ "plan": plan, "out": absolute(out) }))?;
        if !common.json {
            screen::line(&format!("{} rows to correct are in {}", count(&written, "rows"), out.display()));
        }
    }
    Ok(if bad { Ending::Partly } else { Ending::Done })
}

/// How the sheet is taken, as the commands have it.
fn plan(sheet: &Sheet) -> Value {
    let column = |(heading, meaning): &(String, String)| json!({ "heading": heading, "meaning": if meaning == "-" { "" } else { meaning } });
    let doubt = |(kind, way): &(String, String)| {
        let (column, kind) = kind.rsplit_once(':').unwrap_or(("", kind));
        json!({ "column": column, "kind": kind, "way": way })
    };
    let mended = MENDED.iter().filter(|_| sheet.mend).map(|kind| json!({ "kind": kind, "way": "mend" }));
    json!({
        "path": absolute(&sheet.file),
        "error_file": absolute(&sheet.errors.clone().unwrap_or_else(|| beside(&sheet.file))),
        "sheet": sheet.sheet.clone().unwrap_or_default(),
        "columns": sheet.column.iter().map(column).collect::<Vec<_>>(),
        "doubts": mended.chain(sheet.doubt.iter().map(doubt)).collect::<Vec<_>>(),
        "key": match sheet.update_by {
            None => "none",
            Some(UpdateBy::Reference) => "reference",
            Some(UpdateBy::Number) => "number",
        },
    })
}

fn imports(common: &Common, session: &Session, id: Option<i64>) -> Result<Ending> {
    let found = match id {
        Some(id) => session.call("import.get", json!({ "id": id }))?,
        None => session.call("import.list", json!({}))?,
    };
    if common.json {
        screen::json(&found);
        return Ok(Ending::Done);
    }
    let one = [found.clone()];
    let rows = if id.is_some() { &one } else { list(&found) };
    for import in rows {
        let undone = if text(import, "undone_at").is_empty() { "" } else { ", taken back" };
        screen::line(&format!(
            "{}: {} by {}, {}: {} added, {} changed, {} to correct{undone}",
            count(import, "id"),
            text(import, "file"),
            text(import, "by"),
            text(import, "at").get(..10).unwrap_or_default(),
            count(import, "added"),
            count(import, "updated"),
            count(import, "refused"),
        ));
    }
    Ok(if rows.is_empty() { Ending::Nothing } else { Ending::Done })
}

/// Imports a file as it is.
pub(super) fn claimants(session: &Session, file: &Path, errors: &Path) -> Result<Value> {
    session.call("import.claimants", json!({ "path": absolute(file), "error_file": absolute(errors) }))
}

pub(super) fn print_claimants(report: &Value, dry_run: bool) {
    let (added, changed) =
        if dry_run { ("would be added", "would be changed") } else { ("added", "changed") };
    let there = count(report, "already_there") + count(report, "unchanged");
    let updated = count(report, "updated");
    let changed = if updated > 0 { format!(" {updated} {changed},") } else { String::new() };
    screen::line(&format!(
        "{} rows: {} {added},{changed} {there} already there, {} need correcting.",
        count(report, "rows"),
        count(report, "good"),
        count(report, "bad")
    ));
    if report.get("not_compared").and_then(Value::as_bool).unwrap_or(false) {
        screen::line(
            "  Possible duplicates were not looked for; `joinder duplicates` does that at any time.",
        );
    }
    if let encoding @ ("windows-1252" | "utf-16") = text(report, "encoding") {
        screen::line(&format!(
            "  The file is not in UTF-8 and was read as {encoding}: see whether accents are right."
        ));
    }
    for heading in list(report.get("unknown_columns").unwrap_or(&Value::Null)) {
        screen::line(&format!(
            "  Column “{}” means nothing to Joinder and was left out; --column says what it means.",
            heading.as_str().unwrap_or("")
        ));
    }
    for doubt in list(report.get("doubts").unwrap_or(&Value::Null)) {
        let way = text(doubt, "way");
        let kind = text(doubt, "kind");
        let answer = if way.is_empty() {
            let ways = list(doubt.get("ways").unwrap_or(&Value::Null)).iter().map(|way| {
                format!(
                    "--doubt \"{}:{kind}={}\": {}",
                    text(doubt, "column"),
                    text(way, "way"),
                    text(way, "label")
                )
            });
            ways.collect::<Vec<_>>().join("\n    ")
        } else {
            way.to_owned()
        };
        screen::line(&format!(
            "  {} ({} cells)\n    {answer}",
            text(doubt, "question"),
            count(doubt, "cells")
        ));
    }
    for alike in list(report.get("matches").unwrap_or(&Value::Null)).iter().take(20) {
        screen::line(&format!(
            "  row {}: {} looks like {} {}. {}",
            count(alike, "row"),
            text(alike, "name"),
            text(alike, "reference"),
            text(alike, "other_name"),
            text(alike, "summary")
        ));
    }
    for problem in list(report.get("problems").unwrap_or(&Value::Null)).iter().take(20) {
        let (row, column) = (count(problem, "row"), text(problem, "column"));
        let place = if column.is_empty() { format!("row {row}") } else { format!("row {row}, {column}") };
        screen::line(&format!("  {place}: {} {}", text(problem, "message"), text(problem, "fix")));
    }
    let file = text(report, "error_file");
    if !file.is_empty() {
        screen::line(&format!("What is to be corrected, with reasons, is in {file}"));
    }
}

pub(super) fn print_evidence(report: &Value) {
    screen::line(&format!(
        "{} files added: {} matched to a claimant, {} not yet; {} already there, {} could not be taken.",
        count(report, "added"),
        count(report, "assigned"),
        count(report, "unassigned"),
        count(report, "already_there"),
        count(report, "failed")
    ));
    let left = count(report, "left");
    if left > 0 {
        screen::line(&format!("  It was stopped: {left} files were not looked at. Add them again to go on."));
    }
    for mailbox in list(report.get("mailboxes").unwrap_or(&Value::Null)) {
        screen::line(&format!("  {}", text(mailbox, "message")));
    }
    for item in list(report.get("items").unwrap_or(&Value::Null)) {
        if !text(item, "message").is_empty() {
            screen::line(&format!(
                "  {}: {} {}",
                text(item, "name"),
                text(item, "message"),
                text(item, "fix")
            ));
        }
    }
}

fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{stem}-errors.csv"))
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
