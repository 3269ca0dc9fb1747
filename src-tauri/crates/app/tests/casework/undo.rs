//! What was done in this session, taken back step by step.

use serde_json::json;

use crate::work::{apply, found, moved, party};

#[test]
fn everything_is_undone_step_by_step_each_under_its_name() {
    let (stage, numbers) = party();
    let before = stage.call("claimant.rows", json!({ "numbers": numbers }));
    let record = stage.get(numbers[0])["claimant"].clone();
    apply(&stage, &numbers, json!({ "what": "tag", "tag": "Leeds" }));
    apply(&stage, &numbers[..2], moved("in-review", ""));
    stage.edit(numbers[0], |claimant| claimant["identity"]["surname"] = json!("Byrne-Jones"));
    stage.edit(numbers[0], |claimant| claimant["identity"]["surname"] = json!("Jones"));
    let status = stage.call("undo.status", json!({}));
    assert_eq!((&status["name"], &status["steps"]), (&json!("change of surname of C-000001"), &json!(7)));
    for _ in 0..2 {
        assert_eq!(stage.call("undo.run", json!({}))["undone"], 1, "one edit after the other");
    }
    assert_eq!(stage.get(numbers[0])["claimant"], record);
    let undone = stage.call("undo.run", json!({}));
    assert_eq!((&undone["name"], &undone["undone"]), (&json!("move of 2 files to In review"), &json!(2)));
    stage.call("undo.run", json!({}));
    let mut after = stage.call("claimant.rows", json!({ "numbers": numbers }));
    for (row, was) in after.as_array_mut().unwrap().iter_mut().zip(before.as_array().unwrap()) {
        // Since when it is where it began, and that something was changed, stay true.
        row["since"] = was["since"].clone();
        row["updated"] = was["updated"].clone();
    }
    assert_eq!(after, before);
    let status = stage.call("undo.status", json!({}));
    assert_eq!(status["name"], "adding Ada Examplar (C-000003)");
    for _ in &numbers {
        assert_eq!(stage.call("undo.run", json!({}))["undone"], 1);
    }
    assert_eq!(stage.call("claimant.ids", json!({})), json!([]), "nobody is there, as in the beginning");
    assert_eq!(stage.refuse("undo.run", json!({})).unwrap_err().code, "nothing-to-undo");
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn what_was_changed_again_since_is_left_as_it_is() {
    let (stage, numbers) = party();
    apply(&stage, &numbers, json!({ "what": "tag", "tag": "Leeds" }));
    apply(&stage, &numbers[..1], json!({ "what": "tag", "tag": "York" }));
    // The later change is undone first, so nothing is in the way.
    assert_eq!(stage.call("undo.run", json!({}))["left"], 0);
    assert_eq!(found(&stage, "tag", &["York"]), json!([]));
    assert_eq!(stage.call("undo.run", json!({}))["undone"], 3);
    assert_eq!(found(&stage, "tag", &["Leeds"]), json!([]));
}

#[test]
fn evidence_that_was_set_aside_goes_back_to_whom_it_belonged() {
    let (stage, numbers) = party();
    let letter = stage.temp.path().join("letter.eml");
    std::fs::write(&letter, "From: ada@example.org\r\nTo: gwen@example.org\r\nSubject: Hello\r\n\r\nHi\r\n")
        .unwrap();
    stage.call("evidence.add", json!({ "paths": [letter], "claimant": numbers[0] }));
    let id = stage.call("evidence.find", json!({ "claimant": numbers[0] }))[0].clone();
    let state = || stage.call("evidence.get", json!({ "id": id }))["row"]["state"].clone();
    stage.call("evidence.set_aside", json!({ "id": id, "reason": "It is somebody else's" }));
    assert_eq!(state(), "set-aside");
    assert_eq!(stage.call("evidence.find", json!({ "claimant": numbers[0] })), json!([]));
    assert_eq!(stage.call("undo.run", json!({}))["undone"], 1);
    assert_eq!(state(), "assigned");
    assert_eq!(stage.call("evidence.find", json!({ "claimant": numbers[0] })), json!([id]));
    stage.call("evidence.set_aside", json!({ "id": id, "reason": "It cannot be read" }));
    stage.call("evidence.set_aside", json!({ "id": id, "reason": "It is a print" }));
    assert_eq!(stage.call("undo.run", json!({}))["undone"], 1, "the reason that it had before");
    assert_eq!(state(), "set-aside");
    stage.call("undo.run", json!({}));
    assert_eq!(state(), "assigned");
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn a_locked_matter_remembers_nothing_to_undo() {
    let (stage, numbers) = party();
    apply(&stage, &numbers, json!({ "what": "tag", "tag": "Leeds" }));
    stage.call("matter.lock", json!({}));
    let unlock =
        json!({ "folder": stage.folder(), "sign_in": "imogen", "passphrase": crate::stage::PASSPHRASE });
    stage.call("matter.unlock", unlock);
    assert_eq!(stage.call("undo.status", json!({}))["steps"], 0);
    assert_eq!(found(&stage, "tag", &["Leeds"]), json!(numbers));
}

#[test]
fn why_maeve_has_another_surname_stands_in_her_history_for_those_who_may_know() {
    let (stage, numbers) = party();
    let record = stage.get(numbers[0]);
    let mut claimant = record["claimant"].clone();
    claimant["identity"]["surname"] = json!("Byrne-Jones");
    let edit = |claimant: &serde_json::Value, version: u64, why: &str| json!({ "number": numbers[0], "version": version, "claimant": claimant, "why": why });
    stage.call("claimant.edit", edit(&claimant, 1, "she rang: married in May"));
    let latest = stage.call("claimant.history", json!({ "number": numbers[0] }))[0].clone();
    assert_eq!(latest["why"], "she rang: married in May");
    let fields: Vec<_> = latest["fields"].as_array().unwrap().iter().map(|field| &field["label"]).collect();
    assert_eq!(fields, ["surname"], "why is no field");
    let long = stage.refuse("claimant.edit", edit(&claimant, 2, &"x".repeat(2_000)));
    assert_eq!(long.unwrap_err().code, "why-too-long");
    assert_eq!(stage.call("undo.run", json!({}))["undone"], 1);
    assert_eq!(stage.get(numbers[0])["claimant"], record["claimant"]);
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}
