//! Originals: looked at, checked, written out, removed.

use std::path::Path;

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, number, strings, text};
use crate::args::{Common, Evidence, Which};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Evidence) -> Result<Ending> {
    let session = Session::open(common)?;
    let (answer, ending) = match what {
        Evidence::List { text, claimant, state, limit } => {
            let claimant = claimant.as_deref().map(number).transpose()?;
            let find = json!({ "text": text.join(" "), "claimant": claimant, "state": state });
            let ids = session.call("evidence.find", find)?;
            let mut rows = Vec::new();
            // Rows are given in portions.
            for some in list(&ids).get(..*limit).unwrap_or(list(&ids)).chunks(100) {
                rows.extend(list(&session.call("evidence.rows", json!({ "ids": some }))?).iter().cloned());
            }
            (json!({ "found": list(&ids).len(), "rows": rows }), Ending::Done)
        }
        Evidence::Show { item } => (session.call("evidence.get", json!({ "id": item }))?, Ending::Done),
        Evidence::Verify(which) => {
            let verdict = session.call("evidence.verify", chosen(which)?)?;
            let ending = match (strings(&verdict, "altered").as_slice(), count(&verdict, "checked")) {
                ([_, ..], _) => Ending::Tampered,
                (_, 0) => Ending::Nothing,
                _ => Ending::Done,
            };
            (verdict, ending)
        }
        Evidence::Export { which, out } => {
            let out = std::path::absolute(out).unwrap_or_else(|_| out.clone());
            (session.call("evidence.export", json!({ "which": chosen(which)?, "out": out }))?, Ending::Done)
        }
        Evidence::Ocr(which) => {
            let report = session.call("evidence.ocr", json!({ "which": chosen(which)? }))?;
            let ending = match (list(report.get("failed").unwrap_or(&Value::Null)), count(&report, "read")) {
                ([_, ..], _) => Ending::Partly,
                (_, 0) => Ending::Nothing,
                _ => Ending::Done,
            };
            (report, ending)
        }
        Evidence::Confirm { item, recipient, date } => {
            let input = json!({ "id": item, "recipient": recipient, "date": date });
            (session.call("evidence.confirm", input)?, Ending::Done)
        }
        Evidence::Remove { item, reason } => {
            (session.call("evidence.remove", json!({ "id": item, "reason": reason }))?, Ending::Done)
        }
        // What is left is run where it belongs before a matter is opened here.
        _ => (session.call("evidence.removed", json!({}))?, Ending::Done),
    };
    if common.json {
        screen::json(&answer);
    } else {
        match what {
            Evidence::List { .. } => print_list(&answer),
            Evidence::Show { .. } => print_item(&answer),
            Evidence::Verify(_) => print_verdict(&answer),
            Evidence::Export { out, .. } => print_export(&answer, out),
            Evidence::Ocr(_) => print_ocr(&answer),
            Evidence::Confirm { .. } => screen::line("Kept; the grade was worked out again."),
            Evidence::Remove { .. } => print_removed(&answer),
            _ => print_removals(&answer),
        }
    }
    Ok(ending)
}

fn chosen(which: &Which) -> Result<Value> {
    let claimant = which.claimant.as_deref().map(number).transpose()?;
    let items = if which.all || claimant.is_some() { None } else { Some(&which.items) };
    Ok(json!({ "claimant": claimant, "ids": items }))
}

fn print_list(answer: &Value) {
    let cells = |row: &Value| {
        let owner = row.get("claimant").and_then(Value::as_u64).map(|number| format!("C-{number:06}"));
        let tier = row.get("tier").and_then(Value::as_u64).map(|tier| tier.to_string());
        let [reference, name, shape, state] =
            ["reference", "name", "shape", "state"].map(|key| text(row, key).to_owned());
        vec![reference, name, shape, owner.unwrap_or(state), tier.unwrap_or_default()]
    };
    let rows: Vec<Vec<String>> = answer.get("rows").map(list).unwrap_or_default().iter().map(cells).collect();
    screen::table(&["Item", "Name", "Kind", "Whose", "Grade"], &rows);
    screen::line("");
    screen::line(&format!("{} of {} items", rows.len(), count(answer, "found")));
}

fn print_item(view: &Value) {
    let row = view.get("row").unwrap_or(&Value::Null);
    screen::line(&format!("{}  {}", text(row, "reference"), text(row, "name")));
    screen::line(&format!(
        "{}, {} bytes, SHA-256 {}",
        text(row, "shape"),
        count(row, "size"),
        text(row, "sha256")
    ));
    let origin = row.get("origin").map(|origin| text(origin, "words")).unwrap_or_default();
    if !origin.is_empty() {
        screen::line(&format!("From {origin}"));
    }
    for reason in strings(row, "reasons") {
        screen::line(&format!("  - {reason}"));
    }
    for header in view.get("headers").map(list).unwrap_or_default() {
        screen::line(&format!("{}: {}", text(header, "name"), text(header, "value")));
    }
    screen::line("");
    screen::line(text(view, "body"));
}

fn print_verdict(verdict: &Value) {
    let altered = strings(verdict, "altered");
    screen::line(&format!(
        "{} originals checked, {} bytes: {}.",
        count(verdict, "checked"),
        count(verdict, "bytes"),
        if altered.is_empty() {
            "none was altered".to_owned()
        } else {
            format!("{} NOT as received", altered.len())
        }
    ));
    for item in &altered {
        screen::line(&format!("  {item}"));
    }
    if !altered.is_empty() {
        screen::line(text(verdict, "message"));
    }
}

fn print_export(exported: &Value, out: &Path) {
    screen::line(&format!(
        "{} originals, {} bytes, in {}",
        count(exported, "items"),
        count(exported, "bytes"),
        out.display()
    ));
    screen::line(&format!("Beside them: {}", strings(exported, "papers").join(", ")));
    screen::line(&format!("Head of the audit chain: {}", text(exported, "head")));
}

fn print_ocr(report: &Value) {
    let (read, empty) = (count(report, "read"), count(report, "empty"));
    screen::line(&format!("{read} items read, {empty} of them without any text found."));
    screen::line("What a machine reads may be wrong; it changes no grade until a person confirms it.");
    for failed in list(report.get("failed").unwrap_or(&Value::Null)) {
        screen::line(&format!(
            "  {}: {} {}",
            text(failed, "reference"),
            text(failed, "message"),
            text(failed, "fix")
        ));
    }
}

fn print_removed(removed: &Value) {
    let removal = removed.get("removal").unwrap_or(&Value::Null);
    screen::line(&format!(
        "{} was removed. Its SHA-256 was {}.",
        text(removal, "reference"),
        text(removal, "sha256")
    ));
    for note in strings(removed, "notes") {
        screen::line(&note);
    }
}

fn print_removals(removals: &Value) {
    let cells = |row: &Value| {
        ["reference", "removed_at", "removed_by", "reason", "sha256"]
            .map(|key| text(row, key).to_owned())
            .to_vec()
    };
    let rows: Vec<Vec<String>> = list(removals).iter().map(cells).collect();
    screen::table(&["Item", "Removed", "By", "Why", "SHA-256"], &rows);
}
