//! What is written beside records, what of it is due, and who sees it.

use serde_json::{Value, json};

use crate::stage::{PASSPHRASE, Stage};
use crate::work::{found, party};

fn add(stage: &Stage, number: u64, entry: Value) -> Value {
    stage.call("journal.add", json!({ "number": number, "entry": entry }))["id"].clone()
}

fn list(stage: &Stage, number: u64) -> Vec<Value> {
    stage.call("journal.list", json!({ "number": number })).as_array().unwrap().clone()
}

fn become_person(stage: &Stage, sign_in: &str, role: &str) {
    stage.call(
        "person.add",
        json!({ "sign_in": sign_in, "full_name": sign_in, "role": role, "passphrase": PASSPHRASE }),
    );
    stage.call(
        "matter.unlock",
        json!({ "folder": stage.folder(), "sign_in": sign_in, "passphrase": PASSPHRASE }),
    );
}

#[test]
fn a_task_that_is_due_waits_on_the_first_page_until_it_is_done() {
    let (stage, numbers) = party();
    let task = |due: &str, done: bool| json!({ "kind": "task", "text": "ring Maeve back", "due": due, "done": done });
    let id = add(&stage, numbers[0], task("2026-11-23", false));
    add(&stage, numbers[1], task("2026-11-24", false));
    assert_eq!(found(&stage, "due", &["my-tasks"]), json!(numbers[..1]));
    let today = stage.call("today.get", json!({}));
    let waiting = today["waiting"].as_array().unwrap();
    let tasks = waiting.iter().find(|one| one["code"] == "tasks").unwrap();
    assert_eq!((&tasks["count"], &tasks["label"]), (&json!(1), &json!("Tasks that are due")));
    let item = list(&stage, numbers[0]).remove(0);
    assert_eq!((&item["days_left"], &item["who"]), (&json!(0), &json!("Imogen Achebe")));
    stage.call("journal.edit", json!({ "id": id, "version": 1, "entry": task("2026-11-23", true) }));
    assert_eq!(found(&stage, "due", &["tasks"]), json!([]));
    let refused =
        stage.refuse("journal.edit", json!({ "id": id, "version": 1, "entry": task("2026-11-23", false) }));
    assert_eq!(refused.unwrap_err().code, "conflict", "somebody else changed it meanwhile");
    let history = stage.call("claimant.history", json!({ "number": numbers[0] }));
    assert_eq!(history[0]["what"], "Changed what stands beside the record");
    assert!(history.to_string().contains("ring Maeve back"), "{history}");
    assert_eq!(stage.call("undo.status", json!({}))["name"], "change of a task for C-000001");
    stage.call("undo.run", json!({}));
    assert_eq!(found(&stage, "due", &["tasks"]), json!(numbers[..1]));
    stage.call("undo.run", json!({}));
    stage.call("undo.run", json!({}));
    assert_eq!(list(&stage, numbers[0]), Vec::<Value>::new());
    assert_eq!(stage.call("audit.verify", json!({}))["verdict"], "intact");
}

#[test]
fn an_answer_that_does_not_come_in_a_month_is_asked_for() {
    let (stage, numbers) = party();
    let letter = |on: &str, answered: Option<&str>| {
        json!({
            "kind": "correspondence", "direction": "out", "by": "letter", "with": "the party", "on": on,
            "text": "Access request", "reply": "one-month", "answered": answered,
        })
    };
    let late = add(&stage, numbers[0], letter("2026-10-22", None));
    add(&stage, numbers[1], letter("2026-10-23", None));
    assert_eq!(found(&stage, "due", &["replies"]), json!(numbers[..1]), "the last day is still theirs");
    assert_eq!(list(&stage, numbers[0])[0]["due"], "2026-11-22");
    let answered = letter("2026-10-22", Some("2026-11-23"));
    stage.call("journal.edit", json!({ "id": late, "version": 1, "entry": answered }));
    assert_eq!(found(&stage, "due", &["replies"]), json!([]));
}

#[test]
fn a_letter_that_went_out_stands_in_the_log_with_its_clock_and_is_undone_at_once() {
    let (stage, numbers) = party();
    let before = stage.get(numbers[0])["claimant"].clone();
    let kinds = stage.call("letter.kinds", json!({}));
    let code = kinds.as_array().unwrap().iter().map(|kind| kind["code"].as_str().unwrap()).find(|code| {
        let sent = json!({ "code": code, "number": numbers[0], "on": "2026-11-20" });
        stage.refuse("letter.sent", sent).is_ok()
    });
    let code = code.expect("some letter has a clock");
    let logged = &list(&stage, numbers[0])[0]["entry"];
    assert_eq!((&logged["letter"], &logged["on"]), (&json!(code), &json!("2026-11-20")));
    assert_ne!(stage.get(numbers[0])["claimant"], before, "its own clock runs in the record");
    stage.call("undo.run", json!({}));
    assert_eq!(stage.get(numbers[0])["claimant"], before);
    assert_eq!(list(&stage, numbers[0]), Vec::<Value>::new());
}

#[test]
fn a_personal_note_is_for_its_writer_and_for_nobody_else() {
    let (stage, numbers) = party();
    let note = |text: &str, personal: bool| json!({ "kind": "note", "text": text, "personal": personal });
    let own = add(&stage, numbers[0], note("I do not trust my memory of this call", true));
    add(&stage, numbers[0], note("rang on Monday", false));
    become_person(&stage, "tomasz", "coordinator");
    let seen = list(&stage, numbers[0]);
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0]["entry"]["text"], "rang on Monday");
    let history = stage.call("claimant.history", json!({ "number": numbers[0] }));
    assert!(!history.to_string().contains("memory"), "{history}");
    for (command, input) in [
        ("journal.edit", json!({ "id": own, "version": 1, "entry": note("mine now", false) })),
        ("journal.remove", json!({ "id": own, "version": 1 })),
    ] {
        assert_eq!(stage.refuse(command, input).unwrap_err().code, "no-such-entry");
    }
}

#[test]
fn what_cannot_be_kept_is_refused_with_what_to_do() {
    let (stage, numbers) = party();
    for (text, code) in [(" \n ".to_owned(), "blank-entry"), ("x".repeat(1 << 20), "long-entry")] {
        let entry = json!({ "number": numbers[0], "entry": { "kind": "note", "text": text } });
        assert_eq!(stage.refuse("journal.add", entry).unwrap_err().code, code);
    }
    let nobody = json!({ "number": 99, "entry": { "kind": "note", "text": "who?" } });
    assert_eq!(stage.refuse("journal.add", nobody).unwrap_err().code, "no-such-claimant");
}

#[test]
fn what_stands_beside_a_merged_record_is_seen_with_the_other_and_goes_back() {
    let (stage, numbers) = party();
    add(&stage, numbers[1], json!({ "kind": "note", "text": "has two mailboxes" }));
    let version = |number: u64| stage.get(number)["version"].clone();
    let merged = stage.call(
        "claimant.merge",
        json!({
            "kept": numbers[0], "kept_version": version(numbers[0]), "lost": numbers[1],
            "lost_version": version(numbers[1]), "take": [], "reason": "the same person",
        }),
    );
    let seen = list(&stage, numbers[0]);
    assert_eq!((seen.len(), &seen[0]["reference"]), (1, &json!("C-000002")));
    assert_eq!(stage.get(numbers[1])["part_of"], json!(numbers[0]));
    stage.call("claimant.unmerge", json!({ "id": merged["id"], "reason": "two after all" }));
    assert_eq!(list(&stage, numbers[0]), Vec::<Value>::new());
    assert_eq!(stage.get(numbers[1])["part_of"], Value::Null);
}
