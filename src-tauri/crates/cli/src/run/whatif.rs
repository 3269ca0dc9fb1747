//! Other rules: tried, adopted, and those that were adopted before.

use joinder_app::Result;
use serde_json::{Value, json};

use super::claimant::print_counts;
use super::classify::{axes, rule_file};
use super::{count, list as items, number, strings, text};
use crate::args::{Classify, Common};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Classify) -> Result<Ending> {
    let session = Session::open(common)?;
    let tried = session.call("whatif.run", rules(what)?)?;
    if let Some(out) = &what.out {
        session.call("whatif.export", json!({ "id": text(&tried, "id"), "path": out }))?;
    }
    if common.json {
        screen::json(&tried);
        return Ok(Ending::Done);
    }
    let of = |key: &str| named(tried.get(key).unwrap_or(&Value::Null));
    screen::line(&format!("In force: {}", of("now")));
    screen::line(&format!("Tried:    {}", of("tried")));
    for warning in strings(&tried, "warnings") {
        screen::line(&format!("Note:     {warning}"));
    }
    screen::line("");
    let moves = tried.get("moves").map(items).unwrap_or_default();
    if !moves.is_empty() {
        let rows: Vec<Vec<String>> = moves.iter().map(cells).collect();
        screen::table(&["Part of the answer", "From", "To", "Claimants", "Because of"], &rows);
        screen::line("");
    }
    screen::line(&format!(
        "{} of {} claimants would move; {} more would stay where they are for other reasons.",
        count(&tried, "moved"),
        count(&tried, "claimants"),
        count(&tried, "reasons_only")
    ));
    screen::line("Nothing was changed.");
    if let Some(out) = &what.out {
        screen::line(&format!("Who would move is in {}.", out.display()));
    }
    Ok(Ending::Done)
}

pub(super) fn adopt(common: &Common, what: &Classify) -> Result<Ending> {
    let mut input = rules(what)?;
    if let Some(input) = input.as_object_mut() {
        input.insert("reason".to_owned(), json!(what.reason));
    }
    let adopted = Session::open(common)?.call("run.adopt", input)?;
    if common.json {
        screen::json(&adopted);
        return Ok(Ending::Done);
    }
    screen::line(&format!("Adopted: {}", named(adopted.get("rules").unwrap_or(&Value::Null))));
    screen::line(&format!(
        "Run {}: {} claimants, of whom {} have another answer now.",
        count(&adopted, "id"),
        count(&adopted, "claimants"),
        count(&adopted, "changed")
    ));
    Ok(Ending::Done)
}

pub(super) fn runs(common: &Common, id: Option<u32>, claimant: Option<&str>) -> Result<Ending> {
    let session = Session::open(common)?;
    let found = match (id, claimant) {
        (None, _) => session.call("run.list", json!({}))?,
        (Some(id), None) => session.call("run.get", json!({ "id": id }))?,
        (Some(id), Some(claimant)) => {
            session.call("run.answer", json!({ "id": id, "number": number(claimant)? }))?
        }
    };
    if common.json {
        screen::json(&found);
        return Ok(Ending::Done);
    }
    match (id, claimant) {
        (None, _) => list(items(&found)),
        (Some(_), None) => show(&found),
        (Some(_), Some(_)) => answer(&found),
    }
    Ok(Ending::Done)
}

fn list(runs: &[Value]) {
    if runs.is_empty() {
        screen::line("No other rules were adopted: those that the matter was made with are in force.");
        return;
    }
    let cells = |run: &Value| {
        let in_force = run.get("in_force").and_then(Value::as_bool) == Some(true);
        vec![
            count(run, "id").to_string(),
            text(run, "at").to_owned(),
            text(run, "who").to_owned(),
            named(run.get("rules").unwrap_or(&Value::Null)),
            count(run, "claimants").to_string(),
            count(run, "changed").to_string(),
            if in_force { "in force" } else { "" }.to_owned(),
            text(run, "reason").to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = runs.iter().map(cells).collect();
    screen::table(&["Run", "When", "Who", "Rules", "Claimants", "Changed", "", "Why"], &rows);
}

fn show(run: &Value) {
    screen::line(&format!("Run {}: {}", count(run, "id"), named(run.get("rules").unwrap_or(&Value::Null))));
    screen::line(&format!("Frozen {} by {}. {}", text(run, "at"), text(run, "who"), text(run, "reason")));
    screen::line("");
    print_counts(run.get("counts").unwrap_or(&Value::Null));
}

fn answer(found: &Value) {
    match found.get("classification").filter(|answer| answer.is_object()) {
        None => screen::line("The claimant was not there yet."),
        Some(classification) => {
            axes(classification);
            for paragraph in strings(found, "explanation") {
                screen::line(&format!("\n{paragraph}"));
            }
        }
    }
}

fn rules(what: &Classify) -> Result<Value> {
    let rules = what.rules.as_deref().map(rule_file).transpose()?;
    Ok(json!({ "rules": rules, "incident_date": what.incident }))
}

/// A rule set by its name, version and hash, and the day of the incident.
fn named(rules: &Value) -> String {
    let hash: String = text(rules, "sha256").chars().take(12).collect();
    format!(
        "{} version {} ({hash}), incident {}",
        text(rules, "id"),
        count(rules, "version"),
        text(rules, "incident_date")
    )
}

fn cells(way: &Value) -> Vec<String> {
    let side = |key: &str| match strings(way, key).as_slice() {
        [] => "-".to_owned(),
        several => several.join(" or "),
    };
    let because = way.get("because").map(items).unwrap_or_default();
    let because: Vec<&str> = because.iter().map(|rule| text(rule, "rule")).collect();
    vec![
        text(way, "axis_label").to_owned(),
        side("from"),
        side("to"),
        count(way, "count").to_string(),
        because.join(", "),
    ]
}
