//! What is written beside a record, from the command line.

use joinder_tests::program::Sandbox;
use serde_json::json;

use crate::sheet::{BRONWEN, HEADING, import};

#[test]
fn bronwen_notes_a_call_sets_a_task_and_logs_a_letter_and_its_answer() {
    let sandbox = Sandbox::with_matter();
    import(&sandbox, format!("{HEADING}\n{BRONWEN}\n")).succeeds();
    let list = |noun: &str| sandbox.run(["--json", noun, "C-000001"]).json();
    assert_eq!(sandbox.run(["note", "1"]).ends_with(6).said(), "");
    sandbox.run(["note", "1", "Rings back after six.", "--personal"]).succeeds();
    sandbox.run(["task", "1", "Ask for the notice", "--due", "2026-12-01", "--for", "bronwen"]).succeeds();
    let letter = ["correspondence", "1", "Access request", "--direction", "out", "--with", "The party"];
    sandbox.run(letter.iter().chain(&["--on", "2026-11-02", "--reply", "one-month"])).succeeds();

    assert_eq!(list("note")[0]["entry"]["personal"], true);
    let task = &list("task")[0];
    assert_eq!((&task["assignee"], &task["due"]), (&json!("Bronwen Parry"), &json!("2026-12-01")));
    let id = task["id"].to_string();
    sandbox.run(["task", "1", "--done", &id]).succeeds();
    assert!(sandbox.run(["task", "1"]).succeeds().said().contains("done"));
    let logged = &list("correspondence")[0];
    assert_eq!(logged["due"], "2026-12-02", "a month counts from the day on which it went out");
    let id = logged["id"].to_string();
    sandbox.run(["correspondence", "1", "--answered", &id, "--on", "2026-11-20"]).succeeds();
    assert_eq!(list("correspondence")[0]["due"], "");
    // A note is not ticked off, and nobody has this name.
    sandbox.run(["task", "1", "--done", &list("note")[0]["id"].to_string()]).ends_with(1);
    sandbox.run(["task", "1", "Ring", "--for", "nobody"]).ends_with(3);
    // A megabyte is refused, and says so.
    let long = sandbox.file("long.txt", "a".repeat(1 << 20));
    let mut command = sandbox.command(["note", "1", "-"]);
    let output = command.stdin(std::fs::File::open(long).unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("100,000"), "{output:?}");
}
