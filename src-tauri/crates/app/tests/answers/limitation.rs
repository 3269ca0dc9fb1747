//! Time limits of two people: one in Leeds, and one who lived in Glasgow.

use serde_json::{Value, json};

use crate::stage::*;

fn leeds_and_glasgow(stage: &Stage) -> (u64, u64) {
    let mut isla = member("Isla", "Sample", "isla@example.org");
    isla["contact"]["nation_at_incident"] = json!("scotland");
    (stage.add(member("Lee", "Sample", "lee@example.org")), stage.add(isla))
}

#[test]
fn one_claimant_has_each_clock_with_its_arithmetic() {
    let stage = stage();
    let (lee, _) = leeds_and_glasgow(&stage);
    let found = &stage.get(lee)["limitation"];
    assert_eq!((&found["earliest"], &found["next"]), (&json!("2027-10-28"), &json!("2027-10-28")));
    let steps = found["clocks"][0]["steps"].as_array().unwrap();
    assert!(steps.len() >= 4, "{steps:?}");
}

#[test]
fn the_calendar_shows_days_and_causes_and_what_is_urgent() {
    let stage = stage();
    let (lee, isla) = leeds_and_glasgow(&stage);
    let calendar = stage.call("limitation.calendar", json!({}));
    assert_eq!((&calendar["claimants"], &calendar["passed"]), (&json!(2), &json!(1)));
    assert_eq!(calendar["next"], "2027-10-28");
    let entries = calendar["entries"].as_array().unwrap();
    let of = |cause: &str| entries.iter().find(|entry| entry["cause"] == cause).unwrap().clone();
    let scots = of("scots-prescription");
    assert_eq!(
        (&scots["standing"], &scots["urgent"], &scots["count"]),
        (&json!("passed"), &json!(true), &json!(1))
    );
    assert_eq!(scots["claimants"], json!(["C-000002"]));
    let english = of("data-protection");
    assert_eq!(
        (&english["on"], &english["count"], &english["urgent"]),
        (&json!("2027-10-28"), &json!(2), &json!(false))
    );
    let months: Vec<i64> = english["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| warning["months"].as_i64().unwrap())
        .collect();
    assert_eq!(months, [12, 6, 3, 1]);
    let numbers = stage.call("limitation.claimants", json!({ "id": calendar["id"], "at": english["at"] }));
    assert_eq!(numbers, json!([lee, isla]));
    let gone = stage.refuse("limitation.claimants", json!({ "id": "another", "at": 0 })).unwrap_err();
    assert_eq!(gone.code, "no-such-calendar");
}

/// The lines of a calendar, unfolded.
fn lines(stage: &Stage, name: &str) -> Vec<String> {
    let path = stage.temp.path().join(name);
    stage.call("limitation.export", json!({ "path": path }));
    let file = std::fs::read_to_string(path).unwrap().replace("\r\n ", "");
    file.split("\r\n").map(str::to_owned).collect()
}

#[test]
fn other_calendars_learn_days_and_numbers_and_no_names() {
    let stage = stage();
    leeds_and_glasgow(&stage);
    let first = lines(&stage, "limits.ics");
    assert!(first.contains(&"DTSTART;VALUE=DATE:20271028".to_owned()));
    assert!(first.contains(&"SUMMARY:Last safe day: Compensation under data protection law\\, England and Wales (2 claimants)".to_owned()), "{first:?}");
    assert!(first.iter().any(|line| line.starts_with("SUMMARY:6 months left")));
    assert!(first.contains(&"PRIORITY:1".to_owned()));
    let whole = first.join("\n");
    assert!(whole.contains("C-000002") && !whole.contains("Isla") && !whole.contains("example.org"));

    // Somebody more on the same day: the same entries, with another number.
    let uids = |lines: &[String]| -> Vec<String> {
        lines.iter().filter(|line| line.starts_with("UID:")).cloned().collect()
    };
    stage.add(member("Noor", "Sample", "noor@example.org"));
    let second = lines(&stage, "limits.ics");
    assert_eq!(uids(&first), uids(&second));
    let mut distinct = uids(&first);
    distinct.dedup();
    assert_eq!(distinct.len(), uids(&first).len());
    assert!(second.iter().any(|line| line.contains("(3 claimants)")));
}

#[test]
fn the_calendar_is_a_paper_and_a_table_too() {
    let stage = stage();
    leeds_and_glasgow(&stage);
    let file = |name: &str| stage.temp.path().join(name);
    let written = stage.call("limitation.export", json!({ "path": file("limits.pdf") }));
    let paper = std::fs::read(file("limits.pdf")).unwrap();
    assert!(paper.starts_with(b"%PDF-"));
    stage.call("limitation.export", json!({ "path": file("again.pdf") }));
    assert!(paper == std::fs::read(file("again.pdf")).unwrap(), "equal facts, equal bytes");
    assert_eq!(written["sha256"].as_str().unwrap().len(), 64);

    stage.call("limitation.export", json!({ "path": file("limits.csv") }));
    let table = std::fs::read_to_string(file("limits.csv")).unwrap();
    assert!(table.lines().any(|line| line.starts_with("C-000002,scots-prescription,")), "{table}");
    assert!(!table.contains("Isla"));
    let last = stage.call("audit.list", json!({ "before": Value::Null, "limit": 1 }));
    assert_eq!(last[0]["what"], "Exported the calendar of time limits");

    let refused = stage.refuse("limitation.export", json!({ "path": file("limits.docx") })).unwrap_err();
    assert_eq!(refused.code, "calendar-kind");
    assert!(!file("limits.docx").exists());
}
