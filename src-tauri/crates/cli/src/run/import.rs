//! Claimants and evidence from files.

use std::path::{Path, PathBuf};

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, number, text};
use crate::args::{Common, Import};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Import) -> Result<Ending> {
    let session = Session::open(common)?;
    match what {
        Import::Claimants { file, dry_run, errors } => {
            let errors = errors.clone().unwrap_or_else(|| beside(file));
            let report = claimants(&session, file, *dry_run, &errors)?;
            if common.json {
                screen::json(&report);
            } else {
                print_claimants(&report, *dry_run);
            }
            Ok(if count(&report, "bad") > 0 { Ending::Partly } else { Ending::Done })
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

/// Imports a CSV file, or only says what would happen.
pub(super) fn claimants(session: &Session, file: &Path, dry_run: bool, errors: &Path) -> Result<Value> {
    let (file, errors) = (absolute(file), absolute(errors));
    if dry_run {
        session.call("import.check", json!({ "path": file }))
    } else {
        session.call("import.claimants", json!({ "path": file, "error_file": errors }))
    }
}

pub(super) fn print_claimants(report: &Value, dry_run: bool) {
    let verb = if dry_run { "would be added" } else { "added" };
    screen::line(&format!(
        "{} rows: {} {verb}, {} already there, {} need correcting.",
        count(report, "rows"),
        count(report, "good"),
        count(report, "already_there"),
        count(report, "bad")
    ));
    for heading in list(report.get("unknown_columns").unwrap_or(&Value::Null)) {
        screen::line(&format!(
            "  Column “{}” means nothing to Joinder and was left out.",
            heading.as_str().unwrap_or("")
        ));
    }
    for problem in list(report.get("problems").unwrap_or(&Value::Null)).iter().take(20) {
        let (row, column) = (count(problem, "row"), text(problem, "column"));
        let place = if column.is_empty() { format!("row {row}") } else { format!("row {row}, {column}") };
        screen::line(&format!("  {place}: {} {}", text(problem, "message"), text(problem, "fix")));
    }
    let file = text(report, "error_file");
    if !file.is_empty() {
        screen::line(&format!("The rows to correct, with reasons, are in {file}"));
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
