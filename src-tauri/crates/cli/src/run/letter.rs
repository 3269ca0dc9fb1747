//! Letters and packs.

use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::bundle::numbers;
use super::{count, list, strings, text};
use crate::args::{Bundle, Common};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Bundle) -> Result<Ending> {
    let session = Session::open(common)?;
    if what.kinds {
        return kinds(common, &session);
    }
    let numbers = numbers(what, &session)?;
    let Some(out) = &what.out else { return plans(common, &session, what, numbers) };
    let out = std::path::absolute(out).unwrap_or_else(|_| out.clone());
    let report = session.call(
        "letter.make",
        json!({
            "code": what.kind, "numbers": numbers, "out": out, "dated": what.dated, "docx": what.docx,
            "pack": what.pack,
        }),
    )?;
    if common.json {
        screen::json(&report);
    } else {
        print(&report);
    }
    let none = Value::Null;
    let files = list(report.get("files").unwrap_or(&none)).len();
    let failed = list(report.get("failed").unwrap_or(&none)).len();
    let gaps = list(report.get("gaps").unwrap_or(&none)).len();
    Ok(match (report.get("cancelled"), files, failed + gaps) {
        (Some(Value::Bool(true)), ..) => Ending::Stopped,
        (_, 0, 0) => Ending::Nothing,
        (_, _, 0) => Ending::Done,
        _ => Ending::Partly,
    })
}

fn kinds(common: &Common, session: &Session) -> Result<Ending> {
    let kinds = session.call("letter.kinds", json!({}))?;
    if common.json {
        screen::json(&kinds);
        return Ok(Ending::Done);
    }
    let cells =
        |row: &Value| ["code", "title", "to", "reply_rule"].map(|key| text(row, key).to_owned()).to_vec();
    let mut rows = vec![vec!["claim".to_owned(), "Claim bundle".to_owned(), String::new(), String::new()]];
    rows.extend(list(&kinds).iter().map(cells));
    screen::table(&["Kind", "What", "To", "Answer due by"], &rows);
    Ok(Ending::Done)
}

fn plans(common: &Common, session: &Session, what: &Bundle, numbers: Option<Vec<u32>>) -> Result<Ending> {
    let numbers = match numbers {
        Some(numbers) => numbers,
        None => serde_json::from_value(session.call("claimant.ids", json!({}))?).unwrap_or_default(),
    };
    let kinds = session.call("letter.kinds", json!({}))?;
    let group = list(&kinds).iter().any(|kind| {
        text(kind, "code") == what.kind && kind.get("group").and_then(Value::as_bool) == Some(true)
    });
    let sets: Vec<Vec<u32>> =
        if group { vec![numbers] } else { numbers.into_iter().map(|number| vec![number]).collect() };
    if sets.is_empty() {
        return Err(Error::new("nobody-chosen"));
    }
    let mut plans = Vec::new();
    for set in sets {
        let ask = json!({ "code": what.kind, "numbers": set, "dated": what.dated });
        plans.push(session.call("letter.plan", ask)?);
    }
    if common.json {
        screen::json(&json!(plans));
    } else {
        plans.iter().for_each(show);
    }
    let whole = plans.iter().all(|plan| plan.get("draft").and_then(Value::as_bool) != Some(true));
    Ok(if whole { Ending::Done } else { Ending::Partly })
}

fn show(plan: &Value) {
    let none = Value::Null;
    screen::line(&strings(plan, "addressee").join(", "));
    screen::line(&format!("{}   {}", text(plan, "dated"), text(plan, "reference")));
    screen::line("");
    strings(plan, "subject").iter().for_each(|line| screen::line(line));
    for section in list(plan.get("sections").unwrap_or(&none)) {
        screen::line("");
        if !text(section, "heading").is_empty() {
            screen::line(text(section, "heading"));
        }
        strings(section, "lines").iter().for_each(|line| screen::line(&format!("  {line}")));
    }
    screen::line("");
    if !text(plan, "reply_by").is_empty() {
        screen::line(&format!("Answer due by {} ({})", text(plan, "reply_by"), text(plan, "reply_rule")));
    }
    if let Some(counted) = plan.get("counted").filter(|counted| counted.is_object()) {
        screen::line(&format!(
            "{}: {} of {} characters",
            text(counted, "title"),
            count(counted, "characters"),
            count(counted, "limit")
        ));
    }
    let rests = list(plan.get("rests_on").unwrap_or(&none));
    screen::line(&format!("Rests on {} answers.", rests.len()));
    for rest in rests {
        screen::line(&format!(
            "  C-{:06} {}: {}",
            count(rest, "number"),
            text(rest, "field"),
            text(rest, "words")
        ));
    }
    gaps(plan);
    screen::line("");
}

fn gaps(from: &Value) {
    for gap in list(from.get("gaps").unwrap_or(&Value::Null)) {
        let whose = match gap.get("number").and_then(Value::as_u64) {
            Some(number) => format!("C-{number:06}"),
            None => "letterhead".to_owned(),
        };
        screen::line(&format!("  Missing, {whose} {}: {}", text(gap, "field"), text(gap, "what")));
    }
}

fn print(report: &Value) {
    let none = Value::Null;
    for file in list(report.get("files").unwrap_or(&none)) {
        screen::line(&format!(
            "{}  {}",
            text(file, "sha256").get(..16).unwrap_or_default(),
            text(file, "file")
        ));
    }
    screen::line(&format!("In {}", text(report, "folder")));
    if count(report, "too_long") > 0 {
        screen::line("  A counted text is longer than its box: shorten it before it is sent.");
    }
    for failed in list(report.get("failed").unwrap_or(&none)) {
        screen::line(&format!(
            "  C-{:06}: no letter. {} {}",
            count(failed, "number"),
            text(failed, "message"),
            text(failed, "fix")
        ));
    }
    gaps(report);
}
