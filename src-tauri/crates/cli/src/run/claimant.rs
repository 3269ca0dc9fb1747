//! Lists, and one record.

use joinder_app::Result;
use serde_json::{Value, json};

use super::overrides::sentence;
use super::{count, list as items, number, strings, text};
use crate::args::{Common, List, Order};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn list(common: &Common, list: &List) -> Result<Ending> {
    let session = Session::open(common)?;
    let sort = match list.sort {
        Order::Name => "name",
        Order::Number => "number",
        Order::Status => "status",
        Order::Notice => "notice",
        Order::Outcome => "outcome",
        Order::Updated => "updated",
    };
    let codes = [
        ("status", &list.status),
        ("notice", &list.notice),
        ("outcome", &list.outcome),
        ("flag", &list.flag),
    ];
    let codes = codes.into_iter().filter_map(|(on, code)| Some(json!({ "on": on, "any": [code.as_ref()?] })));
    let others = list.conditions.iter().map(|(on, any)| json!({ "on": on, "any": any }));
    let filters: Vec<Value> = codes.chain(others).collect();
    let query = json!({ "text": list.text.join(" "), "filters": filters, "sort": sort });
    let numbers = session.call("claimant.ids", query)?;
    if let Some(out) = &list.out {
        let written =
            session.call("claimant.export", json!({ "numbers": numbers, "columns": [], "path": out }))?;
        if common.json {
            screen::json(&written);
        } else {
            screen::line(&format!("{} claimants in {}", count(&written, "rows"), text(&written, "path")));
        }
        return Ok(Ending::Done);
    }
    let all = items(&numbers);
    let shown: Vec<&Value> = all.iter().take(list.limit).collect();
    let rows = session.call("claimant.rows", json!({ "numbers": shown }))?;
    if common.json {
        screen::json(&json!({ "found": all.len(), "rows": rows }));
        return Ok(Ending::Done);
    }
    let cells = |row: &Value| {
        let status = strings(row, "status").join(" or ");
        let [reference, name, notice, outcome] =
            ["reference", "name", "notice", "outcome"].map(|key| text(row, key).to_owned());
        vec![reference, name, status, notice, outcome]
    };
    let rows: Vec<Vec<String>> = items(&rows).iter().map(cells).collect();
    screen::table(&["Number", "Name", "Status at the incident", "Notice", "Suggested"], &rows);
    screen::line("");
    screen::line(&format!("{} of {} claimants", rows.len(), all.len()));
    Ok(Ending::Done)
}

pub(super) fn show(common: &Common, given: &str) -> Result<Ending> {
    let session = Session::open(common)?;
    let record = session.call("claimant.get", json!({ "number": number(given)? }))?;
    if common.json {
        screen::json(&record);
        return Ok(Ending::Done);
    }
    screen::line(&format!("{}  {}", text(&record, "reference"), text(&record, "name")));
    for paragraph in strings(&record, "explanation") {
        screen::line(&format!("\n{paragraph}"));
    }
    let empty = Value::Null;
    let classification = record.get("classification").unwrap_or(&empty);
    section("Findings", items(classification.get("findings").unwrap_or(&empty)), |finding| {
        let rule = finding.get("rule").unwrap_or(&empty);
        let by = format!(
            "{} version {}, rule {}; {}",
            text(rule, "rule_set"),
            count(rule, "version"),
            text(rule, "rule"),
            text(rule, "citation")
        );
        format!("{}: {}\n    ({by})", text(finding, "code"), text(finding, "text"))
    });
    section("What would settle it", items(classification.get("settle").unwrap_or(&empty)), |settle| {
        text(settle, "text").to_owned()
    });
    section("Said beside the answer", items(record.get("overrides").unwrap_or(&empty)), sentence);
    let limits = record.get("limitation").unwrap_or(&empty);
    section("Time limits", items(limits.get("clocks").unwrap_or(&empty)), |clock| {
        let day = match text(clock, "safe_day") {
            "" => String::new(),
            day => format!(", last safe day {day}"),
        };
        let beside =
            if clock.get("pleaded").and_then(Value::as_bool) == Some(true) { "" } else { " (beside)" };
        format!("{}: {}{day}{beside}", text(clock, "label"), text(clock, "standing"))
    });
    section("Evidence", items(record.get("evidence").unwrap_or(&empty)), |item| {
        let tier = item
            .get("tier")
            .and_then(Value::as_u64)
            .map_or_else(String::new, |tier| format!(", tier {tier}"));
        format!("{} ({}{tier})", text(item, "name"), text(item, "shape"))
    });
    section("Worth a look", items(record.get("warnings").unwrap_or(&empty)), |problem| {
        format!("{} {}", text(problem, "message"), text(problem, "fix"))
    });
    Ok(Ending::Done)
}

pub(super) fn section(title: &str, items: &[Value], words: impl Fn(&Value) -> String) {
    if items.is_empty() {
        return;
    }
    screen::line(&format!("\n{title}"));
    for item in items {
        screen::line(&format!("  - {}", words(item)));
    }
}

/// Prints how many claimants stand where on each axis of the classification.
pub(super) fn print_counts(counts: &Value) {
    const WORK: [&str; 4] = ["state", "assignee", "tag", "missing"];
    let cells = |row: &Value| {
        vec![text(row, "axis").to_owned(), text(row, "label").to_owned(), count(row, "count").to_string()]
    };
    let of_answers = items(counts).iter().filter(|row| !WORK.contains(&text(row, "axis")));
    let rows: Vec<Vec<String>> = of_answers.map(cells).collect();
    screen::table(&["Axis", "Position", "Claimants"], &rows);
}
