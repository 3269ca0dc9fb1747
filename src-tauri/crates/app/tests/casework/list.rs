//! Lists by any combination of conditions, views that are kept, and lists as spreadsheets.

use std::fs;

use serde_json::json;

use crate::stage::{member, stage};
use crate::work::{apply, found, party};

#[test]
fn conditions_narrow_one_another_and_a_wrong_one_is_named() {
    let (stage, numbers) = party();
    apply(&stage, &numbers[1..], json!({ "what": "tag", "tag": "Leeds" }));
    let query = json!({
        "text": "testwick",
        "filters": [
            { "on": "tag", "any": ["Leeds", "York"] }, { "on": "missing", "any": ["address", "consent"] },
            { "on": "born", "any": ["1984-01-01", "1984-12-31"] }, { "on": "nation", "any": ["england"] },
            { "on": "evidence", "any": ["no"] }, { "on": "added", "any": ["2026-11-23", "2026-11-23"] },
        ],
    });
    assert_eq!(stage.call("claimant.ids", query.clone()), json!([numbers[1]]));
    assert_eq!(
        stage.call("claimant.page", json!({ "query": query, "after": null, "limit": 50 })),
        json!([numbers[1]])
    );
    assert_eq!(found(&stage, "updated", &["", "2026-11-22"]), json!([]));
    assert_eq!(found(&stage, "evidence-text", &["notice"]), json!([]));
    for (on, any) in [("missing", "shoe-size"), ("born", "1984-13-01"), ("overridden", "often")] {
        let refused =
            stage.refuse("claimant.ids", json!({ "filters": [{ "on": on, "any": [any] }] })).unwrap_err();
        assert_eq!(refused.code, "bad-filter", "{on}");
        assert!(refused.message.contains(any), "{}", refused.message);
    }
    // A condition that an older caller spells otherwise must not silently find everybody.
    assert_eq!(stage.refuse("claimant.ids", json!({ "status": "MEMBER" })).unwrap_err().code, "bad-input");
}

#[test]
fn counts_say_how_many_are_where() {
    let (stage, numbers) = party();
    apply(&stage, &numbers[..1], json!({ "what": "assign", "to": "@me" }));
    let counts = stage.call("claimant.counts", json!({}));
    let count = |axis: &str, code: &str| {
        let found = counts.as_array().unwrap().iter().find(|row| row["axis"] == axis && row["code"] == code);
        found.map_or(0, |row| row["count"].as_u64().unwrap())
    };
    assert_eq!((count("state", "intake"), count("assignee", "imogen")), (3, 1));
    assert_eq!((count("missing", "address"), count("missing", "date-of-birth")), (3, 0));
}

#[test]
fn imogen_keeps_a_view_and_forgets_it() {
    let (stage, _) = party();
    let content = json!({
        "query": { "text": "", "filters": [{ "on": "missing", "any": ["address"] }], "sort": "name", "descending": false },
        "columns": [{ "key": "name", "width": 320 }, { "key": "missing", "width": 0 }],
    });
    let saved = stage.call("view.save", json!({ "name": " To chase ", "content": content }));
    let views = stage.call("view.list", json!({}));
    assert_eq!((&views[0]["name"], &views[0]["content"]), (&json!("To chase"), &content));
    assert_eq!(
        stage.refuse("view.save", json!({ "name": " ", "content": content })).unwrap_err().code,
        "bad-view-name"
    );
    stage.call("view.remove", saved);
    assert_eq!(stage.call("view.list", json!({})), json!([]));
}

#[test]
fn a_name_like_a_formula_leaves_the_matter_as_words() {
    let stage = stage();
    let number = stage.add(member("=cmd|' /C calc'!A0", "Testwick", "t@post.example"));
    let out = stage.temp.path().join("list.csv");
    let input = json!({ "numbers": [number], "columns": ["name", "reference", "state"], "path": out });
    let written = stage.call("claimant.export", input);
    assert_eq!(written["rows"], 1);
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.starts_with("Name,Number,Work\n'=cmd|"), "{text}");
    let workbook = stage.temp.path().join("list.xlsx");
    stage.call("claimant.export", json!({ "numbers": [number], "columns": [], "path": workbook }));
    assert!(fs::read(&workbook).unwrap().starts_with(b"PK"));
    let wrong = json!({ "numbers": [number], "columns": [], "path": stage.temp.path().join("list.doc") });
    assert_eq!(stage.refuse("claimant.export", wrong).unwrap_err().code, "list-file-kind");
}

#[test]
fn a_list_is_in_the_audit_before_it_is_out_and_one_that_did_not_get_out_is_too() {
    let stage = stage();
    let number = stage.add(member("Robin", "Testwick", "t@post.example"));
    let said = |stage: &crate::stage::Stage| {
        let listed = stage.call("audit.list", json!({ "before": null, "limit": 2 }));
        [0, 1].map(|at| listed[at]["what"].as_str().unwrap().to_owned())
    };
    let before = said(&stage);
    let list = |name: &str| json!({ "numbers": [number], "columns": ["name"], "path": stage.temp.path().join(name).join("list.csv") });
    // Nothing can be written: nothing is entered.
    assert_eq!(stage.refuse("claimant.export", list("missing")).unwrap_err().code, "out-not-writable");
    assert_eq!(said(&stage), before);
    // The last step fails, here because a folder has the name of the file.
    fs::create_dir_all(stage.temp.path().join("taken/list.csv")).unwrap();
    assert_eq!(stage.refuse("claimant.export", list("taken")).unwrap_err().code, "out-not-writable");
    assert_eq!(said(&stage), ["What was entered as sent out did not come to be", "Exported a list"]);
    let left: Vec<_> = fs::read_dir(stage.temp.path().join("taken")).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing is left beside the folder");
}
