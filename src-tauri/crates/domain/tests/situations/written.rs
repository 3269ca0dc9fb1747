//! The situations as JSON, for the test of the whole program, which knows nothing of this crate.

use std::path::Path;

use serde_json::{Value, json};

use crate::table::Row;

/// A value without what says nothing: `null`, `false`, empty texts, lists and objects.
fn spare(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .map(|(key, value)| (key, spare(value)))
            .filter(|(key, value)| key == "given" || says(value))
            .collect(),
        Value::Array(items) => items.into_iter().map(spare).collect(),
        other => other,
    }
}

fn says(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        _ => true,
    }
}

fn line(row: &Row) -> String {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let person = &row.person;
    let papers: Vec<Value> =
        person.papers.iter().map(|paper| spare(serde_json::to_value(paper).unwrap())).collect();
    let group = serde_json::to_value(person.group).unwrap();
    let line = json!({
        "situation": row.name,
        "given": {
            "claimant": spare(serde_json::to_value(&person.claimant).unwrap()),
            "evidence": papers,
            "group": spare(group),
        },
        "status": words(row.status),
        "notice": row.notice,
        "outcome": row.outcome.trim_end_matches("+REVIEW"),
        "review": row.outcome.ends_with("+REVIEW"),
        "marks": words(row.marks),
        "never": words(row.never),
    });
    line.to_string()
}

/// `tests/classification/situations.jsonl`; written anew when `JOINDER_WRITE` is set.
#[test]
fn the_situations_are_written_for_the_test_of_the_whole_program() {
    let rows = [
        crate::rows::up_to_36(),
        crate::rows::from_38(),
        crate::neighbours::all(),
        crate::neighbours::more(),
        crate::histories::all(),
        crate::doubts::all(),
    ];
    let text: String = rows.iter().flatten().map(|row| line(row) + "\n").collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/classification/situations.jsonl");
    if std::env::var_os("JOINDER_WRITE").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == text, "run this test with JOINDER_WRITE=1 to write {} anew", file.display());
}
