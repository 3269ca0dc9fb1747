//! Finished papers, held against their rules.

use std::path::{Path, PathBuf};

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, strings, text};
use crate::args::{Check, Common};
use crate::screen::outside as line;
use crate::session::Session;
use crate::{Ending, screen};

/// Faults of one rule that are printed; JSON and the report have more.
const PRINTED: usize = 20;

pub(super) fn run(common: &Common, check: &Check) -> Result<Ending> {
    let Check::Bundle { file, earlier, hearing, report } = check;
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let whole_of = |path: &Option<PathBuf>| path.as_deref().map(whole);
    let checked = Session::new().call(
        "bundle.check",
        json!({
            "file": whole(file), "earlier": whole_of(earlier), "hearing": hearing, "report": whole_of(report),
        }),
    )?;
    if common.json {
        screen::json(&checked);
    } else {
        print(&checked);
    }
    Ok(if count(&checked, "failed") > 0 { Ending::Partly } else { Ending::Done })
}

fn print(checked: &Value) {
    line(0, text(checked, "name"));
    line(1, &format!("{} pages, {} bytes", count(checked, "pages"), count(checked, "bytes")));
    line(1, &format!("SHA-256 {}", text(checked, "sha256")));
    let rules = checked.get("rules").map(list).unwrap_or_default();
    for rule in rules {
        let state = match text(rule, "state") {
            "pass" => "pass       ",
            "fail" => "FAIL       ",
            _ => "not checked",
        };
        line(0, &format!("{}  {state}  {}", text(rule, "rule"), text(rule, "asks")));
        let faults = rule.get("faults").map(list).unwrap_or_default();
        for fault in faults.iter().take(PRINTED) {
            line(2, &format!("! {}{}", text(fault, "text"), place(fault)));
        }
        let more = count(rule, "more") + faults.len().saturating_sub(PRINTED) as u64;
        if more > 0 {
            line(2, &format!("! and {more} more"));
        }
        for remark in strings(rule, "remarks") {
            line(2, &remark);
        }
    }
    line(
        0,
        &format!(
            "{} passed, {} failed, {} not checked.",
            count(checked, "passed"),
            count(checked, "failed"),
            count(checked, "not_checked")
        ),
    );
    if let Some(report) = checked.get("report").and_then(Value::as_str) {
        line(0, &format!("Wrote {report}"));
    }
}

/// Where on the page, in points from its top left corner.
fn place(fault: &Value) -> String {
    let area = fault.get("area").filter(|area| !area.is_null());
    let side = |area: &Value, key: &str| area.get(key).and_then(Value::as_f64).unwrap_or_default();
    area.map(|area| format!(" (at {:.0}, {:.0} pt)", side(area, "left"), side(area, "top")))
        .unwrap_or_default()
}
