//! Every situation of `situations.md` 7.2, and their neighbours, as JSON that anybody could write.

use joinder_app::{App, Clock, Job};
use serde_json::{Value, json};

const SITUATIONS: &str = include_str!("situations.jsonl");

fn words(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn faults(row: &Value, answer: &Value) -> Vec<String> {
    let name = row["situation"].as_str().unwrap();
    let found = &answer["classification"];
    let mut faults = Vec::new();
    let mut expect = |what: &str, wanted: &Value, found: &Value| {
        if wanted != found {
            faults.push(format!("{name}: {what} {wanted}, found {found}"));
        }
    };
    let mut wanted = words(&row["status"]);
    wanted.sort_unstable();
    let mut possible = words(&found["status"]["possible"]);
    possible.sort_unstable();
    expect("status", &json!(wanted), &json!(possible));
    expect("settled", &json!(wanted.len() == 1), &found["status"]["settled"]);
    if row["notice"] != "-" {
        expect("notice", &row["notice"], &found["notice"]);
    }
    expect("outcome", &row["outcome"], &found["outcome"]);
    if row["review"] == true {
        expect("review", &json!(true), &found["review"]);
    }
    let tags = found["tags"].as_array().unwrap().iter().filter_map(|tag| tag["code"].as_str());
    let marks: Vec<&str> = words(&found["flags"]).into_iter().chain(tags).collect();
    for mark in words(&row["marks"]) {
        expect(&format!("mark {mark} among {marks:?}"), &json!(true), &json!(marks.contains(&mark)));
    }
    for mark in words(&row["never"]) {
        expect(&format!("no mark {mark} among {marks:?}"), &json!(false), &json!(marks.contains(&mark)));
    }
    faults
}

#[test]
fn every_situation_is_answered_right_from_json() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::at(folder.path().to_owned(), Clock::System);
    let mut all = Vec::new();
    for line in SITUATIONS.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let input = json!({ "text": row["given"].to_string(), "today": "2026-11-23" });
        let answered = app.dispatch("classification.given", input, &Job::quiet()).unwrap();
        let answer = &answered["output"]["answers"][0];
        if answer["classification"].is_null() {
            all.push(format!("{}: not read: {}", row["situation"], answer["problems"]));
        } else {
            all.extend(faults(&row, answer));
        }
    }
    assert!(SITUATIONS.lines().count() > 100);
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}
