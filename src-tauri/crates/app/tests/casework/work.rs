//! Moves and their limits, alone and in bulk.

use serde_json::{Value, json};

use crate::stage::{Stage, member, stage};

pub fn party() -> (Stage, Vec<u64>) {
    let stage = stage();
    let numbers = [("Maeve", "Byrne"), ("Idris", "Testwick"), ("Ada", "Examplar")]
        .map(|(forenames, surname)| stage.add(member(forenames, surname, &format!("{surname}@post.example"))))
        .to_vec();
    (stage, numbers)
}

pub fn apply(stage: &Stage, numbers: &[u64], action: Value) -> Value {
    let input = json!({ "numbers": numbers, "action": action });
    let foreseen = stage.call("work.check", input.clone());
    let done = stage.call("work.apply", input);
    assert_eq!(foreseen, done, "what was foretold is what was done");
    done
}

pub fn moved(to: &str, reason: &str) -> Value {
    json!({ "what": "move", "to": to, "reason": reason })
}

pub fn found(stage: &Stage, on: &str, any: &[&str]) -> Value {
    stage.call("claimant.ids", json!({ "filters": [{ "on": on, "any": any }], "sort": "number" }))
}

#[test]
fn imogen_moves_two_files_and_is_told_which_one_cannot_move() {
    let (stage, numbers) = party();
    let done = apply(&stage, &numbers[..2], moved("in-review", ""));
    assert_eq!((&done["changed"], &done["unchanged"]), (&json!(2), &json!(0)));
    let done = apply(&stage, &numbers, moved("ready", ""));
    assert_eq!(done["changed"], 2);
    let refused = &done["refused"][0];
    assert_eq!((&refused["count"], &refused["first"]), (&json!(1), &json!(numbers[2])));
    assert!(refused["why"].as_str().unwrap().contains("Intake"), "{refused}");
    assert_eq!(found(&stage, "state", &["ready"]), json!(numbers[..2]));
    assert_eq!(found(&stage, "state", &["intake"]), json!(numbers[2..]));
}

#[test]
fn a_coordinator_neither_approves_nor_declines_and_some_moves_want_a_reason() {
    let (stage, numbers) = party();
    let view = stage.call("work.get", json!({ "number": numbers[0] }));
    let moves: Vec<&str> =
        view["moves"].as_array().unwrap().iter().map(|way| way["to"].as_str().unwrap()).collect();
    assert_eq!(
        (view["label"].as_str(), moves),
        (Some("Intake"), vec!["in-review", "needs-information", "withdrawn"])
    );
    let done = apply(&stage, &numbers[..1], moved("declined", "out of scope"));
    assert_eq!((&done["changed"], &done["refused"][0]["count"]), (&json!(0), &json!(1)));
    let done = apply(&stage, &numbers[..1], moved("withdrawn", "  "));
    assert!(done["refused"][0]["why"].as_str().unwrap().contains("needs a reason"), "{done}");
    apply(&stage, &numbers[..1], moved("withdrawn", "asked us to stop"));
    let view = stage.call("work.get", json!({ "number": numbers[0] }));
    assert_eq!(view["reason"], "asked us to stop");
    let history = stage.call("claimant.history", json!({ "number": numbers[0] }));
    assert_eq!(history[0]["what"], "Worked on the file");
    assert!(history[0]["fields"].to_string().contains("withdrawn"), "{history}");
}

#[test]
fn an_auditor_reads_everything_and_changes_nothing() {
    let (stage, numbers) = party();
    stage.call(
        "person.add",
        json!({ "sign_in": "aud", "full_name": "Aud Itor", "role": "auditor", "passphrase": crate::stage::PASSPHRASE }),
    );
    let unlock =
        json!({ "folder": stage.folder(), "sign_in": "aud", "passphrase": crate::stage::PASSPHRASE });
    stage.call("matter.unlock", unlock);
    let input = json!({ "numbers": numbers, "action": { "what": "tag", "tag": "x" } });
    for command in ["work.apply", "work.check"] {
        let refused = stage.refuse(command, input.clone()).err();
        assert_eq!(refused.is_some_and(|error| error.code == "not-allowed"), command == "work.apply");
    }
    let view = stage.call("work.get", json!({ "number": numbers[0] }));
    assert_eq!(view["moves"], json!([]));
    for (command, input) in [
        ("view.save", json!({ "name": "Mine", "content": { "query": {}, "columns": [] } })),
        ("undo.run", json!({})),
        ("bundle.make", json!({ "numbers": numbers, "out": "x", "seal": true })),
        ("letter.make", json!({ "code": "access", "numbers": numbers, "out": "x" })),
        ("claimant.export", json!({ "numbers": [], "columns": [], "path": "x.csv" })),
        ("bundle.make", json!({ "numbers": numbers, "out": "out", "seal": true, "form": "issue" })),
        ("letter.make", json!({ "numbers": numbers, "out": "out", "kind": "access" })),
        ("insight.export", json!({ "out": "out" })),
        ("consensus.export", json!({ "out": "out" })),
    ] {
        assert_eq!(stage.refuse(command, input).unwrap_err().code, "not-allowed", "{command}");
    }
}

#[test]
fn files_are_given_to_people_and_found_as_theirs() {
    let (stage, numbers) = party();
    apply(&stage, &numbers[..1], json!({ "what": "assign", "to": "@me" }));
    assert_eq!(found(&stage, "assignee", &["@me"]), json!(numbers[..1]));
    assert_eq!(found(&stage, "assignee", &["imogen"]), json!(numbers[..1]));
    assert_eq!(found(&stage, "assignee", &[""]), json!(numbers[1..]));
    let nobody = json!({ "numbers": numbers, "action": { "what": "assign", "to": "nobody.here" } });
    assert_eq!(stage.refuse("work.apply", nobody).unwrap_err().code, "no-such-person");
    for tag in ["", " \n ", &"x".repeat(61)] {
        let input = json!({ "numbers": numbers, "action": { "what": "tag", "tag": tag } });
        assert_eq!(stage.refuse("work.apply", input).unwrap_err().code, "bad-tag", "{tag:?}");
    }
    let done = apply(&stage, &numbers, json!({ "what": "tag", "tag": "  call \t back " }));
    assert_eq!(done["changed"], 3);
    assert_eq!(found(&stage, "tag", &["call back"]), json!(numbers));
}

#[test]
fn files_of_merged_records_are_passed_over_and_the_others_worked_on() {
    let (stage, numbers) = party();
    let version = |number: u64| stage.get(number)["version"].clone();
    let merge = json!({
        "kept": numbers[0], "kept_version": version(numbers[0]), "lost": numbers[1], "lost_version": version(numbers[1]),
        "take": [], "reason": "the same person",
    });
    stage.call("claimant.merge", merge);
    let old_list = [numbers.clone(), vec![99]].concat();
    let done = apply(&stage, &old_list, json!({ "what": "tag", "tag": "Leeds" }));
    assert_eq!(done["changed"], 2);
    let whys: Vec<_> = done["refused"].as_array().unwrap().iter().map(|r| r["first"].clone()).collect();
    assert_eq!(whys, [json!(99), json!(numbers[1])], "{done}");
}
